"""Ctrl+C in the terminal, kept until the window can be closed as by hand, with everything on disk."""

import signal
import socket
from types import TracebackType
from typing import Self


class Interrupt:
    """Keeps Ctrl+C while it is entered; on leaving, it is a KeyboardInterrupt as ever.

    The toolkit loads its types bit by bit and leaves them unfinished when an exception comes between. And
    while its event loop waits, Python hears nothing: there is something to read at `descriptor` then.
    """

    def __init__(self) -> None:
        self._heard = False
        self._near, self._far = socket.socketpair()
        self._far.setblocking(False)

    @property
    def descriptor(self) -> int:
        """The number of a socket that wakes an event loop."""
        return self._near.fileno()

    def __enter__(self) -> Self:
        self._handler = signal.signal(signal.SIGINT, self._hear)
        self._descriptor = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.set_wakeup_fd(self._descriptor)
        signal.signal(signal.SIGINT, self._handler)
        self._near.close()
        self._far.close()
        if self._heard and kind is None:
            raise KeyboardInterrupt

    def answered(self) -> None:
        """What woke the event loop is dealt with."""
        self._near.recv(64)

    def _hear(self, _number: int, _frame: object) -> None:
        self._heard = True
