"""What the stores of a library may do with it. The stores know this much of a database and no more."""

import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Access(Protocol):
    """Reading at once, writing in turn."""

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """All rows of one SELECT, from one moment of the library.

        Raises:
            StorageError: the library cannot be read.
        """

    def write(self, change: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Queue a change. The future resolves when all of it is on the disk, or fails with a StorageError."""
