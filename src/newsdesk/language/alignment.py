"""Folded text that knows where each of its letters stands in the text it was made from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.language.folding import fold
from newsdesk.language.unicode import clusters, is_clean

_JOINS = re.compile("[\u0300-\u036f\u200d]")


@dataclass(frozen=True, slots=True)
class Aligned:
    """`folded` letter by letter: each was made from code points `starts[n]` up to `ends[n]` of the text.

    Letters that one character was folded to (ß to ss) share their start and their end.
    """

    folded: str
    starts: Sequence[int]
    ends: Sequence[int]

    def source(self, start: int, end: int) -> tuple[int, int] | None:
        """Where folded letters `start` to `end` come from; None when that cuts a character in two."""
        begins_whole = not start or self.starts[start - 1] != self.starts[start]
        ends_whole = end == len(self.folded) or self.starts[end] != self.starts[end - 1]
        return (self.starts[start], self.ends[end - 1]) if begins_whole and ends_whole else None


def aligned(text: str) -> Aligned:
    """Fold a text as `fold` does and keep track of where its letters came from."""
    folded = fold(text)
    if len(folded) == len(text) and is_clean(text) and not _JOINS.search(text):
        # In clean text no step of folding takes a character away, so equal lengths mean one for one.
        return Aligned(folded, range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in clusters(text):
        cluster = fold(text[start:end])
        letters.append(cluster)
        starts += [start] * len(cluster)
        ends += [end] * len(cluster)
    return Aligned("".join(letters), starts, ends)
