"""Labelling an article: the sections and tags its destinations know, and its name in addresses."""

from collections.abc import Callable, Iterable
from typing import Final

from newsdesk.desk.delivering import Delivering, Entry
from newsdesk.language.folding import fold
from newsdesk.language.slug import slug

MOST: Final = 40
"""Names offered at once; more are found by typing more."""


class Labelling:
    """Offers the names that all configured destinations have, each name once."""

    def __init__(self, delivering: Delivering) -> None:
        self._delivering = delivering

    def sections(self, typed: str = "") -> tuple[str, ...]:
        """Sections that have a word beginning with what was typed; marks and case do not matter."""
        return _matching(self._names(self._delivering.sections), typed)

    def tags(self, typed: str = "") -> tuple[str, ...]:
        """Tags that have a word beginning with what was typed."""
        return _matching(self._names(self._delivering.tags), typed)

    def _names(self, entries: Callable[[str], tuple[Entry, ...]]) -> Iterable[str]:
        destinations = self._delivering.destinations()
        return dict.fromkeys(entry.name for place in destinations for entry in entries(place.name))


def slug_of(headline: str) -> str:
    """What an address would call an article of this headline; empty when it has no letter or digit."""
    return slug(headline)


def split_labels(text: str) -> tuple[str, ...]:
    """The names of a list typed with commas or semicolons, each once, in their order."""
    names = (" ".join(part.split()) for part in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def _matching(names: Iterable[str], typed: str) -> tuple[str, ...]:
    wanted = f" {fold(typed).strip()}"
    return tuple(name for name in names if wanted in f" {fold(name)}")[:MOST]
