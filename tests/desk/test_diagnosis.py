"""The way to a CMS, walked to the first step that fails."""

import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from making.delivering import DAI, Press
from making.raw_server import Line, RawServer
from newsdesk.desk.delivering import Diagnosis
from newsdesk.errors import UsageError


def walked(diagnosis: Diagnosis) -> list[tuple[str, bool]]:
    return [(step.code, step.ok) for step in diagnosis.steps]


def diagnosed(press: Press, url: str) -> Diagnosis:
    press.delivering.add(replace(press.destination(), url=url), press.token)
    return press.delivering.test(DAI)


def reason(diagnosis: Diagnosis) -> str:
    return diagnosis.problem.code if diagnosis.problem else ""


def test_the_whole_way(press: Press) -> None:
    diagnosis = diagnosed(press, press.url + "/")
    assert walked(diagnosis) == [
        ("name", True),
        ("connection", True),
        ("contract", True),
        ("sign_in", True),
        ("clock", True),
    ]
    assert diagnosis.ok
    assert diagnosis.problem is None
    assert diagnosis.steps[2].detail["site"]


def test_a_name_nobody_knows(press: Press) -> None:
    diagnosis = diagnosed(press, "http://khong-co-ten-nay.invalid")
    assert walked(diagnosis) == [("name", False)]
    assert diagnosis.steps[0].detail["host"] == "khong-co-ten-nay.invalid"
    assert not diagnosis.ok


def test_nobody_listens(press: Press) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    diagnosis = diagnosed(press, f"http://127.0.0.1:{port}")
    assert walked(diagnosis) == [("name", True), ("connection", False)]
    assert reason(diagnosis) == "cms.connection_refused"


def test_a_certificate_that_is_not_trusted(press: Press) -> None:
    with RawServer(lambda line: None, tls=True) as server:
        diagnosis = diagnosed(press, server.url)
    assert walked(diagnosis) == [("name", True), ("connection", True), ("certificate", False)]
    assert reason(diagnosis) == "cms.certificate"


def portal(line: Line) -> None:
    line.read_all()
    line.answer("200 OK", b"<html>Sign in to this network", kind="text/html")


def other_service(line: Line) -> None:
    line.read_all()
    line.answer("200 OK", b'{"hello": "world"}')


def moved(line: Line) -> None:
    line.read_all()
    line.answer("301 Moved Permanently", b"", "Location: https://dai.example/newsdesk/v1/")


@pytest.mark.parametrize(
    ("manner", "code"),
    [
        (portal, "cms.firewall_or_portal"),
        (other_service, "cms.wrong_site"),
        (moved, "cms.redirected"),
    ],
)
def test_somebody_else_answers(press: Press, manner: object, code: str) -> None:
    with RawServer(manner) as server:  # type: ignore[arg-type]
        diagnosis = diagnosed(press, server.url)
    assert walked(diagnosis) == [("name", True), ("connection", True), ("contract", False)]
    assert reason(diagnosis) == code


def test_a_wrong_token(press: Press) -> None:
    press.token = "khong-dung"
    diagnosis = diagnosed(press, press.url)
    assert walked(diagnosis)[-1] == ("sign_in", False)
    assert reason(diagnosis) == "cms.sign_in"


def test_somebody_elses_token(press: Press) -> None:
    press.user = "minh.an"
    diagnosis = diagnosed(press, press.url)
    assert walked(diagnosis)[-1] == ("sign_in", False)
    assert diagnosis.problem is not None
    assert diagnosis.problem.parameters == {"user": "minh.an", "found": "thu.ha"}


@pytest.mark.parametrize("away", [timedelta(minutes=10), timedelta(minutes=-10)])
def test_a_clock_that_is_off(press: Press, away: timedelta) -> None:
    press.now = lambda: datetime.now(UTC) + away
    diagnosis = diagnosed(press, press.url)
    assert walked(diagnosis)[-1] == ("clock", False)
    assert abs(diagnosis.steps[-1].detail["seconds"] - 600) <= 2


def test_an_address_that_is_none(press: Press) -> None:
    with pytest.raises(UsageError, match=r"destination\.bad_address"):
        diagnosed(press, "dai.example")
    assert press.delivering.destinations() == ()


def test_adding_says_whether_the_token_is_kept_for_good(press: Press) -> None:
    assert press.delivering.add(press.destination(), press.token) is False
    press.delivering.remove(DAI)
    assert press.delivering.destinations() == ()
