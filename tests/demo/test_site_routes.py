"""Discovery, sign-in, sections, tags, people."""

import unicodedata
from typing import Any

import pytest
import requests

from making.stations import Caller, Newsroom, fresh_id


def walk(caller: Caller, path: str, **query: Any) -> list[dict[str, Any]]:
    """All items of a list, page by page."""
    items: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        page = caller.get(path, **query, **cursor)
        assert page.status_code == 200, page.text
        items += page.json()["items"]
        if page.json()["nextCursor"] is None:
            return items
        cursor = {"cursor": page.json()["nextCursor"]}


def test_discovery_needs_no_sign_in(cms: Newsroom) -> None:
    answer = cms.page("/newsdesk/v1/")
    assert answer.status_code == 200
    assert answer.json()["contract"].startswith("1.")
    assert answer.json()["limits"]["maxBytes"] > 10_000_000
    assert answer.headers["X-Request-Id"]


def test_a_request_may_bring_its_own_id(cms: Newsroom) -> None:
    assert cms.editor.get("/me", {"X-Request-Id": "abc-1"}).headers["X-Request-Id"] == "abc-1"
    assert cms.editor.get("/me", {"X-Request-Id": "a b"}).headers["X-Request-Id"] != "a b"


def test_rights_differ(cms: Newsroom) -> None:
    def rights(caller: Caller) -> set[str]:
        return set(caller.get("/me").json()["capabilities"])

    assert "article.publish" in rights(cms.editor)
    assert rights(cms.reporter) < rights(cms.editor)
    assert "article.submit" in rights(cms.reporter)
    assert rights(cms.guest) == set()
    assert cms.guest.get("/me").json()["person"] is None


@pytest.mark.parametrize("authorization", [None, "Basic eDp5", "Bearer", "Bearer wrong", "Bearer \u00e9"])
@pytest.mark.parametrize("path", ["/me", "/tags", "/articles", "/media/0192d3b4-0000-7000-8000-000000000001"])
def test_sign_in_is_needed(cms: Newsroom, path: str, authorization: str | None) -> None:
    headers = {"Authorization": authorization.encode("latin-1")} if authorization else {}
    answer = requests.get(f"{cms.url}/newsdesk/v1{path}", headers=headers, timeout=20)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_unknown_paths_and_methods_are_problems(cms: Newsroom) -> None:
    assert cms.editor.get("/nothing").json()["code"] == "not_found"
    assert cms.editor.get("/articles/not-a-uuid").json()["code"] == "not_found"
    answer = cms.editor.session.delete(cms.editor.api + "/me", timeout=20)
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("path", ["/categories", "/tags", "/people"])
def test_lists_come_in_pages_and_whole(cms: Newsroom, path: str) -> None:
    whole = walk(cms.editor, path)
    paged = walk(cms.editor, path, limit=3)
    assert [item["id"] for item in paged] == [item["id"] for item in whole]
    assert len(whole) >= 7
    assert not any(item["deleted"] for item in whole)


def test_a_list_that_has_not_changed_is_not_sent_again(cms: Newsroom) -> None:
    first = cms.editor.get("/categories")
    again = cms.editor.get("/categories", {"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_since_brings_what_changed_and_tombstones(cms: Newsroom) -> None:
    synced = cms.editor.get("/tags").json()["syncedAt"]
    made = cms.editor.put(f"/tags/{fresh_id()}", {"name": "Sắp bỏ"}).json()
    changed = [item for item in walk(cms.editor, "/tags", since=synced) if item["updatedAt"] > synced]
    assert [item["id"] for item in changed] == [made["id"]]
    token = {"token": cms.editor.session.headers["Authorization"].removeprefix("Bearer ")}  # type: ignore[arg-type,unused-ignore]
    with requests.Session() as browser:
        browser.post(f"{cms.url}/bien-tap/dang-nhap", data=token, timeout=20)
        browser.post(f"{cms.url}/bien-tap/the", data={"id": made["id"]}, timeout=20)
    gone = walk(cms.editor, "/tags", since=synced)[-1]
    assert (gone["id"], gone["deleted"]) == (made["id"], True)
    assert made["id"] not in {item["id"] for item in walk(cms.editor, "/tags")}
    assert cms.editor.put(f"/tags/{fresh_id()}", {"name": "Sắp bỏ"}).status_code == 201


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"since": "yesterday"}, "since"),
        ({"since": "2026-11-22T08:00:00"}, "since"),
        ({"limit": "0"}, "limit"),
        ({"limit": "501"}, "limit"),
        ({"cursor": "made-up"}, "cursor"),
    ],
)
def test_parameters_are_refused_by_name(cms: Newsroom, query: dict[str, str], name: str) -> None:
    answer = cms.editor.get("/tags", **query)
    assert answer.status_code == 400
    assert [error["parameter"] for error in answer.json()["errors"]] == [name]


def test_a_cursor_is_good_for_its_own_query_only(cms: Newsroom) -> None:
    cursor = cms.editor.get("/tags", limit=2).json()["nextCursor"]
    assert cms.editor.get("/tags", limit=5, cursor=cursor).status_code == 200
    assert cms.editor.get("/people", cursor=cursor).status_code == 400
    assert cms.editor.get("/tags", cursor=cursor, since="2026-01-01T00:00:00Z").status_code == 400


def test_one_name_is_one_tag(cms: Newsroom) -> None:
    first_id = fresh_id()
    first = cms.reporter.put(f"/tags/{first_id}", {"name": "Hà Giang"})
    assert (first.status_code, first.json()["id"]) == (201, first_id)
    assert cms.reporter.put(f"/tags/{first_id}", {"name": "Hà Giang"}).status_code == 200
    for same in (unicodedata.normalize("NFD", "Hà Giang"), "HÀ  GIANG", " hà giang "):
        again = cms.reporter.put(f"/tags/{fresh_id()}", {"name": same})
        assert (again.status_code, again.json()["id"]) == (200, first_id)
    assert cms.reporter.put(f"/tags/{fresh_id()}", {"name": "Ha Giang"}).status_code == 201
    taken = cms.reporter.put(f"/tags/{first_id}", {"name": "Lào Cai"})
    assert (taken.status_code, taken.json()["code"]) == (409, "id_taken")


def test_tags_need_a_right_and_a_name(cms: Newsroom) -> None:
    refused = cms.stringer.put(f"/tags/{fresh_id()}", {"name": "Mới"})
    assert (refused.status_code, refused.json()["missingCapability"]) == (403, "tag.create")
    assert cms.editor.put(f"/tags/{fresh_id()}", {"name": " "}).status_code == 422
