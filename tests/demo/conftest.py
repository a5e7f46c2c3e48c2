"""One running CMS for the tests of a file."""

from collections.abc import Iterator

import pytest

from making.stations import RESOURCES, Newsroom
from newsdesk.demo.server import serve


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    with Newsroom(serve(tmp_path_factory.mktemp("cms"), RESOURCES)) as newsroom:
        yield newsroom
