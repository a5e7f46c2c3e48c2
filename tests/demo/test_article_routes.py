"""Articles: made once, replaced only by who has seen what stands."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from making.stations import MISSING, Newsroom, fresh_id, piece


def figure(media_id: str) -> str:
    return f'<figure data-media="{media_id}"></figure>'


def placement(media_id: str, **more: Any) -> dict[str, Any]:
    return {"id": media_id, "caption": "Hoa nở", "alt": "Đồi hoa", "credit": "Minh An", **more}


def codes(answer: requests.Response) -> list[tuple[str, str]]:
    return [(error["pointer"], error["code"]) for error in answer.json()["errors"]]


def test_what_was_sent_comes_back(cms: Newsroom) -> None:
    media_id = cms.reporter.photo()
    sent = piece(
        f"<p>Một</p>{figure(media_id)}<p>Hai</p>{figure(media_id)}",
        media=[placement(media_id), placement(media_id, caption="Lần hai", people=["An", "Hà"], aiMade=True)],
        coverMediaId=media_id,
        kicker="Du lịch",
        source={"label": "Báo", "url": "https://bao.example/"},
        tagIds=["t-le-hoi"],
        slug="mua-hoa",
        editorialNote="Xem giúp",
        bylines=[
            {"personId": None, "name": "Đức Thọ", "role": "photographer", "share": 40, "contributor": True},
            {"personId": "p-minh-an", "name": "Minh An", "role": "reporter", "penName": "MA"},
        ],
    )
    made = cms.reporter.make(sent)
    back = cms.reporter.get(f"/articles/{made.json()['id']}")
    assert back.json() == made.json() | {
        "links": back.json()["links"],
        "previewExpiresAt": back.json()["previewExpiresAt"],
    }
    for name in ("headline", "kicker", "standfirst", "body", "source", "categoryIds", "tagIds", "slug"):
        assert back.json()[name] == sent[name]
    assert [item["caption"] for item in back.json()["media"]] == ["Hoa nở", "Lần hai"]
    assert [item["name"] for item in back.json()["bylines"]] == ["Đức Thọ", "Minh An"]
    assert back.json()["warnings"] == []
    assert back.json()["status"] == "draft"
    assert back.headers["ETag"] == made.headers["ETag"]
    known = {"If-None-Match": back.headers["ETag"]}
    assert cms.reporter.get(f"/articles/{made.json()['id']}", known).status_code == 304


def test_making_twice_makes_one(cms: Newsroom) -> None:
    article_id = fresh_id()

    def make(_: int) -> int:
        return cms.reporter.put(f"/articles/{article_id}", piece(), If_None_Match="*").status_code

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(make, range(6))) == [201] + [412] * 5
    again = cms.reporter.put(f"/articles/{article_id}", piece(), If_None_Match="*")
    assert again.json()["currentClientRevision"] == "1"
    assert again.json()["currentEtag"] == again.headers["ETag"]


def test_replacing_needs_the_version_that_stands(cms: Newsroom) -> None:
    made = cms.reporter.make()
    path = f"/articles/{made.json()['id']}"
    changed = piece(headline="Tiêu đề mới", clientRevision="2")
    after = cms.reporter.put(path, changed, If_Match=f'"other", {made.headers["ETag"]}')
    assert (after.status_code, after.json()["version"]) == (200, 2)
    stale = cms.reporter.put(path, piece(headline="Cũ"), If_Match=made.headers["ETag"])
    assert (stale.status_code, stale.json()["currentEtag"]) == (412, after.headers["ETag"])
    assert stale.json()["currentVersion"] == 2
    weak = cms.reporter.put(path, changed, If_Match=f"W/{after.headers['ETag']}")
    assert weak.status_code == 412
    same = cms.reporter.put(path, changed, If_Match=after.headers["ETag"])
    assert (same.status_code, same.headers["ETag"]) == (200, after.headers["ETag"])
    nowhere = cms.reporter.put(f"/articles/{fresh_id()}", changed, If_Match='"1"')
    assert (nowhere.status_code, nowhere.json()["currentEtag"]) == (412, None)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 428),
        ({"If_Match": "*"}, 428),
        ({"If_Match": '"x"', "If_None_Match": "*"}, 400),
        ({"If_None_Match": '"x"'}, 400),
    ],
)
def test_conditions_are_needed(cms: Newsroom, headers: dict[str, str], status: int) -> None:
    assert cms.reporter.put(f"/articles/{fresh_id()}", piece(), **headers).status_code == status


def test_nothing_unknown_is_taken(cms: Newsroom) -> None:
    waiting = fresh_id()
    cms.reporter.announce(waiting)
    sent = piece(
        figure(MISSING) + figure(waiting),
        media=[placement(MISSING), placement(waiting)],
        coverMediaId=MISSING,
        categoryIds=["c-du-lich", "c-nowhere", "c-truyen-hinh", "c-du-lich"],
        tagIds=["t-nothing"],
        bylines=[{"personId": "p-nobody", "name": "A", "role": "reporter"}],
        source={"label": "", "url": ""},
    )
    article_id = fresh_id()
    refused = cms.reporter.put(f"/articles/{article_id}", sent, If_None_Match="*")
    assert refused.status_code == 422
    assert sorted(codes(refused)) == [
        ("/bylines/0/personId", "unknown_id"),
        ("/categoryIds/1", "unknown_id"),
        ("/categoryIds/2", "not_assignable"),
        ("/categoryIds/3", "duplicate"),
        ("/coverMediaId", "unknown_id"),
        ("/media/0/id", "unknown_id"),
        ("/media/1/id", "media_not_ready"),
        ("/source/url", "required"),
        ("/tagIds/0", "unknown_id"),
    ]
    assert cms.reporter.get(f"/articles/{article_id}").status_code == 404


def test_figures_and_media_agree(cms: Newsroom) -> None:
    one, two = cms.reporter.photo(), cms.reporter.photo()
    for html, media in (
        (figure(one), []),
        ("<p>a</p>", [placement(one)]),
        (figure(one) + figure(two), [placement(two), placement(one)]),
    ):
        refused = cms.reporter.put(f"/articles/{fresh_id()}", piece(html, media=media), If_None_Match="*")
        assert {code for _, code in codes(refused)} == {"figure_mismatch"}


def test_changes_are_told(cms: Newsroom) -> None:
    sent = piece("<p onclick='x'>a<script>b</script></p>", slug="Mùa Hoa!", standfirst="e\u0323\u0302")
    made = cms.reporter.make(sent)
    assert made.json()["body"]["html"] == "<p>a</p>"
    assert (made.json()["slug"], made.json()["standfirst"]) == ("mua-hoa", "ệ")
    told = {(item["code"], item["pointer"]) for item in made.json()["warnings"]}
    assert told == {
        ("html.attribute_removed", "/body/html"),
        ("html.content_removed", "/body/html"),
        ("slug_changed", "/slug"),
        ("normalised", "/standfirst"),
    }
    assert cms.reporter.get(f"/articles/{made.json()['id']}").json()["warnings"] == made.json()["warnings"]
    assert cms.reporter.make(piece(headline="Đường về Đắk Lắk")).json()["slug"] == "duong-ve-dak-lak"
    assert cms.reporter.make(piece(headline="")).json()["slug"] == "bai-viet"


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"{", "application/json", 400, "bad_json"),
        (b"", "application/json", 400, "bad_json"),
        (b'{"headline": 1, "headline": 2}', "application/json", 400, "bad_json"),
        (b'{"headline": NaN}', "application/json", 400, "bad_json"),
        (b"\xff\xfe{}", "application/json", 400, "bad_json"),
        (b"[" * 100_000, "application/json", 400, "bad_json"),
        (b"[]", "application/json", 422, "invalid"),
        (b"{}", "text/plain", 415, "body_type"),
        (b" " * (4 * 1024 * 1024 + 1), "application/json", 413, "too_large"),
    ],
)
def test_bodies_that_are_no_article(cms: Newsroom, body: bytes, kind: str, status: int, code: str) -> None:
    address = f"{cms.reporter.api}/articles/{fresh_id()}"
    headers = {"Content-Type": kind, "If-None-Match": "*"}
    answer = cms.reporter.session.put(address, data=body, headers=headers, timeout=20)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_rights_to_articles(cms: Newsroom) -> None:
    assert cms.guest.put(f"/articles/{fresh_id()}", piece(), If_None_Match="*").status_code == 403
    signed_by_others = cms.stringer.put(f"/articles/{fresh_id()}", piece(), If_None_Match="*")
    assert signed_by_others.json()["missingCapability"] == "byline.others"
    own = [{"personId": "p-duc-tho", "name": "Đức Thọ", "role": "photographer"}]
    made = cms.stringer.make(piece(bylines=own))
    path = f"/articles/{made.json()['id']}"
    assert cms.reporter.get(path).json()["missingCapability"] == "article.edit.others"
    assert cms.reporter.put(path, piece(), If_Match=made.headers["ETag"]).status_code == 403
    by_editor = cms.editor.put(path, piece(bylines=own, headline="Biên tập"), If_Match=made.headers["ETag"])
    assert by_editor.status_code == 200
    assert by_editor.json()["owner"]["user"] == "duc.tho"


def test_a_published_piece_is_corrected_by_those_who_may(cms: Newsroom) -> None:
    made = cms.reporter.make()
    path = f"/articles/{made.json()['id']}"
    out = cms.editor.move(made, "published")
    refused = cms.reporter.put(path, piece(headline="Sửa"), If_Match=out.headers["ETag"])
    assert refused.json()["missingCapability"] == "article.publish"
    correction = piece(headline="Sửa", slug="khac-han", categoryIds=["c-du-lich"])
    corrected = cms.editor.put(path, correction, If_Match=out.headers["ETag"])
    assert (corrected.status_code, corrected.json()["status"]) == (200, "published")
    assert corrected.json()["links"]["public"] == out.json()["links"]["public"]


def test_a_trashed_piece_is_left_alone(cms: Newsroom) -> None:
    made = cms.reporter.make()
    gone = cms.reporter.move(made, "trashed")
    answer = cms.reporter.put(
        f"/articles/{made.json()['id']}", piece(headline="x"), If_Match=gone.headers["ETag"]
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "trashed")


def test_the_list_feeds_the_desk(cms: Newsroom) -> None:
    before = cms.stringer.get("/articles", mine=1).json()
    own = [{"personId": "p-duc-tho", "name": "Đức Thọ", "role": "photographer"}]
    first = cms.stringer.make(piece(bylines=own, headline="Chợ phiên Đồng Văn"))
    second = cms.stringer.make(piece(bylines=own, headline="Đường lên Lũng Cú"))
    cms.editor.move(first, "trashed")
    mine = cms.stringer.get("/articles", mine=1).json()["items"]
    assert {item["id"] for item in mine} - {item["id"] for item in before["items"]} == {second.json()["id"]}
    assert mine[-1]["etag"] == second.headers["ETag"]
    since = cms.stringer.get("/articles", mine=1, since=second.json()["updatedAt"]).json()["items"]
    assert [(item["id"], item["deleted"]) for item in since] == [
        (second.json()["id"], False),
        (first.json()["id"], True),
    ]
    found = cms.stringer.get("/articles", mine=1, q="lung CU duong").json()["items"]
    assert [item["id"] for item in found] == [second.json()["id"]]
    trashed = cms.stringer.get("/articles", mine=1, status="trashed").json()["items"]
    assert first.json()["id"] in {item["id"] for item in trashed}
    assert cms.stringer.get("/articles").json()["missingCapability"] == "article.edit.others"
    assert len(cms.editor.get("/articles", limit=2).json()["items"]) == 2
    assert cms.editor.get("/articles", status="lost").status_code == 400
