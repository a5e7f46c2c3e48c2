"""What the palette offers, and which of it answers to what was typed. It knows nothing of the toolkit."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Final

from newsdesk.desk.matching import Match, match

MOST: Final = 12
"""How many places of the article answer at most; who wants another one types on."""

BY_SOURCE: Final = 10
"""A command found by its English name stands behind all that are found by the name that is shown."""


class Shelf(IntEnum):
    """Where an entry comes from, in the order of the list."""

    COMMANDS = 0
    PLACES = 1
    LIBRARY = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do. `group` is its heading while nothing is typed; with a `reason` it cannot be done now.

    `also` is a second title it is found by.
    """

    id: str
    shelf: Shelf
    group: str
    title: str
    icon: str
    run: Callable[[], None]
    also: str = ""
    key: str = ""
    detail: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list: an entry with the letters that were typed of it, or else a heading."""

    heading: str = ""
    entry: Entry | None = None
    letters: frozenset[int] = frozenset()


def browsed(entries: Iterable[Entry]) -> list[Row]:
    """Every entry under its group, in the given order."""
    rows: list[Row] = []
    for group, members in groupby(entries, key=lambda entry: entry.group):
        rows += [Row(heading=group), *(Row(entry=entry) for entry in members)]
    return rows


def found(entries: Iterable[Entry], typed: str, headings: Sequence[str]) -> list[Row]:
    """The entries that answer, shelf by shelf, the best first; `headings` are the names of the shelves."""
    rows: list[Row] = []
    answers = [(entry, answer) for entry in entries if (answer := _answer(entry, typed))]
    for shelf in Shelf:
        here = [(entry, answer) for entry, answer in answers if entry.shelf is shelf]
        here.sort(key=lambda pair: (pair[1].distance, bool(pair[0].reason)))
        if here:
            rows.append(Row(heading=headings[shelf]))
            rows += [Row("", entry, answer.letters) for entry, answer in here[: _most(shelf)]]
    return rows


def _answer(entry: Entry, typed: str) -> Match | None:
    if entry.shelf is Shelf.LIBRARY:
        return Match(0)  # The library has answered to what was typed already.
    answer = match(typed, entry.title)
    if answer is None and entry.also and (by_source := match(typed, entry.also)):
        return Match(by_source.distance + BY_SOURCE)
    return answer


def _most(shelf: Shelf) -> int | None:
    return MOST if shelf is Shelf.PLACES else None
