"""From the elements of a page to blocks, in the order of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lxml.html import HtmlElement

from newsdesk.article.blocks import Block, Divider, Embed, Figure, Heading, Paragraph, TextBlock
from newsdesk.article.identity import new_id
from newsdesk.article.model import Byline
from newsdesk.article.text import NO_MARKS, Mark, Run, plain
from newsdesk.interchange.addresses import link_target
from newsdesk.interchange.captions import with_credit
from newsdesk.interchange.whitelist import (
    BLOCKS,
    byline_of,
    is_credit,
    is_dropped,
    is_standfirst,
    kind_of,
    marks_of,
    reference_of,
    text_of,
)
from newsdesk.interchange.whitespace import collapsed, lines_of
from newsdesk.language.counting import words
from newsdesk.language.unicode import clean

_DEEPEST: Final = 80
"""Levels of elements; what lies deeper gives its text only."""

_LONGEST_TABLE_CAPTION: Final = 80
"""Words; a table with a picture and more text than that lays out the whole page."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the elements around a text make of it."""

    kind: TextBlock
    marks: frozenset[Mark] = NO_MARKS
    href: str | None = None
    depth: int = 0


@dataclass
class Collected:
    """What a page says, still in the order of the page."""

    blocks: list[Block] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    headline: str = ""
    """The id of the block that the page's first main heading became."""
    kicker: str = ""
    standfirst: str = ""
    bylines: list[Byline] = field(default_factory=list)
    links_dropped: int = 0
    tables_flattened: int = 0


class Collector:
    """Walks a page once and fills `collected`."""

    def __init__(self) -> None:
        self.collected = Collected()
        self._runs: list[Run] = []

    def walk(self, root: HtmlElement) -> Collected:
        """Collect everything inside `root`."""
        start = Context(Paragraph(""))
        self._children(root, start)
        self._flush(start.kind)
        return self.collected

    def _children(self, element: HtmlElement, context: Context) -> None:
        self._text(element.text, context)
        for child in element:
            if isinstance(child.tag, str) and not is_dropped(child):
                self._visit(child, context)
            self._text(child.tail, context)

    def _text(self, text: str | None, context: Context) -> None:
        if text:
            self._runs.append(Run(text, context.marks, context.href))

    def _visit(self, element: HtmlElement, around: Context) -> None:
        context = replace(around, depth=around.depth + 1)
        match element.tag:
            case _ if context.depth > _DEEPEST:
                self._text(element.text_content(), context)
            case "br":
                self._runs.append(Run("\u2028", context.marks, context.href))
            case "hr":
                self._add(context, Divider(new_id()))
            case "img":
                self._figure([element], element.get("data-caption", ""), "", context)
            case "iframe" | "video" | "embed":
                self._embed(element, context)
            case "figure":
                self._captioned(element, context)
            case "table":
                self._table(element, context)
            case tag if tag in BLOCKS:
                self._block(element, context)
            case _:
                self._children(element, self._inline(element, context))

    def _block(self, element: HtmlElement, context: Context) -> None:
        self._flush(context.kind)
        if self._named(element):
            return
        before = len(self.collected.blocks)
        inner = replace(context, kind=kind_of(element, context.kind))
        self._children(element, inner)
        self._flush(inner.kind)
        if element.tag == "h1" and not self.collected.headline and len(self.collected.blocks) > before:
            self.collected.headline = self.collected.blocks[before].id

    def _named(self, element: HtmlElement) -> bool:
        """Take what a page calls by name: kicker, standfirst, bylines."""
        collected, classes = self.collected, element.get("class", "").split()
        if "bylines" in classes and not collected.bylines:
            collected.bylines = [byline_of(signed) for signed in element.find_class("byline")]
            return bool(collected.bylines)
        if "kicker" in classes and not collected.kicker:
            collected.kicker = text_of(element)
            return bool(collected.kicker)
        if is_standfirst(element) and not collected.standfirst:
            collected.standfirst = text_of(element)
            return bool(collected.standfirst)
        return False

    def _inline(self, element: HtmlElement, context: Context) -> Context:
        href = context.href
        if element.tag == "a" and element.get("href"):
            href = link_target(element.get("href"))
            self.collected.links_dropped += href is None
        return replace(context, marks=marks_of(element, context.marks), href=href)

    def _table(self, element: HtmlElement, context: Context) -> None:
        """Old sites lay a photo and its caption out as a table; a table of figures becomes a line a row."""
        if _lays_out(element):
            self._block(element, context)
            return
        rows = [row.xpath("./td|./th") for row in element.iter("tr")]
        if element.find(".//img") is not None and words(text_of(element)) <= _LONGEST_TABLE_CAPTION:
            self._captioned(element, context)
        elif all(len(cells) < 2 for cells in rows):
            self._block(element, context)
        else:
            self._flush(context.kind)
            self.collected.tables_flattened += 1
            for cells in rows:
                self._runs.append(Run(" – ".join(filter(None, map(text_of, cells)))))
                self._flush(context.kind)

    def _captioned(self, element: HtmlElement, context: Context) -> None:
        images = list(element.iter("img"))
        caption_element = element.find(".//figcaption")
        credit = ""
        for signed in filter(is_credit, list(element.iter())):
            credit = with_credit(text_of(signed)).credit or text_of(signed)
            signed.drop_tree()
        caption = text_of(element if caption_element is None else caption_element)
        if images:
            self._figure(images, caption, credit, context)
        elif caption_element is not None:
            self._figure([None], caption, credit, context)
        else:
            self._block(element, context)

    def _figure(
        self, images: Sequence[HtmlElement | None], caption: str, credit: str, context: Context
    ) -> None:
        """One figure an image; a caption stands under the last of them."""
        for image in images:
            last = image is images[-1]
            told = with_credit(caption.strip(" |")) if last else with_credit("")
            alt = "" if image is None else clean(image.get("alt", "")).strip()
            figure = Figure(new_id(), caption=told.text, credit=credit or told.credit, alt=alt)
            reference = "" if image is None else reference_of(image)
            if reference:
                self.collected.pictures[figure.id] = reference
            self._add(context, figure)

    def _embed(self, element: HtmlElement, context: Context) -> None:
        source = element.find("source")
        address = element.get("src") or ("" if source is None else source.get("src", ""))
        target = link_target(f"https:{address}" if address.startswith("//") else address)
        if target and not target.startswith("mailto:"):
            self._add(context, Embed(new_id(), target, clean(element.get("title", "")).strip()))

    def _add(self, context: Context, block: Block) -> None:
        self._flush(context.kind)
        self.collected.blocks.append(block)

    def _flush(self, kind: TextBlock) -> None:
        runs, self._runs = collapsed(self._runs), []
        if isinstance(kind, Heading):
            runs = tuple(replace(run, marks=run.marks - {Mark.BOLD}) for run in runs)
        for line in lines_of(runs):
            if plain(line).strip():
                self.collected.blocks.append(replace(kind, id=new_id(), runs=line))


def _lays_out(table: HtmlElement) -> bool:
    """Whether a table holds the page and not figures: other tables, headings, or a cell with much text."""
    inside = ".//table|.//h1|.//h2|.//h3|.//article|.//figure"
    cells = table.xpath("./tr/td|./tbody/tr/td")
    return bool(table.xpath(inside)) or any(words(text_of(cell)) > _LONGEST_TABLE_CAPTION for cell in cells)
