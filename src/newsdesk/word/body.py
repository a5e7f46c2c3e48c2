"""The article on the page: kicker, headline, standfirst, body, bylines, source."""

from collections.abc import Callable

from lxml.etree import SubElement, _Element

from newsdesk.article.blocks import Block, Box, Divider, Embed, Figure, Heading, ListItem, Quote, TextBlock
from newsdesk.article.model import BYLINE_SEPARATOR, Article, Source
from newsdesk.article.text import Mark
from newsdesk.word.credits import CREDIT_LABEL
from newsdesk.word.drawing import Placed, draw
from newsdesk.word.house import Style
from newsdesk.word.job import DeskLabels
from newsdesk.word.legible import LINE_BREAK
from newsdesk.word.lists import Lists, list_style
from newsdesk.word.markers import block_mark, byline_mark, field_mark, part_mark
from newsdesk.word.story import Story
from newsdesk.word.wordml import w

DIVIDER_TEXT = "* * *"
CREDIT_GAP = "20"
"""Twentieths of a point between a caption and the credit under it."""


class Body:
    """Writes an article into a story. `place` puts a figure's picture into the file; None: still to come."""

    def __init__(
        self, story: Story, lists: Lists, labels: DeskLabels, place: Callable[[Figure], Placed | None]
    ) -> None:
        self._story = story
        self._lists = lists
        self._labels = labels
        self._place = place

    def write(self, article: Article) -> None:
        """Write the whole article. An empty headline has its place, so that an editor can give one."""
        if article.kicker:
            self._field("kicker", article.kicker, Style.KICKER)
        self._field("headline", article.headline, Style.HEADLINE)
        if article.standfirst:
            self._field("standfirst", article.standfirst, Style.STANDFIRST)
        for block in article.blocks:
            self._block(block)
        if article.bylines:
            self._bylines(article)
        if article.source is not None:
            self._source(article.source)

    def _field(self, name: str, text: str, style: Style) -> None:
        paragraph = self._story.paragraph(style)
        with self._story.bookmark(paragraph, field_mark(name)):
            self._story.text(paragraph, text)

    def _block(self, block: Block) -> None:
        number = self._lists.number(block)
        match block:
            case Figure():
                self._figure(block)
            case Embed():
                self._embed(block)
            case Divider():
                paragraph = self._story.paragraph(Style.DIVIDER)
                with self._story.bookmark(paragraph, block_mark(block)):
                    self._story.text(paragraph, DIVIDER_TEXT)
            case _:
                self._text_block(block, number)

    def _text_block(self, block: TextBlock, number: int | None) -> None:
        paragraph = self._story.paragraph(_style_of(block))
        if number is not None and isinstance(block, ListItem):
            _number(paragraph, number, block.depth)
        with self._story.bookmark(paragraph, block_mark(block)):
            self._story.runs(paragraph, block.runs)

    def _figure(self, figure: Figure) -> None:
        placed = self._place(figure)
        paragraph = self._story.paragraph(Style.PLACEHOLDER if placed is None else Style.PHOTO)
        with self._story.bookmark(paragraph, block_mark(figure)):
            if placed is None:
                self._story.text(paragraph, self._labels.placeholder)
            else:
                draw(paragraph, figure, placed)
        if figure.caption:
            caption = self._story.paragraph(Style.CAPTION)
            if figure.credit:
                _keep_with_credit(caption)
            self._part(caption, figure, "caption", figure.caption)
        if figure.credit:
            self._credit(figure)

    def _part(self, paragraph: _Element, block: Block, part: str, text: str) -> None:
        with self._story.bookmark(paragraph, part_mark(block, part)):
            self._story.text(paragraph, text)

    def _credit(self, figure: Figure) -> None:
        paragraph = self._story.paragraph(Style.CREDIT)
        if not CREDIT_LABEL.match(figure.credit):
            self._story.text(paragraph, f"{self._labels.credit}: ")
        self._part(paragraph, figure, "credit", figure.credit)

    def _embed(self, embed: Embed) -> None:
        paragraph = self._story.paragraph(Style.EMBED)
        with self._story.bookmark(paragraph, block_mark(embed)):
            if embed.title:
                with self._story.bookmark(paragraph, part_mark(embed, "title")):
                    self._story.text(paragraph, embed.title, Mark.BOLD)
                self._story.text(paragraph, LINE_BREAK)
            with self._story.bookmark(paragraph, part_mark(embed, "url")):
                self._story.text(paragraph, embed.url, href=embed.url)

    def _bylines(self, article: Article) -> None:
        paragraph = self._story.paragraph(Style.BYLINES)
        with self._story.bookmark(paragraph, field_mark("bylines")):
            for index, byline in enumerate(article.bylines):
                if index:
                    self._story.text(paragraph, BYLINE_SEPARATOR)
                with self._story.bookmark(paragraph, byline_mark(index)):
                    self._story.text(paragraph, byline.name)

    def _source(self, source: Source) -> None:
        paragraph = self._story.paragraph(Style.SOURCE)
        self._story.text(paragraph, f"{self._labels.source}: ")
        with self._story.bookmark(paragraph, field_mark("source")):
            self._story.text(paragraph, source.label)
            if source.label and source.url:
                self._story.text(paragraph, BYLINE_SEPARATOR)
            self._story.text(paragraph, source.url, href=source.url)


def _style_of(block: TextBlock) -> Style:
    match block:
        case Heading():
            return Style.HEADING_1 if block.level == 1 else Style.HEADING_2
        case Quote():
            return Style.QUOTE
        case ListItem():
            return list_style(block)
        case Box():
            return Style.BOX
    return Style.BODY


def _number(paragraph: _Element, number: int, depth: int) -> None:
    properties = SubElement(paragraph[0], w("numPr"))
    SubElement(properties, w("ilvl"), {w("val"): str(depth - 1)})
    SubElement(properties, w("numId"), {w("val"): str(number)})


def _keep_with_credit(caption: _Element) -> None:
    SubElement(caption[0], w("keepNext"))
    SubElement(caption[0], w("spacing"), {w("after"): CREDIT_GAP})
