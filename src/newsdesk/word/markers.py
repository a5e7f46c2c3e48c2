"""Who is who in a DOCX that comes back: the bookmark of every block and field, the names of its pictures.

Measured on Word, LibreOffice and Google Docs files: hidden bookmarks, picture names, custom properties and a
custom XML part found by its namespace survive an editing session; content controls and paragraph ids do not.
Bookmark names follow from the article alone, so the base article in the manifest explains them all.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from newsdesk.article.blocks import (
    Block,
    Box,
    Divider,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
)
from newsdesk.article.model import Article

FIELDS = ("kicker", "headline", "standfirst", "bylines", "source")
DESK_TABLE = "_nd_x_desk"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_LETTERS: Mapping[type, str] = {
    Paragraph: "p",
    Heading: "h",
    Quote: "q",
    ListItem: "l",
    Box: "b",
    Figure: "f",
    Embed: "e",
    Divider: "d",
}
_PART_LETTERS: Mapping[str, str] = {"caption": "c", "credit": "r", "title": "t", "url": "u"}
_COPY = re.compile(r"_Copy_\d+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """What a bookmark stands for.

    `part` is `block` (the whole block), a field of a figure or embed, or a field of the article;
    `block` is the block's id, `index` the place of a byline among the bylines.
    """

    part: str
    block: str | None = None
    index: int | None = None


def block_mark(block: Block) -> str:
    """The bookmark around a block's text, or around a figure's picture."""
    return f"_nd_{_LETTERS[type(block)]}{_token(block.id)}"


def part_mark(block: Block, part: str) -> str:
    """The bookmark around one field of a figure (`caption`, `credit`) or embed (`title`, `url`)."""
    return f"_nd_{_PART_LETTERS[part]}{_token(block.id)}"


def field_mark(name: str) -> str:
    """The bookmark around a field of the article, one of FIELDS."""
    return f"_nd_x_{name}"


def byline_mark(index: int) -> str:
    """The bookmark around one printed name."""
    return f"_nd_x_by_{index + 1}"


def original_name(bookmark: str) -> tuple[str, bool]:
    """The name a bookmark was given, and whether this one is an office program's copy of it."""
    name = _COPY.sub("", bookmark)
    return name, name != bookmark


def picture_name(photo: str) -> str:
    """The name of a drawing: it says which original the picture was made from."""
    return f"nd-photo-{photo[:8]}"


def places(article: Article) -> dict[str, Place]:
    """Every bookmark an export of `article` has, and what it stands for."""
    found = {field_mark(name): Place(name) for name in FIELDS}
    found |= {byline_mark(index): Place("byline", index=index) for index in range(len(article.bylines))}
    for block in article.blocks:
        found[block_mark(block)] = Place("block", block.id)
        for part in _parts(block):
            found[part_mark(block, part)] = Place(part, block.id)
    return found


def identifier(article_id: str, revision: int, export_id: str) -> str:
    """What dc:identifier says."""
    return f"newsdesk:{article_id}/{revision}/{export_id}"


def stamp(at: datetime) -> str:
    """A moment as the file's properties write it (W3CDTF, whole seconds)."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _parts(block: Block) -> tuple[str, ...]:
    match block:
        case Figure():
            return ("caption", "credit")
        case Embed():
            return ("title", "url")
    return ()


def _token(block_id: str) -> str:
    """32 letters that a bookmark name can hold, the same for the same id; a name may have 40."""
    if UUID.fullmatch(block_id):
        return block_id.replace("-", "")
    return hashlib.sha256(block_id.encode()).hexdigest()[:32]
