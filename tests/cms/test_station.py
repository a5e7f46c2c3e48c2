"""The station connector believes an answer only when it fits the contract and speaks of what was asked."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from making.delivering import Station, jpeg
from newsdesk.article.identity import new_id
from newsdesk.cms.answers import Answer
from newsdesk.cms.connector import PERSON, SECTION, TAG, Media, MediaTexts, Payload, Progress, RemoteArticle
from newsdesk.cms.station import StationConnector
from newsdesk.errors import AnswerLost, CmsRefused

SITE = {
    "siteName": "Đài",
    "contract": "1.0",
    "time": "2026-11-22T03:04:05.000000Z",
    "limits": {"maxBytes": 5, "maxPixels": 6, "mediaTypes": ["image/jpeg"], "maxArticleBytes": 7},
    "features": ["tus"],
}
MEDIA_ID, ARTICLE_ID = new_id(), new_id()
MEDIA = {
    "id": MEDIA_ID,
    "state": "ready",
    "filename": "a.jpg",
    "mediaType": "image/jpeg",
    "size": 3,
    "sha256": "a" * 64,
    "caption": "",
    "alt": "",
    "credit": "",
    "focalPoint": None,
    "problem": None,
}
ARTICLE = {
    "id": ARTICLE_ID,
    "version": 1,
    "status": "draft",
    "clientRevision": "r",
    "headline": "a",
    "links": {"public": "javascript:1", "edit": "https://dai.example/e"},
    "warnings": [],
}
REMOTE = RemoteArticle(ARTICLE_ID, '"1"', 1, "draft", "r", "c", {})


class Scripted:
    """A transport that gives the answers it was given, in turn."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.sent: list[tuple[str, str, Mapping[str, str], bytes | None]] = []

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
        self.sent.append((method, path, headers or {}, body))
        return self.answers.pop(0)

    def close(self) -> None:
        self.answers.clear()


def reply(document: Any, status: int = 200, **headers: str) -> Answer:
    return Answer(status, {"content-type": "application/json", **headers}, json.dumps(document).encode())


def asking(document: Any, status: int = 200, **headers: str) -> StationConnector:
    return StationConnector(Scripted(reply(document, status, **headers)))


def test_a_site_introduces_itself() -> None:
    site = asking(SITE).site()
    assert (site.name, site.limits.media_bytes, site.limits.article_bytes) == ("Đài", 5, 7)
    assert site.time.utcoffset() is not None


@pytest.mark.parametrize(
    "change",
    [
        {"siteName": None},
        {"limits": None},
        {"limits": {"maxBytes": -1}},
        {"limits": {"maxBytes": True}},
        {"time": "yesterday"},
        {"time": "2026-11-22T03:04:05"},
        {"features": "tus"},
    ],
)
def test_another_json_service_is_not_taken_for_a_cms(change: dict[str, Any]) -> None:
    with pytest.raises(CmsRefused, match=r"cms\.wrong_site"):
        asking({**SITE, **change}).site()


def test_nothing_at_the_address() -> None:
    with pytest.raises(CmsRefused, match=r"cms\.wrong_site"):
        asking({"detail": "no such route"}, 404).site()


def test_a_newer_contract() -> None:
    with pytest.raises(CmsRefused, match=r"cms\.other_contract"):
        asking({**SITE, "contract": "2.0"}).site()


@pytest.mark.parametrize(
    "change",
    [
        {"id": new_id()},
        {"id": None},
        {"state": "eaten"},
        {"size": "3"},
        {"size": -1},
        {"sha256": "A"},
        {"caption": 7},
        {"focalPoint": {"x": 2, "y": 0}},
    ],
)
def test_a_photo_that_does_not_fit_the_contract(change: dict[str, Any]) -> None:
    assert asking(MEDIA).find_media(MEDIA_ID) is not None
    with pytest.raises(AnswerLost, match=r"cms\.answer_invalid"):
        asking({**MEDIA, **change}).find_media(MEDIA_ID)


@pytest.mark.parametrize(
    "change",
    [{"id": new_id()}, {"version": None}, {"status": "eaten"}, {"warnings": 3}, {"links": "x"}],
)
def test_an_article_that_does_not_fit_the_contract(change: dict[str, Any]) -> None:
    found = asking(ARTICLE, etag='"1"').find_article(ARTICLE_ID)
    assert found is not None
    assert (found.public_url, found.edit_url) == ("", "https://dai.example/e")
    with pytest.raises(AnswerLost, match=r"cms\.answer_invalid"):
        asking({**ARTICLE, **change}, etag='"1"').find_article(ARTICLE_ID)


