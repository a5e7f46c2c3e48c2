"""The text of a document in the making: paragraphs go in at the end, ids are handed out in order.

Elements are made with lxml directly and style ids are looked up once: that is what makes long articles fast.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count, groupby
from typing import Final
from urllib.parse import quote, urlsplit

from lxml.etree import SubElement, _Element

from newsdesk.article.text import Mark, Run
from newsdesk.word.house import Style
from newsdesk.word.legible import LINE_BREAK
from newsdesk.word.wordml import XML_SPACE, r, w

P: Final = w("p")
P_PR: Final = w("pPr")
P_STYLE: Final = w("pStyle")
RUN: Final = w("r")
RUN_PR: Final = w("rPr")
TEXT: Final = w("t")
TAB: Final = w("tab")
BREAK: Final = w("br")
VAL: Final = w("val")
ID: Final = w("id")
NAME: Final = w("name")
BOOKMARK_START: Final = w("bookmarkStart")
BOOKMARK_END: Final = w("bookmarkEnd")

LINK_SCHEMES: Final = ("http", "https", "mailto")

_MARKUP: Final = (
    (Mark.BOLD, w("b"), None),
    (Mark.ITALIC, w("i"), None),
    (Mark.SUPERSCRIPT, w("vertAlign"), "superscript"),
    (Mark.SUBSCRIPT, w("vertAlign"), "subscript"),
)


class Story:
    """Writes into one container: the body, or a cell of a table."""

    def __init__(self, body: _Element, styles: Mapping[Style, str], link_to: Callable[[str], str]) -> None:
        self.body = body
        self.styles = styles
        self._link_to = link_to
        self._bookmarks = count(1)

    def paragraph(self, style: Style, into: _Element | None = None) -> _Element:
        """Begin a paragraph at the end of the body, or of `into`; body text carries no style of its own."""
        paragraph = SubElement(self.body if into is None else into, P)
        if style is not Style.BODY:
            properties = SubElement(paragraph, P_PR)
            SubElement(properties, P_STYLE, {VAL: self.styles[style]})
        return paragraph

    @contextmanager
    def bookmark(self, parent: _Element, name: str) -> Iterator[None]:
        """What is written into `parent` meanwhile stands between the ends of a bookmark."""
        number = str(next(self._bookmarks))
        SubElement(parent, BOOKMARK_START, {ID: number, NAME: name})
        yield
        SubElement(parent, BOOKMARK_END, {ID: number})

    def runs(self, parent: _Element, runs: Iterable[Run]) -> None:
        """Write marked-up text; neighbouring runs of one link are one hyperlink."""
        for href, group in groupby(runs, key=lambda run: run.href):
            address = link_address(href) if href else None
            if address is None:
                for run in group:
                    write_run(parent, run)
                continue
            link = SubElement(parent, w("hyperlink"), {r("id"): self._link_to(address), w("history"): "1"})
            for run in group:
                write_run(link, run, self.styles[Style.LINK])

    def text(self, parent: _Element, text: str, *marks: Mark, href: str | None = None) -> None:
        """Write plain text."""
        if text:
            self.runs(parent, (Run(text, frozenset(marks), href),))


def write_run(parent: _Element, run: Run, character_style: str | None = None) -> None:
    """Write one run; a character style is given by its id."""
    element = SubElement(parent, RUN)
    if run.marks or character_style:
        properties = SubElement(element, RUN_PR)
        if character_style:
            SubElement(properties, w("rStyle"), {VAL: character_style})
        for mark, tag, value in _MARKUP:
            if mark in run.marks:
                SubElement(properties, tag, {VAL: value} if value else None)
    _write_text(element, run.text)


def _write_text(run: _Element, text: str) -> None:
    for line_number, line in enumerate(text.split(LINE_BREAK)):
        if line_number:
            SubElement(run, BREAK)
        for column, piece in enumerate(line.split("\t")):
            if column:
                SubElement(run, TAB)
            if piece:
                element = SubElement(run, TEXT)
                element.text = piece
                if piece[0] == " " or piece[-1] == " ":
                    element.set(XML_SPACE, "preserve")


def link_address(href: str) -> str | None:
    """The address as a relationship may hold it, or None: Word calls a file with a bad address damaged."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    if parts.scheme not in LINK_SCHEMES or not (parts.netloc or (parts.scheme == "mailto" and parts.path)):
        return None
    return "".join(quote(char) if char in ' "<>\\^`{|}' else char for char in href.strip())
