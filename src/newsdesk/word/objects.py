"""Pictures and text boxes in a run, drawn with DrawingML or with the older VML, inline or floating."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from newsdesk.article.blocks import Crop
from newsdesk.word.package import Relationship
from newsdesk.word.wordml import DECORATIVE, MC, VML, WP, A, r, w

BLIP = f"{{{A}}}blip"
SOURCE_RECTANGLE = f"{{{A}}}srcRect"
DRAWING_FACTS = f"{{{WP}}}docPr"
VML_SHAPE = f"{{{VML}}}shape"
VML_IMAGE = f"{{{VML}}}imagedata"
TEXT_BOX = w("txbxContent")
ALTERNATIVES = f"{{{MC}}}AlternateContent"

WHOLE = 100_000
"""A side of a picture, in the thousandths of a percent that cropping counts in."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture on the page. `part` is None when its bytes are not in the file."""

    part: str | None
    name: str = ""
    alt: str = ""
    decorative: bool = False
    crop: Crop | None = None


def branches(alternatives: _Element) -> Iterator[_Element]:
    """The one branch of an mc:AlternateContent that is read: the first choice, or else the fallback."""
    chosen = alternatives.find(f"{{{MC}}}Choice")
    if chosen is None:
        chosen = alternatives.find(f"{{{MC}}}Fallback")
    if chosen is not None:
        yield chosen


def objects_in(
    element: _Element, links: Mapping[str, Relationship]
) -> tuple[tuple[Drawing, ...], tuple[_Element, ...]]:
    """The pictures under an element, and its text boxes unread."""
    drawings: list[Drawing] = []
    boxes: list[_Element] = []
    facts = Drawing(None)
    for item in _walk(element):
        if item.tag in (DRAWING_FACTS, VML_SHAPE):
            facts = _facts(item)
        elif item.tag == BLIP:
            reference = item.get(r("embed"), "")
            drawings.append(_drawn(facts, reference, links, _crop(item)))
        elif item.tag == VML_IMAGE:
            drawings.append(_drawn(facts, item.get(r("id"), ""), links, None))
        elif item.tag == TEXT_BOX:
            boxes.append(item)
    return tuple(drawings), tuple(boxes)


def _walk(element: _Element) -> Iterator[_Element]:
    """Everything below, with one branch of each alternative and without the insides of text boxes."""
    children = branches(element) if element.tag == ALTERNATIVES else iter(element)
    for child in children:
        yield child
        if child.tag != TEXT_BOX:
            yield from _walk(child)


def _facts(item: _Element) -> Drawing:
    if item.tag == VML_SHAPE:
        return Drawing(None, item.get("id", ""), item.get("alt", ""))
    mark = next(item.iter(f"{{{DECORATIVE}}}decorative"), None)
    decorative = mark is not None and mark.get("val") not in ("0", "false")
    return Drawing(None, item.get("name", ""), item.get("descr", ""), decorative)


def _drawn(facts: Drawing, reference: str, links: Mapping[str, Relationship], crop: Crop | None) -> Drawing:
    link = links.get(reference)
    part = None if link is None or link.external else link.target
    return Drawing(part, facts.name, facts.alt, facts.decorative, crop)


def _crop(blip: _Element) -> Crop | None:
    fill = blip.getparent()
    rectangle = None if fill is None else fill.find(SOURCE_RECTANGLE)
    if rectangle is None:
        return None
    try:
        left, top, right, bottom = (int(rectangle.get(side, "0")) / WHOLE for side in "ltrb")
    except ValueError:
        return None
    if not (0 <= left < 1 - right <= 1 and 0 <= top < 1 - bottom <= 1) or not any((left, top, right, bottom)):
        return None
    return Crop(left, top, 1 - right, 1 - bottom)
