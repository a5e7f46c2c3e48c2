"""What a reporter types into the search box, as FTS5 expressions.

A word typed with marks finds only the word with these marks; one typed without finds every marking of it.
Words side by side are looked for side by side, and only if nobody ever wrote them so, anywhere in an article.
The last word may be unfinished until a space follows it. Words in quotes are whole and stay together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.language.folding import exact, fold

MOST_WORDS = 24
"""Words of a query that are heeded; more never make a search narrower in practice, only slower."""

SHORTEST_BEGINNING = 2
"""Letters an unfinished word needs: one letter begins half of the language."""

_PART = re.compile(r'["“”«»]([^"“”«»]*)["“”«»]|([^"“”«»]+)')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side; `firm` when quoted, `open` when the last may be only a beginning."""

    words: tuple[str, ...]
    firm: bool = False
    open: bool = False


def expressions(query: str) -> Iterator[str]:
    """FTS5 expressions for a query, the strictest first, each once; none when it holds no word."""
    phrases = tuple(_phrases(query))
    seen: set[str] = set()
    for reading in _readings(phrases) if phrases else ():
        expression = " AND ".join(map(_expression, reading))
        if expression not in seen:
            seen.add(expression)
            yield expression


def _readings(phrases: tuple[Phrase, ...]) -> Iterator[tuple[Phrase, ...]]:
    yield phrases
    yield _scattered(phrases)
    finished = _without_letter(phrases)
    if finished:
        yield finished
        yield _scattered(finished)


def _phrases(query: str) -> Iterator[Phrase]:
    left = MOST_WORDS
    typing = not query[-1:].isspace()
    for part in _PART.finditer(query):
        quoted, loose = part.groups()
        words = tuple(_WORD.findall(exact(quoted or loose or "")))[:left]
        left -= len(words)
        if words:
            yield Phrase(words, loose is None, loose is not None and typing and part.end() == len(query))


def _scattered(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Every word for itself, but for those in quotes."""
    return tuple(piece for phrase in phrases for piece in ((phrase,) if phrase.firm else _words(phrase)))


def _words(phrase: Phrase) -> Iterator[Phrase]:
    *finished, last = phrase.words
    yield from (Phrase((word,)) for word in finished)
    yield Phrase((last,), open=phrase.open)


def _without_letter(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The query as it was before a last single letter, which is most likely the start of a word."""
    *firm, last = phrases
    if not last.open or len(last.words) < 2 or len(last.words[-1]) > 1 or not last.words[-1].isalpha():
        return ()
    return (*firm, Phrase(last.words[:-1]))


def _expression(phrase: Phrase) -> str:
    folded = tuple(map(fold, phrase.words))
    marked = [word != bare for word, bare in zip(phrase.words, folded, strict=True)]
    if all(marked):
        return _column("exact", phrase.words, phrase.open)
    parts = [_column("folded", folded, phrase.open)]
    parts += [_column("exact", run, open_) for run, open_ in _runs(phrase, marked)]
    return " AND ".join(parts)


def _runs(phrase: Phrase, marked: list[bool]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The stretches of marked words, each with whether it ends in an unfinished one."""
    start = 0
    for index in range(len(marked) + 1):
        if index == len(marked) or not marked[index]:
            if start < index:
                yield phrase.words[start:index], phrase.open and index == len(marked)
            start = index + 1


def _column(name: str, words: tuple[str, ...], unfinished: bool) -> str:
    beginning = "*" if unfinished and len(words[-1]) >= SHORTEST_BEGINNING else ""
    return f'{name} : "{" ".join(words)}"{beginning}'
