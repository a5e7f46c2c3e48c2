"""Whose turn it is: one delivery at a time to each destination, and the work of those that are under way."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock

from newsdesk.desk.work import Work

LOOK_EVERY = 0.1
"""Seconds between two looks whether somebody who waits for a turn is still wanted."""


class Turns:
    """Safe to use from any thread."""

    def __init__(self) -> None:
        self._destinations: dict[str, Lock] = {}
        self._under_way: dict[str, Work] = {}
        self._changing = Lock()

    @contextmanager
    def take(self, destination: str, delivery_id: str, work: Work) -> Iterator[None]:
        """Wait until nothing else goes to the destination; the delivery is under way while the block runs.

        Raises:
            Cancelled: somebody stopped the work before its turn came.
        """
        turn = self._destinations.setdefault(destination, Lock())
        while not turn.acquire(timeout=LOOK_EVERY):
            work.check()
        try:
            with self._changing:
                self._under_way[delivery_id] = work
            yield
        finally:
            self._under_way.pop(delivery_id, None)
            turn.release()

    @contextmanager
    def halted(self) -> Iterator[Mapping[str, Work]]:
        """The work of each delivery that is under way; no other gets its turn for the length of a block."""
        with self._changing:
            yield self._under_way

    def has(self, delivery_id: str) -> bool:
        """Whether a delivery is under way."""
        return delivery_id in self._under_way
