"""One writer, many readers, and no save that is called done before it is."""

import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from newsdesk.errors import LibraryLocked, StorageError
from newsdesk.library.database import Database

SPEAKER = """
import sys
from pathlib import Path
from newsdesk.library.database import Database
database = Database.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
database.close()
"""


def add(connection: sqlite3.Connection) -> int:
    connection.execute("INSERT INTO photos VALUES (hex(randomblob(32)), '{}')")
    return int(connection.execute("SELECT count(*) FROM photos").fetchone()[0])


def count(database: Database) -> int:
    return int(database.read("SELECT count(*) FROM photos")[0][0])


def test_a_change_is_seen_by_the_reader_once_it_is_done(database: Database) -> None:
    assert database.write(add).result() == 1
    assert count(database) == 1


def test_changes_run_in_the_order_they_came(database: Database) -> None:
    futures = [database.write(add) for _ in range(50)]
    assert [future.result() for future in futures] == list(range(1, 51))


def test_a_change_that_fails_leaves_nothing_behind(database: Database) -> None:
    def half(connection: sqlite3.Connection) -> None:
        add(connection)
        raise KeyError("half way")

    with pytest.raises(KeyError):
        database.write(half).result()
    assert count(database) == 0
    assert database.write(add).result() == 1


def test_wrong_sql_is_a_mistake_of_the_program_not_of_the_disk(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError):
        database.read("SELECT nothing FROM nowhere")


def test_every_commit_is_flushed(database: Database) -> None:
    def settings(connection: sqlite3.Connection) -> tuple[object, ...]:
        names = ("journal_mode", "synchronous", "foreign_keys", "fullfsync")
        return tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)

    assert database.write(settings).result() == ("wal", 2, 1, 1)


def test_the_files_hold_a_change_at_the_moment_it_is_called_done(
    database: Database, folder: Path, tmp_path: Path
) -> None:
    for number in range(1, 6):
        database.write(add).result()
        copy = tmp_path / f"copy{number}"
        shutil.copytree(folder, copy)
        rescued = Database.open(copy)
        assert count(rescued) == number
        rescued.close()


def test_reading_from_many_threads(database: Database) -> None:
    with ThreadPoolExecutor(6) as pool:
        writes = [database.write(add) for _ in range(100)]
        seen = list(pool.map(lambda _: count(database), range(100)))
    assert all(future.done() for future in writes) or writes[-1].result() == 100
    assert all(0 <= number <= 100 for number in seen)


def test_readers_cannot_write(database: Database) -> None:
    with pytest.raises(StorageError) as refused:
        database.read("DELETE FROM photos")
    assert refused.value.code == "storage.readonly"


def test_closing_finishes_what_is_queued(folder: Path) -> None:
    database = Database.open(folder)
    gate = Event()
    futures = [database.write(lambda connection: gate.wait() and add(connection)) for _ in range(20)]
    gate.set()
    database.close()
    assert [future.result() for future in futures] == list(range(1, 21))
    assert sorted(path.name for path in folder.iterdir()) == ["library.sqlite", "writer.lock"]


def test_a_closed_library_says_so(folder: Path) -> None:
    database = Database.open(folder)
    database.close()
    database.close()
    for use in (lambda: database.read("SELECT 1"), lambda: database.write(add)):
        with pytest.raises(StorageError) as refused:
            use()
        assert refused.value.code == "library.closed"


def test_a_second_writer_is_refused_and_may_read(database: Database, folder: Path) -> None:
    with pytest.raises(LibraryLocked) as refused:
        Database.open(folder, patience=0)
    assert refused.value.code == "library.locked"
    database.write(add).result()
    reader = Database.open(folder, write=False)
    assert count(reader) == 1
    database.write(add).result()
    assert count(reader) == 2
    assert not reader.writable
    with pytest.raises(StorageError) as refused_write:
        reader.write(add)
    assert refused_write.value.code == "library.read_only"
    reader.close()


def test_another_process_writes_until_it_dies(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SPEAKER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        with pytest.raises(LibraryLocked):
            Database.open(folder, patience=0.1)
        reader = Database.open(folder, write=False)
        assert count(reader) == 0
        reader.close()
        other.kill()
    survivor = Database.open(folder)
    assert survivor.write(add).result() == 1
    survivor.close()


def test_patience_outlasts_a_writer_that_is_just_leaving(folder: Path) -> None:
    first = Database.open(folder)
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(Database.open, folder, patience=30)
        first.write(add).result()
        first.close()
        assert second.result().writable
        second.result().close()


def test_opening_to_read_makes_nothing(folder: Path) -> None:
    with pytest.raises(StorageError) as refused:
        Database.open(folder, write=False)
    assert refused.value.code == "library.missing"
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
@pytest.mark.parametrize("name", ["library.sqlite", "library.sqlite-wal"])
def test_a_file_that_went_away_takes_no_more_saves(database: Database, folder: Path, name: str) -> None:
    database.write(add).result()
    (folder / name).unlink()
    with pytest.raises(StorageError) as refused:
        database.write(add).result()
    assert refused.value.code == "library.moved"


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_a_file_that_was_replaced_takes_no_more_saves(database: Database, folder: Path) -> None:
    copy = folder / "copy"
    shutil.copy(folder / "library.sqlite", copy)
    copy.replace(folder / "library.sqlite")
    with pytest.raises(StorageError) as refused:
        database.write(add).result()
    assert refused.value.code == "library.moved"


def test_an_unsafe_place_is_refused_unless_allowed(tmp_path: Path) -> None:
    place = tmp_path / "OneDrive - Dai PTTH" / "newsdesk"
    with pytest.raises(StorageError) as refused:
        Database.open(place)
    assert refused.value.code == "library.unsafe_place"
    assert refused.value.parameters == {
        "folder": str(place),
        "reason": "synced",
        "name": "OneDrive - Dai PTTH",
    }
    assert not place.exists()
    Database.open(place, allow_unsafe=True).close()
