"""What Backspace, Delete, Enter and Tab do where the toolkit would tear a figure apart.

Each function answers with an Edit, a Go, or None: nothing special here, the toolkit may do its own.
"""

from dataclasses import replace

from newsdesk.article.identity import new_id
from newsdesk.article.text import Run, normalised
from newsdesk.gui.editor.edit import (
    Edit,
    Go,
    Lines,
    Place,
    block_end,
    block_start,
    caret,
    head,
    joined,
    object_selected,
    tail,
)
from newsdesk.gui.editor.lines import (
    LINE_BREAK,
    LIST_KINDS,
    OBJECT_KINDS,
    TEXT_KINDS,
    Kind,
    Line,
    depth,
    list_kind,
)

Answer = Edit | Go | None

NEXT_IS_PARAGRAPH = frozenset({Kind.HEADING_1, Kind.HEADING_2, Kind.QUOTE})
LEFT_BY_EMPTY_ENTER = LIST_KINDS | {Kind.QUOTE, Kind.BOX}


def backspace(lines: Lines, place: Place) -> Answer:
    """At the start of a line: join two texts, step from credit to caption, or select the object before."""
    line = lines[place.line]
    if line.kind in OBJECT_KINDS:
        return object_selected(place.line)
    if place.offset > 0:
        return None
    if line.kind is Kind.CAPTION:
        return object_selected(place.line - 1)
    if line.kind is Kind.CREDIT:
        return caret(place.line - 1, lines[place.line - 1].length)
    if line.kind in LIST_KINDS or (place.line == 0 and line.kind is not Kind.PARAGRAPH):
        return _outdented(lines, place)
    if place.line == 0:
        return caret(0, 0)
    if lines[place.line - 1].kind in TEXT_KINDS:
        return _join(lines, place.line - 1)
    return _object_beside(lines, place.line, block_start(lines, place.line - 1))


def delete(lines: Lines, place: Place) -> Answer:
    """The same forwards, at the end of a line."""
    line = lines[place.line]
    if line.kind in OBJECT_KINDS:
        return object_selected(place.line)
    if place.offset < line.length:
        return None
    if line.kind is Kind.CAPTION:
        return caret(place.line + 1, 0)
    if line.kind is Kind.CREDIT or place.line + 1 == len(lines):
        return Go(place, place)
    if lines[place.line + 1].kind in TEXT_KINDS:
        return _join(lines, place.line)
    return _object_beside(lines, place.line, place.line + 1)


def enter(lines: Lines, place: Place) -> Edit | Go:
    """A new line; in a caption on to the credit, from the credit or an object on to a new paragraph."""
    line = lines[place.line]
    if line.kind is Kind.CAPTION:
        return caret(place.line + 1, 0)
    if line.kind not in TEXT_KINDS:
        return _paragraph_at(block_end(lines, place.line))
    if not line.runs and line.kind in LEFT_BY_EMPTY_ENTER:
        return _outdented(lines, place)
    at_end = place.offset == line.length
    kind = Kind.PARAGRAPH if line.kind in NEXT_IS_PARAGRAPH and (at_end or not place.offset) else line.kind
    go = caret(place.line + 1, 0)
    if place.offset == 0 and line.runs:
        return Edit(place.line, 1, (Line(kind, new_id()), line), go)
    second = Line(kind, new_id(), tail(line, place.offset).runs)
    return Edit(place.line, 1, (head(line, place.offset), second), go)


def paragraph_before(lines: Lines, place: Place) -> Edit:
    """An empty paragraph in front of the block, where the caret could not go otherwise."""
    return _paragraph_at(block_start(lines, place.line))


def line_break(lines: Lines, place: Place) -> Edit | Go:
    """Shift+Enter: a break inside the text; like Enter where no break may stand."""
    line = lines[place.line]
    if line.kind in OBJECT_KINDS:
        return paragraph_before(lines, place)
    if line.kind not in TEXT_KINDS:
        return enter(lines, place)
    before, after = head(line, place.offset).runs, tail(line, place.offset).runs
    broken = replace(before[-1], text=LINE_BREAK) if before else Run(LINE_BREAK)
    changed = replace(line, runs=normalised((*before, broken, *after)))
    return Edit(place.line, 1, (changed,), caret(place.line, place.offset + 1))


def indent(lines: Lines, place: Place, step: int) -> Answer:
    """Tab (`step` 1) and Shift+Tab (-1) in a list item."""
    line = lines[place.line]
    if line.kind not in LIST_KINDS:
        return None
    ordered = line.kind in (Kind.NUMBER_1, Kind.NUMBER_2)
    kind = list_kind(ordered, min(2, max(1, depth(line.kind) + step)))
    return Edit(place.line, 1, (replace(line, kind=kind),), Go(place, place))


def _outdented(lines: Lines, place: Place) -> Edit:
    line = lines[place.line]
    ordered = line.kind is Kind.NUMBER_2
    kind = list_kind(ordered, 1) if depth(line.kind) == 2 else Kind.PARAGRAPH
    return Edit(place.line, 1, (replace(line, kind=kind),), Go(place, place))


def _join(lines: Lines, first: int) -> Edit:
    whole = joined(lines[first], lines[first + 1])
    return Edit(first, 2, (whole,), caret(first, lines[first].length))


def _object_beside(lines: Lines, index: int, other: int) -> Edit | Go:
    """Select the object; an empty line beside it goes."""
    if lines[index].runs:
        return object_selected(other)
    return Edit(index, 1, (), object_selected(other if other < index else other - 1))


def _paragraph_at(index: int) -> Edit:
    return Edit(index, 0, (Line(Kind.PARAGRAPH, new_id()),), caret(index, 0))
