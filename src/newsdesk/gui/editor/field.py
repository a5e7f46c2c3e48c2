"""One text field of the piece, written as part of the page: kicker, headline, standfirst."""

import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextLayout,
)
from PySide6.QtWidgets import QApplication

from newsdesk.article.splice import Change, FieldChange
from newsdesk.gui.editor.growing import Growing
from newsdesk.gui.editor.keyboard import COMMANDING, is_typing
from newsdesk.gui.editor.lines import LINE_BREAK, typed
from newsdesk.gui.editor.projection import utf16_length
from newsdesk.gui.manuscript import Caret, Manuscript

Key = Qt.Key
ENTER = frozenset({Key.Key_Return, Key.Key_Enter})
MOVING = frozenset({Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End})
ERASING = frozenset({Key.Key_Backspace, Key.Key_Delete})
OWN = MOVING | ERASING | {Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_X, Key.Key_Insert}
"""Keys that a field wants for itself even together with Ctrl."""

LINE_HEIGHT = 104.0
"""Per cent of what the typeface asks for; its own height has room for a tone mark upon a hat."""


class Field(Growing):
    """Holds one paragraph and no marks.

    What is typed goes to the manuscript's field `name`; nothing goes while a word is being composed.
    """

    left_up = Signal()
    left_down = Signal()
    rewritten = Signal()

    def __init__(self, manuscript: Manuscript, name: str, font: QFont) -> None:
        super().__init__(font)
        self.name = name
        self._manuscript = manuscript
        self._shown = ""
        self._following = False
        self._before = Caret(name, 0, 0)
        self.setObjectName(name)
        self.document().contentsChanged.connect(self._changed)
        manuscript.opened.connect(self._open)
        manuscript.changed.connect(self._follow)
        manuscript.caret_wanted.connect(self._want_caret)
        manuscript.settling.connect(self.settle)
        self._open()

    @property
    def composing(self) -> bool:
        """Whether a word is being composed by an input method."""
        return bool(self._layout().preeditAreaText())

    def take_caret(self, *, at_end: bool) -> None:
        """Have the caret, at the start or at the end of the text."""
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.End if at_end else QTextCursor.MoveOperation.Start)

    def select(self, start: int, end: int) -> None:
        """Select code points `start` to `end` of the text, without taking the caret from elsewhere."""
        text = self.toPlainText()
        self._select(utf16_length(text[:start]), utf16_length(text[:end]))

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
        text = one_paragraph(event.commitString())
        event.setCommitString(text, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        self._hand_in()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are for the page below: a dropped photo goes into the text, not its address into the field.
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.settle()
        self._before = self._caret()
        self._following = True
        self.textCursor().insertText(one_paragraph(source.text()).strip())
        self._following = False
        self._hand_in(typing=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def _way_out(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does that leads from this field to a neighbour; None when it stays here."""
        if event.modifiers() & COMMANDING or self.composing:
            return None
        if event.key() in ENTER:
            return self.left_down.emit
        cursor = self.textCursor()
        alone = not cursor.hasSelection() and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        match event.key():
            case Key.Key_Backspace | Key.Key_Left if alone and cursor.atStart():
                return self.left_up.emit
            case Key.Key_Right if alone and cursor.atEnd():
                return self.left_down.emit
            case Key.Key_Up if alone and not cursor.movePosition(QTextCursor.MoveOperation.Up):
                return self.left_up.emit
            case Key.Key_Down if alone and not cursor.movePosition(QTextCursor.MoveOperation.Down):
                return self.left_down.emit
        return None

    def _type(self, text: str) -> None:
        """Put a key's text in; a tone mark that comes as a key of its own joins the letter before it."""
        cursor = self.textCursor()
        if unicodedata.combining(text[0]) and not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
            text = cursor.selectedText() + text
        cursor.insertText(one_paragraph(text))
        self.ensureCursorVisible()

    def _keep_composed(self) -> None:
        """Where the input method did not answer, what it showed is taken as it stands."""
        preedit = self._layout().preeditAreaText()
        if preedit:
            event = QInputMethodEvent()
            event.setCommitString(preedit)
            QApplication.sendEvent(self, event)

    def _layout(self) -> QTextLayout:
        return self.document().firstBlock().layout()

    def _changed(self) -> None:
        self.updateGeometry()
        self._hand_in()

    def _hand_in(self, *, typing: bool = True) -> None:
        """Push what stands here if it is not what was shown last: stored text is never changed unasked."""
        new = one_paragraph(self.toPlainText())
        if new == self._shown or self._following or self.composing:
            return
        self._shown = new
        change = FieldChange(self.name, getattr(self._manuscript.article, self.name), new)
        self._manuscript.push(change, origin=self, before=self._before, after=self._caret(), typing=typing)
        self.rewritten.emit()

    def _open(self) -> None:
        self._show(getattr(self._manuscript.article, self.name))

    def _follow(self, change: Change, origin: object) -> None:
        if origin is not self and isinstance(change, FieldChange) and change.name == self.name:
            position = self.textCursor().position()
            self._show(change.new)
            self._select(position, position)

    def _show(self, text: str) -> None:
        self._following = True
        self._shown = one_paragraph(text)
        self.setPlainText(self._shown)
        cursor = QTextCursor(self.document())
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)
        self._following = False
        self.rewritten.emit()

    def _want_caret(self, caret: Caret) -> None:
        if caret.place == self.name:
            self.setFocus()
            self._select(caret.anchor, caret.position)

    def _caret(self) -> Caret:
        cursor = self.textCursor()
        return Caret(self.name, cursor.anchor(), cursor.position())

    def _select(self, anchor: int, position: int) -> None:
        end, cursor = self.document().characterCount() - 1, self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


def one_paragraph(text: str) -> str:
    """Typed, pasted or composed text without line breaks, clean and in NFC."""
    return re.sub(f"[ ]*{LINE_BREAK}[{LINE_BREAK} ]*", " ", typed(text))
