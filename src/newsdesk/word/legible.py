"""Text that XML can carry. One place decides, so that the page and the base text beside it never differ."""

import re
import unicodedata
from typing import Any

from newsdesk.article.codec import from_dict, to_dict
from newsdesk.article.model import Article

LINE_BREAK = "\u2028"
MOST_MARKS = 30

_BREAKS = re.compile("[\n\v\f\x85\u2029]")
_ILLEGAL = re.compile("[^\t\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PILE = re.compile(rf"[^\w\s]{{{MOST_MARKS},}}")
"""Where piles of marks can be: they are neither letters nor spaces."""
_ANYTHING = re.compile(f"{_BREAKS.pattern}|{_ILLEGAL.pattern}")


def legible(text: str) -> str:
    """Old line breaks become U+2028; what XML 1.0 (section 2.2) forbids or discourages is dropped."""
    if not _ANYTHING.search(text):
        return text
    return _ILLEGAL.sub("", _BREAKS.sub(LINE_BREAK, text))


def composed(text: str) -> str:
    """The text in Normalization Form C.

    No more than 30 combining marks stand in a row (Stream-Safe Text Format, Unicode Standard Annex 15):
    ordering a longer pile takes for ever.
    """
    return unicodedata.normalize("NFC", _PILE.sub(lambda pile: _stream_safe(pile[0]), text))


def legible_article(article: Article) -> Article:
    """The article with every text made legible."""
    document = to_dict(article)
    cleaned = _cleaned(document)
    return article if cleaned == document else from_dict(cleaned)


def _stream_safe(pile: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in pile:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return legible(value)
        case list():
            return [_cleaned(item) for item in value]
        case dict():
            return {key: _cleaned(item) for key, item in value.items()}
    return value
