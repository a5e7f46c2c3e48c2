"""What a connector is: the verbs a delivery needs of any CMS, and the values that pass between them.

Every verb has three outcomes. It returns: done. It raises `CmsRefused` or `CmsConflict`: nothing was changed.
It raises `AnswerLost`: the request left this machine and nobody knows; the caller looks before it repeats.
(`CmsUnreachable` proper means that nothing was carried out.)
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from newsdesk.article.blocks import FocalPoint

Progress = Callable[[int, int], None]
"""Told (bytes sent, bytes in all) during an upload; raises to stop it."""

SECTION, TAG, PERSON = "section", "tag", "person"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a CMS takes; 0 and an empty set mean that it did not say."""

    media_bytes: int = 0
    media_pixels: int = 0
    media_types: frozenset[str] = frozenset()
    article_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Site:
    """How a CMS introduces itself. `time` is its own clock when it answered."""

    name: str
    contract: str
    time: datetime
    limits: Limits = Limits()
    features: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the token belongs to and what that person may do."""

    user: str
    name: str
    capabilities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A section, tag or person of the CMS; `pen_name` and `role` are a person's."""

    id: str
    name: str
    parent: str = ""
    pen_name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class MediaTexts:
    """The words of a photo, and the point its crops keep, as its record on the CMS has them."""

    caption: str = ""
    alt: str = ""
    credit: str = ""
    focal_point: FocalPoint | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """What is said of a photo before its bytes are sent. `id` is made on this machine."""

    id: str
    filename: str
    media_type: str
    size: int
    sha256: str
    texts: MediaTexts


@dataclass(frozen=True, slots=True)
class RemoteMedia:
    """A photo as the CMS has it.

    `state` is awaiting_bytes, processing, ready or rejected (`problem` says why).
    """

    media: Media
    state: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Payload:
    """An article in the words of a CMS. `revision` tells there which sending it came from."""

    id: str
    revision: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the article that this CMS cannot take; `code` and `params` make the sentence."""

    code: str
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RemoteArticle:
    """An article as the CMS has it.

    `etag` names this version for a condition, `version` counts them from 1. `content` is a digest of what was
    written, untouched by changes of status. `fields` is the content in the words of the CMS.
    """

    id: str
    etag: str
    version: int
    status: str
    revision: str
    content: str
    fields: Mapping[str, Any]
    public_url: str = ""
    edit_url: str = ""
    warnings: tuple[str, ...] = ()


class Connector(Protocol):
    """One CMS, signed in as one user, used by one thread at a time."""

    def site(self) -> Site:
        """Ask who is there; needs no token."""

    def identity(self) -> Identity:
        """Ask whose token this is."""

    def listed(self, kind: str) -> Iterable[Listed]:
        """All sections, tags or people that an article may name; `kind` is SECTION, TAG or PERSON."""

    def create_tag(self, tag_id: str, name: str) -> Listed:
        """Make a tag, or learn the one that has this name already."""

    def find_media(self, media_id: str) -> RemoteMedia | None:
        """The photo of this id, None when the CMS has none."""

    def put_media(self, media: Media) -> RemoteMedia:
        """Announce a photo under its id; announced again, only its texts change."""

    def upload(self, media: Media, data: bytes, progress: Progress) -> RemoteMedia:
        """Send the bytes of an announced photo."""

    def find_article(self, article_id: str) -> RemoteArticle | None:
        """The article of this id, None when the CMS has none."""

    def put_article(self, payload: Payload, etag: str | None) -> RemoteArticle:
        """Create the article (`etag` None) or replace the version `etag` of it."""

    def move(self, article: RemoteArticle, status: str, key: str) -> RemoteArticle:
        """Take the article to another status; `key` makes a repetition harmless."""

    def close(self) -> None:
        """Let go of connections."""
