"""What the paragraph styles of a Word file mean, whoever made the file and in whatever language."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from lxml.etree import _Element

from newsdesk.article.text import Mark
from newsdesk.word.wordml import w

DEEPEST_INHERITANCE = 20
BODY_OUTLINE_LEVEL = 9


class Kind(StrEnum):
    """What a paragraph is in an article."""

    BODY = "body"
    KICKER = "kicker"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    BOX = "box"
    DIVIDER = "divider"
    EMBED = "embed"
    PHOTO = "photo"
    PLACEHOLDER = "placeholder"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINES = "bylines"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A kind, and for headings and lists the level (1 is the outer one) and whether a list is ordered."""

    kind: Kind
    level: int = 1
    ordered: bool = False


BODY = Meaning(Kind.BODY)

_NAMES: Mapping[Kind, tuple[str, ...]] = {
    Kind.KICKER: ("kicker",),
    Kind.HEADLINE: ("title", "headline", "tiêu đề", "tựa đề", "tít", "tít chính", "tên bài"),
    Kind.STANDFIRST: (
        "subtitle",
        "standfirst",
        "sapo",
        "sa pô",
        "phụ đề",
        "tiêu đề phụ",
        "lời dẫn",
        "chapeau",
    ),
    Kind.QUOTE: ("quote", "intense quote", "quotations", "block text", "trích dẫn"),
    Kind.BOX: ("fact box", "box", "hộp thông tin"),
    Kind.DIVIDER: ("divider", "horizontal line"),
    Kind.EMBED: ("embed",),
    Kind.PHOTO: ("photo", "captioned figure", "figure"),
    Kind.PLACEHOLDER: ("photo placeholder",),
    Kind.CAPTION: ("caption", "image caption", "illustration", "chú thích", "chú thích ảnh"),
    Kind.CREDIT: ("photo credit", "nguồn ảnh"),
    Kind.BYLINES: ("bylines",),
    Kind.SOURCE: ("source line",),
}
_KIND_OF = {name: kind for kind, names in _NAMES.items() for name in names}
_HEADING = re.compile(r"(?:heading|đầu đề|đề mục|tiêu đề|tít)\s*(\d)")
_LIST = re.compile(r"list (bullet|number)(?: (\d))?")
_FALSE = frozenset({"0", "false", "off", "none"})


def is_on(properties: _Element, name: str) -> bool | None:
    """A switch such as w:b: on, off, or None when it is not set."""
    element = properties.find(w(name))
    return None if element is None else element.get(w("val"), "1") not in _FALSE


class Stylesheet:
    """The styles of one file. Unknown names mean what the style they are based on means."""

    def __init__(self, styles: Mapping[str, _Element]) -> None:
        self._styles = styles
        self._meanings: dict[str, Meaning] = {}

    @classmethod
    def of(cls, root: _Element | None) -> Self:
        """The styles of a styles part; none when the file has no such part."""
        elements = () if root is None else root.iter(w("style"))
        return cls({element.get(w("styleId"), ""): element for element in elements})

    def meaning(self, style: str) -> Meaning:
        """What a paragraph of the style with this id is."""
        if style not in self._meanings:
            found = (_meaning_of(element) for element in self.line(style))
            self._meanings[style] = next((meaning for meaning in found if meaning), BODY)
        return self._meanings[style]

    def numbering(self, style: str) -> _Element | None:
        """The w:numPr that paragraphs of the style have, their own or inherited."""
        found = (element.find(f"{w('pPr')}/{w('numPr')}") for element in self.line(style))
        return next((numbering for numbering in found if numbering is not None), None)

    def centred(self, style: str) -> bool:
        """Whether paragraphs of the style are centred."""
        found = (element.find(f"{w('pPr')}/{w('jc')}") for element in self.line(style))
        alignment = next((item for item in found if item is not None), None)
        return alignment is not None and alignment.get(w("val")) == "center"

    def marks(self, style: str) -> frozenset[Mark]:
        """Bold and italic of a character style."""
        switches = {Mark.BOLD: "b", Mark.ITALIC: "i"}
        return frozenset(mark for mark, name in switches.items() if self._switch(style, name))

    def line(self, style: str) -> Iterator[_Element]:
        """A style and those it is based on, nearest first; a circle ends."""
        for _ in range(DEEPEST_INHERITANCE):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            parent = element.find(w("basedOn"))
            style = "" if parent is None else parent.get(w("val"), "")

    def _switch(self, style: str, name: str) -> bool:
        for element in self.line(style):
            properties = element.find(w("rPr"))
            state = None if properties is None else is_on(properties, name)
            if state is not None:
                return state
        return False


def outline_heading(properties: _Element | None) -> Meaning | None:
    """A heading by its outline level, whatever its style is called."""
    outline = None if properties is None else properties.find(w("outlineLvl"))
    level = "" if outline is None else outline.get(w("val"), "")
    if not level.isdecimal() or int(level) >= BODY_OUTLINE_LEVEL:
        return None
    return Meaning(Kind.HEADING, int(level) + 1)


def _meaning_of(style: _Element) -> Meaning | None:
    element = style.find(w("name"))
    name = "" if element is None else element.get(w("val"), "")
    name = unicodedata.normalize("NFC", name).casefold().strip()
    if heading := _HEADING.fullmatch(name):
        return Meaning(Kind.HEADING, int(heading[1]))
    if item := _LIST.fullmatch(name):
        return Meaning(Kind.LIST, int(item[2] or 1), item[1] == "number")
    if name in _KIND_OF:
        return Meaning(_KIND_OF[name])
    return outline_heading(style.find(w("pPr")))
