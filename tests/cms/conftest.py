"""A real demonstration CMS."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from making.delivering import Station


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with Station(tmp_path / "cms") as running:
        yield running
