"""Vietnamese comes out whole where the machine speaks something narrower."""

import os
import subprocess
import sys
from pathlib import Path


def test_output_is_utf8_in_any_locale(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "NEWSDESK_LIBRARY": str(tmp_path)}
    command = [sys.executable, "-m", "newsdesk", "-h", "--lang", "vi"]
    result = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "Viết bài, biên tập trong Word" in result.stdout.decode("utf-8")
