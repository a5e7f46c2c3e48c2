"""Many newsdesks at once, and one that is killed while it sends: nothing is lost, doubled or told."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from making.photos import corners, encoded
from newsdesk.demo.server import RunningServer, serve
from newsdesk.system.paths import resources

pytestmark = pytest.mark.real

KILLS = 12
SLOWEST = 1.5
"""Seconds after which the latest kill comes; a whole sending takes about one."""


@dataclass(frozen=True, slots=True)
class Shell:
    """Runs newsdesk in processes of its own."""

    environment: Mapping[str, str]

    def start(self, *words: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "newsdesk", *map(str, words)]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=dict(self.environment)
        )

    def finish(self, process: subprocess.Popen[str], given: str = "") -> str:
        """The standard output; a traceback or a token anywhere fails the test."""
        out, err = process.communicate(given)
        assert self.environment["NEWSDESK_CMS_TOKEN"] not in out + err
        assert "Traceback" not in err
        return out

    def run(self, *words: object, given: str = "") -> str:
        process = self.start(*words)
        out = self.finish(process, given)
        assert process.returncode == 0, out
        return out


@pytest.fixture
def cms(tmp_path: Path) -> Iterator[RunningServer]:
    with serve(tmp_path / "cms", resources()) as server:
        yield server


@pytest.fixture
def shell(tmp_path: Path, cms: RunningServer) -> Shell:
    return Shell(
        {
            **os.environ,
            "NEWSDESK_LIBRARY": str(tmp_path / "thư viện"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "NEWSDESK_CMS_TOKEN": cms.token,
            "NEWSDESK_LANG": "en",
        }
    )


@pytest.fixture
def article(shell: Shell, cms: RunningServer, piece: Path, tmp_path: Path) -> str:
    """A piece with its photo, ready to be sent."""
    album = tmp_path / "ảnh"
    album.mkdir()
    (album / "1.jpg").write_bytes(encoded(corners(1600, 1000)))
    shell.run("cms", "add", "đài", "--url", cms.url, "--user", cms.user)
    imported = json.loads(shell.run("import", piece, "--photos", album, "--json"))["id"]
    shown = json.loads(shell.run("show", imported))
    shown["section"] = "Văn hóa"
    for block in shown["blocks"]:
        if block["type"] == "figure":
            block |= {"credit": "Anh Tú", "alt": "Chợ trong sương"}
    shell.run("put", "-", given=json.dumps(shown))
    return str(imported)


def standing(cms: RunningServer) -> list[str]:
    """The ids of the articles on the CMS, as it lists them over HTTP."""
    asked = Request(f"{cms.url}/newsdesk/v1/articles", headers={"Authorization": f"Bearer {cms.token}"})
    with urlopen(asked, timeout=10) as answer:
        return [listed["id"] for listed in json.load(answer)["items"]]


def test_a_sending_killed_at_any_moment_ends_as_one_article(
    shell: Shell, cms: RunningServer, article: str, tmp_path: Path
) -> None:
    chance = random.Random(20241018)
    for _ in range(KILLS):
        sending = shell.start("send", article, "--json")
        try:
            sending.wait(chance.uniform(0.1, SLOWEST))
        except subprocess.TimeoutExpired:
            sending.kill()
        assert cms.token not in "".join(sending.communicate())
    receipt = json.loads(shell.run("send", article, "--status", "published", "--json"))
    assert (receipt["state"], receipt["receipt"]["matches"]) == ("done", True)
    assert standing(cms) == [article]
    assert len(list((tmp_path / "cms" / "media").rglob("*.*"))) == 1
    kept = [file for file in (tmp_path / "thư viện").rglob("*") if file.is_file()]
    assert not [file for file in kept if cms.token.encode() in file.read_bytes()]
    assert json.loads(shell.run("library", "check", "--json"))["ok"]


def test_ten_imports_and_lists_at_once(shell: Shell, piece: Path) -> None:
    running = [shell.start(*words) for _ in range(5) for words in (["import", piece], ["list", "--json"])]
    running += [shell.start("import", piece) for _ in range(5)]
    for process in running:
        shell.finish(process)
    assert [process.returncode for process in running] == [0] * len(running)
    assert len(json.loads(shell.run("list", "--json"))["articles"]) == 10
