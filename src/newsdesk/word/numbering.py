"""Which paragraphs of a Word file are list items: numbering has to be looked up through two tables."""

from collections.abc import Mapping
from typing import Self

from lxml.etree import _Element

from newsdesk.word.stylesheet import Kind, Meaning
from newsdesk.word.wordml import w

INNER = 2
"""Articles have two levels of lists; deeper ones become the inner one."""


class Numbering:
    """The number formats of one file, by `numId` and level."""

    def __init__(self, formats: Mapping[tuple[str, str], str]) -> None:
        self._formats = formats

    @classmethod
    def of(cls, root: _Element | None) -> Self:
        """The numbering of a numbering part; none when the file has no such part."""
        if root is None:
            return cls({})
        abstract = {item.get(w("abstractNumId"), ""): _levels(item) for item in root.iter(w("abstractNum"))}
        formats: dict[tuple[str, str], str] = {}
        for num in root.iter(w("num")):
            source = num.find(w("abstractNumId"))
            levels = {} if source is None else abstract.get(source.get(w("val"), ""), {})
            overridden = {
                override.get(w("ilvl"), "0"): found
                for override in num.iter(w("lvlOverride"))
                if (found := _format(override.find(w("lvl"))))
            }
            number = num.get(w("numId"), "")
            formats |= {(number, level): name for level, name in (levels | overridden).items()}
        return cls(formats)

    def item(self, properties: _Element | None) -> Meaning | None:
        """The list item that a w:numPr makes of a paragraph; None when it makes none."""
        if properties is None:
            return None
        number, level = _value(properties, "numId"), _value(properties, "ilvl") or "0"
        name = self._formats.get((number, level))
        if name is None or name == "none" or not level.isdecimal():
            return None
        return Meaning(Kind.LIST, min(INNER, int(level) + 1), name != "bullet")


def _levels(abstract: _Element) -> dict[str, str]:
    return {level.get(w("ilvl"), "0"): _format(level) for level in abstract.iter(w("lvl"))}


def _format(level: _Element | None) -> str:
    return "" if level is None else _value(level, "numFmt")


def _value(element: _Element, name: str) -> str:
    child = element.find(w(name))
    return "" if child is None else child.get(w("val"), "")
