"""Finding words in an article: with or without marks, in every text that a reader sees."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsdesk.article.blocks import Block, Divider, Embed, Figure
from newsdesk.article.model import Article
from newsdesk.article.text import plain
from newsdesk.language.alignment import aligned
from newsdesk.language.folding import fold
from newsdesk.language.unicode import clean, clusters

HEAD: Final = ("kicker", "headline", "standfirst")
"""The texts above the body, in reading order."""

_TONE_ON_SECOND = re.compile(r"([oOuU])([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    A letter typed without a mark finds itself with any mark, one typed with its mark finds only that,
    wherever the tone of oa, oe and uy is written; `marks` finds marks exactly as typed. `words` finds
    whole words only, `case` minds capitals.
    """

    text: str
    marks: bool = False
    words: bool = False
    case: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place in an article: code points `start` to `end` of a text.

    `block` is None for the texts above the body, where `field` is the article's field; in the body it
    is `text`, `caption` and `credit` of a figure, or `title` of an embed.
    """

    block: str | None
    field: str
    start: int
    end: int


def matches(article: Article, wanted: Wanted) -> tuple[Match, ...]:
    """Every place of what is wanted, in reading order; places never overlap."""
    return tuple(
        Match(block, field, start, end)
        for block, field, text in _texts(article)
        for start, end in stretches(text, wanted)
    )


def stretches(text: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Where in one text it stands: starts and ends in code points, from left to right."""
    needle = fold(wanted.text)
    if not needle:
        return
    sheet = aligned(text)
    found = sheet.folded.find(needle)
    while found >= 0:
        place = sheet.source(found, found + len(needle))
        if place is not None and _agrees(text, place, wanted):
            yield place
            found = sheet.folded.find(needle, found + len(needle))
        else:
            found = sheet.folded.find(needle, found + 1)


def following(article: Article, found: Sequence[Match], caret: Match) -> int:
    """Which of the matches comes first at or after the start of `caret`, from the top again after the last.

    Raises:
        ValueError: there are no matches.
    """
    return _place(article, found, caret) % _counted(found)


def preceding(article: Article, found: Sequence[Match], caret: Match) -> int:
    """Which of the matches is the last one before the start of `caret`, the very last one after the first.

    Raises:
        ValueError: there are no matches.
    """
    return (_place(article, found, caret) - 1) % _counted(found)


def texts_of(block: Block) -> Iterator[tuple[str, str]]:
    """The texts of a block that a reader sees, each with the name of its field."""
    match block:
        case Figure():
            yield "caption", block.caption
            yield "credit", block.credit
        case Embed():
            yield "title", block.title
        case Divider():
            return
        case _:
            yield "text", plain(block.runs)


def _texts(article: Article) -> Iterator[tuple[str | None, str, str]]:
    for field in HEAD:
        yield None, field, getattr(article, field)
    for block in article.blocks:
        for field, text in texts_of(block):
            yield block.id, field, text


def _counted(found: Sequence[Match]) -> int:
    if not found:
        raise ValueError("nothing was found")
    return len(found)


def _place(article: Article, found: Sequence[Match], caret: Match) -> int:
    """How many matches start before the caret."""
    ranks: dict[str | None, int] = {block.id: rank for rank, block in enumerate(article.blocks)}

    def key(place: Match) -> tuple[int, int, int]:
        within = HEAD.index(place.field) if place.block is None else int(place.field == "credit")
        return -1 if place.block is None else ranks.get(place.block, 0), within, place.start

    return bisect_left(found, key(caret), key=key)


def _agrees(text: str, place: tuple[int, int], wanted: Wanted) -> bool:
    start, end = place
    here, there = clean(text[start:end]), clean(wanted.text)
    if wanted.words and not _is_whole(text, start, end):
        return False
    if wanted.case and _capitals(here) != _capitals(there):
        return False
    here, there = here.casefold(), there.casefold()
    return here == there if wanted.marks else _finds(_even(there), _even(here))


def _finds(typed: str, text: str) -> bool:
    """Whether letters that carry marks stand in the text as typed; bare ones may carry any there."""
    if typed.isascii():
        return True
    ours, theirs = (_letters(each) for each in (typed, text))
    return len(ours) == len(theirs) and all(
        our == their or (our == fold(our) and our == fold(their))
        for our, their in zip(ours, theirs, strict=True)
    )


def _letters(text: str) -> list[str]:
    return [text[start:end] for start, end in clusters(unicodedata.normalize("NFC", text))]


def _even(text: str) -> str:
    """The tone of oa, oe and uy on the first letter, whichever way it was written."""
    return _TONE_ON_SECOND.sub(_with_tone_first, text)


def _with_tone_first(pair: re.Match[str]) -> str:
    second = unicodedata.normalize("NFD", pair[2])
    tone = "".join(_TONES.findall(second))
    return unicodedata.normalize("NFC", pair[1] + tone) + _TONES.sub("", second)


def _capitals(text: str) -> list[bool]:
    return [letter.isupper() for letter in _letters(text)]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on beyond either end."""
    goes_on_before = start > 0 and _in_word(text[start]) and _in_word(text[start - 1])
    goes_on_after = end < len(text) and _in_word(text[end - 1]) and _in_word(text[end])
    return not goes_on_before and not goes_on_after


def _in_word(character: str) -> bool:
    return character.isalnum() or bool(unicodedata.combining(character))
