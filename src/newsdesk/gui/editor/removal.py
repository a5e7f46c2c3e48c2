"""Deleting a selection so that no half figure is left behind."""

from dataclasses import replace

from newsdesk.article.identity import new_id
from newsdesk.article.text import normalised
from newsdesk.gui.editor.edit import Edit, Go, Lines, Place, block_end, caret, head, joined, tail
from newsdesk.gui.editor.lines import FIGURE_KINDS, OBJECT_KINDS, PLAIN_KINDS, TEXT_KINDS, Kind, Line


def remove(lines: Lines, start: Place, end: Place, *, to_write: bool = False) -> Edit:
    """Delete from `start` to `end`.

    A figure goes as a whole when its image is selected; a selection that only touches its caption or credit
    cuts their text. The text lines at both ends are joined when nothing is left between them. With `to_write`
    the caret ends in a line that takes text, an empty paragraph in the object's place if need be.
    """
    last = _last_line(lines, start, end)
    kept = _kept(lines, start, end, last)
    ends_are_text = lines[start.line].kind in TEXT_KINDS and lines[end.line].kind in TEXT_KINDS
    if start.line != end.line and ends_are_text and len(kept) == 2:
        kept = [joined(kept[0], kept[1])]
    if not kept and (to_write or last + 1 - start.line == len(lines)):
        kept = [Line(Kind.PARAGRAPH, new_id())]
    return Edit(start.line, last + 1 - start.line, tuple(kept), _caret_after(lines, start, last, kept))


def _last_line(lines: Lines, start: Place, end: Place) -> int:
    """The last line touched: a figure whose image is selected counts to its credit."""
    index = end.line
    if lines[index].kind not in FIGURE_KINDS:
        return index
    image = block_end(lines, index) - 3
    return image + 2 if _covers(start, end, image) else index


def _covers(start: Place, end: Place, index: int) -> bool:
    return start <= Place(index, 0) and Place(index, 1) <= end


def _kept(lines: Lines, start: Place, end: Place, last: int) -> list[Line]:
    kept: list[Line] = []
    index = start.line
    while index <= last:
        line = lines[index]
        if line.kind in OBJECT_KINDS and _covers(start, end, index):
            index = block_end(lines, index)
            continue
        if line.kind in OBJECT_KINDS or not start.line < index < end.line:
            kept.append(_outside(line, index, start, end))
        elif line.kind in PLAIN_KINDS:
            kept.append(replace(line, runs=()))
        index += 1
    return kept


def _outside(line: Line, index: int, start: Place, end: Place) -> Line:
    """What of a line lies outside the selection."""
    if line.kind in OBJECT_KINDS:
        return line
    before = head(line, start.offset).runs if index == start.line else ()
    after = tail(line, end.offset).runs if index == end.line else ()
    return replace(line, runs=normalised((*before, *after)))


def _caret_after(lines: Lines, start: Place, last: int, kept: list[Line]) -> Go:
    if kept:
        stands = kept[0].id == lines[start.line].id or kept[0].kind in TEXT_KINDS
        offset = start.offset if stands and lines[start.line].kind not in OBJECT_KINDS else 0
        return caret(start.line, min(offset, kept[0].length))
    follows = last + 1 < len(lines)
    if follows and (lines[last + 1].kind not in OBJECT_KINDS or start.line == 0):
        return caret(start.line, 0)
    return caret(start.line - 1, lines[start.line - 1].length)
