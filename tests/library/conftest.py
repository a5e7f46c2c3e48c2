"""A library of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.library.database import Database


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "thư viện 100% ?#"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    database = Database.open(folder)
    yield database
    database.close()
