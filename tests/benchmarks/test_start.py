"""From the start of the process to the first painted window, against an empty window of the toolkit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.pairing import FAMILY, Budget, Versus
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.bootstrap import Newsroom

pytestmark = pytest.mark.real

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)

application = QApplication(sys.argv)
window = Window()
window.resize(1360, 860)
window.show()
sys.exit(application.exec())
"""

FRAME = """
import sys
from importlib.abc import MetaPathFinder
from newsdesk.__main__ import main

class Gate(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "newsdesk.bootstrap":  # loaded as soon as the frame is painted: tests/gui/test_frame.py
            sys.exit(0)
        return None

sys.meta_path.insert(0, Gate())
sys.exit(main(["--library", sys.argv[1], "--lang", "vi"]))
"""

ARTICLE = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from newsdesk.__main__ import main
from newsdesk.gui import frame

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.parent().close)
        return False

class Frame(frame.Frame):
    def fill(self, content):
        super().fill(content)
        page = content.editing.page.viewport()
        content.opening.opened.connect(lambda _stored: page.installEventFilter(Watch(self)))

frame.Frame = Frame
sys.exit(main(["--library", sys.argv[1], "--lang", "vi"]))
"""


def test_start_to_the_frame(versus: Versus, tmp_path: Path) -> None:
    """Processor time, since other work on the machine must not count; modules compiled, as when installed."""
    compare(versus, tmp_path, "start to the first painted frame", FRAME, Budget(ratio=1.5))


def test_start_to_the_article(versus: Versus, tmp_path: Path) -> None:
    """All that a start does until one can write, which an empty window never offers: nothing is promised."""
    newsroom = Newsroom.from_environment(tmp_path / "library", "vi")
    newsroom.desk(write=True).writing.create(Article(id=new_id(), headline="Lũng Sương đỏ lửa"))
    newsroom.close()
    compare(versus, tmp_path, "start to the article on the page", ARTICLE, Budget())


def compare(versus: Versus, folder: Path, what: str, ours: str, budget: Budget) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }

    def run(program: str) -> None:
        arguments = [sys.executable, "-c", program, str(folder / "library")]
        subprocess.run(arguments, env=environment, check=True, capture_output=True, timeout=60)

    versus(
        what, lambda: run(ours), "empty PySide6 window", lambda: run(EMPTY), budget, meter=FAMILY, rounds=9
    )
