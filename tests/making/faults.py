"""Faults put between the program and its disk and its line, at any point that is asked for."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Any, TypeVar

from newsdesk.cms.answers import Answer
from newsdesk.cms.connector import Progress
from newsdesk.cms.station import Sends
from newsdesk.library.access import Access

T = TypeVar("T")


class Killed(BaseException):
    """The program dies here: nothing that would catch an error runs."""


class Fuse:
    """Blows at the n-th point that is passed, and stays blown unless it is only a flicker."""

    def __init__(self, at: int, blow: Callable[[], BaseException] = Killed, *, flicker: bool = False) -> None:
        self._left = at
        self._blow = blow
        self._flicker = flicker
        self.blown = False

    def point(self) -> None:
        """Something is about to happen, or has just happened."""
        self._left -= 1
        if self._left == 0 or (self.blown and not self._flicker):
            self.blown = True
            raise self._blow()

    def on_access(self, access: Access) -> Access:
        """A library whose writes can be cut short, before and after they are on the disk."""
        return _FusedAccess(access, self)

    def on_line(self, transport: Sends) -> Sends:
        """A line that can be cut before a request, while its body goes out, and after its answer."""
        return _FusedLine(transport, self)


class _FusedAccess:
    def __init__(self, inner: Access, fuse: Fuse) -> None:
        self._inner = inner
        self._fuse = fuse

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[sqlite3.Row]:
        return self._inner.read(sql, parameters)

    def write(self, change: Callable[[sqlite3.Connection], T]) -> "Future[T]":
        self._fuse.point()
        future = self._inner.write(change)
        future.result()
        self._fuse.point()
        return future


class _FusedLine:
    def __init__(self, inner: Sends, fuse: Fuse) -> None:
        self._inner = inner
        self._fuse = fuse

    def send(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        progress: Progress | None = None,
        signed: bool = True,
    ) -> Answer:
        def cut(done: int, total: int) -> None:
            self._fuse.point()
            if progress is not None:
                progress(done, total)

        self._fuse.point()
        watched = cut if progress is not None else None
        answer = self._inner.send(method, path, headers=headers, body=body, progress=watched, signed=signed)
        self._fuse.point()
        return answer

    def close(self) -> None:
        self._inner.close()
