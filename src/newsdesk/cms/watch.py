"""An end for every request: a thread that breaks the line when time is up or nobody waits any more.

A socket's own timeout starts anew with each byte, so a server that trickles would hold a request for ever.
"""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

LOOK_EVERY = 0.1


class Watch:
    """Watches the connections of one transport while a request is under way."""

    def __init__(self) -> None:
        self._connections: list[Any] = []
        self.late = False

    @contextlib.contextmanager
    def over(self, seconds: float, wanted: Callable[[], bool]) -> Iterator[None]:
        """Break the line after `seconds`, or soon after `wanted` says no, unless the block ends first."""
        self.late = False
        ended = threading.Event()
        end = time.monotonic() + seconds
        watcher = threading.Thread(
            target=self._wait, args=(ended, end, wanted), daemon=True, name="request watch"
        )
        watcher.start()
        try:
            yield
        finally:
            ended.set()
            watcher.join()

    def watched(self, pool: Any) -> Any:
        """Make a connection pool show each connection that it opens from now on."""
        kind = pool.ConnectionCls
        if getattr(kind, "watch", None) is not self:
            pool.ConnectionCls = self._shown(kind)
        return pool

    def _shown(self, kind: type[Any]) -> type[Any]:
        connections = self._connections

        class Shown(kind):  # type: ignore[misc] # the base is whichever class the pool uses
            """A connection the watch can see."""

            watch = self

            def connect(self) -> None:
                super().connect()
                connections[:] = [self]

        return Shown

    def _wait(self, ended: threading.Event, end: float, wanted: Callable[[], bool]) -> None:
        while not ended.wait(LOOK_EVERY):
            late = time.monotonic() > end
            if late or not wanted():
                self.late = late
                self._break()

    def _break(self) -> None:
        for connection in tuple(self._connections):
            line = getattr(connection, "sock", None)
            if line is not None:
                with contextlib.suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
