"""What a reader hands over: the article, the pictures it asks for, and what was recognised on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

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
