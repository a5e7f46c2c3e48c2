"""What each answer is taken for."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.cms.answers import Answer, expect, pointers, problem_of, quoted, retry_after, web_address
from newsdesk.desk.cms_words import CMS_ERROR_WORDS
from newsdesk.errors import AnswerLost, CmsConflict, CmsError, CmsRefused, CmsUnreachable

HTML = "text/html; charset=utf-8"
PROBLEM = "application/problem+json"


def answer(status: int, body: object = None, kind: str = PROBLEM, **headers: str) -> Answer:
    data = body if isinstance(body, bytes) else json.dumps(body if body is not None else {}).encode()
    return Answer(status, {"content-type": kind, **headers}, data)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, "cms.refused", CmsRefused),
        (401, "cms.sign_in", CmsRefused),
        (403, "cms.forbidden", CmsRefused),
        (404, "cms.not_found", CmsRefused),
        (407, "cms.proxy_sign_in", CmsUnreachable),
        (409, "cms.conflict", CmsConflict),
        (410, "cms.not_found", CmsRefused),
        (412, "cms.conflict", CmsConflict),
        (413, "cms.too_large", CmsRefused),
        (415, "cms.media_type", CmsRefused),
        (418, "cms.refused", CmsRefused),
        (422, "cms.refused", CmsRefused),
        (423, "cms.busy", CmsUnreachable),
        (428, "cms.refused", CmsRefused),
        (429, "cms.busy", CmsUnreachable),
        (500, "cms.server_error", AnswerLost),
        (502, "cms.server_error", AnswerLost),
        (503, "cms.busy", CmsUnreachable),
        (504, "cms.server_error", AnswerLost),
        (511, "cms.firewall_or_portal", CmsUnreachable),
        (301, "cms.redirected", CmsUnreachable),
        (204, "cms.answer_invalid", AnswerLost),
    ],
)
def test_problems_of_the_cms(status: int, code: str, kind: type[CmsError]) -> None:
    problem = problem_of(answer(status))
    assert (problem.code, type(problem)) == (code, kind)
    assert CMS_ERROR_WORDS[code].format(**problem.parameters)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (200, "cms.firewall_or_portal", AnswerLost),
        (201, "cms.firewall_or_portal", AnswerLost),
        (302, "cms.redirected", CmsUnreachable),
        (400, "cms.firewall_or_portal", CmsRefused),
        (401, "cms.sign_in", CmsRefused),
        (403, "cms.firewall_or_portal", CmsRefused),
        (404, "cms.wrong_site", CmsRefused),
        (406, "cms.firewall_or_portal", CmsRefused),
        (413, "cms.too_large", CmsRefused),
        (500, "cms.server_error", AnswerLost),
        (502, "cms.server_error", AnswerLost),
        (503, "cms.busy", CmsUnreachable),
    ],
)
def test_pages_of_something_before_the_cms(status: int, code: str, kind: type[CmsError]) -> None:
    problem = problem_of(answer(status, b"<html><title>Blocked</title>", HTML))
    assert (problem.code, type(problem)) == (code, kind)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("in_progress", CmsUnreachable),
        ("trashed", CmsRefused),
        ("transition_not_allowed", CmsRefused),
        ("media_differs", CmsRefused),
        ("id_taken", CmsConflict),
    ],
)
def test_a_409_has_many_reasons(reason: str, kind: type[CmsError]) -> None:
    assert type(problem_of(answer(409, {"code": reason}))) is kind


def test_what_a_problem_says_is_kept() -> None:
    errors = [
        {"pointer": "/media/0/alt", "code": "too_long", "detail": "x" * 900},
        "nonsense",
        {"pointer": 7},
    ]
    problem = problem_of(
        answer(422, {"detail": "1 field\nis wrong", "errors": errors}, **{"x-request-id": "7f3a"})
    )
    assert problem.parameters["detail"] == "1 field is wrong"
    assert problem.parameters["request"] == "7f3a"
    assert problem.parameters["names"].startswith("media/0/alt")
    assert problem.parameters["fields"][0]["code"] == "too_long"
    assert len(problem.parameters["fields"][0]["detail"]) == 300
    assert problem_of(answer(403, {"missingCapability": "article.publish"})).parameters["capability"] == (
        "article.publish"
    )
    assert problem_of(answer(413, {"maxBytes": 5})).parameters["limit"] == "5"


def test_a_redirect_tells_where_to_but_no_ticket() -> None:
    moved = answer(302, location="https://an:x@wifi.example/login?ticket=secret#a")
    assert problem_of(moved).parameters == {"location": "https://wifi.example/login"}
    assert problem_of(answer(302, location="javascript:alert(1)")).parameters == {"location": ""}


NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("", 0),
        ("soon", 0),
        ("-5", 0),
        ("99999999999999999999", 86_400),
        ("Sun, 22 Nov 2026 12:01:00 GMT", 60),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("Sun, 22 Nov 2026 12:01:00 -0000", 60),
        ("²", 0),
    ],
)
def test_retry_after(value: str, seconds: int) -> None:
    assert retry_after(answer(503, **{"retry-after": value}), NOON) == seconds


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"\xff", b"[" * 100_000])
def test_a_good_status_with_a_bad_body_is_no_answer(body: bytes) -> None:
    with pytest.raises(AnswerLost, match=r"cms\.answer_invalid"):
        expect(answer(200, body, "application/json"), 200)


def test_a_bad_status_is_not_expected() -> None:
    with pytest.raises(AnswerLost):
        expect(answer(200), 201)


@given(
    st.integers(200, 599), st.binary(max_size=60), st.sampled_from([HTML, PROBLEM, "", "application/json"])
)
def test_any_answer_has_a_meaning(status: int, body: bytes, kind: str) -> None:
    """Nothing a server says leads anywhere but to one of our own errors."""
    given_answer = answer(status, body, kind)
    try:
        problem = problem_of(given_answer)
    except AnswerLost as lost:
        problem = lost
    assert isinstance(problem, CmsError)


def test_words_of_a_server_fit_on_a_line() -> None:
    assert quoted("a\x00b\r\nc\u2028d") == "a b c d"
    assert quoted(None) == quoted([1]) == quoted(True) == ""
    assert pointers(answer(422, {"errors": "no list"})) == []


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("https://dai.example/a", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("http://[", False),
        (None, False),
        ("https://dai.example/\n", False),
    ],
)
def test_only_web_addresses_are_opened(value: object, kept: bool) -> None:
    assert web_address(value) == (value if kept else "")
