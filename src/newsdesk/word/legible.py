"""Text that XML can carry. One place decides, so that the page and the base text beside it never differ."""

import re
from typing import Any

from newsdesk.article.codec import from_dict, to_dict
from newsdesk.article.model import Article

LINE_BREAK = "\u2028"

_BREAKS = re.compile("[\n\v\f\x85\u2029]")
_ILLEGAL = re.compile("[^\t\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ANYTHING = re.compile(f"{_BREAKS.pattern}|{_ILLEGAL.pattern}")


def legible(text: str) -> str:
    """Old line breaks become U+2028; what XML 1.0 (section 2.2) forbids or discourages is dropped."""
    if not _ANYTHING.search(text):
        return text
    return _ILLEGAL.sub("", _BREAKS.sub(LINE_BREAK, text))


def legible_article(article: Article) -> Article:
    """The article with every text made legible."""
    document = to_dict(article)
    cleaned = _cleaned(document)
    return article if cleaned == document else from_dict(cleaned)


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return legible(value)
        case list():
            return [_cleaned(item) for item in value]
        case dict():
            return {key: _cleaned(item) for key, item in value.items()}
    return value
