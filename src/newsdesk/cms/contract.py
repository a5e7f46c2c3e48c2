"""The station contract's answers, read into values. What does not fit counts as no answer at all."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from newsdesk.article.blocks import FocalPoint
from newsdesk.article.fields import FieldError, Fields
from newsdesk.cms.answers import Answer, expect, quoted, web_address
from newsdesk.cms.connector import (
    Identity,
    Limits,
    Listed,
    Media,
    MediaTexts,
    RemoteArticle,
    RemoteMedia,
    Site,
)
from newsdesk.errors import AnswerLost

MAJOR = "1"
MEDIA_STATES = frozenset({"awaiting_bytes", "processing", "ready", "rejected"})
STATUSES = frozenset(
    {"draft", "submitted", "in_review", "returned", "scheduled", "published", "unpublished", "trashed"}
)
CONTENT = (
    "headline",
    "kicker",
    "standfirst",
    "body",
    "coverMediaId",
    "media",
    "bylines",
    "source",
    "categoryIds",
    "tagIds",
    "slug",
    "language",
    "embargoUntil",
    "editorialNote",
)
"""The names of an article's content; its other names are the CMS's own."""

T = TypeVar("T")


def read(reader: Callable[[Fields], T], fields: Fields) -> T:
    """What `reader` makes of an answer.

    Raises:
        AnswerLost: `cms.answer_invalid`, a field is missing or of the wrong type.
    """
    try:
        return reader(fields)
    except FieldError as error:
        raise AnswerLost("cms.answer_invalid", field=error.path, reason=error.reason) from None


def site(fields: Fields) -> Site:
    """Who answered discovery, whichever version of the contract it speaks."""
    limits = Fields.of(fields.values.get("limits"), "limits")
    return Site(
        name=quoted(fields.required_text("siteName")),
        contract=fields.required_text("contract"),
        time=_moment(fields, "time"),
        limits=Limits(
            media_bytes=_number(limits, "maxBytes"),
            media_pixels=_number(limits, "maxPixels"),
            media_types=frozenset(limits.texts("mediaTypes")),
            article_bytes=_number(limits, "maxArticleBytes"),
        ),
        features=frozenset(fields.texts("features")),
    )


def identity(fields: Fields) -> Identity:
    """Whose token it was."""
    person = fields.optional("person")
    name = person.text("name") if person else ""
    return Identity(fields.required_text("user"), quoted(name), frozenset(fields.texts("capabilities")))


def listed(fields: Fields) -> Listed:
    """A section, tag or person."""
    return Listed(
        id=fields.required_text("id"),
        name=fields.required_text("name"),
        parent=fields.text("parentId"),
        pen_name=fields.text("penName"),
        role=fields.text("role"),
    )


def page(fields: Fields) -> tuple[tuple[Fields, ...], str]:
    """The items of one page of a list, and the cursor of the next one (empty at the end)."""
    return tuple(fields.items("items")), fields.text("nextCursor")


def media(fields: Fields) -> RemoteMedia:
    """A photo as it stands."""
    point, problem = fields.optional("focalPoint"), fields.optional("problem")
    texts = MediaTexts(
        caption=fields.text("caption"),
        alt=fields.text("alt"),
        credit=fields.text("credit"),
        focal_point=FocalPoint(point.fraction("x"), point.fraction("y")) if point else None,
    )
    return RemoteMedia(
        media=Media(
            id=fields.required_text("id"),
            filename=fields.required_text("filename"),
            media_type=fields.required_text("mediaType"),
            size=_number(fields, "size"),
            sha256=fields.sha256("sha256") or "",
            texts=texts,
        ),
        state=_one_of(fields, "state", MEDIA_STATES),
        problem=quoted(problem.text("code")) if problem else "",
    )


def article(answer: Answer, *statuses: int) -> RemoteArticle:
    """An article as it stands, from an answer that must have one of `statuses`.

    Raises:
        CmsError: the answer says otherwise.
        AnswerLost: `cms.answer_invalid`.
    """
    fields = expect(answer, *statuses)
    return read(lambda found: _article(found, answer.headers.get("etag", "")), fields)


def _article(fields: Fields, etag: str) -> RemoteArticle:
    if len(etag) < 3 or not (etag.startswith('"') and etag.endswith('"')):
        raise FieldError("ETag", "missing")
    links = fields.optional("links")
    content = {name: fields.values.get(name) for name in CONTENT}
    return RemoteArticle(
        id=fields.required_text("id"),
        etag=etag,
        version=_number(fields, "version"),
        status=_one_of(fields, "status", STATUSES),
        revision=fields.text("clientRevision"),
        content=_digest(content),
        fields=content,
        public_url=web_address(links.values.get("public")) if links else "",
        edit_url=web_address(links.values.get("edit")) if links else "",
        warnings=tuple(quoted(item.text("detail")) for item in fields.items("warnings")),
    )


def _digest(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _number(fields: Fields, name: str) -> int:
    value = fields.values.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise FieldError(fields.path(name), "not_a_number")
    return value


def _one_of(fields: Fields, name: str, allowed: frozenset[str]) -> str:
    value = fields.required_text(name)
    if value not in allowed:
        raise FieldError(fields.path(name), "not_allowed")
    return value


def _moment(fields: Fields, name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(fields.required_text(name))
    except ValueError as error:
        raise FieldError(fields.path(name), "not_a_time") from error
    if moment.tzinfo is None:
        raise FieldError(fields.path(name), "not_a_time")
    return moment
