"""What SQLite and the operating system report, as errors that name what a person can do about it."""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from newsdesk.errors import LibraryDamaged, LibraryLocked, StorageError

PRIMARY = 0xFF
"""SQLite keeps the kind of a failure in the lowest byte of its extended result codes."""

_OF_SQLITE: Mapping[int, tuple[type[StorageError], str]] = {
    sqlite3.SQLITE_FULL: (StorageError, "storage.full"),
    sqlite3.SQLITE_READONLY: (StorageError, "storage.readonly"),
    sqlite3.SQLITE_PERM: (StorageError, "storage.readonly"),
    sqlite3.SQLITE_IOERR: (StorageError, "storage.io"),
    sqlite3.SQLITE_CANTOPEN: (StorageError, "storage.io"),
    sqlite3.SQLITE_NOLFS: (StorageError, "storage.io"),
    sqlite3.SQLITE_PROTOCOL: (StorageError, "storage.io"),
    sqlite3.SQLITE_BUSY: (LibraryLocked, "library.locked"),
    sqlite3.SQLITE_LOCKED: (LibraryLocked, "library.locked"),
    sqlite3.SQLITE_CORRUPT: (LibraryDamaged, "library.damaged"),
    sqlite3.SQLITE_NOTADB: (LibraryDamaged, "library.not_a_database"),
}

_OF_SYSTEM: Mapping[int, str] = {
    errno.ENOSPC: "storage.full",
    errno.EDQUOT: "storage.full",
    errno.EROFS: "storage.readonly",
    errno.EACCES: "storage.readonly",
    errno.EPERM: "storage.readonly",
}


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn failures of the disk into StorageErrors; mistakes of the program pass as they are."""
    try:
        yield
    except sqlite3.Error as error:
        failure = of_sqlite(error, folder)
        if failure is None:
            raise
        raise failure from error
    except OSError as error:
        raise of_system(error, folder) from error


def of_sqlite(error: sqlite3.Error, folder: Path) -> StorageError | None:
    """The StorageError for a failure of SQLite, None when the SQL itself was wrong."""
    result = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    known = _OF_SQLITE.get(result & PRIMARY)
    if known is None:
        return None
    kind, code = known
    return kind(code, folder=str(folder))


def of_system(error: OSError, folder: Path) -> StorageError:
    """The StorageError for a failure of the operating system."""
    return StorageError(_OF_SYSTEM.get(error.errno or 0, "storage.io"), folder=str(folder))
