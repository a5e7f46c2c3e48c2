"""Marked-up text inside one block: a normalised sequence of runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class Mark(StrEnum):
    """An inline mark; superscript and subscript exclude each other."""

    BOLD = "bold"
    ITALIC = "italic"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


NO_MARKS: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks and the same link target (`href`, None outside a link)."""

    text: str
    marks: frozenset[Mark] = NO_MARKS
    href: str | None = None


Runs = tuple[Run, ...]


def runs_of(text: str) -> Runs:
    """Wrap plain text in runs; empty text has no run."""
    return (Run(text),) if text else ()


def plain(runs: Iterable[Run]) -> str:
    """The text of runs without marks and links."""
    return "".join(run.text for run in runs)


def normalised(runs: Iterable[Run]) -> Runs:
    """Drop empty runs and join neighbours of the same marks and link, so that equal text compares equal."""
    groups = groupby((run for run in runs if run.text), key=lambda run: (run.marks, run.href))
    return tuple(Run("".join(run.text for run in group), marks, href) for (marks, href), group in groups)


def cut(runs: Iterable[Run], start: int, end: int) -> Runs:
    """The runs of the code points from `start` up to `end` of the plain text."""
    pieces: list[Run] = []
    position = 0
    for run in runs:
        begin, stop = max(0, start - position), max(0, end - position)
        pieces.append(Run(run.text[begin:stop], run.marks, run.href))
        position += len(run.text)
    return normalised(pieces)
