"""A box for plain text, however it is sent: by keys, from the clipboard, or composed by an input method."""

import re
import unicodedata
from abc import abstractmethod
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QTextEdit

from newsdesk.gui.editor.keyboard import COMMANDING, is_typing
from newsdesk.gui.editor.lines import LINE_BREAK, typed
from newsdesk.gui.manuscript import Caret

Key = Qt.Key
ENTER: Final = frozenset({Key.Key_Return, Key.Key_Enter})
MOVING: Final = frozenset({Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End})
ERASING: Final = frozenset({Key.Key_Backspace, Key.Key_Delete})
OWN: Final = MOVING | ERASING | {Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_X, Key.Key_Insert}
"""Keys that a box wants for itself even together with Ctrl."""


class Entry(QTextEdit):
    """Holds one paragraph, or several when made with `paragraphs`, and no marks.

    What is written is handed on by `_tell`, clean and in NFC, but never while a word is being composed.
    Undo is left to the article's own history, where `place` names this box.
    """

    def __init__(self, place: str, *, paragraphs: bool = False) -> None:
        super().__init__()
        self.place = place
        self._paragraphs = paragraphs
        self._held = ""
        self._following = False
        self._before = Caret(place, 0, 0)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().contentsChanged.connect(self._changed)

    @property
    def composing(self) -> bool:
        """Whether a word is being composed by an input method."""
        return bool(self._layout().preeditAreaText())

    @property
    def text(self) -> str:
        """What is written, clean and in NFC."""
        return self._tidy(self.toPlainText())

    def show_text(self, text: str) -> None:
        """Show what the article holds now; the caret stays as far as it can."""
        self._held = self._tidy(text)
        if self._held != self.toPlainText():
            position = self.textCursor().position()
            self._following = True
            self.setPlainText(self._held)
            self._following = False
            self.put_caret(position, position)

    def put_caret(self, anchor: int, position: int) -> None:
        """Put the caret, or a selection, counted in UTF-16 units."""
        end, cursor = self.document().characterCount() - 1, self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def settle(self) -> None:
        """End a composition and hand in its text."""
        if self.composing:
            QGuiApplication.inputMethod().commit()
            self._keep_composed()
        self._hand_in()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            wanted = not event.modifiers() & COMMANDING or is_typing(event) or event.key() in OWN
            if not wanted or event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._before = self._caret()
        way_out = self._way_out(event)
        if way_out is not None:
            way_out()
        elif is_typing(event):
            self._type(event.text())
        elif event.modifiers() & COMMANDING and event.key() not in OWN:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.composing:
            self._before = self._caret()
        text = self._tidy(event.commitString())
        event.setCommitString(text, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        self._hand_in()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are for the page below: a dropped photo goes into the text, not its address into the box.
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.settle()
        self._before = self._caret()
        self._following = True
        self.textCursor().insertText(self._tidy(source.text()).strip())
        self._following = False
        self._hand_in(typing=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    @abstractmethod
    def _tell(self, text: str, *, typing: bool) -> None:
        """Hand on the new text. `typing` unless it came in one go; `_before` was the caret, `_caret()` is."""

    @abstractmethod
    def _leave_by(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key without Ctrl, Alt or Meta does that leads out of this box; None when it stays here."""

    def _way_out(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.modifiers() & COMMANDING or self.composing:
            return None
        return self._leave_by(event)

    def _type(self, text: str) -> None:
        """Put a key's text in; a tone mark that comes as a key of its own joins the letter before it."""
        cursor = self.textCursor()
        if unicodedata.combining(text[0]) and not cursor.hasSelection() and not cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
            text = cursor.selectedText() + text
        cursor.insertText(self._tidy(text))
        self.ensureCursorVisible()

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
        self._hand_in()

    def _hand_in(self, *, typing: bool = True) -> None:
        """Tell what stands here if it is not what was shown last: stored text is never changed unasked."""
        text = self.text
        if text == self._held or self._following or self.composing:
            return
        self._held = text
        self._tell(text, typing=typing)

    def _tidy(self, text: str) -> str:
        """Typed, pasted or composed text as this box may hold it."""
        clean = typed(text)
        if self._paragraphs:
            return clean.replace(LINE_BREAK, "\n")
        return re.sub(f"[ ]*{LINE_BREAK}[{LINE_BREAK} ]*", " ", clean)

    def _caret(self) -> Caret:
        cursor = self.textCursor()
        return Caret(self.place, cursor.anchor(), cursor.position())
