"""A real library in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from making.delivering import Press, Station
from newsdesk.desk.autosave import Autosave, Pace
from newsdesk.desk.events import Events
from newsdesk.desk.writing import Writing
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts
from newsdesk.library.revisions import Revisions


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "library")
    yield opened
    opened.close()


@pytest.fixture
def events() -> Events:
    return Events()


@pytest.fixture
def writing(database: Database, events: Events) -> Iterator[Writing]:
    drafts = Drafts(database)
    autosave = Autosave(drafts.save, events, Pace(idle=60, longest=60, retry=60))
    yield Writing(drafts, Revisions(database), autosave, events)
    autosave.close()


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with Station(tmp_path / "cms") as running:
        yield running


@pytest.fixture
def press(station: Station, tmp_path: Path) -> Iterator[Press]:
    with station.press(tmp_path / "newsroom") as running:
        yield running
