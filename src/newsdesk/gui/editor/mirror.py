"""The lines as the page last knew them, and what of them the article has not heard of yet."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from newsdesk.article.blocks import Block
from newsdesk.article.identity import new_id
from newsdesk.article.splice import Splice
from newsdesk.gui.editor.edit import block_end, block_start
from newsdesk.gui.editor.lines import Kind, Line, LineObject, to_blocks, to_lines


class Mirror:
    """The page's lines, with track of figures, ids and the stretch that changed since the last `take`.

    A change costs the lines it touches plus, when the number of lines changes, the number of figures:
    a key press costs the same in an article of any length.

    A body without blocks is shown as one empty paragraph, which is no block until something changes.
    """

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.objects: dict[str, LineObject] = {}
        self._ids: set[str] = set()
        self._figures: list[int] = []
        self._first: int | None = None
        self._clean_tail = 0
        self._unwritten = False

    def load(self, blocks: Sequence[Block]) -> None:
        """Start over from a body."""
        self.lines = to_lines(blocks) or [Line(Kind.PARAGRAPH, new_id())]
        self.objects = {line.id: line.object for line in self.lines if line.object is not None}
        self._ids = {line.id for line in self.lines}
        self._figures = [index for index, line in enumerate(self.lines) if line.kind is Kind.IMAGE]
        self._first = None
        self._unwritten = not blocks

    @property
    def changed(self) -> bool:
        """Whether there is something to `take`."""
        return self._first is not None

    def taken_outside(self, start: int, count: int) -> Callable[[str], bool]:
        """Tell which ids the lines outside a stretch use."""
        inside = {line.id for line in self.lines[start : start + count]}
        return lambda wanted: wanted in self._ids and wanted not in inside

    def find(self, block_id: str) -> int | None:
        """The first line of the block with this id."""
        if block_id not in self._ids:
            return None
        return next(index for index, line in enumerate(self.lines) if line.id == block_id)

    def replace(self, start: int, count: int, new: Sequence[Line]) -> None:
        """Put `new` in place of `count` lines from `start` on; the stretch is to be taken later."""
        old = self.lines[start : start + count]
        if old == list(new):
            return
        tail = len(self.lines) - start - count
        self._first, self._clean_tail = (
            (start, tail) if self._first is None else (min(self._first, start), min(self._clean_tail, tail))
        )
        self._swap(start, old, new)

    def take(self, blocks: Sequence[Block]) -> Splice | None:
        """What changed since the article stood at `blocks`, as one splice; None when nothing did."""
        if self._first is None:
            return None
        first, end = self._first, len(self.lines) - self._clean_tail
        self._first = None
        if self._unwritten:
            self._unwritten = False
            return Splice(0, (), to_blocks(self.lines))
        if first < len(self.lines):
            first = block_start(self.lines, first)
        if first < end < len(self.lines):
            end = block_end(self.lines, end - 1)
        index = self.block_at(first)
        remaining = len(self.lines) - 2 * len(self._figures) - self.block_at(end)
        old = tuple(blocks[index : len(blocks) - remaining])
        return _trimmed(index, old, to_blocks(self.lines[first:end]))

    def follow(self, splice: Splice) -> tuple[int, Sequence[Line], Sequence[Line]]:
        """Take over a change made elsewhere: first line, old and new lines for the page to show."""
        new: Sequence[Line] = to_lines(splice.new)
        if self._unwritten:
            start, count = 0, len(self.lines)
        else:
            start = self.line_at(splice.index)
            count = self.line_at(splice.index + len(splice.old)) - start
        self._unwritten = len(self.lines) - count + len(new) == 0
        if self._unwritten:
            new = [Line(Kind.PARAGRAPH, new_id())]
        old = self.lines[start : start + count]
        self._swap(start, old, new)
        return start, old, new

    def block_at(self, line: int) -> int:
        """The index of the block that a line belongs to; the number of blocks for the end of the lines."""
        before = bisect_right(self._figures, line)
        if before and line - self._figures[before - 1] < 3:
            return self._figures[before - 1] - 2 * (before - 1)
        return line - 2 * before

    def line_at(self, block: int) -> int:
        """The first line of block number `block`; the number of lines for the end of the blocks."""
        before = bisect_left(range(len(self._figures)), block, key=lambda n: self._figures[n] - 2 * n)
        return block + 2 * before

    def _swap(self, start: int, old: Sequence[Line], new: Sequence[Line]) -> None:
        self.lines[start : start + len(old)] = new
        if len(old) == len(new) == 1 and old[0].id == new[0].id and old[0].object is new[0].object:
            return
        for line in old:
            self._ids.discard(line.id)
            self.objects.pop(line.id, None)
        for line in new:
            self._ids.add(line.id)
            if line.object is not None:
                self.objects[line.id] = line.object
        self._move_figures(start, len(old), new)

    def _move_figures(self, start: int, count: int, new: Sequence[Line]) -> None:
        figures, shift = self._figures, len(new) - count
        first, last = bisect_left(figures, start), bisect_left(figures, start + count)
        here = [start + index for index, line in enumerate(new) if line.kind is Kind.IMAGE]
        later = [index + shift for index in figures[last:]] if shift else figures[last:]
        figures[first:] = here + later


def _trimmed(index: int, old: tuple[Block, ...], new: tuple[Block, ...]) -> Splice | None:
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    return Splice(index + start, old, new) if old or new else None
