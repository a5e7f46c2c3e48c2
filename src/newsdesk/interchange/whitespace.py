"""White space as browsers show it, and the lines that old pages make with line breaks."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from newsdesk.article.text import Run, Runs, cut, normalised, plain
from newsdesk.interchange.captions import captions_in
from newsdesk.language.counting import words
from newsdesk.language.unicode import clean

BREAK: Final = "\u2028"
_SHORTEST_PARAGRAPH: Final = 12
"""Words; shorter lines between single breaks may be verse or an address."""

_WHITE: Final = re.compile("[ \t\n\r\f]+")


def collapsed(runs: Iterable[Run]) -> Runs:
    """The runs with each stretch of white space as one blank, none at the ends or beside a break."""
    result: list[Run] = []
    before = BREAK
    for run in runs:
        text = re.sub(f" ?{BREAK} ?", BREAK, _WHITE.sub(" ", run.text))
        if before in (" ", BREAK):
            text = text.removeprefix(" ")
        text = clean(text)
        if text:
            before = text[-1]
            result.append(Run(text, run.marks, run.href))
    return normalised(result)


def lines_of(runs: Runs) -> Iterator[Runs]:
    """The paragraphs inside text with breaks: two breaks part paragraphs, one does when its lines look so."""
    text = plain(runs)
    pieces = text.split(BREAK)
    filled = [piece.strip() for piece in pieces if piece.strip()]
    apart = any(captions_in(piece) for piece in filled) or (
        len(filled) > 1 and all(words(piece) >= _SHORTEST_PARAGRAPH for piece in filled)
    )
    separator = f"{BREAK}+" if apart else f"{BREAK}{{2,}}"
    start = 0
    for match in re.finditer(separator, text):
        yield _trimmed(runs, start, match.start())
        start = match.end()
    yield _trimmed(runs, start, len(text))


def _trimmed(runs: Runs, start: int, end: int) -> Runs:
    text = plain(runs)[start:end]
    blank = f" {BREAK}"
    return cut(runs, start + len(text) - len(text.lstrip(blank)), start + len(text.rstrip(blank)))
