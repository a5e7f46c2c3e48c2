"""Every written text of an article, with the place it stands at."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.article.blocks import Block, Divider, Embed, Figure
from newsdesk.article.model import Article
from newsdesk.article.text import plain


@dataclass(frozen=True, slots=True)
class Field:
    """The text of a field. `block` is the id of a block, None for the article's own fields."""

    name: str
    text: str
    block: str | None = None


def written_fields(article: Article) -> Iterator[Field]:
    """The texts a reader may see, in reading order, empty ones left out."""
    for name in ("kicker", "headline", "standfirst"):
        yield from _given(Field(name, getattr(article, name)))
    for block in article.blocks:
        for field in block_fields(block):
            yield from _given(field)


def block_fields(block: Block) -> Iterator[Field]:
    """The texts of one block."""
    match block:
        case Figure():
            for name in ("caption", "credit", "alt"):
                yield Field(name, getattr(block, name), block.id)
        case Embed():
            yield Field("title", block.title, block.id)
        case Divider():
            return
        case _:
            yield Field("text", plain(block.runs), block.id)


def _given(field: Field) -> Iterator[Field]:
    if field.text:
        yield field
