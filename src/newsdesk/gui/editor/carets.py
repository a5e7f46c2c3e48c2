"""Where the caret is in the article, be it in the text or in the head above it, and taking it elsewhere."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from newsdesk.desk.seeking import Match
from newsdesk.gui.editor.edit import Go
from newsdesk.gui.editor.field import Field
from newsdesk.gui.editor.lines import Kind
from newsdesk.gui.editor.page import Page
from newsdesk.gui.editor.projection import offset_in

FIELD_OF = {Kind.IMAGE: "caption", Kind.CAPTION: "caption", Kind.CREDIT: "credit", Kind.EMBED: "title"}
LONGEST = 80
"""A selection longer than this is no word to look for."""


class Carets(QObject):
    """Knows which part of the page had the caret last. Selecting does not take the focus."""

    def __init__(self, page: Page, fields: Mapping[str, Field]) -> None:
        super().__init__(page)
        self._page = page
        self._fields = fields
        self._holder: Page | Field = page

    def follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Notice which part has the caret now."""
        if isinstance(new, Page | Field) and (new is self._page or new in self._fields.values()):
            self._holder = new

    def here(self) -> Match:
        """What is selected where the caret is; in several lines, only where it begins."""
        if isinstance(self._holder, Field):
            cursor, block = self._holder.textCursor(), self._holder.document().firstBlock()
            ends = cursor.selectionStart(), cursor.selectionEnd()
            start, end = (offset_in(block, position) for position in ends)
            return Match(None, self._holder.place, start, end)
        go = self._page.selection()
        first, last = sorted((go.anchor, go.caret))
        line = self._page.lines[first.line]
        end = last.offset if last.line == first.line else first.offset
        return Match(line.id, FIELD_OF.get(line.kind, "text"), first.offset, end)

    def selected_words(self) -> str:
        """The selected text when it is short and in one paragraph, else nothing."""
        text = self._holder.textCursor().selectedText()
        return text if text.isprintable() and len(text) <= LONGEST else ""

    def select(self, match: Match) -> None:
        """Select a place and bring it into view; nothing else stays selected."""
        before = self._holder
        if match.block is None:
            field = self._fields[match.field]
            self._holder = field
            field.select(match.start, match.end)
        else:
            self._holder = self._page
            self._page.select_in_block(match.block, match.start, match.end, match.field)
        if before is not self._holder:
            self._unselect(before)
        self._reveal()

    def unselect(self) -> None:
        """Leave the bare caret where the selection began."""
        self._unselect(self._holder)

    def take_focus(self) -> None:
        """Have the keys go where the caret is."""
        self._holder.setFocus()

    def _unselect(self, holder: Page | Field) -> None:
        if isinstance(holder, Field):
            start = offset_in(holder.document().firstBlock(), holder.textCursor().selectionStart())
            holder.select(start, start)
        else:
            go = holder.selection()
            holder.go(Go(min(go.anchor, go.caret), min(go.anchor, go.caret)))

    def _reveal(self) -> None:
        area = self._holder.cursorRect()
        top = self._holder.viewport().mapTo(self._page.viewport(), area.topLeft()).y()
        self._page.frame.reveal(top, top + area.height())
