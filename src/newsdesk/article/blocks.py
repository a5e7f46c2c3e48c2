"""The blocks an article's body is made of. Every block has an id that stays with it for life."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newsdesk.article.text import Runs, plain


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Body text. A line break inside it is U+2028."""

    id: str
    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A crosshead inside the body; `level` 1 is the larger of the two."""

    id: str
    runs: Runs = ()
    level: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A pull quote or a quoted passage of one paragraph."""

    id: str
    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; neighbouring items of one kind are one list. `depth` 1 is the outer level."""

    id: str
    runs: Runs = ()
    ordered: bool = False
    depth: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Box:
    """One paragraph of a fact box; neighbouring box paragraphs are one box."""

    id: str
    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of the upright photo that is shown, as fractions (0 to 1) of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class FocalPoint:
    """The point that every crop must keep, as fractions (0 to 1) of the upright photo."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo as this article uses it. `photo` is the SHA-256 of the original, None for a placeholder.

    Caption, credit and alt text belong to this use; the photo's own metadata is only where they may start.
    `people` are named from left to right (IPTC PersonInImage).
    """

    id: str
    photo: str | None = None
    caption: str = ""
    credit: str = ""
    alt: str = ""
    decorative: bool = False
    crop: Crop | None = None
    focal_point: FocalPoint | None = None
    people: tuple[str, ...] = ()
    ai_made: bool = False


@dataclass(frozen=True, slots=True)
class Embed:
    """A video or page shown by its address."""

    id: str
    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Divider:
    """A break between two parts of the body."""

    id: str


TextBlock = Paragraph | Heading | Quote | ListItem | Box
Block = TextBlock | Figure | Embed | Divider


def text_of(block: Block) -> str:
    """What a reader reads of a block: its text, the caption of a figure, the title of an embed."""
    match block:
        case Figure():
            return block.caption
        case Embed():
            return block.title
        case Divider():
            return ""
        case _:
            return plain(block.runs)


def figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    """The figures of a body in reading order."""
    return (block for block in blocks if isinstance(block, Figure))
