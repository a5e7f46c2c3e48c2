"""Lists with real numbering: each ordered list counts from its own one."""

from lxml.etree import Element, SubElement, _Element

from newsdesk.article.blocks import Block, ListItem
from newsdesk.word.house import House, Style
from newsdesk.word.wordml import w

_STYLES = {
    (False, 1): Style.BULLET_1,
    (False, 2): Style.BULLET_2,
    (True, 1): Style.NUMBER_1,
    (True, 2): Style.NUMBER_2,
}


def list_style(item: ListItem) -> Style:
    """The paragraph style of a list item."""
    return _STYLES[item.ordered, item.depth]


class Lists:
    """Gives each list item its numbering.

    An ordered list ends at the next block that is no list item, or at an outer item with a bullet; inner
    bullets do not interrupt its counting.
    """

    def __init__(self, numbering: _Element, house: House) -> None:
        self._numbering = numbering
        self._house = house
        self._abstract = {
            int(num.get(w("numId"), "0")): num.find(w("abstractNumId")) for num in numbering.iter(w("num"))
        }
        self._last = max(self._abstract, default=0)
        self._counting: int | None = None

    def number(self, block: Block) -> int | None:
        """The numbering (`numId`) of the next block; None for a block that is no list item."""
        if not isinstance(block, ListItem) or (not block.ordered and block.depth == 1):
            self._counting = None
        if not isinstance(block, ListItem):
            return None
        own = self._house.numbering[list_style(block)]
        if not block.ordered:
            return own
        if self._counting is None:
            self._counting = self._new(own)
        return self._counting

    def _new(self, like: int) -> int:
        """A numbering that looks like `like` and starts again."""
        self._last += 1
        num = Element(w("num"), {w("numId"): str(self._last)})
        self._numbering.findall(w("num"))[-1].addnext(num)
        source = self._abstract.get(like)
        abstract = "0" if source is None else source.get(w("val"), "0")
        SubElement(num, w("abstractNumId"), {w("val"): abstract})
        for level in ("0", "1"):
            override = SubElement(num, w("lvlOverride"), {w("ilvl"): level})
            SubElement(override, w("startOverride"), {w("val"): "1"})
        return self._last
