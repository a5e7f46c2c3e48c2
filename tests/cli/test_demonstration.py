"""The demonstration CMS where it cannot start."""

import socket
from pathlib import Path

import pytest

from cli.conftest import Newsdesk


@pytest.mark.parametrize("port", ["-1", "65536", "99999", "80x"])
def test_there_is_no_such_port(newsdesk: Newsdesk, port: str) -> None:
    ran = newsdesk("demo-cms", f"--port={port}")
    assert (ran.code, ran.out) == (2, "")
    assert port in ran.err


def test_a_port_that_is_taken(newsdesk: Newsdesk, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = newsdesk("demo-cms", "--port", port, "--data", tmp_path / "cms", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert f"port {port} is in use" in ran.err


@pytest.mark.parametrize("command", [["demo-cms", "--data"], ["demo", "--no-window", "--library"]])
def test_a_place_where_nothing_can_be_kept(newsdesk: Newsdesk, tmp_path: Path, command: list[str]) -> None:
    file = tmp_path / "tệp"
    file.write_text("không phải thư mục")
    ran = newsdesk(*command, file / "cms")
    assert (ran.code, ran.out) == (6, "")
    assert str(file) in ran.err