@pytest.mark.parametrize("etag", ["", "1", 'W/"1"', '"'])
def test_an_article_without_a_strong_etag(etag: str) -> None:
    with pytest.raises(AnswerLost, match=r"cms\.answer_invalid"):
        asking(ARTICLE, etag=etag).find_article(ARTICLE_ID)


def test_creating_must_answer_created() -> None:
    """A redirect that turned the PUT into a GET would answer 200."""
    with pytest.raises(AnswerLost):
        asking(ARTICLE, etag='"1"').put_article(Payload(ARTICLE_ID, "r", {}), None)
    assert asking(ARTICLE, 201, etag='"1"').put_article(Payload(ARTICLE_ID, "r", {}), None).version == 1


def test_only_the_cms_itself_says_that_something_is_missing() -> None:
    html = Answer(404, {"content-type": "text/html"}, b"<html>")
    with pytest.raises(CmsRefused, match=r"cms\.wrong_site"):
        StationConnector(Scripted(html)).find_article(ARTICLE_ID)
    with pytest.raises(CmsRefused, match=r"cms\.not_found"):
        asking({"code": "no_route"}, 404).find_article(ARTICLE_ID)
    assert asking({"code": "not_found"}, 404).find_article(ARTICLE_ID) is None
    assert asking({"code": "not_found"}, 404).find_media(MEDIA_ID) is None


def test_conditions_go_out() -> None:
    line = Scripted(reply(ARTICLE, 201, etag='"1"'), reply(ARTICLE, etag='"2"'), reply(ARTICLE, etag='"3"'))
    connector = StationConnector(line)
    connector.put_article(Payload(ARTICLE_ID, "r", {}), None)
    connector.put_article(Payload(ARTICLE_ID, "r", {}), '"1"')
    connector.move(REMOTE, "published", "key-1")
    create, update, move = (headers for _, _, headers, _ in line.sent)
    assert create["If-None-Match"] == "*"
    assert "If-Match" not in create
    assert update["If-Match"] == '"1"'
    assert (move["If-Match"], move["Idempotency-Key"]) == ('"1"', "key-1")


def test_bytes_go_out_with_their_digest() -> None:
    line = Scripted(reply(MEDIA))
    media = Media(MEDIA_ID, "a.jpg", "image/jpeg", 3, "a" * 64, MediaTexts())
    StationConnector(line).upload(media, b"abc", lambda done, total: None)
    _, path, headers, body = line.sent[0]
    assert path == f"/newsdesk/v1/media/{MEDIA_ID}/content"
    assert headers["Repr-Digest"] == "sha-256=:qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=:"
    assert body == b"abc"


def term(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"t{number}", "name": f"Thẻ {number}", "assignable": True, "deleted": False, **more}


def test_lists_are_walked_page_by_page() -> None:
    line = Scripted(
        reply({"items": [term(1), term(2, deleted=True)], "nextCursor": "x&y"}),
        reply({"items": [term(3, assignable=False), term(1, name="Mới")], "nextCursor": None}),
    )
    assert [one.name for one in StationConnector(line).listed(TAG)] == ["Mới"]
    assert line.sent[1][1].endswith("cursor=x%26y")


def test_a_list_that_never_ends_is_left() -> None:
    page = reply({"items": [term(1)], "nextCursor": "same"})
    line = Scripted(page, page, page)
    assert len(list(StationConnector(line).listed(TAG))) == 1
    assert len(line.sent) == 2


def test_against_the_demonstration_cms(station: Station) -> None:
    connector = station.connector()
    assert connector.site().name
    assert connector.identity().user == station.user
    assert all(connector.listed(kind) for kind in (SECTION, TAG, PERSON))
    picture = jpeg(1)
    texts = MediaTexts("Chú thích", "Mô tả", "Minh An")
    media = Media(new_id(), "a.jpg", "image/jpeg", len(picture.data), picture.sha256, texts)
    assert connector.find_media(media.id) is None
    assert connector.put_media(media).state == "awaiting_bytes"
    assert connector.upload(media, picture.data, lambda done, total: None).state == "ready"
    again = connector.put_media(replace(media, texts=MediaTexts("Khác")))
    assert (again.state, again.media.texts.caption) == ("ready", "Khác")
    tag = connector.create_tag(new_id(), "Thẻ mới")
    assert connector.create_tag(new_id(), " thẻ  MỚI ").id == tag.id
    connector.close()
