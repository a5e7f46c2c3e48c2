"""What the window's commands and panels do to the body: kinds, marks, links, figures, embeds, jumps."""

from collections.abc import Sequence

from newsdesk.article.blocks import Block, Divider, Embed, Figure
from newsdesk.article.identity import new_id
from newsdesk.article.text import Mark, Run
from newsdesk.gui.editor.arranging import moved, pasted, with_kind, with_objects
from newsdesk.gui.editor.edit import Edit, Go, Place, caret
from newsdesk.gui.editor.formats import MARKS, MARKS_OF_BITS
from newsdesk.gui.editor.lines import FIGURE_KINDS, TEXT_KINDS, Kind, Line, to_lines
from newsdesk.gui.editor.marks import OPPOSITE, common, link_around, linked, toggled
from newsdesk.gui.editor.repair import repair
from newsdesk.gui.editor.surface import Surface

CAPTION_FIELDS = {"caption": 1, "credit": 2}


class Commands(Surface):
    """A surface that can be told what to do."""

    def current_kind(self) -> Kind:
        """The kind of line the caret is in."""
        return self.lines[self.selection().caret.line].kind

    def current_marks(self) -> frozenset[Mark]:
        """The marks of the selected text, or those that typing would have now."""
        go = self.selection()
        if go.anchor != go.caret:
            return common(self.lines, go)
        return self.marks_here()

    def current_figure(self) -> str:
        """The id of the figure that the caret is in or that is selected, empty outside figures."""
        line = self.lines[self.selection().caret.line]
        return line.id if line.kind in FIGURE_KINDS else ""

    def current_link(self) -> str:
        """The address of the link at the caret, empty outside links."""
        link = self._link_here()
        return link[2] if link else ""

    def marks_here(self) -> frozenset[Mark]:
        """The marks that typing at the caret would have."""
        return MARKS_OF_BITS[self.currentCharFormat().intProperty(MARKS)]

    def write_with(self, marks: frozenset[Mark]) -> None:
        """Have the next typing use these marks and no link."""
        kind = self.lines[self.textCursor().blockNumber()].kind
        self.setCurrentCharFormat(self.projection.formats.text(kind, Run("", marks)))

    def set_kind(self, kind: Kind) -> None:
        """Make the selected lines of one text kind; when they are already, paragraphs again."""
        if kind in TEXT_KINDS:
            go = self.selection()
            first, last = sorted((go.anchor.line, go.caret.line))
            self.carry_out(with_kind(self.lines, first, last, kind, go))

    def toggle_mark(self, mark: Mark) -> None:
        """Bold and the like for the selection, or for what is typed next."""
        go = self.selection()
        if go.anchor != go.caret:
            self.carry_out(toggled(self.lines, go, mark))
        elif self.lines[go.caret.line].kind in TEXT_KINDS:
            marks = self.current_marks()
            drop = {OPPOSITE[mark]} if mark in OPPOSITE else set[Mark]()
            self.write_with(marks - {mark} if mark in marks else marks - drop | {mark})

    def set_link(self, href: str | None) -> None:
        """Link the selection, change the link at the caret, or write the address as a link; None unlinks."""
        go, link = self.selection(), self._link_here()
        line = go.caret.line
        if go.anchor == go.caret and link is not None:
            go = Go(Place(line, link[0]), Place(line, link[1]))
        if go.anchor != go.caret:
            self.carry_out(linked(self.lines, go, href))
        elif href is not None and self.lines[line].kind in TEXT_KINDS:
            self.paste_lines([Line(Kind.PARAGRAPH, "", (Run(href, frozenset(), href),))])

    def insert_figures(self, figures: Sequence[Figure]) -> None:
        """Put figures in at the caret; the caret goes to the first caption."""
        self._insert_objects(figures)

    def insert_divider(self) -> None:
        """Put a break between two parts in."""
        self._insert_objects([Divider(new_id())])

    def insert_embed(self, url: str, title: str = "") -> None:
        """Put a video or page in by its address."""
        self._insert_objects([Embed(new_id(), url, title)])

    def replace_object(self, block: Figure | Embed) -> None:
        """Show another state of a figure or embed (a photo for a placeholder, a new title)."""
        index = self.mirror.find(block.id)
        if index is not None:
            new = tuple(to_lines([block]))
            self.carry_out(Edit(index, len(new), new, self.selection()))

    def move_block(self, step: int) -> None:
        """Move the selected blocks one up (-1) or down (1)."""
        go = self.selection()
        first, last = sorted((go.anchor.line, go.caret.line))
        self.carry_out(moved(self.lines, first, last, step, go))

    def paste_lines(self, incoming: Sequence[Line]) -> None:
        """Put lines in at the caret, in place of the selection, as one undo step."""
        if not incoming:
            return
        with self.changing():
            self.make_room()
            fresh = repair(incoming, self.mirror.taken_outside(0, 0))
            self.carry_out(pasted(self.lines, self.selection().caret, fresh))

    def show_block(
        self, block_id: str, start: int | None = None, end: int | None = None, field: str | None = None
    ) -> None:
        """Go to a block and select from `start` to `end` of its text; `field` names a caption or credit."""
        if self.select_in_block(block_id, start, end, field):
            self.setFocus()
            self.ensureCursorVisible()

    def select_in_block(
        self, block_id: str, start: int | None = None, end: int | None = None, field: str | None = None
    ) -> bool:
        """The same without taking the focus; tells whether there is such a block."""
        index = self.mirror.find(block_id)
        if index is None:
            return False
        line = index + (CAPTION_FIELDS.get(field or "", 0) if self.lines[index].kind is Kind.IMAGE else 0)
        if start is None:
            self.go(caret(line, self.lines[line].length))
        else:
            length = self.lines[line].length
            last = min(start if end is None else end, length)
            self.go(Go(Place(line, min(start, length)), Place(line, last)))
        return True

    def _insert_objects(self, blocks: Sequence[Block]) -> None:
        if not blocks:
            return
        with self.changing():
            go = self.selection()
            if go.anchor != go.caret and self.lines[go.caret.line].kind in TEXT_KINDS:
                self.make_room()
            fresh = repair(to_lines(blocks), self.mirror.taken_outside(0, 0))
            self.carry_out(with_objects(self.lines, self.selection().caret, fresh))

    def _link_here(self) -> tuple[int, int, str] | None:
        place = self.selection().caret
        return link_around(self.lines[place.line], place.offset)
