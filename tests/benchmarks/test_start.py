"""From the start of the process to the first painted window, against an empty window of the toolkit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.pairing import FAMILY, Budget, Versus

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

OURS = """
import sys
from pathlib import Path
from newsdesk.bootstrap import Newsroom
from newsdesk.gui import app
from PySide6.QtCore import QTimer

class Window(app.Window):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.QApplication.quit)

app.Window = Window
newsroom = Newsroom.from_environment(Path(sys.argv[1]), "vi")
code = newsroom.window(None)
newsroom.close()
sys.exit(code)
"""


def test_start_to_first_paint(versus: Versus, tmp_path: Path) -> None:
    """Processor time, since other work on the machine must not count; modules compiled, as when installed."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
    }

    def run(program: str) -> None:
        arguments = [sys.executable, "-c", program, str(tmp_path / "library")]
        subprocess.run(arguments, env=environment, check=True, capture_output=True, timeout=60)

    versus(
        "start to first painted window",
        lambda: run(OURS),
        "empty PySide6 window",
        lambda: run(EMPTY),
        Budget(ratio=1.5),
        meter=FAMILY,
        rounds=7,
    )
