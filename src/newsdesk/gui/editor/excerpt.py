"""What a selection holds, as lines that can stand on their own."""

from collections.abc import Iterator
from dataclasses import replace

from newsdesk.article.text import cut
from newsdesk.gui.editor.edit import Go, Lines, Place, block_start
from newsdesk.gui.editor.lines import OBJECT_KINDS, PLAIN_KINDS, Kind, Line


def excerpt(lines: Lines, go: Go) -> list[Line]:
    """The selected lines, cut at both ends.

    A figure comes whole when its image is selected; of one that is only touched, the selected words of
    caption and credit come as paragraphs.
    """
    start, end = min(go.anchor, go.caret), max(go.anchor, go.caret)
    return list(_lines(lines, start, end)) if start != end else []


def _lines(lines: Lines, start: Place, end: Place) -> Iterator[Line]:
    for index in range(start.line, end.line + 1):
        line = lines[index]
        image = block_start(lines, index)
        if line.kind in OBJECT_KINDS:
            if _covered(start, end, index):
                yield from lines[index : index + (3 if line.kind is Kind.IMAGE else 1)]
            continue
        if line.kind in PLAIN_KINDS and _covered(start, end, image):
            continue
        first = start.offset if index == start.line else 0
        last = end.offset if index == end.line else line.length
        part = replace(line, runs=cut(line.runs, first, last))
        if line.kind in PLAIN_KINDS:
            part = Line(Kind.PARAGRAPH, "", part.runs)
        yield part


def _covered(start: Place, end: Place, index: int) -> bool:
    return start <= Place(index, 0) and Place(index, 1) <= end
