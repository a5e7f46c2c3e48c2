"""A line that offers names in a popup below it, never inside what is being typed."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QListView

from newsdesk.gui.editor.lines import LINE_BREAK, typed
from newsdesk.gui.icons import Icons
from newsdesk.gui.manuscript import Caret

Suggest = Callable[[str, Callable[[list[str]], None]], None]
"""Finds names for what was typed and hands them over, later."""

UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Picker(QLineEdit):
    """`edited` tells the new text (NFC) and the carets around it, `picked` a name that was chosen."""

    edited = Signal(str, object, object, bool)
    picked = Signal(str)

    def __init__(self, place: str, suggest: Suggest, icons: Icons) -> None:
        super().__init__()
        self.place = place
        self._preedit = ""
        self._suggest = suggest
        self._held = ""
        self._before = Caret(place, 0, 0)
        self._names = QStringListModel(self)
        self._popup = QCompleter(self._names, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list = QListView()
        self._list.setObjectName("suggestions")
        self._popup.setPopup(self._list)
        self._popup.activated.connect(self._pick, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(self._popup)
        self._open = QAction(self)
        self._open.triggered.connect(self.offer_all)
        icons.give(self._open, "chevron_down", self._open.setIcon, "muted")
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._type)

    @property
    def composing(self) -> bool:
        """Whether a word is being composed by an input method."""
        return bool(self._preedit)

    def show_text(self, text: str) -> None:
        """Show what the article holds now."""
        self._held = text
        if text != self.text():
            position = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(position if self.hasFocus() else 0)

    def put_caret(self, anchor: int, position: int) -> None:
        """Put the caret, or a selection."""
        self.setSelection(anchor, position - anchor)

    def settle(self) -> None:
        """End a composition and hand in what is written."""
        if self.composing:
            QGuiApplication.inputMethod().commit()
        if self.composing:
            # The input method did not answer: what it showed is taken as it stands.
            event = QInputMethodEvent()
            event.setCommitString(self._preedit)
            QApplication.sendEvent(self, event)
        self._hand_in()

    @property
    def names(self) -> tuple[str, ...]:
        """The names offered last."""
        return tuple(self._names.stringList())

    def offering(self) -> bool:
        """Whether the popup is open."""
        return self._list.isVisible()

    def offer_all(self) -> None:
        """Show every name there is."""
        self.setFocus()
        self._suggest("", self._offer)

    def event(self, event: QEvent) -> bool:
        undoing = isinstance(event, QKeyEvent) and any(event.matches(key) for key in UNDOING)
        if undoing and event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._before = self._caret()
        match event.key():
            case _ if any(event.matches(key) for key in UNDOING):
                event.ignore()
            case Qt.Key.Key_Down:
                self.offer_all()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.focusNextChild()
            case _:
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.composing:
            self._before = self._caret()
        self._preedit = event.preeditString()
        committed = typed(event.commitString()).replace(LINE_BREAK, " ")
        event.setCommitString(committed, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        self._hand_in()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text():
            self.offer_all()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def _type(self, text: str) -> None:
        self._hand_in()
        if not self.composing:
            self._suggest(text, lambda names: self._offer(names) if text == self.text() else None)

    def _hand_in(self) -> None:
        text = unicodedata.normalize("NFC", self.text())
        if text != self._held and not self.composing:
            self._held = text
            self.edited.emit(text, self._before, self._caret(), True)

    def _offer(self, names: list[str]) -> None:
        if not self.hasFocus() or self.composing:
            return
        self._names.setStringList([name for name in names if name != self.text()])
        if self._names.rowCount():
            self._popup.complete()
        else:
            self._list.hide()

    def _pick(self, name: str) -> None:
        self.show_text(name)
        self.end(False)
        self.picked.emit(name)

    def _caret(self) -> Caret:
        end = self.cursorPosition()
        start = self.selectionStart()
        if start < 0:
            return Caret(self.place, end, end)
        return Caret(self.place, self.selectionEnd() if start == end else start, end)
