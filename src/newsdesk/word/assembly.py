"""From the lines of a Word file to an article: each line is a field, a figure, a caption or a block."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from newsdesk.article.blocks import Block, Figure
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.word.captions import captioned, is_caption, reads_as_caption
from newsdesk.word.credits import CREDIT_LABEL, without_credit_label
from newsdesk.word.homecoming import Home
from newsdesk.word.lines import Line
from newsdesk.word.markers import Place
from newsdesk.word.media import Media
from newsdesk.word.objects import Drawing
from newsdesk.word.outline import with_outline
from newsdesk.word.passages import foreign_block
from newsdesk.word.stylesheet import Kind

FIELDS_BY_STYLE: Final = {
    Kind.KICKER: "kicker",
    Kind.HEADLINE: "headline",
    Kind.STANDFIRST: "standfirst",
}
LONGEST_CREDIT: Final = 80
"""Characters of a line that only names the photographer."""


class Assembly:
    """Goes through the lines once. `pictures` holds file name and bytes of photos by figure id."""

    def __init__(self, lines: Sequence[Line], home: Home, media: Media) -> None:
        self._lines = lines if home.known else with_outline(lines)
        self._home = home
        self._media = media
        self._next = 0
        self._blocks: list[Block] = []
        self._fields: dict[str, Any] = {}
        self._used: set[str] = set()
        self.pictures: dict[str, tuple[str, bytes]] = {}

    def article(self) -> Article:
        """Read all lines."""
        while self._next < len(self._lines):
            line = self._lines[self._next]
            self._next += 1
            self._take(line, self._home.place(line))
        return self._home.named(Article(id=new_id(), blocks=tuple(self._blocks), **self._fields))

    def _take(self, line: Line, place: Place | None) -> None:
        if place is not None and place.block is None:
            self._take_field(line, place.part)
        elif line.drawings or line.meaning.kind is Kind.PLACEHOLDER:
            self._take_figures(line, place)
        elif self._home.emptied(line, place) and line.meaning.kind is not Kind.DIVIDER:
            return
        elif place is not None:
            self._blocks.append(self._home.text_block(line, place, self._id_for(place)))
        elif not self._take_styled_field(line):
            self._blocks.append(foreign_block(line, new_id()))

    def _take_field(self, line: Line, name: str) -> None:
        match name:
            case "bylines":
                self._fields[name] = self._home.bylines(line)
            case "source":
                self._fields[name] = self._home.source(line)
            case _:
                self._fields[name] = line.text

    def _take_styled_field(self, line: Line) -> bool:
        """A headline, standfirst or kicker by its style, once each and only above the text."""
        name = FIELDS_BY_STYLE.get(line.meaning.kind)
        if name is None or name in self._fields or self._blocks:
            return False
        self._fields[name] = line.text.strip()
        return True

    def _take_figures(self, line: Line, place: Place | None) -> None:
        """Text around a picture stands before it, unless it reads as the caption."""
        inside = bool(line.text.strip()) and line.meaning.kind is not Kind.PLACEHOLDER
        beside = inside and not reads_as_caption(line)
        if beside:
            self._blocks.append(foreign_block(line, new_id()))
        drawings = line.drawings or (None,)
        for drawing in drawings:
            figure = self._figure(drawing, place if drawing is drawings[0] else None)
            self._blocks.append(figure)
        if inside and not beside:
            figure = captioned(figure, line.text)
        self._blocks[-1] = self._with_lines_below(figure, place)

    def _figure(self, drawing: Drawing | None, place: Place | None) -> Figure:
        photo = None if drawing is None else self._media.photo(drawing)
        block_id = new_id() if place is None else self._id_for(place)
        base = self._home.figure(place, None if photo is None else photo[1])
        figure = replace(base, id=block_id) if base else Figure(block_id)
        if photo is not None and figure.photo is None:
            self.pictures[block_id] = photo
        if drawing is None:
            return figure
        decorative = drawing.decorative or (figure.decorative and not drawing.alt)
        alt = figure.alt if decorative and not drawing.alt else drawing.alt
        return replace(figure, alt=alt, decorative=decorative, crop=figure.crop or drawing.crop)

    def _with_lines_below(self, figure: Figure, place: Place | None) -> Figure:
        """Take caption and credit from the lines that follow, whoever marked or styled them."""
        while self._next < len(self._lines):
            line = self._lines[self._next]
            below = self._home.place(line)
            if below is not None and (place is None or below.block != place.block):
                break
            if below is not None and below.part == "credit":
                figure = replace(figure, credit=self._home.credit(figure, line))
            elif below is not None and below.part == "caption":
                figure = replace(figure, caption=line.text)
            elif _is_credit(line) and not figure.credit:
                figure = replace(figure, credit=without_credit_label(line.text).strip())
            elif is_caption(line) and not figure.caption:
                figure = captioned(figure, line.text)
            else:
                break
            self._next += 1
        return figure

    def _id_for(self, place: Place) -> str:
        """The id of a marked block; a block whose paragraph was split keeps it for the first part."""
        if place.block is None or place.block in self._used:
            return new_id()
        self._used.add(place.block)
        return place.block


def _is_credit(line: Line) -> bool:
    text = line.text.strip()
    if line.drawings or not text:
        return False
    named = len(text) <= LONGEST_CREDIT and bool(CREDIT_LABEL.match(text))
    return line.meaning.kind is Kind.CREDIT or named
