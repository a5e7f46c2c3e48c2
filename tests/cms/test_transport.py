"""The transport against servers of every manner, over real sockets."""

import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from making.raw_server import TLS, Line, RawServer
from newsdesk.cms import transport as transport_module
from newsdesk.cms.answers import problem_of
from newsdesk.cms.transport import Patience, Transport, named
from newsdesk.desk.cms_words import CMS_ERROR_WORDS
from newsdesk.errors import AnswerLost, Cancelled, CmsRefused, CmsUnreachable, NewsdeskError, UsageError
from newsdesk.system.trust import tls_context

TOKEN = "bi-mat-0123456789"
QUICK = Patience(connect=2, read=0.5, total=1.0, bytes_per_second=1e9)


def line_to(url: str, token: str = TOKEN, **more: object) -> Transport:
    return Transport(url, lambda: token, tls_context(), **{"patience": QUICK, **more})  # type: ignore[arg-type]


def failure(url: str, method: str = "GET", body: bytes | None = None, **more: object) -> NewsdeskError:
    line = line_to(url, **more)
    try:
        with pytest.raises(NewsdeskError) as caught:
            line.send(method, "/newsdesk/v1/", body=body)
    finally:
        line.close()
    problem = caught.value
    if not isinstance(problem, Cancelled):
        assert CMS_ERROR_WORDS[problem.code].format(**problem.parameters)
    return problem


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def ok(line: Line) -> None:
    line.read_all()
    line.answer("200 OK", b'{"a": 1}')


# What goes out


def test_a_request_is_signed_and_its_body_has_a_length() -> None:
    with RawServer(ok) as server:
        line = line_to(server.url)
        answer = line.send("PUT", "/x", headers={"Content-Type": "image/jpeg"}, body=b"abc")
        line.close()
    head = server.requests[0].decode().lower()
    assert (answer.status, answer.body, answer.media_type) == (200, b'{"a": 1}', "application/json")
    assert f"authorization: bearer {TOKEN}" in head
    assert "content-length: 3" in head
    assert "transfer-encoding" not in head
    assert server.requests[0].endswith(b"\r\n\r\nabc")


def test_discovery_goes_out_unsigned() -> None:
    with RawServer(ok) as server:
        line = line_to(server.url)
        line.send("GET", "/", signed=False)
        line.close()
    assert TOKEN.encode() not in server.requests[0]


def test_neither_netrc_nor_cookies_have_a_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))

    def with_cookie(line: Line) -> None:
        line.read_all()
        line.answer("200 OK", b"{}", "Set-Cookie: portal=1")

    with RawServer(with_cookie) as server:
        line = line_to(server.url)
        line.send("GET", "/")
        line.send("GET", "/")
        line.close()
    assert all(b"Basic" not in request and b"Cookie" not in request for request in server.requests)


def test_this_machine_is_never_reached_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    with RawServer(ok) as server:
        line = line_to(server.url)
        assert line.send("GET", "/").status == 200
        line.close()


def test_progress_counts_the_bytes_to_the_last() -> None:
    told: list[tuple[int, int]] = []
    data = b"x" * 1_000_000
    with RawServer(ok) as server:
        line = line_to(server.url)
        line.send("PUT", "/", body=data, progress=lambda done, total: told.append((done, total)))
        line.close()
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) > 2
    assert told[-1] == (len(data), len(data))


@pytest.mark.parametrize("token", ["có dấu", "two words", "line\nbreak", "nhạy"])
def test_a_token_that_cannot_be_one_is_refused_unspoken(token: str) -> None:
    with RawServer(ok) as server:
        problem = failure(server.url, token=token)
    assert isinstance(problem, CmsRefused)
    assert problem.code == "cms.token_malformed"
    assert token not in str(problem)
    assert server.requests == []


# What comes back, or does not


def test_a_redirect_is_never_followed() -> None:
    def moved(line: Line) -> None:
        line.read_all()
        line.answer("301 Moved Permanently", b"", "Location: /elsewhere")

    with RawServer(moved) as server:
        line = line_to(server.url)
        for method in ("POST", "PUT", "GET"):
            assert line.send(method, "/", body=b"{}").status == 301
        line.close()
    assert len(server.requests) == 3


def hang_up(line: Line) -> None:
    line.read_all()


