"""Which elements of a page are taken, and as what. Everything else gives its text and nothing more."""

import re
from typing import Final

from lxml.html import HtmlElement

from newsdesk.article.blocks import Box, Heading, ListItem, Quote, TextBlock
from newsdesk.article.model import Byline, Role
from newsdesk.article.text import Mark
from newsdesk.language.unicode import clean

_DROPPED: Final = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "svg",
        "math",
        "object",
        "canvas",
        "audio",
        "map",
    }
    | {"nav", "footer", "form", "button", "input", "select", "textarea", "dialog"}
)
BLOCKS: Final = frozenset(
    {"html", "body", "article", "main", "section", "header", "aside", "div", "center", "address"}
    | {"p", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "details", "summary"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
)
_MARKS: Final = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
}
_STYLES: Final = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), Mark.BOLD),
    (re.compile(r"font-style\s*:\s*italic", re.IGNORECASE), Mark.ITALIC),
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STANDFIRST: Final = re.compile(r"(?:^|[-_\s])(?:sapo|standfirst|chapeau)(?:$|[-_\s])", re.IGNORECASE)
_CREDIT: Final = re.compile(r"(?:^|[-_\s])(?:credit|photographer)(?:$|[-_\s])", re.IGNORECASE)


def is_dropped(element: HtmlElement) -> bool:
    """Whether an element is furniture of the page, a program or out of sight."""
    if element.tag in _DROPPED or element.get("hidden") is not None:
        return True
    if element.tag == "aside":
        return "box" not in element.get("class", "").split()
    if element.tag == "header":
        return element.find(".//h1") is None
    return bool(_HIDDEN.search(element.get("style", "")))


def is_standfirst(element: HtmlElement) -> bool:
    """Whether the page calls the element its standfirst (many Vietnamese sites: sapo)."""
    return bool(_STANDFIRST.search(element.get("class", "")))


def is_credit(element: HtmlElement) -> bool:
    """Whether the page calls the element the name of a photographer."""
    return isinstance(element.tag, str) and bool(_CREDIT.search(element.get("class", "")))


def marks_of(element: HtmlElement, around: frozenset[Mark]) -> frozenset[Mark]:
    """The marks of text inside an inline element that stands in text with the marks `around`."""
    marks = set(around)
    if element.tag in _MARKS:
        marks.add(_MARKS[element.tag])
    marks.update(mark for style, mark in _STYLES if style.search(element.get("style", "")))
    if {Mark.SUPERSCRIPT, Mark.SUBSCRIPT} <= marks:
        marks.discard(Mark.SUBSCRIPT)
    return frozenset(marks)


def kind_of(element: HtmlElement, around: TextBlock) -> TextBlock:
    """An empty block of the kind that text inside the element becomes; `around` when it does not say."""
    match element.tag:
        case "h1" | "h2":
            return Heading("")
        case "h3" | "h4" | "h5" | "h6":
            return Heading("", level=2)
        case "blockquote":
            return Quote("")
        case "li":
            parent = element.getparent()
            ordered = parent is not None and parent.tag == "ol"
            return ListItem("", ordered=ordered, depth=2 if isinstance(around, ListItem) else 1)
        case "aside":
            return Box("")
        case _:
            return around


def byline_of(element: HtmlElement) -> Byline:
    """A signature as newsdesk's own pages mark it."""
    named = element.get("data-role", "")
    role = next((role for role in Role if role.value == named), Role.REPORTER)
    return Byline(text_of(element), role)


def reference_of(image: HtmlElement) -> str:
    """Where the photo is; pages that load photos late keep the real address in an attribute of their own."""
    values = (image.get(name, "").strip() for name in ("data-src", "data-original", "src"))
    return next(filter(None, values), "")


def text_of(element: HtmlElement) -> str:
    """The text inside an element on one line."""
    return clean(" ".join(element.text_content().split())).strip()
