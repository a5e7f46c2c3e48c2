"""The library file: many readers, one writer, and a save that is called done only when it is on the disk."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Self, TypeVar

from newsdesk.errors import StorageError
from newsdesk.library.connections import check_file, connect_reader
from newsdesk.library.failures import told
from newsdesk.library.places import danger_of
from newsdesk.library.writer import Writer

T = TypeVar("T")

PATIENCE = 5.0
"""Seconds to wait for another writer to finish."""


class Database:
    """An open library. Safe to use from any thread; `close` it when nobody needs it any more."""

    def __init__(self, folder: Path, writer: Writer | None) -> None:
        """Use `open`."""
        self._folder = folder
        self._writer = writer
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._closed = False

    @classmethod
    def open(
        cls, folder: Path, *, write: bool = True, patience: float = PATIENCE, allow_unsafe: bool = False
    ) -> Self:
        """Open the library in `folder`; writing makes one when there is none.

        `patience` are the seconds to wait for another writer. `allow_unsafe` is for an administrator who
        knows better about network shares and synchronised folders.

        Raises:
            LibraryLocked: `library.locked`: another newsdesk writes; it can still be opened for reading.
            LibraryDamaged: the file is no library or is damaged; it is left as it is.
            StorageError: the disk is full or read-only, the place is unsafe, the library is newer or missing.
        """
        with told(folder):
            if not allow_unsafe:
                _refuse_unsafe(folder)
            if write:
                return cls(folder, Writer(folder, patience))
            check_file(folder)
            database = cls(folder, None)
            database._give_back(connect_reader(folder))
            return database

    @property
    def folder(self) -> Path:
        """Where the library lies."""
        return self._folder

    @property
    def writable(self) -> bool:
        """Whether this is the one writer."""
        return self._writer is not None

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """All rows of one SELECT, from one moment of the library.

        Raises:
            StorageError: the library cannot be read.
        """
        with told(self._folder), self._reader() as connection:
            return connection.execute(sql, parameters).fetchall()

    def write(self, change: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Queue a change; changes run one after the other in the order they came, each whole or not at all.

        The future resolves when the change is on the disk, or fails with a StorageError or with what
        `change` raised.

        Raises:
            StorageError: `library.read_only` or `library.closed`.
        """
        if self._writer is None:
            raise StorageError("library.read_only", folder=str(self._folder))
        self._refuse_closed()
        return self._writer.submit(change)

    def close(self) -> None:
        """Finish every queued change and let the file go. A second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self._close_idle()
        if self._writer is not None:
            self._writer.close()

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        self._refuse_closed()
        connection = self._take_idle() or connect_reader(self._folder)
        try:
            yield connection
        finally:
            self._give_back(connection)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        self._idle.put(connection)
        if self._closed:
            self._close_idle()

    def _take_idle(self) -> sqlite3.Connection | None:
        try:
            return self._idle.get_nowait()
        except Empty:
            return None

    def _close_idle(self) -> None:
        while (connection := self._take_idle()) is not None:
            connection.close()

    def _refuse_closed(self) -> None:
        if self._closed:
            raise StorageError("library.closed", folder=str(self._folder))


def _refuse_unsafe(folder: Path) -> None:
    danger = danger_of(folder)
    if danger is not None:
        raise StorageError("library.unsafe_place", folder=str(folder), reason=danger.reason, name=danger.name)
