"""What is not a whole library of ours is refused and left exactly as it is."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.errors import LibraryDamaged, StorageError
from newsdesk.library.database import Database
from newsdesk.library.migrations import MIGRATIONS


def fill(folder: Path) -> None:
    """A library as a crash leaves it: its last change is in the log alone."""
    living = folder.with_name("living")
    database = Database.open(living)
    statement = "INSERT INTO photos VALUES ('a', '{}')"
    database.write(lambda connection: connection.execute(statement).rowcount).result()
    shutil.copytree(living, folder)
    database.close()


def empty_database(folder: Path) -> None:
    fill(folder)
    (folder / "library.sqlite").write_bytes(b"")


def lose_database(folder: Path) -> None:
    fill(folder)
    (folder / "library.sqlite").unlink()


def text_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "library.sqlite").write_text("Đây không phải thư viện.", encoding="utf-8")


def zeroed_file(folder: Path) -> None:
    fill(folder)
    file = folder / "library.sqlite"
    file.write_bytes(bytes(file.stat().st_size))


def foreign_database(folder: Path) -> None:
    folder.mkdir()
    connection = sqlite3.connect(folder / "library.sqlite")
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def newer_library(folder: Path) -> None:
    Database.open(folder).close()
    connection = sqlite3.connect(folder / "library.sqlite")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()


def broken_first_page(folder: Path) -> None:
    Database.open(folder).close()
    file = folder / "library.sqlite"
    whole = bytearray(file.read_bytes())
    whole[100:200] = b"\xff" * 100
    file.write_bytes(whole)


def contents(folder: Path) -> dict[str, bytes]:
    """The files that hold something; the lock, the shared index and an empty log do not."""
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    return {name: data for name, data in files.items() if data and not name.endswith("-shm")}


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(
    ("spoil", "kind", "code"),
    [
        (empty_database, LibraryDamaged, "library.emptied"),
        (lose_database, LibraryDamaged, "library.emptied"),
        (text_file, LibraryDamaged, "library.not_a_database"),
        (zeroed_file, LibraryDamaged, "library.not_a_database"),
        (foreign_database, LibraryDamaged, "library.not_a_library"),
        (newer_library, StorageError, "library.newer"),
        (broken_first_page, LibraryDamaged, "library.damaged"),
    ],
)
def test_refused_and_untouched(
    folder: Path, spoil: Callable[[Path], None], kind: type[StorageError], code: str, write: bool
) -> None:
    spoil(folder)
    before = contents(folder)
    with pytest.raises(kind) as refused:
        Database.open(folder, write=write, patience=0)
    assert refused.value.code == code
    assert refused.value.parameters["folder"] == str(folder)
    assert contents(folder) == before
    with pytest.raises(kind):
        Database.open(folder, write=write, patience=0)


def test_an_old_library_must_be_opened_by_a_writer_first(folder: Path) -> None:
    folder.mkdir()
    (folder / "library.sqlite").touch()
    with pytest.raises(StorageError) as refused:
        Database.open(folder, write=False)
    assert refused.value.code == "library.older"
    Database.open(folder).close()
    Database.open(folder, write=False).close()


def test_the_log_of_a_crash_is_taken_in(folder: Path) -> None:
    fill(folder)
    database = Database.open(folder)
    assert [row[0] for row in database.read("SELECT sha256 FROM photos")] == ["a"]
    database.close()
