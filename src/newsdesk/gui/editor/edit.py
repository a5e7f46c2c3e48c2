"""What a key, a paste or a command comes to: a change of some lines, or only of the selection."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk.article.text import cut, normalised
from newsdesk.gui.editor.lines import FIGURE_KINDS, OBJECT_KINDS, Kind, Line

Lines = Sequence[Line]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place between two characters: line index and code-point offset in the line."""

    line: int
    offset: int


@dataclass(frozen=True, slots=True)
class Go:
    """Select from `anchor` to `caret`; both alike put the caret there."""

    anchor: Place
    caret: Place


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `lines` in place of the `count` lines from `start` on, then select as `go` says."""

    start: int
    count: int
    lines: tuple[Line, ...]
    go: Go


def caret(line: int, offset: int) -> Go:
    """The bare caret at a place."""
    place = Place(line, offset)
    return Go(place, place)


def object_selected(line: int) -> Go:
    """The object of an object line, selected."""
    return Go(Place(line, 0), Place(line, 1))


def on_object(lines: Lines, go: Go) -> bool:
    """Whether a selection is within one object line."""
    return go.anchor.line == go.caret.line and lines[go.caret.line].kind in OBJECT_KINDS


def settled(lines: Lines, go: Go) -> Go:
    """The same selection, but never a bare caret beside an object: there the object is selected."""
    if go.anchor == go.caret and lines[go.caret.line].kind in OBJECT_KINDS:
        return object_selected(go.caret.line)
    return go


def block_start(lines: Lines, index: int) -> int:
    """The first line of the block that line `index` belongs to."""
    while lines[index].kind in FIGURE_KINDS and lines[index].kind is not Kind.IMAGE:
        index -= 1
    return index


def block_end(lines: Lines, index: int) -> int:
    """The line after the block that line `index` belongs to."""
    start = block_start(lines, index)
    return start + (3 if lines[start].kind is Kind.IMAGE else 1)


def head(line: Line, offset: int) -> Line:
    """The line up to `offset`."""
    return replace(line, runs=cut(line.runs, 0, offset))


def tail(line: Line, offset: int) -> Line:
    """The line from `offset` on."""
    return replace(line, runs=cut(line.runs, offset, line.length))


def joined(first: Line, second: Line) -> Line:
    """Two text lines as one. It is the first one still, unless that was empty."""
    keeper = first if first.runs else second
    return replace(keeper, runs=normalised((*first.runs, *second.runs)))
