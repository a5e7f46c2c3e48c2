"""mypy (strict) and ruff must have nothing to say."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["mypy"],
        ["ruff", "check", "src", "tests", "packaging"],
        ["ruff", "format", "--check", "src", "tests", "packaging"],
    ],
    ids=["types", "lint", "format"],
)
def test_tool_is_content(arguments: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
