"""One text field of the article, written as part of the page: kicker, headline, standfirst."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextBlockFormat, QTextCursor

from newsdesk.article.splice import Change, FieldChange
from newsdesk.gui.editor.entry import ENTER
from newsdesk.gui.editor.growing import Growing
from newsdesk.gui.editor.projection import utf16_length
from newsdesk.gui.manuscript import Caret, Manuscript

Key = Qt.Key

LINE_HEIGHT = 104.0
"""Per cent of what the typeface asks for; its own height has room for a tone mark upon a hat."""


class Field(Growing):
    """What is typed goes to the manuscript's field `name`; `rewritten` tells that a new text stands here."""

    left_up = Signal()
    left_down = Signal()
    rewritten = Signal()

    def __init__(self, manuscript: Manuscript, name: str, font: QFont) -> None:
        super().__init__(name, font)
        self._manuscript = manuscript
        self.setObjectName(name)
        manuscript.opened.connect(self._open)
        manuscript.changed.connect(self._follow)
        manuscript.caret_wanted.connect(self._want_caret)
        manuscript.settling.connect(self.settle)
        self._open()

    def take_caret(self, *, at_end: bool) -> None:
        """Have the caret, at the start or at the end of the text."""
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.End if at_end else QTextCursor.MoveOperation.Start)

    def select(self, start: int, end: int) -> None:
        """Select code points `start` to `end` of the text, without taking the caret from elsewhere."""
        text = self.toPlainText()
        self.put_caret(utf16_length(text[:start]), utf16_length(text[:end]))

    def show_text(self, text: str) -> None:
        super().show_text(text)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(self.document()).mergeBlockFormat(spacing)
        self.rewritten.emit()

    def _leave_by(self, event: QKeyEvent) -> Callable[[], object] | None:
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

    def _tell(self, text: str, *, typing: bool) -> None:
        change = FieldChange(self.place, getattr(self._manuscript.article, self.place), text)
        self._manuscript.push(change, origin=self, before=self._before, after=self._caret(), typing=typing)
        self.rewritten.emit()

    def _open(self) -> None:
        self.show_text(getattr(self._manuscript.article, self.place))
        self.put_caret(0, 0)

    def _follow(self, change: Change, origin: object) -> None:
        if origin is not self and isinstance(change, FieldChange) and change.name == self.place:
            self.show_text(change.new)

    def _want_caret(self, caret: Caret) -> None:
        if caret.place == self.place:
            self.setFocus()
            self.put_caret(caret.anchor, caret.position)
