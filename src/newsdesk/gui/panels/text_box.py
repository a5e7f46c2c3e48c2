"""A field of the inspector: as high as its text, safe for input methods, with the piece's own undo."""

import unicodedata

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy

from newsdesk.gui.editor.field import OWN
from newsdesk.gui.editor.keyboard import COMMANDING, is_typing
from newsdesk.gui.editor.lines import LINE_BREAK, typed
from newsdesk.gui.manuscript import Caret

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST_LINES = 8


class TextBox(QPlainTextEdit):
    """Holds one paragraph, or several when made with `paragraphs`.

    `edited` tells the new text (NFC) and the caret before and after; nothing is told while a word is being
    composed. `place` names the field for the undo history.
    """

    edited = Signal(str, object, object)

    def __init__(self, place: str = "", *, paragraphs: bool = False, least: int = 1) -> None:
        super().__init__()
        self.place = place
        self._paragraphs = paragraphs
        self._least = least
        self._held = ""
        self._following = False
        self._before = Caret(place, 0, 0)
        self.setObjectName("text_box")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().contentsChanged.connect(self._changed)

    @property
    def composing(self) -> bool:
        """Whether a word is being composed by an input method."""
        return bool(self._layout().preeditAreaText())

    @property
    def text(self) -> str:
        """What is written, in NFC."""
        return unicodedata.normalize("NFC", self.toPlainText())

    def show_text(self, text: str) -> None:
        """Show what the piece holds now; the caret stays as far as it can."""
        self._held = text
        if text != self.text:
            position = self.textCursor().position()
            self._following = True
            self.setPlainText(text)
            self._following = False
            self.select(position, position)
        self._fit()

    def settle(self) -> None:
        """End a composition and hand in its text."""
        if self.composing:
            QGuiApplication.inputMethod().commit()
            self._keep_composed()
        self._hand_in()

    def select(self, anchor: int, position: int) -> None:
        """Put the caret, or a selection."""
        end, cursor = self.document().characterCount() - 1, self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            wanted = not event.modifiers() & COMMANDING or is_typing(event) or event.key() in OWN
            if not wanted or event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._before = self._caret()
        if event.key() in ENTER and not self._paragraphs and not self.composing:
            self.focusNextChild()
        elif event.modifiers() & COMMANDING and event.key() not in OWN and not is_typing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.composing:
            self._before = self._caret()
        committed = self._tidy(event.commitString())
        event.setCommitString(committed, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        self._hand_in()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._before = self._caret()
        if source.hasText():
            self.textCursor().insertText(self._tidy(source.text()).strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _keep_composed(self) -> None:
        """Where the input method did not answer, what it showed is taken as it stands."""
        preedit = self._layout().preeditAreaText()
        if preedit:
            event = QInputMethodEvent()
            event.setCommitString(preedit)
            QApplication.sendEvent(self, event)

    def _layout(self) -> QTextLayout:
        return self.textCursor().block().layout()

    def _changed(self) -> None:
        self._fit()
        if not self._following:
            self._hand_in()

    def _hand_in(self) -> None:
        text = self.text
        if self._following or text == self._held or self.composing:
            return
        self._held = text
        self.edited.emit(text, self._before, self._caret())

    def _tidy(self, text: str) -> str:
        return typed(text).replace(LINE_BREAK, "\n" if self._paragraphs else " ")

    def _caret(self) -> Caret:
        cursor = self.textCursor()
        return Caret(self.place, cursor.anchor(), cursor.position())

    def _fit(self) -> None:
        # The toolkit measures a plain document in lines, not in pixels.
        lines = max(self._least, min(MOST_LINES, round(self.document().size().height())))
        margins = self.contentsMargins()
        chrome = margins.top() + margins.bottom()
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + chrome)
        many = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines == MOST_LINES
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(many)
