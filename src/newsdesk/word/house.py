"""The house template. Its named styles are the contract: a station may replace the file, not the names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lxml.etree import _Element

from newsdesk.errors import BadInput
from newsdesk.word.manifest import manifest_of
from newsdesk.word.package import Package
from newsdesk.word.wordml import office, w


class Style(StrEnum):
    """The styles a house template must have, by the names Word shows."""

    BODY = "Normal"
    KICKER = "Kicker"
    HEADLINE = "Title"
    STANDFIRST = "Subtitle"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    QUOTE = "Quote"
    BULLET_1 = "List Bullet"
    BULLET_2 = "List Bullet 2"
    NUMBER_1 = "List Number"
    NUMBER_2 = "List Number 2"
    BOX = "Fact Box"
    DIVIDER = "Divider"
    EMBED = "Embed"
    PHOTO = "Photo"
    PLACEHOLDER = "Photo Placeholder"
    CAPTION = "caption"
    CREDIT = "Photo Credit"
    BYLINES = "Bylines"
    SOURCE = "Source Line"
    DESK_LABEL = "Desk Label"
    DESK_VALUE = "Desk Value"
    DESK_TABLE = "Desk Table"
    LINK = "Hyperlink"


LISTS = (Style.BULLET_1, Style.BULLET_2, Style.NUMBER_1, Style.NUMBER_2)


@dataclass(frozen=True, slots=True)
class House:
    """A checked template: its parts, the id of each style, the numbering (`numId`) of each list style."""

    package: Package
    main: str
    styles_part: str
    numbering_part: str
    settings_part: str
    styles: Mapping[Style, str]
    numbering: Mapping[Style, int]


def open_house(path: Path) -> House:
    """Read and check a template.

    Raises:
        BadInput: `docx.template_missing`; `docx.template_part`, `docx.template_style` or `docx.template_list`
            when something is lacking; `docx.template_is_article` for an exported article; the codes of
            Package when it is no DOCX.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput("docx.template_missing", file=str(path)) from error
    package = Package(data, path.name)
    if manifest_of(package) is not None:
        raise BadInput("docx.template_is_article", file=path.name)
    main = package.main_part()
    if next(package.tree(main).iter(w("body")), None) is None:
        raise BadInput("docx.template_part", file=path.name, part="body")
    parts = {kind: _part(package, main, kind, path.name) for kind in ("styles", "numbering", "settings")}
    elements = {name.casefold(): element for name, element in _named(package.tree(parts["styles"]))}
    for style in Style:
        if style.casefold() not in elements:
            raise BadInput("docx.template_style", file=path.name, style=style.value)
    return House(
        package,
        main,
        parts["styles"],
        parts["numbering"],
        parts["settings"],
        {style: elements[style.casefold()].get(w("styleId"), "") for style in Style},
        {style: _number(elements[style.casefold()], style, path.name) for style in LISTS},
    )


def _part(package: Package, main: str, kind: str, file: str) -> str:
    name = next(package.related(main, office(kind)), None)
    if name is None:
        raise BadInput("docx.template_part", file=file, part=kind)
    return name


def _named(root: _Element) -> Iterator[tuple[str, _Element]]:
    for element in root.iter(w("style")):
        name = element.find(w("name"))
        if name is not None:
            yield name.get(w("val"), ""), element


def _number(element: _Element, style: Style, file: str) -> int:
    number = element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    if number is None:
        raise BadInput("docx.template_list", file=file, style=style.value)
    return int(number.get(w("val"), "0"))
