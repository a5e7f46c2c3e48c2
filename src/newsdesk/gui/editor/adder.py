"""Where signatures are typed: a field that offers people in a popup, never inside what is being typed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QSizePolicy

from newsdesk.gui.editor.lines import LINE_BREAK, typed

Suggest = Callable[[str, Callable[[list[str]], None]], None]
"""Finds names for what was typed and hands them over, later."""

NARROW, WIDE = 128, 240
BETWEEN_NAMES = " – "
Standard = QKeySequence.StandardKey


class Adder(QLineEdit):
    """`entered` tells the text when it is complete, `given_up` that nothing was typed after all.

    `left_back` tells that the caret wants to the chip before.
    """

    entered = Signal(str)
    given_up = Signal()
    left_up = Signal()
    left_down = Signal()
    left_back = Signal()

    def __init__(self, suggest: Suggest) -> None:
        super().__init__()
        self.setObjectName("adder")
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(NARROW)
        self._suggest = suggest
        self._composing = False
        self._names = QStringListModel(self)
        self._popup = QCompleter(self._names, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.activated.connect(self._pick, Qt.ConnectionType.QueuedConnection)
        self._list = QListView()
        self._list.setObjectName("suggestions")
        self._popup.setPopup(self._list)
        self.setCompleter(self._popup)
        self.textEdited.connect(self._ask)

    @property
    def composing(self) -> bool:
        """Whether a word is being composed by an input method."""
        return self._composing

    def begin(self, text: str) -> None:
        """Let a name be typed anew."""
        self.setText(text)
        self.setFocus()
        self.selectAll()

    def settle(self) -> None:
        """End a composition and hand in what was typed."""
        if self._composing:
            QGuiApplication.inputMethod().commit()
        self._enter(stay=False)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(Standard.Undo) and not self.isUndoAvailable()
            if undo or (event.matches(Standard.Redo) and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() and not self.text()
        if event.matches(Standard.Paste):
            self._paste()
            return
        match event.key():
            case Qt.Key.Key_Backspace | Qt.Key.Key_Left if bare:
                self.left_back.emit()
            case Qt.Key.Key_Up:
                self.left_up.emit()
            case Qt.Key.Key_Down:
                self.left_down.emit()
            case Qt.Key.Key_Escape:
                self._clear()
                self.given_up.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._accept_key(event)
            case _:
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        text = typed(event.commitString())
        event.setCommitString(text, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setFixedWidth(WIDE)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._enter(stay=False)
            self.setFixedWidth(NARROW)

    def _paste(self) -> None:
        """A pasted line of names is complete as it is; into a name that is being typed it only goes in."""
        complete = not self.text()
        self.insert(typed(QGuiApplication.clipboard().text()).strip().replace(LINE_BREAK, BETWEEN_NAMES))
        if complete:
            self._enter()

    def _accept_key(self, event: QKeyEvent) -> None:
        if self._list.isVisible() and self._list.selectedIndexes():
            event.ignore()  # The popup takes it, and tells what was picked.
        else:
            self._enter()

    def _ask(self, text: str) -> None:
        if text.strip():
            self._suggest(text, lambda names: self._offer(text, names))

    def _offer(self, text: str, names: list[str]) -> None:
        if text != self.text() or not self.hasFocus() or self._composing:
            return
        self._names.setStringList(names)
        if names:
            self._popup.complete()
        else:
            self._list.hide()

    def _pick(self, name: str) -> None:
        self.setText(name)
        self._enter()

    def _enter(self, *, stay: bool = True) -> None:
        text = self.text().strip()
        self._clear()
        if text:
            self.entered.emit(text)
            return
        self.given_up.emit()
        if stay:
            self.left_down.emit()

    def _clear(self) -> None:
        # Unlike clear(), this leaves no undo of its own behind: Ctrl+Z is for the signature then.
        self.setText("")
        self._names.setStringList([])
        self._list.hide()
