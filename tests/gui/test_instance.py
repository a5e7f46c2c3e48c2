"""The second start on a library hands its file to the first window."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QLocalSocket

from making.windows import bench
from newsdesk.gui.instance import Doorbell, hand_over, name_of


@pytest.fixture
def doorbell(tmp_path: Path, qapp: Any) -> Iterator[Doorbell]:
    made = Doorbell(tmp_path)
    yield made
    made.close()


SECOND_START = """
import sys
from pathlib import Path
from newsdesk.gui.instance import hand_over
sys.exit(not hand_over(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else None))
"""


@pytest.fixture
def start_again() -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """A second process that hands over to the window of a library; it ends with 0 when it was heard."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: Path) -> "subprocess.Popen[bytes]":
        started.append(subprocess.Popen([sys.executable, "-c", SECOND_START, *map(str, arguments)]))
        return started[-1]

    yield start
    for process in started:
        process.wait()


def test_file_is_handed_over(doorbell: Doorbell, tmp_path: Path, qtbot: Any, start_again: Any) -> None:
    file = tmp_path / "bài viết.txt"
    with qtbot.waitSignal(doorbell.rung) as ring:
        process = start_again(tmp_path, file)
    qtbot.waitUntil(lambda: process.poll() is not None)
    assert process.returncode == 0
    assert ring.args == [str(file)]


def test_no_file_still_brings_the_window(
    doorbell: Doorbell, tmp_path: Path, qtbot: Any, start_again: Any
) -> None:
    with qtbot.waitSignal(doorbell.rung) as ring:
        start_again(tmp_path)
    assert ring.args == [""]


def test_nobody_there(tmp_path: Path, qapp: Any) -> None:
    assert hand_over(tmp_path, None) is False


def test_another_library_is_another_window(doorbell: Doorbell, tmp_path: Path, qapp: Any) -> None:
    assert hand_over(tmp_path / "other", None) is False


@pytest.mark.parametrize("noise", [b"not json\n", b"[1]\n", b'{"open": 7}\n', b"\xff\xfe\n"])
def test_noise_opens_nothing(doorbell: Doorbell, tmp_path: Path, qtbot: Any, noise: bytes) -> None:
    socket = QLocalSocket()
    with qtbot.waitSignal(doorbell.rung) as ring:
        socket.connectToServer(name_of(tmp_path))
        socket.write(noise)
    assert ring.args == [""]
    socket.disconnectFromServer()


def test_a_socket_left_by_a_crash_is_taken_over(tmp_path: Path, qtbot: Any, start_again: Any) -> None:
    first = Doorbell(tmp_path)
    second = Doorbell(tmp_path)
    with qtbot.waitSignal(second.rung):
        start_again(tmp_path)
    first.close()
    second.close()


def test_a_second_demonstration_brings_the_first_window(tmp_path: Path, qapp: Any, qtbot: Any) -> None:
    """It must ask before it opens the library, which the first one holds."""
    command = [
        sys.executable,
        "-m",
        "newsdesk",
        "demo",
        "--library",
        str(tmp_path / "library"),
        "--lang",
        "en",
    ]
    home = {"XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    with bench(qapp, tmp_path):
        doorbell = Doorbell(tmp_path / "library")
        with qtbot.waitSignal(doorbell.rung, timeout=20_000) as ring:
            second = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **home})
        _, said = second.communicate(timeout=20)
        doorbell.close()
    assert ring.args == [""]
    assert second.returncode == 0
    assert "already has come to the front" in said
    assert not (tmp_path / "library" / "demo-cms").exists(), "it started a CMS that nobody asked for"
