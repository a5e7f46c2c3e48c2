"""What was answered stays, whatever happens to the server."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from making.stations import JPEG, RESOURCES, Caller, Newsroom, fresh_id, piece
from newsdesk.demo.server import serve

ALONE = """
import json, sys, threading
from pathlib import Path
from newsdesk.demo.server import serve
server = serve(Path(sys.argv[1]), Path(sys.argv[2]))
print(json.dumps([server.url, server.token]), flush=True)
threading.Event().wait()
"""


@contextmanager
def process(folder: Path) -> Iterator[Caller]:
    """A CMS in a process of its own, which ends by SIGKILL."""
    command = [sys.executable, "-c", ALONE, str(folder), str(RESOURCES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        caller = Caller(*json.loads(running.stdout.readline()))
        try:
            yield caller
        finally:
            caller.session.close()
            running.send_signal(signal.SIGKILL)


def test_a_restart_keeps_port_tokens_and_everything(tmp_path: Path) -> None:
    with Newsroom(serve(tmp_path, RESOURCES)) as first:
        made = first.editor.make()
        out = first.editor.move(made, "published")
        logins = first.server.logins
    with Newsroom(serve(tmp_path, RESOURCES)) as second:
        assert second.url == first.url
        assert second.server.logins == logins
        back = second.editor.get(f"/articles/{made.json()['id']}")
        assert back.headers["ETag"] == out.headers["ETag"]
        assert second.page(out.json()["links"]["public"]).status_code == 200


def test_another_server_gets_another_port(tmp_path: Path) -> None:
    with serve(tmp_path, RESOURCES) as first:
        with serve(tmp_path / "b", RESOURCES) as second:
            assert first.url != second.url
        with pytest.raises(OSError):
            serve(tmp_path / "c", RESOURCES, int(first.url.rpartition(":")[2]))


def test_the_line_is_local(tmp_path: Path) -> None:
    with serve(tmp_path, RESOURCES) as server:
        assert server.url.startswith("http://127.0.0.1:")
        with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2])), timeout=20):
            assert server.user == "thu.ha"


@pytest.mark.real
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a thing of POSIX")
def test_a_kill_between_any_two_requests_loses_nothing(tmp_path: Path) -> None:
    media_id, article_id, key = fresh_id(), fresh_id(), fresh_id()
    placed = {"id": media_id, "caption": "c", "alt": "a", "credit": "b"}
    content = piece(f'<figure data-media="{media_id}"></figure>', media=[placed])
    with process(tmp_path) as cms:
        assert cms.announce(media_id).status_code == 201
    with process(tmp_path) as cms:
        assert cms.announce(media_id).status_code == 200
        assert cms.send_bytes(media_id).json()["state"] == "ready"
    with process(tmp_path) as cms:
        assert cms.get(f"/media/{media_id}/content").content == JPEG
        made = cms.put(f"/articles/{article_id}", content, If_None_Match="*")
        assert made.status_code == 201
    with process(tmp_path) as cms:
        assert cms.put(f"/articles/{article_id}", content, If_None_Match="*").status_code == 412
        out = cms.move(made, "published", key=key)
        assert out.status_code == 200
    with process(tmp_path) as cms:
        again = cms.move(made, "published", key=key)
        assert (again.content, again.headers["Idempotency-Replayed"]) == (out.content, "true")
        assert [item["id"] for item in cms.get("/articles").json()["items"]] == [article_id]


def test_a_full_disk_is_told_and_nothing_is_half_done(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Newsroom(serve(tmp_path, RESOURCES)) as cms:
        media_id = fresh_id()
        cms.reporter.announce(media_id)
        (tmp_path / "incoming").rmdir()
        refused = cms.reporter.send_bytes(media_id)
        assert (refused.status_code, refused.json()["retryable"]) == (503, True)
        assert refused.headers["Retry-After"]
        caplog.clear()
        (tmp_path / "incoming").mkdir()
        assert cms.reporter.send_bytes(media_id).json()["state"] == "ready"
