"""A disk that is full, read-only or broken is called what it is, and takes nothing with it."""

import errno
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk.errors import LibraryDamaged, LibraryLocked, StorageError
from newsdesk.library.database import Database
from newsdesk.library.failures import of_system, told

BIG = "INSERT INTO photos VALUES (hex(randomblob(32)), hex(randomblob(200000)))"

LIMITED = """
import resource, signal, sys
from pathlib import Path
from newsdesk.errors import StorageError
from newsdesk.library.database import Database

database = Database.open(Path(sys.argv[1]))
database.write(lambda c: c.execute("INSERT INTO photos VALUES ('kept', '{}')").rowcount).result()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
big = "INSERT INTO photos VALUES ('lost', hex(randomblob(400000)))"
try:
    database.write(lambda c: c.execute(big).rowcount).result()
except StorageError as error:
    print(error.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
database.write(lambda c: c.execute("INSERT INTO photos VALUES ('again', '{}')").rowcount).result()
print([row[0] for row in database.read("SELECT sha256 FROM photos ORDER BY 1")])
database.close()
"""


def refusal(database: Database, *statements: str) -> StorageError:
    def change(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    with pytest.raises(StorageError) as refused:
        database.write(change).result()
    return refused.value


def test_a_full_disk_loses_only_what_did_not_fit(database: Database, folder: Path) -> None:
    small = "INSERT INTO photos VALUES ('small', '{}')"
    database.write(lambda connection: connection.execute("PRAGMA max_page_count = 200").fetchone()).result()
    problem = refusal(database, BIG, BIG, BIG)
    assert (problem.code, problem.parameters) == ("storage.full", {"folder": str(folder)})
    database.write(lambda connection: connection.execute(small).rowcount).result()
    assert [row[0] for row in database.read("SELECT sha256 FROM photos")] == ["small"]


def test_a_read_only_disk(database: Database) -> None:
    database.write(lambda connection: connection.execute("PRAGMA query_only = ON").fetchone()).result()
    assert refusal(database, "DELETE FROM photos").code == "storage.readonly"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_a_write_error_is_told_and_the_next_save_works(folder: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", LIMITED, str(folder)], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines() == ["storage.io", "['again', 'kept']"]


def test_a_foreign_program_that_holds_the_file(database: Database, folder: Path) -> None:
    other = sqlite3.connect(folder / "library.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database.write(lambda connection: None)
    with pytest.raises(LibraryLocked) as refused, told(folder):
        impatient = sqlite3.connect(folder / "library.sqlite", timeout=0, isolation_level=None)
        try:
            impatient.execute("BEGIN IMMEDIATE")
        finally:
            impatient.close()
    assert refused.value.code == "library.locked"
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "storage.full"),
        (errno.EDQUOT, "storage.full"),
        (errno.EROFS, "storage.readonly"),
        (errno.EACCES, "storage.readonly"),
        (errno.EIO, "storage.io"),
    ],
)
def test_the_operating_system_speaks_in_numbers(number: int, code: str) -> None:
    assert of_system(OSError(number, "no"), Path("/library")).code == code


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StorageError) as refused:
        Database.open(tmp_path / "file" / "library")
    assert refused.value.code == "storage.io"


def test_damage_met_while_reading(folder: Path) -> None:
    database = Database.open(folder)
    for _ in range(20):
        database.write(lambda connection: connection.execute(BIG).rowcount).result()
    database.close()
    file = folder / "library.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 4096 // 2 * 4096])
    damaged = file.read_bytes()
    with pytest.raises(LibraryDamaged):
        reader = Database.open(folder, write=False)
        try:
            reader.read("SELECT sum(length(facts)) FROM photos")
        finally:
            reader.close()
    assert file.read_bytes() == damaged
