"""The HTML profile newsdesk-html/1: which element may stand where, with which attributes."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from newsdesk.demo.contract import UUID

INLINE = frozenset({"a", "strong", "em", "u", "s", "sub", "sup", "br"})
LISTS = frozenset({"ul", "ol"})
VOID = frozenset({"br", "hr"})
ROOT = "#root"

CHILDREN: Mapping[str, frozenset[str]] = {
    ROOT: frozenset({"p", "h2", "h3", "blockquote", "aside", "figure", "hr", "table"}) | LISTS,
    "blockquote": frozenset({"p"}),
    "aside": frozenset({"p"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "li": INLINE | LISTS,
    "table": frozenset({"thead", "tbody", "tr"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "figure": frozenset({"figcaption"}),
    **dict.fromkeys(("p", "h2", "h3", "th", "td", "figcaption"), INLINE),
    **dict.fromkeys(INLINE - VOID - {"a"}, INLINE),
    "a": INLINE - {"a"},
}

# What has to be opened before text may stand in a container.
BEFORE_TEXT: Mapping[str, str] = {
    ROOT: "p",
    "blockquote": "p",
    "aside": "p",
    "ul": "li",
    "ol": "li",
    "table": "tr",
    "thead": "tr",
    "tbody": "tr",
    "tr": "td",
    "figure": "figcaption",
}

KNOWN = frozenset(CHILDREN) - {ROOT} | VOID
GONE_WITH_CONTENT = frozenset(
    {"script", "style", "template", "iframe", "object", "svg", "form", "select", "textarea", "noscript"}
)
WITHOUT_BLOCK_ID = INLINE | {"figcaption", "thead", "tbody", "tr", "th", "td"}

_ALIGN = re.compile(r"\s*text-align\s*:\s*(left|center|right|justify)\s*;?\s*", re.IGNORECASE)
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def attribute(element: str, name: str, value: str) -> str | None:
    """The value as the profile writes it, None when the profile has no such attribute or value."""
    match name:
        case "href" if element == "a":
            return value if _scheme(value) in _SCHEMES else None
        case "style" if element in {"p", "h2", "h3", "th", "td"}:
            aligned = _ALIGN.fullmatch(value)
            return f"text-align: {aligned[1].lower()}" if aligned else None
        case "colspan" | "rowspan" if element in {"th", "td"}:
            return value if re.fullmatch("[1-9][0-9]{0,2}", value) else None
        case "data-media" if element == "figure":
            return value if re.fullmatch(UUID, value) else None
        case "data-embed" if element == "figure":
            return value if _scheme(value) in {"http", "https"} else None
        case "data-block" if element not in WITHOUT_BLOCK_ID:
            return value if re.fullmatch(UUID, value) else None
    return None


def _scheme(address: str) -> str:
    """The scheme of an address a reader may follow, "" when a browser could read it in another way."""
    if address != address.strip() or any(ord(sign) < 0x20 for sign in address):
        return ""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""


def complete(element: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element has what it cannot be without."""
    if element == "a":
        return "href" in attributes
    if element == "figure":
        return ("data-media" in attributes) != ("data-embed" in attributes)
    return True
