"""One change and its inverse: the undo step, the autosave entry and the change feed at once."""

from dataclasses import dataclass, replace
from typing import Any

from newsdesk.article.blocks import Block
from newsdesk.article.model import Article

FIELDS = frozenset(
    {
        "kicker",
        "headline",
        "standfirst",
        "bylines",
        "source",
        "section",
        "tags",
        "slug",
        "status",
        "language",
        "notes",
        "lead",
        "embargo",
    }
)


@dataclass(frozen=True, slots=True)
class Splice:
    """From block `index` on, the blocks `old` became the blocks `new`."""

    index: int
    old: tuple[Block, ...]
    new: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """The article's field `name` went from `old` to `new`; `name` is one of FIELDS."""

    name: str
    old: Any
    new: Any


Change = Splice | FieldChange


def inverse(change: Change) -> Change:
    """The change that takes `change` back."""
    match change:
        case Splice(index, old, new):
            return Splice(index, new, old)
        case FieldChange(name, before, after):
            return FieldChange(name, after, before)


def apply(article: Article, change: Change) -> Article:
    """The article after `change`.

    Raises:
        ValueError: the change does not start from what the article holds.
    """
    match change:
        case Splice(index, old, new):
            end = index + len(old)
            if article.blocks[index:end] != old:
                raise ValueError(f"splice at block {index} does not match the article")
            return replace(article, blocks=article.blocks[:index] + new + article.blocks[end:])
        case FieldChange(name, before, after):
            if name not in FIELDS or getattr(article, name) != before:
                raise ValueError(f"change of {name} does not match the article")
            return replace(article, **{name: after})


def between(before: tuple[Block, ...], after: tuple[Block, ...]) -> Splice | None:
    """The smallest splice that turns one body into another, None when they are equal."""
    start = 0
    shorter = min(len(before), len(after))
    while start < shorter and before[start] == after[start]:
        start += 1
    tail = 0
    while tail < shorter - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old, new = before[start : len(before) - tail], after[start : len(after) - tail]
    return Splice(start, old, new) if old or new else None


def merged(first: Change, second: Change) -> Change | None:
    """Both changes as one, when the second rewrites just what the first wrote; None otherwise."""
    match first, second:
        case Splice(index, old, middle), Splice(again, start, new) if index == again and middle == start:
            return Splice(index, old, new)
        case FieldChange(name, before, between_), FieldChange(same, begin, after) if (
            name == same and between_ == begin
        ):
            return FieldChange(name, before, after)
    return None
