"""A person at the program: a real window on a virtual screen, real keys. Pictures are kept in artefacts/."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from person.program import Program
from person.screen import Screen, missing_programs

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def screen() -> Iterator[Screen]:
    missing = missing_programs()
    if missing:
        pytest.skip(f"a person needs a screen; not installed here: {', '.join(missing)}")
    with Screen(ROOT / "artefacts") as made:
        yield made


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    """The demonstration, open and with the keyboard."""
    with Program(screen, tmp_path) as made:
        yield made
