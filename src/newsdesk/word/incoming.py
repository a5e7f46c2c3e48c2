"""What a DOCX gives: plain values, nothing heavy, so that anybody may hold them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsdesk.article.model import Article

if TYPE_CHECKING:
    from newsdesk.word.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reporter should know about an import. `code` names the sentence, `params` fill it."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IncomingDocx:
    """An article as a Word file tells it; the article itself has a new id.

    `pictures` maps the ids of figures without a photo to its file name and bytes. `recognised` counts what
    was found. `manifest` is what was exported when the file is our own, None for anybody else's.
    """

    article: Article
    pictures: Mapping[str, tuple[str, bytes]]
    recognised: Mapping[str, Any]
    notes: tuple[Note, ...]
    manifest: "Manifest | None"
