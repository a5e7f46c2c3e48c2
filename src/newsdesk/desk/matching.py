"""Finding a title by some of its letters, typed with or without Vietnamese marks."""

from dataclasses import dataclass

from newsdesk.language.folding import fold

BEGINS, BEGINS_A_WORD, WORD_BY_WORD, INITIALS, INSIDE = range(5)
"""How far a title is from what was typed, the nearest first."""

_Found = tuple[int, list[int]] | None


@dataclass(frozen=True, slots=True)
class Match:
    """`distance` is smaller the better the title was meant; `letters` are its places that were typed."""

    distance: int
    letters: frozenset[int] = frozenset()


def match(typed: str, title: str) -> Match | None:
    """How a title answers to what was typed, None when it does not. Nothing typed means any title.

    Letters count without their marks: `xuat` finds “Xuất DOCX”, and so does `xuất`. Several words may begin
    words of the title in any order; two letters or more may be initials, as in `dkt` for “Dán không … thể”.
    """
    words = fold(typed).split()
    if not words:
        return Match(BEGINS)
    folded, places = _folded(title)
    found = _phrase(" ".join(words), folded) or _word_by_word(words, folded) or _initials(words, folded)
    found = found or _inside(" ".join(words), folded)
    if found is None:
        return None
    distance, letters = found
    return Match(distance, frozenset(places[letter] for letter in letters))


def _phrase(phrase: str, folded: str) -> _Found:
    for start in _starts(folded):
        if folded.startswith(phrase, start):
            return BEGINS if start == 0 else BEGINS_A_WORD, list(range(start, start + len(phrase)))
    return None


def _word_by_word(words: list[str], folded: str) -> _Found:
    free, letters = _starts(folded), list[int]()
    for word in words:
        start = next((each for each in free if folded.startswith(word, each)), None)
        if start is None:
            return None
        free.remove(start)
        letters.extend(range(start, start + len(word)))
    return WORD_BY_WORD, letters


def _initials(words: list[str], folded: str) -> _Found:
    starts = _starts(folded)
    at = "".join(folded[start] for start in starts).find(words[0])
    if len(words) > 1 or len(words[0]) < 2 or at < 0:
        return None
    return INITIALS, starts[at : at + len(words[0])]


def _inside(phrase: str, folded: str) -> _Found:
    at = folded.find(phrase)
    return (INSIDE, list(range(at, at + len(phrase)))) if at >= 0 else None


def _starts(folded: str) -> list[int]:
    """Where words begin."""
    return [
        at
        for at, letter in enumerate(folded)
        if letter.isalnum() and (at == 0 or not folded[at - 1].isalnum())
    ]


def _folded(title: str) -> tuple[str, range | list[int]]:
    """The title without marks, and for each letter of that its place in the title."""
    folded = fold(title)
    if len(folded) == len(title):
        return folded, range(len(title))
    pieces = [fold(letter) for letter in title]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), places
