"""A photo on the page: DrawingML, inline, with a name that says which photo it is and what it shows."""

from dataclasses import dataclass

from lxml.etree import SubElement, _Element

from newsdesk.article.blocks import Figure
from newsdesk.word.job import Picture
from newsdesk.word.markers import picture_name
from newsdesk.word.wordml import DECORATIVE, DECORATIVE_EXTENSION, PIC, WP, A, r, w

EMU_PER_CM = 360_000
EMU_PER_INCH = 914_400
WIDEST = 16 * EMU_PER_CM
"""The width of the text on the page."""
TALLEST = 11 * EMU_PER_CM
FEWEST_DPI = 96
"""A small photo is not blown up beyond this; it stays small and sharp."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture ready to be drawn: its relationship id and a number no other drawing has."""

    picture: Picture
    relationship: str
    number: int


def printed_size(picture: Picture) -> tuple[int, int]:
    """Width and height on paper in EMU: at most WIDEST and TALLEST, and no coarser than FEWEST_DPI."""
    natural = EMU_PER_INCH / FEWEST_DPI
    scale = min(natural, WIDEST / picture.width, TALLEST / picture.height)
    return max(1, round(picture.width * scale)), max(1, round(picture.height * scale))


def draw(paragraph: _Element, figure: Figure, placed: Placed) -> None:
    """Put the picture into a run of its own at the end of the paragraph."""
    width, height = printed_size(placed.picture)
    run = SubElement(paragraph, w("r"))
    inline = SubElement(
        SubElement(run, w("drawing")), _wp("inline"), distT="0", distB="0", distL="0", distR="0"
    )
    SubElement(inline, _wp("extent"), cx=str(width), cy=str(height))
    _describe(inline, figure, placed.number)
    locks = SubElement(SubElement(inline, _wp("cNvGraphicFramePr")), _a("graphicFrameLocks"))
    locks.set("noChangeAspect", "1")
    data = SubElement(SubElement(inline, _a("graphic")), _a("graphicData"), uri=PIC)
    _picture(data, figure, placed, width, height)


def _describe(inline: _Element, figure: Figure, number: int) -> None:
    """Name and alt text. Never a title: LibreOffice 25 writes it into the alt text."""
    properties = SubElement(inline, _wp("docPr"), id=str(number), name=picture_name(figure.photo or ""))
    if figure.decorative:
        extensions = SubElement(properties, _a("extLst"))
        extension = SubElement(extensions, _a("ext"), uri=DECORATIVE_EXTENSION)
        SubElement(extension, f"{{{DECORATIVE}}}decorative", nsmap={"adec": DECORATIVE}, val="1")
    elif figure.alt:
        properties.set("descr", figure.alt)


def _picture(data: _Element, figure: Figure, placed: Placed, width: int, height: int) -> None:
    picture = SubElement(data, _pic("pic"))
    facts = SubElement(picture, _pic("nvPicPr"))
    SubElement(facts, _pic("cNvPr"), id=str(placed.number), name=picture_name(figure.photo or ""))
    SubElement(facts, _pic("cNvPicPr"))
    fill = SubElement(picture, _pic("blipFill"))
    SubElement(fill, _a("blip"), {r("embed"): placed.relationship})
    SubElement(SubElement(fill, _a("stretch")), _a("fillRect"))
    shape = SubElement(picture, _pic("spPr"))
    frame = SubElement(shape, _a("xfrm"))
    SubElement(frame, _a("off"), x="0", y="0")
    SubElement(frame, _a("ext"), cx=str(width), cy=str(height))
    SubElement(SubElement(shape, _a("prstGeom"), prst="rect"), _a("avLst"))


def _wp(name: str) -> str:
    return f"{{{WP}}}{name}"


def _a(name: str) -> str:
    return f"{{{A}}}{name}"


def _pic(name: str) -> str:
    return f"{{{PIC}}}{name}"
