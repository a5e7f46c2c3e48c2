"""Ctrl+C in the terminal, kept until the window can be closed as by hand, with everything on disk."""

import signal
from types import TracebackType
from typing import Self


class Interrupt:
    """Keeps Ctrl+C while it is entered; on leaving, it is a KeyboardInterrupt as ever.

    The toolkit loads its types bit by bit and leaves them unfinished when an exception comes between.
    """

    def __init__(self) -> None:
        self.heard = False

    def __enter__(self) -> Self:
        self._handler = signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._handler)
        if self.heard and kind is None:
            raise KeyboardInterrupt

    def _hear(self, _number: int, _frame: object) -> None:
        self.heard = True
