"""What a reader hands over: the article, the pictures it asks for, and what was recognised on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from newsdesk.article.blocks import Block, Figure, Heading, ListItem, Paragraph
from newsdesk.article.model import Article


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reporter should know about an import. `code` names the sentence, `params` fill it."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article as a file tells it.

    `pictures` pairs the id of a figure with the reference the file gives for its photo: a relative path,
    an address or a `data:` URI. `recognised` counts what was found; `notes` say what was guessed or left out.
    """

    article: Article
    pictures: tuple[tuple[str, str], ...] = ()
    recognised: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def recognised(article: Article) -> dict[str, Any]:
    """How much of everything an article has, as the import report counts it."""
    blocks = article.blocks

    def count(*kinds: type[Block]) -> int:
        return sum(isinstance(block, kinds) for block in blocks)

    return {
        "headline": bool(article.headline),
        "kicker": bool(article.kicker),
        "standfirst": bool(article.standfirst),
        "paragraphs": count(Paragraph),
        "headings": count(Heading),
        "list_items": count(ListItem),
        "figures": count(Figure),
        "credits": sum(isinstance(block, Figure) and bool(block.credit) for block in blocks),
        "bylines": len(article.bylines),
        "source": article.source is not None,
        "section": bool(article.section),
        "tags": len(article.tags),
    }
