"""One writer a library: a lock that the operating system takes back when its process dies."""

import sys
import time
from pathlib import Path
from typing import IO

from newsdesk.errors import LibraryLocked

if sys.platform == "win32":
    import msvcrt

    def _taken(stream: IO[bytes]) -> bool:
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(stream: IO[bytes]) -> bool:
        # flock, not lockf: a POSIX record lock would be shared by the whole process and lost with any close.
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


PAUSE = 0.02
"""Seconds between two tries."""


class WriterLock:
    """Held from the moment it is made until `release`."""

    def __init__(self, folder: Path, patience: float) -> None:
        """Take the lock of the library in `folder`, waiting at most `patience` seconds.

        Raises:
            LibraryLocked: `library.locked`: another newsdesk writes to it.
            OSError: the lock file cannot be made.
        """
        self._stream = (folder / "writer.lock").open("ab")
        deadline = time.monotonic() + patience
        while not _taken(self._stream):
            if time.monotonic() >= deadline:
                self._stream.close()
                raise LibraryLocked("library.locked", folder=str(folder))
            time.sleep(PAUSE)

    def release(self) -> None:
        """Let the next writer in."""
        self._stream.close()
