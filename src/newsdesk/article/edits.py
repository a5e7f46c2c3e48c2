"""Pure changes to an article, in newsroom verbs."""

from dataclasses import replace
from typing import Any

from newsdesk.article.blocks import Block, Figure
from newsdesk.article.model import Article


def index_of(article: Article, block_id: str) -> int:
    """The place of a block in the body.

    Raises:
        KeyError: the article has no such block.
    """
    for index, block in enumerate(article.blocks):
        if block.id == block_id:
            return index
    raise KeyError(block_id)


def find_figure(article: Article, block_id: str) -> Figure:
    """The figure with this id.

    Raises:
        KeyError: there is no such block, or it is no figure.
    """
    block = article.blocks[index_of(article, block_id)]
    if not isinstance(block, Figure):
        raise KeyError(block_id)
    return block


def replace_block(article: Article, block: Block) -> Article:
    """Put `block` where the block of the same id stands."""
    index = index_of(article, block.id)
    return replace(article, blocks=(*article.blocks[:index], block, *article.blocks[index + 1 :]))


def edit_figure(article: Article, block_id: str, **changes: Any) -> Article:
    """Change fields of one figure (caption, credit, alt, photo …)."""
    return replace_block(article, replace(find_figure(article, block_id), **changes))
