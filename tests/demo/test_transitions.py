"""From draft to published and back, once for each key."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
import requests

from making.stations import Newsroom, fresh_id, piece


def at(**ahead: float) -> str:
    """A moment ahead of now, in Hà Nội's offset."""
    return (datetime.now(timezone(timedelta(hours=7))) + timedelta(**ahead)).isoformat()


def problem(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def wrong(answer: requests.Response) -> list[tuple[str, str]]:
    return [(error["pointer"], error["code"]) for error in answer.json()["errors"]]


def test_the_usual_way(cms: Newsroom) -> None:
    made = cms.reporter.make()
    assert made.json()["transitions"] == ["submitted", "trashed"]
    sent = cms.reporter.move(made, "submitted", note="Nhờ xem")
    assert (sent.json()["status"], sent.json()["version"]) == ("submitted", 2)
    returned = cms.editor.move(sent, "returned", note="Bổ sung nguồn ảnh")
    assert returned.json()["statusNote"]["text"] == "Bổ sung nguồn ảnh"
    assert returned.json()["statusNote"]["by"] == "Trần Thu Hà"
    again = cms.reporter.move(returned, "submitted")
    out = cms.editor.move(cms.editor.move(again, "in_review"), "published")
    assert out.json()["links"]["public"].startswith(f"{cms.url}/doi-song-xa-hoi/20")
    assert [step["to"] for step in out.json()["history"]] == [
        "submitted",
        "returned",
        "submitted",
        "in_review",
        "published",
    ]
    down = cms.editor.move(out, "unpublished", note="Sai số liệu")
    assert down.json()["links"]["public"] is None
    assert down.json()["history"][-1]["note"] == "Sai số liệu"
    back = cms.editor.move(down, "published")
    assert back.json()["links"]["public"] == out.json()["links"]["public"]
    assert back.json()["publishedAt"] == out.json()["publishedAt"]


def test_a_key_is_answered_once(cms: Newsroom) -> None:
    made, key = cms.reporter.make(), fresh_id()
    first = cms.reporter.move(made, "submitted", key=key)
    cms.editor.move(first, "returned", note="x")
    again = cms.reporter.move(made, "submitted", key=key)
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["ETag"] == first.headers["ETag"]
    reused = cms.reporter.move(made, "submitted", key=key, note="anders")
    assert problem(reused) == (422, "idempotency_key_reused")
    other = cms.reporter.move(cms.reporter.make(), "submitted", key=key)
    assert problem(other) == (422, "idempotency_key_reused")
    assert cms.editor.move(cms.editor.make(), "submitted", key=key).status_code == 200, (
        "keys are a user's own"
    )


def test_a_refused_key_may_be_used_again(cms: Newsroom) -> None:
    made, key = cms.reporter.make(piece(categoryIds=[])), fresh_id()
    assert wrong(cms.reporter.move(made, "submitted", key=key)) == [("/categoryIds", "required")]
    path = f"/articles/{made.json()['id']}"
    filled = cms.reporter.put(path, piece(), If_Match=made.headers["ETag"])
    assert cms.reporter.move(filled, "submitted", key=key).status_code == 200


def test_one_key_at_a_time_makes_one_change(cms: Newsroom) -> None:
    made, key = cms.reporter.make(), fresh_id()
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: cms.reporter.move(made, "submitted", key=key), range(6)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert cms.reporter.get(f"/articles/{made.json()['id']}").json()["version"] == 2


def test_headers_are_needed(cms: Newsroom) -> None:
    made = cms.reporter.make()
    address = f"{cms.reporter.api}/articles/{made.json()['id']}/transitions"

    def post(**headers: str) -> requests.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return cms.reporter.session.post(address, json={"to": "submitted"}, headers=named, timeout=20)

    assert problem(post(If_Match=made.headers["ETag"])) == (400, "idempotency_key_missing")
    assert problem(post(Idempotency_Key="k1")) == (428, "precondition_required")
    assert problem(post(Idempotency_Key="k1", If_Match='"old"')) == (412, "precondition_failed")
    missing = cms.reporter.session.post(
        f"{cms.reporter.api}/articles/{fresh_id()}/transitions",
        json={"to": "submitted"},
        headers={"Idempotency-Key": "k2", "If-Match": '"x"'},
        timeout=20,
    )
    assert problem(missing) == (404, "not_found")


def test_rights_and_order(cms: Newsroom) -> None:
    made = cms.reporter.make()
    refused = cms.reporter.move(made, "published")
    assert (problem(refused), refused.json()["missingCapability"]) == ((403, "forbidden"), "article.publish")
    assert cms.stringer.move(made, "submitted").json()["missingCapability"] == "article.edit.others"
    out = cms.editor.move(made, "published")
    astray = cms.editor.move(out, "submitted")
    assert problem(astray) == (409, "transition_not_allowed")
    assert astray.json()["transitions"] == ["unpublished"]
    assert wrong(cms.editor.move(out, "unpublished", note="  ")) == [("/note", "required")]


@pytest.mark.parametrize("name", ["headline", "standfirst", "bylines", "categoryIds"])
def test_what_a_piece_needs_is_what_discovery_says(cms: Newsroom, name: str) -> None:
    assert name in cms.page("/newsdesk/v1/").json()["required"]
    empty = piece()
    made = cms.editor.make(empty | {name: type(empty[name])()})
    assert wrong(cms.editor.move(made, "submitted")) == [(f"/{name}", "required")]


def test_an_embargo_holds(cms: Newsroom) -> None:
    made = cms.editor.make(piece(embargoUntil=at(hours=2)))
    assert wrong(cms.editor.move(made, "published")) == [("/to", "embargoed")]
    early = cms.editor.move(made, "scheduled", publishAt=at(hours=1))
    assert wrong(early) == [("/publishAt", "embargoed")]
    assert cms.editor.move(made, "scheduled", publishAt=at(hours=3)).json()["status"] == "scheduled"
    assert (
        cms.reporter.move(cms.reporter.make(piece(embargoUntil=at(hours=2))), "submitted").status_code == 200
    )


def test_a_schedule_is_kept(cms: Newsroom) -> None:
    made = cms.editor.make()
    assert wrong(cms.editor.move(made, "scheduled")) == [("/publishAt", "required")]
    assert wrong(cms.editor.move(made, "scheduled", publishAt=at(hours=-1))) == [("/publishAt", "in_past")]
    waiting = cms.editor.move(made, "scheduled", publishAt=at(hours=1))
    assert waiting.json()["links"]["public"] is None
    soon = cms.editor.move(waiting, "scheduled", publishAt=at(seconds=0.4))
    path = f"/articles/{made.json()['id']}"
    deadline = time.monotonic() + 20
    while (now := cms.editor.get(path)).json()["status"] == "scheduled" and time.monotonic() < deadline:
        pass
    assert now.json()["status"] == "published"
    assert now.json()["version"] == soon.json()["version"] + 1
    assert now.headers["ETag"] != soon.headers["ETag"]
    assert cms.page(now.json()["links"]["public"]).status_code == 200
