"""Golden files: what came out last time and was looked at. NEWSDESK_GOLDEN=write keeps what comes out now."""

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "golden"


def check_golden(name: str, text: str) -> None:
    """Compare a text with the golden file of that name under tests/golden."""
    path = FOLDER / name
    if os.environ.get("NEWSDESK_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
