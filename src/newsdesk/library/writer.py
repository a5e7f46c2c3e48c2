"""The one writer of a library: its lock, its connection and its thread."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from newsdesk.errors import StorageError
from newsdesk.library.connections import FILE, LOG, check_file, connect_writer
from newsdesk.library.failures import told
from newsdesk.library.locking import WriterLock

T = TypeVar("T")


class Writer:
    """Carries out changes one after the other, each whole or not at all."""

    def __init__(self, folder: Path, patience: float) -> None:
        """Lock the library and open it, making it when there is none.

        Raises:
            StorageError: as `Database.open`.
        """
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = WriterLock(folder, patience)
        try:
            check_file(folder)
            self._connection = connect_writer(folder)
        except (sqlite3.Error, OSError, StorageError):
            self._lock.release()
            raise
        self._identity = _identity(folder / FILE)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="library-writer")

    def submit(self, change: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Queue a change.

        Raises:
            StorageError: `library.closed`.
        """
        try:
            return self._thread.submit(self._carry_out, change)
        except RuntimeError as error:
            raise StorageError("library.closed", folder=str(self._folder)) from error

    def close(self) -> None:
        """Carry out what is queued, then let go of file and lock."""
        self._thread.shutdown(wait=True)
        self._connection.close()
        self._lock.release()

    def _carry_out(self, change: Callable[[sqlite3.Connection], T]) -> T:
        with told(self._folder):
            result = self._transaction(change)
            self._refuse_moved()
            return result

    def _transaction(self, change: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            result = change(connection)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        return result

    def _refuse_moved(self) -> None:
        """A file that was deleted or replaced under us still takes commits, which nobody would ever find."""
        if not (self._folder / LOG).exists() or _identity(self._folder / FILE) != self._identity:
            raise StorageError("library.moved", folder=str(self._folder))


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino
