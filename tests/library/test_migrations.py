"""A library is brought forward step by step, each step whole or not at all."""

import sqlite3
from pathlib import Path

import pytest

from newsdesk.library import connections, migrations
from newsdesk.library.database import Database

STEP = "CREATE TABLE extra (word TEXT) STRICT; INSERT INTO extra SELECT title FROM drafts;"


def state(folder: Path) -> tuple[int, int, bool]:
    connection = sqlite3.connect(folder / "library.sqlite")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    extra = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").fetchone()[0]
    connection.close()
    return version, application, bool(extra)


def teach(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Let the program know one version more than it does."""
    for module in (migrations, connections):
        monkeypatch.setattr(module, "MIGRATIONS", (*migrations.MIGRATIONS[:1], step))


def test_a_new_library_has_the_newest_form(folder: Path) -> None:
    Database.open(folder).close()
    assert state(folder) == (len(migrations.MIGRATIONS), migrations.APPLICATION, False)


def test_an_older_library_is_brought_forward(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Database.open(folder).close()
    teach(monkeypatch, STEP)
    Database.open(folder).close()
    assert state(folder) == (2, migrations.APPLICATION, True)
    Database.open(folder).close()


def test_a_step_that_fails_leaves_the_library_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database.open(folder).close()
    teach(monkeypatch, STEP + "INSERT INTO nowhere VALUES (1);")
    with pytest.raises(sqlite3.OperationalError):
        Database.open(folder)
    assert state(folder) == (1, migrations.APPLICATION, False)
    teach(monkeypatch, STEP)
    Database.open(folder).close()
    assert state(folder)[0] == 2