def hang_up_in_mid_body(line: Line) -> None:
    line.read_all()
    line.say(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")


def hang_up_in_headers(line: Line) -> None:
    line.read_all()
    line.say(b"HTTP/1.1 200 OK\r\nContent-")


def garbage(line: Line) -> None:
    line.read_all()
    line.say(b"\x00\xff\x13\x37" * 50)


def silence(line: Line) -> None:
    line.read_all()
    line.stay_silent()


def trickled_headers(line: Line) -> None:
    line.read_all()
    line.trickle(b"HTTP/1.1 200 OK\r\n" + b"X-A: a\r\n" * 9_000)


def trickled_body(line: Line) -> None:
    line.read_all()
    line.say(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n")
    line.trickle(b" " * 60_000)


@pytest.mark.parametrize(
    ("manner", "code"),
    [
        (hang_up, "cms.connection_lost"),
        (hang_up_in_mid_body, "cms.connection_lost"),
        (garbage, "cms.connection_lost"),
        (silence, "cms.no_answer"),
        (trickled_headers, "cms.too_slow"),
        (trickled_body, "cms.too_slow"),
    ],
)
def test_an_answer_that_does_not_come_whole_is_lost(manner: Callable[[Line], None], code: str) -> None:
    with RawServer(manner) as server:
        problem = failure(server.url, "PUT", b"body")
    assert isinstance(problem, AnswerLost)
    assert problem.code == code


def test_headers_that_break_off_are_no_answer_either(caplog: pytest.LogCaptureFixture) -> None:
    """The library below takes the end of the line for the end of the headers, and says so in the log."""
    with RawServer(hang_up_in_headers) as server:
        line = line_to(server.url)
        answer = line.send("PUT", "/", body=b"body")
        line.close()
    caplog.clear()
    assert isinstance(problem_of(answer), AnswerLost)


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_nothing_is_repeated_by_itself(method: str) -> None:
    with RawServer(hang_up) as server:
        failure(server.url, method, b"{}")
    assert len(server.requests) == 1


def test_a_question_is_asked_once_more() -> None:
    with RawServer(hang_up) as server:
        assert failure(server.url).code == "cms.connection_lost"
    assert len(server.requests) == 2


def test_an_early_refusal_of_a_large_body_is_read() -> None:
    def too_large(line: Line) -> None:
        line.read_head()
        line.answer("413 Content Too Large", b'{"maxBytes": 5}')
        line.read_all()

    with RawServer(too_large) as server:
        line = line_to(server.url)
        assert line.send("PUT", "/", body=b"x" * 3_000_000).status == 413
        line.close()


def test_an_endless_answer_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport_module, "MAX_ANSWER", 1000)

    def endless(line: Line) -> None:
        line.read_all()
        line.answer("200 OK", b" " * 300_000)

    with RawServer(endless) as server:
        assert failure(server.url).parameters["reason"] == "too_large"


def test_a_request_nobody_waits_for_is_broken_off() -> None:
    wanted = threading.Event()
    wanted.set()

    def silence_once_heard(line: Line) -> None:
        line.read_all()
        wanted.clear()
        line.stay_silent()

    patience = Patience(connect=2, read=60, total=60)
    started = time.monotonic()
    with RawServer(silence_once_heard) as server:
        problem = failure(server.url, "PUT", b"x", wanted=wanted.is_set, patience=patience)
    assert isinstance(problem, Cancelled)
    assert time.monotonic() - started < 30


def test_a_token_that_a_server_repeats_is_blotted_out() -> None:
    def echo(line: Line) -> None:
        line.read_all()
        line.answer("400 Bad Request", b'{"detail": "Bearer %s is bad"}' % TOKEN.encode())

    with RawServer(echo) as server:
        line = line_to(server.url)
        answer = line.send("GET", "/")
        line.close()
    assert answer.body == b'{"detail": "Bearer *** is bad"}'


# Nobody there


def test_refused() -> None:
    problem = failure(f"http://127.0.0.1:{closed_port()}")
    assert isinstance(problem, CmsUnreachable)
    assert not isinstance(problem, AnswerLost)
    assert problem.code == "cms.connection_refused"
    assert problem.exit_code == 4


def test_name_not_resolved() -> None:
    problem = failure("http://khong-co-ten-nay.invalid", proxies={})
    assert (problem.code, problem.parameters["host"]) == (
        "cms.name_not_resolved",
        "khong-co-ten-nay.invalid",
    )


def test_connect_timeout() -> None:
    error = requests.exceptions.ConnectTimeout(
        requests.packages.urllib3.exceptions.ConnectTimeoutError(None, "slow")  # type: ignore[attr-defined]
    )
    assert named(error, "dai.example").code == "cms.connect_timeout"


def test_a_proxy_that_is_not_there_and_whose_password_stays_secret() -> None:
    proxy = f"http://an:mat-khau@127.0.0.1:{closed_port()}"
    problem = failure("https://cms.example", proxies={"https": proxy})
    assert problem.code == "cms.proxy"
    assert "mat-khau" not in repr(problem)
    assert problem.__cause__ is None
    assert problem.__suppress_context__


# Certificates


def test_a_certificate_nobody_vouches_for_is_called_that() -> None:
    with RawServer(ok, tls=True) as server:
        problem = failure(server.url)
    assert problem.code == "cms.certificate"
    assert not isinstance(problem, AnswerLost)
    assert problem.parameters["host"] == "127.0.0.1"
    assert server.requests == []


def test_the_company_authority_vouches_for_it() -> None:
    context = tls_context(str(TLS / "server.pem"))
    with RawServer(ok, tls=True) as server:
        line = Transport(server.url, lambda: TOKEN, context, patience=QUICK)
        assert line.send("GET", "/").status == 200
        line.close()


def test_a_certificate_for_another_name() -> None:
    context = tls_context(str(TLS / "elsewhere.pem"))
    with RawServer(ok, tls=True, certificate="elsewhere.pem") as server:
        line = Transport(server.url, lambda: TOKEN, context, patience=QUICK)
        with pytest.raises(CmsUnreachable) as caught:
            line.send("GET", "/")
        line.close()
    assert caught.value.code == "cms.certificate"


def test_https_to_a_server_that_speaks_http() -> None:
    with RawServer(lambda line: line.answer("400 Bad Request")) as server:
        problem = failure(server.url.replace("http:", "https:"))
    assert problem.code == "cms.tls"


# Addresses


@pytest.mark.parametrize(
    "url",
    [
        "",
        "dai.example",
        "ftp://dai.example",
        "https://",
        "https://an:mat-khau@dai.example",
        "http://[::1",
        "https://dai.example/?a=1",
        "https://dai.example/#x",
        "https://dai.example:99999",
    ],
)
def test_bad_addresses_are_refused_without_repeating_a_password(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        line_to(url)
    assert caught.value.code == "destination.bad_address"
    assert "mat-khau" not in repr(caught.value)
