"""The start of a piece: kicker, headline, date, standfirst."""

import re
from itertools import takewhile
from typing import Final

from newsdesk.article.blocks import Figure, Heading, ListItem, Paragraph, Quote, text_of
from newsdesk.interchange import decoration
from newsdesk.interchange.reading import Reading, closes_sentence, is_bold
from newsdesk.interchange.signatures import bare_address, signature_in
from newsdesk.interchange.tail import sign
from newsdesk.language.counting import words
from newsdesk.language.slug import section_of_address, slug, slug_of_address

MOST_HEADLINE_WORDS: Final = 28
MOST_STANDFIRST_WORDS: Final = 65
FEWEST_STANDFIRST_WORDS: Final = 9
PHOTO_STORY: Final = 3
"""Figures that make a piece of one paragraph, which is its standfirst then."""
FEWEST_SLUG_WORDS: Final = 4
"""A source address of fewer words is a coincidence and no name of the headline."""
MOST_KICKER_WORDS: Final = 7
BODY_AFTER_STANDFIRST: Final = 2
"""Paragraphs that must follow before the first one is taken for the standfirst; one when that is bold."""

_SENTENCE_INSIDE: Final = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_]")
_BULLET: Final = re.compile(r"[-–—•*+]\s")
_SITE_NAME: Final = re.compile(r"(.{20,}?)\s+[|\-–—]\s+([^|]{3,40})$")
_SITE_WORDS: Final = re.compile(
    r"\b(?:báo|đài|tv|online|điện tử|news|truyền hình|ptth|cổng)\b|\.(?:vn|com|net)", re.IGNORECASE
)


def read_head(reading: Reading) -> None:
    """Take the opening lines off the body; photos above them stay at its top."""
    above = list(takewhile(lambda block: isinstance(block, Figure), reading.blocks))
    del reading.blocks[: len(above)]
    _drop_decoration(reading)
    if not reading.headline:
        _read_headline(reading)
    _drop_decoration(reading)
    _drop_repeated_headline(reading)
    if not reading.bylines:
        _take_opening_signature(reading)
    _drop_decoration(reading)
    if not reading.standfirst:
        _read_standfirst(reading)
    reading.blocks[:0] = above


def reads_like_headline(text: str) -> bool:
    """Whether a line is short, one sentence at most, and closes with no full stop."""
    return (
        bool(text)
        and 1 < words(text) <= MOST_HEADLINE_WORDS
        and not re.search(r"(?<!\.\.)[.,;:][\"”’»)\]]*$|\./\.$", text)
        and not (_SENTENCE_INSIDE.search(text) and words(text) > 12)
        and not _BULLET.match(text)
        and not bare_address(text)
        and not text[0].islower()
    )


def say_what_is_missing(reading: Reading) -> None:
    """Tell, before anything else, of a headline that was not found and what the source address hints at."""
    told, reading.notes = reading.notes, []
    address = reading.source.url if reading.source else ""
    if not reading.headline:
        reading.note("import.headline_missing")
        if slug_of_address(address):
            reading.note("import.headline_hint", slug=slug_of_address(address))
    if not reading.section and section_of_address(address):
        reading.note("import.section_hint", slug=section_of_address(address))
    reading.notes += told


def _drop_decoration(reading: Reading) -> None:
    while (line := reading.paragraph(0)) is not None:
        section = decoration.section_of_crumbs(line)
        if section:
            reading.section = reading.section or section
            reading.note("import.section_found", section=section)
        elif decoration.is_date_line(line):
            reading.date = reading.date or line
        elif not (decoration.is_button_line(line) or decoration.is_rule(line) or decoration.is_menu(line)):
            return
        reading.lay_aside(0)


def _read_headline(reading: Reading) -> None:
    _read_kicker(reading)
    first = reading.blocks[0] if reading.blocks else None
    if isinstance(first, Heading):
        reading.headline = text_of(first).strip()
        del reading.blocks[0]
        return
    line = reading.paragraph(0)
    if line is None:
        return
    if not _is_in_address(reading, line) and (not reads_like_headline(line) or _is_unlabelled_pair(line)):
        return
    site = _SITE_NAME.fullmatch(line)
    if site and _SITE_WORDS.search(site[2]):
        reading.set_aside.append(site[2])
        line = site[1]
    reading.headline = line
    del reading.blocks[0]


def _is_in_address(reading: Reading, line: str) -> bool:
    """Whether the source address was made from this line, as it is from the headline alone."""
    named = slug_of_address(reading.source.url) if reading.source else ""
    made = slug(line)
    return (
        named.count("-") + 1 >= FEWEST_SLUG_WORDS and made.startswith(named) and len(named) * 2 >= len(made)
    )


def _is_unlabelled_pair(line: str) -> bool:
    signature = signature_in(line)
    return signature is not None and len(signature.bylines) > 1 and words(line) < 6


def _read_kicker(reading: Reading) -> None:
    """A short line above the headline: the section the address names, or a kicker."""
    line, below = reading.paragraph(0), _text_at(reading, 1)
    if not line or words(line) > MOST_KICKER_WORDS or closes_sentence(line):
        return
    if not reads_like_headline(below) and not _is_in_address(reading, below):
        return
    address = reading.source.url if reading.source else ""
    is_section = decoration.is_section_name(line) or slug(line) == section_of_address(address)
    is_kicker = (
        isinstance(reading.blocks[1], Heading)
        or decoration.is_genre(line)
        or (line.isupper() and not below.isupper())
    )
    if is_section:
        reading.section = line
        reading.note("import.section_found", section=line)
    elif is_kicker:
        reading.kicker = line
        reading.note("import.kicker_guessed", kicker=line)
    else:
        return
    del reading.blocks[0]


def _text_at(reading: Reading, index: int) -> str:
    if index >= len(reading.blocks) or not isinstance(reading.blocks[index], Paragraph | Heading):
        return ""
    return text_of(reading.blocks[index]).strip()


def _drop_repeated_headline(reading: Reading) -> None:
    if reading.headline and _text_at(reading, 0).casefold() == reading.headline.casefold():
        del reading.blocks[0]


def _take_opening_signature(reading: Reading) -> None:
    """Names below the headline, often with the date behind them."""
    line = reading.paragraph(0) or ""
    signature = signature_in(decoration.without_date(line) or line)
    if reading.headline and signature is not None:
        if decoration.without_date(line):
            reading.date = reading.date or line
        sign(reading, signature)
        del reading.blocks[0]


def _read_standfirst(reading: Reading) -> None:
    place = sum(1 for _ in takewhile(lambda block: isinstance(block, Figure), reading.blocks))
    line = reading.paragraph(place)
    if line is None or not FEWEST_STANDFIRST_WORDS <= words(line) <= MOST_STANDFIRST_WORDS:
        return
    bold = is_bold(reading.blocks[place])
    if not _has_body(reading, place, 1 if bold else BODY_AFTER_STANDFIRST):
        return
    if "\u2028" in line or _BULLET.match(line):
        return
    if not bold:
        reading.note("import.standfirst_guessed", words=words(line))
    reading.standfirst = line
    del reading.blocks[place]


def _has_body(reading: Reading, place: int, paragraphs: int) -> bool:
    """Whether enough follows for a line to be the standfirst of it: text, or the photos of a photo story."""
    rest = reading.blocks[place + 1 :]
    photos = sum(isinstance(block, Figure) for block in rest)
    texts = sum(isinstance(block, Paragraph | Quote | ListItem) for block in rest)
    return texts >= paragraphs or photos >= PHOTO_STORY
