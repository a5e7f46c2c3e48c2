"""Opening the library file, without ever making a damaged one worse."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from newsdesk.errors import LibraryDamaged, StorageError
from newsdesk.library.migrations import MIGRATIONS, migrate, version_of

FILE = "library.sqlite"
LOG = "library.sqlite-wal"
HEADER = b"SQLite format 3\0"
BUSY = 5.0
"""Seconds to wait for a foreign program that holds the file."""

JOURNAL_LIMIT = 16 * 1024 * 1024
"""Bytes the write-ahead log is cut back to after a large write."""


def check_file(folder: Path) -> None:
    """Refuse what SQLite would take for a fresh start although something is lost.

    A missing or empty database beside a filled write-ahead log makes SQLite delete the log, which may
    hold everything.

    Raises:
        LibraryDamaged: `library.emptied` or `library.not_a_database`.
    """
    file, log = folder / FILE, folder / LOG
    size = file.stat().st_size if file.exists() else 0
    if size == 0:
        if log.exists() and log.stat().st_size:
            raise LibraryDamaged("library.emptied", folder=str(folder))
        return
    with file.open("rb") as stream:
        if stream.read(len(HEADER)) != HEADER:
            raise LibraryDamaged("library.not_a_database", folder=str(folder))


def connect_writer(folder: Path) -> sqlite3.Connection:
    """The one connection that writes; makes the file when there is none and brings it up to date.

    Raises:
        StorageError: the file is damaged, newer than this program, or lies where it cannot be kept safe.
    """
    if (folder / FILE).exists():
        # The first look cannot write: closing a connection that can would fold the log into a damaged file.
        _opened(folder, "ro", version_of).close()
    return _opened(folder, "rwc", _prepare)


def connect_reader(folder: Path) -> sqlite3.Connection:
    """A connection that only reads, beside a writer in this or another process.

    Raises:
        StorageError: the file is missing, damaged, newer or older than this program.
    """
    if not (folder / FILE).exists():
        raise StorageError("library.missing", folder=str(folder))
    return _opened(folder, "ro", _refuse_older)


def _opened(
    folder: Path, mode: Literal["ro", "rwc"], ready: Callable[[sqlite3.Connection, Path], object]
) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode((folder / FILE).resolve().as_posix()))}?mode={mode}",
        uri=True,
        timeout=BUSY,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        ready(connection, folder)
    except (sqlite3.Error, StorageError):
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, folder: Path) -> None:
    if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        raise StorageError("library.unsafe_place", folder=str(folder), reason="no_wal", name="")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA journal_size_limit = {JOURNAL_LIMIT}")
    migrate(connection, folder)


def _refuse_older(connection: sqlite3.Connection, folder: Path) -> None:
    if version_of(connection, folder) < len(MIGRATIONS):
        raise StorageError("library.older", folder=str(folder))
