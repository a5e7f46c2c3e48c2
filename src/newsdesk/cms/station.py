"""The station's own CMS, spoken to as `resources/api/newsdesk-v1.yaml` says."""

import base64
import json
import urllib.parse
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from newsdesk.article.fields import Fields
from newsdesk.cms import contract
from newsdesk.cms.answers import Answer, document, expect
from newsdesk.cms.connector import (
    PERSON,
    SECTION,
    TAG,
    Identity,
    Listed,
    Media,
    Payload,
    Progress,
    RemoteArticle,
    RemoteMedia,
    Site,
)
from newsdesk.errors import AnswerLost, CmsRefused

BASE = "/newsdesk/v1"
LISTS: Mapping[str, str] = {SECTION: "/categories", TAG: "/tags", PERSON: "/people"}
MAX_PAGES = 2000


class Sends(Protocol):
    """What the connector needs of a transport."""

    def send(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        progress: Progress | None = None,
        signed: bool = True,
    ) -> Answer:
        """Send one request and give back its answer, whatever its status."""

    def close(self) -> None:
        """Close the connections."""


class StationConnector:
    """Speaks the newsdesk contract, version 1."""

    def __init__(self, transport: Sends) -> None:
        self._transport = transport

    def close(self) -> None:
        """Let go of connections."""
        self._transport.close()

    def site(self) -> Site:
        """Ask who is there.

        Raises:
            CmsRefused: `cms.wrong_site`, `cms.other_contract`.
        """
        answer = self._transport.send("GET", f"{BASE}/", signed=False)
        if answer.status == 404:
            raise CmsRefused("cms.wrong_site", status=answer.status)
        try:
            site = contract.read(contract.site, expect(answer, 200))
        except AnswerLost as lost:
            if lost.code != "cms.answer_invalid":
                raise
            raise CmsRefused("cms.wrong_site", status=answer.status) from None
        if site.contract.partition(".")[0] != contract.MAJOR:
            raise CmsRefused("cms.other_contract", contract=site.contract)
        return site

    def identity(self) -> Identity:
        """Ask whose token this is."""
        return contract.read(contract.identity, self._get("/me"))

    def listed(self, kind: str) -> Iterable[Listed]:
        """All living and assignable entries of a list, over all its pages."""
        entries: dict[str, Listed] = {}
        for item in self._items(LISTS[kind]):
            if item.values.get("assignable") is True and item.values.get("deleted") is not True:
                entry = contract.read(contract.listed, item)
                entries[entry.id] = entry
        return tuple(entries.values())

    def create_tag(self, tag_id: str, name: str) -> Listed:
        """Make a tag, or learn the one that has this name already."""
        answer = self._put(f"/tags/{tag_id}", {"name": name})
        return contract.read(contract.listed, expect(answer, 200, 201))

    def find_media(self, media_id: str) -> RemoteMedia | None:
        """The photo of this id."""
        answer = self._transport.send("GET", f"{BASE}/media/{media_id}")
        return (
            None if _missing(answer) else _own(contract.read(contract.media, expect(answer, 200)), media_id)
        )

    def put_media(self, media: Media) -> RemoteMedia:
        """Announce a photo, or change its texts."""
        point = media.texts.focal_point
        announced = {
            "filename": media.filename,
            "mediaType": media.media_type,
            "size": media.size,
            "sha256": media.sha256,
            "caption": media.texts.caption,
            "alt": media.texts.alt,
            "credit": media.texts.credit,
            "focalPoint": point and {"x": point.x, "y": point.y},
        }
        answer = self._put(f"/media/{media.id}", announced)
        return _own(contract.read(contract.media, expect(answer, 200, 201)), media.id)

    def upload(self, media: Media, data: bytes, progress: Progress) -> RemoteMedia:
        """Send the bytes of an announced photo, whole (digest as in RFC 9530)."""
        digest = base64.b64encode(bytes.fromhex(media.sha256)).decode()
        headers = {"Content-Type": media.media_type, "Repr-Digest": f"sha-256=:{digest}:"}
        path = f"{BASE}/media/{media.id}/content"
        answer = self._transport.send("PUT", path, headers=headers, body=data, progress=progress)
        return _own(contract.read(contract.media, expect(answer, 200)), media.id)

    def find_article(self, article_id: str) -> RemoteArticle | None:
        """The article of this id."""
        answer = self._transport.send("GET", f"{BASE}/articles/{article_id}")
        return None if _missing(answer) else _same(contract.article(answer, 200), article_id)

    def put_article(self, payload: Payload, etag: str | None) -> RemoteArticle:
        """Create the article, or replace the version `etag`."""
        condition = {"If-None-Match": "*"} if etag is None else {"If-Match": etag}
        answer = self._put(f"/articles/{payload.id}", payload.fields, condition)
        return _same(contract.article(answer, 201 if etag is None else 200), payload.id)

    def move(self, article: RemoteArticle, status: str, key: str) -> RemoteArticle:
        """Take the article to another status."""
        answer = self._transport.send(
            "POST",
            f"{BASE}/articles/{article.id}/transitions",
            headers=_JSON | {"If-Match": article.etag, "Idempotency-Key": key},
            body=_packed({"to": status}),
        )
        return _same(contract.article(answer, 200), article.id)

    def _get(self, path: str) -> Fields:
        return expect(self._transport.send("GET", BASE + path), 200)

    def _put(
        self, path: str, fields: Mapping[str, Any], condition: Mapping[str, str] | None = None
    ) -> Answer:
        headers = _JSON | dict(condition or {})
        return self._transport.send("PUT", BASE + path, headers=headers, body=_packed(fields))

    def _items(self, path: str) -> Iterator[Fields]:
        query = {"limit": "500"}
        for _ in range(MAX_PAGES):
            items, cursor = contract.read(contract.page, self._get(f"{path}?{urllib.parse.urlencode(query)}"))
            yield from items
            if not cursor or cursor == query.get("cursor"):
                return
            query["cursor"] = cursor


_JSON = {"Content-Type": "application/json"}


def _packed(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def _missing(answer: Answer) -> bool:
    """Whether the CMS itself, not something before it, says that it has no such thing."""
    return answer.status == 404 and answer.is_json and document(answer).values.get("code") == "not_found"


def _own(found: RemoteMedia, media_id: str) -> RemoteMedia:
    if found.media.id != media_id:
        raise AnswerLost("cms.answer_invalid", field="id", reason="another")
    return found


def _same(found: RemoteArticle, article_id: str) -> RemoteArticle:
    if found.id != article_id:
        raise AnswerLost("cms.answer_invalid", field="id", reason="another")
    return found
