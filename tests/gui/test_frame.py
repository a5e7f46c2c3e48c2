"""The frame is on the screen before the rest of the program is loaded, and looks like what fills it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel

from making.windows import bench, window_on
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.gui.frame import fitting
from newsdesk.gui.outline import LEFT_WIDTH, STATUS_HEIGHT, Outline
from newsdesk.library.database import Database

WATCHED = """
import json, sys
from importlib.abc import MetaPathFinder
from PySide6.QtCore import QTimer
from newsdesk.gui import frame

told = []

class Watched(frame.Frame):
    def paintEvent(self, event):
        super().paintEvent(event)
        told.append("outline" if self.layout() is None else "window")
        if told[-1] == "window":
            QTimer.singleShot(300, self.close)

class Gate(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "newsdesk.bootstrap":
            print(json.dumps([told, sorted(sys.modules)]), flush=True)
        return None

frame.Frame = Watched
sys.meta_path.insert(0, Gate())
from newsdesk.__main__ import main
code = main(sys.argv[1:])
print(json.dumps(told), flush=True)
sys.exit(code)
"""
SPEAKING = """
import sys
from PySide6.QtCore import QTimer
from newsdesk.gui import frame

class Speaking(frame.Frame):
    def fill(self, content):
        super().fill(content)
        QTimer.singleShot(0, lambda: print("shown", flush=True))

frame.Frame = Speaking
from newsdesk.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

LATER = (
    "newsdesk.bootstrap",
    "newsdesk.desk",
    "newsdesk.library",
    "newsdesk.cli.main",
    "newsdesk.gui.window",
)
LATER_FOREIGN = ("sqlite3", "PySide6.QtSvg", "lxml", "PIL", "requests", "flask", "keyring")


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}


def start(home: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", *arguments]
    return subprocess.run(command, env=home, capture_output=True, text=True, check=False, timeout=60)


def test_the_outline_is_painted_before_the_rest_is_loaded(home: dict[str, str], tmp_path: Path) -> None:
    ran = start(home, "-c", WATCHED, "--library", str(tmp_path / "library"), "--lang", "en")
    assert (ran.returncode, ran.stderr) == (0, "")
    before, after = ran.stdout.splitlines()
    painted, loaded = json.loads(before)
    assert set(painted) == {"outline"}
    assert [name for name in loaded if name in LATER + LATER_FOREIGN] == []
    assert json.loads(after)[-1] == "window"


def test_a_library_that_another_holds_is_told_in_words(home: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "library"
    held = Database.open(folder)
    try:
        ran = start(home, "-m", "newsdesk", "--library", str(folder), "--lang", "en")
    finally:
        held.close()
    assert ran.returncode == 6
    assert len(ran.stderr.splitlines()) == 1
    assert str(folder) in ran.stderr


def test_a_damaged_library_is_told_in_words(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"no database " * 500)
    ran = start(home, "-m", "newsdesk", "--library", str(tmp_path), "--lang", "en")
    assert ran.returncode == 6
    assert "Traceback" not in ran.stderr and ran.stderr.strip()


def test_ctrl_c_closes_the_window(home: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-c", SPEAKING, "--library", str(tmp_path / "library")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=home, stdout=pipe, stderr=pipe, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "shown\n"
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=60)
    assert (program.returncode, said) == (130, "")


@pytest.mark.parametrize("density", ["comfortable", "compact"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_outline_looks_like_the_window(
    theme: str, density: str, qapp: Any, qtbot: Any, tmp_path: Path
) -> None:
    with bench(qapp, tmp_path, theme=theme, density=density) as made:
        made.desk.writing.create(Article(id=new_id(), headline="Bài 1"))
        with window_on(made, 1360, 860) as window:
            qtbot.waitUntil(lambda: window.opening.current != "")
            real = window.grab().toImage()
            brand = window.findChild(QLabel, "brand")
            brand_place = QRect(brand.mapTo(window, QPoint()), brand.size())
        sketch = outlined(Outline(made.kit.appearance.theme, density, right=True), real)
    top = Outline(made.kit.appearance.theme, density, right=True).top
    width, height = real.width(), real.height()
    for x, y in (
        (5, 1),
        (LEFT_WIDTH // 2, top - 1),
        (3, top + 3),
        (LEFT_WIDTH - 1, top + 3),
        (LEFT_WIDTH + 3, top + 3),
        (width - 3, height - STATUS_HEIGHT - 3),
        (width // 2, height - STATUS_HEIGHT),
        (width // 2, height - 3),
    ):
        assert color(sketch, x, y) == color(real, x, y), (x, y)
    assert sketch.copy(brand_place) == real.copy(brand_place).convertToFormat(sketch.format())


def outlined(outline: Outline, like: QImage) -> QImage:
    picture = QImage(like.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    outline.paint(painter, picture.rect())
    painter.end()
    return picture


def color(picture: QImage, x: int, y: int) -> str:
    return QColor(picture.pixel(x, y)).name()


@pytest.mark.parametrize(
    ("room", "size"), [((1920, 1080), (1360, 860)), ((1280, 720), (1280, 688)), ((1366, 728), (1360, 696))]
)
def test_a_first_window_fits_the_screen(room: tuple[int, int], size: tuple[int, int]) -> None:
    assert fitting(QSize(*room)) == QSize(*size)
