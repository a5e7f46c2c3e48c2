"""The window is painted before any heavy library is loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

HEAVY = ("docx", "lxml", "PIL", "requests", "keyring", "flask", "pi_heif", "markdown_it")
START = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from newsdesk.bootstrap import Newsroom
from newsdesk.gui import app

class Watched(app.Window):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(600, self._tell)

    def _tell(self):
        print(json.dumps(sorted(name.partition(".")[0] for name in sys.modules)), flush=True)
        self.close()

app.Window = Watched
newsroom = Newsroom.from_environment(Path(sys.argv[1]), "vi")
code = newsroom.window(None)
newsroom.close()
sys.exit(code)
"""


def test_after_first_paint_nothing_heavy_is_loaded(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", START, str(tmp_path / "library")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    loaded = set(json.loads(result.stdout.splitlines()[0]))
    assert "PySide6" in loaded
    assert loaded & set(HEAVY) == set()
    assert result.stderr == ""
