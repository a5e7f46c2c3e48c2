"""Sorting as a Vietnamese dictionary does, and file names as people number them."""

import re
import unicodedata

from newsdesk.language.unicode import clean

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""After the unmarked tone: huyền, hỏi, ngã, sắc, nặng."""

_FIRST_LETTER = 0x110000
_RANK = {letter: _FIRST_LETTER + place for place, letter in enumerate(_LETTERS)}
_TONE_RANK = {tone: place for place, tone in enumerate(_TONES, 1)}
_DIGITS = re.compile(r"(\d{1,18})")


def sort_key(text: str) -> SortKey:
    """A key that orders by letters (a ă â … d đ …), then tones, then capitals.

    Spaces, digits and signs come before letters.
    """
    letters: list[int] = []
    tones: list[int] = []
    cleaned = clean(text)
    for character in cleaned.lower():
        base, tone = _split(character)
        letters.append(_rank(base))
        tones.append(tone)
    return tuple(letters), tuple(tones), cleaned.swapcase()


def natural_key(name: str) -> tuple[tuple[int, int | SortKey], ...]:
    """A key that puts `photo 2.jpg` before `photo 10.jpg`."""
    parts = (part for part in _DIGITS.split(clean(name)) if part)
    return tuple((0, int(part)) if part.isdecimal() else (1, sort_key(part)) for part in parts)


def _rank(letter: str) -> int:
    """The place of a letter: a foreign one with its plain form (ü with u), any other at its code point."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return _RANK.get(letter) or _RANK.get(plain) or ord(letter)


def _split(character: str) -> tuple[str, int]:
    """A letter without its tone, and the tone's place."""
    marks = unicodedata.normalize("NFD", character)
    tone = max((_TONE_RANK.get(mark, 0) for mark in marks), default=0)
    if not tone:
        return character, 0
    base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONE_RANK))
    return base[:1] or character, tone
