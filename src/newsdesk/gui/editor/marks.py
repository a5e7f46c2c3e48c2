"""Bold, italic, superscript, subscript and links over a selection of lines."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from newsdesk.article.text import Mark, Run, Runs, cut, normalised
from newsdesk.gui.editor.edit import Edit, Go, Lines, Place
from newsdesk.gui.editor.lines import TEXT_KINDS, Line

OPPOSITE = {Mark.SUPERSCRIPT: Mark.SUBSCRIPT, Mark.SUBSCRIPT: Mark.SUPERSCRIPT}


def toggled(lines: Lines, go: Go, mark: Mark) -> Edit:
    """Give the selected text a mark, or take it away when all of it has it. Captions stay plain."""
    selected = list(_selected_runs(lines, go))
    off = bool(selected) and all(mark in run.marks for run in selected)
    change = _without(mark) if off else _with(mark)
    return _over(lines, go, change)


def linked(lines: Lines, go: Go, href: str | None) -> Edit:
    """Link the selected text, or take links away with None."""
    return _over(lines, go, lambda run: replace(run, href=href))


def common(lines: Lines, go: Go) -> frozenset[Mark]:
    """The marks that all of the selected text has."""
    marks = [run.marks for run in _selected_runs(lines, go)]
    return frozenset.intersection(*marks) if marks else frozenset()


def link_around(line: Line, offset: int) -> tuple[int, int, str] | None:
    """Start, end and address of the link at a place of a line."""
    start = 0
    for href, text in _by_link(line.runs):
        end = start + len(text)
        if href is not None and start <= offset <= end:
            return start, end, href
        start = end
    return None


def _by_link(runs: Runs) -> Sequence[tuple[str | None, str]]:
    return [(run.href, run.text) for run in normalised(replace(run, marks=frozenset()) for run in runs)]


def _with(mark: Mark) -> Callable[[Run], Run]:
    drop = {OPPOSITE[mark]} if mark in OPPOSITE else set()
    return lambda run: replace(run, marks=run.marks - drop | {mark})


def _without(mark: Mark) -> Callable[[Run], Run]:
    return lambda run: replace(run, marks=run.marks - {mark})


def _bounds(lines: Lines, go: Go) -> tuple[Place, Place]:
    return min(go.anchor, go.caret), max(go.anchor, go.caret)


def _spans(lines: Lines, go: Go) -> Iterable[tuple[int, int, int]]:
    start, end = _bounds(lines, go)
    for index in range(start.line, end.line + 1):
        if lines[index].kind in TEXT_KINDS:
            first = start.offset if index == start.line else 0
            last = end.offset if index == end.line else lines[index].length
            yield index, first, last


def _selected_runs(lines: Lines, go: Go) -> Iterable[Run]:
    for index, first, last in _spans(lines, go):
        yield from cut(lines[index].runs, first, last)


def _over(lines: Lines, go: Go, change: Callable[[Run], Run]) -> Edit:
    start, end = _bounds(lines, go)
    new = list(lines[start.line : end.line + 1])
    for index, first, last in _spans(lines, go):
        line = lines[index]
        inside = (change(run) for run in cut(line.runs, first, last))
        outside = cut(line.runs, 0, first), cut(line.runs, last, line.length)
        new[index - start.line] = replace(line, runs=normalised((*outside[0], *inside, *outside[1])))
    return Edit(start.line, len(new), tuple(new), go)
