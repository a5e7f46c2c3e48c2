"""How long work tells how far it is and learns that nobody wants it any more."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from newsdesk.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Step:
    """How far a piece of work is. `code` names what is being done; `done` of `total` are bytes or items."""

    code: str
    done: int = 0
    total: int = 0
    item: int = 0
    items: int = 0


Report = Callable[[Step], None]


def silent(step: Step) -> None:
    """A report nobody listens to."""


@dataclass(frozen=True, slots=True)
class Work:
    """Handed to every long operation: `report` says where it is, `check` stops it when asked."""

    report: Report = silent
    _stop: Event = field(default_factory=Event)
    _whole: "Work | None" = None

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point."""
        self._stop.set()

    def part(self) -> "Work":
        """A part of this work: it stops with the whole, and can be stopped alone."""
        return Work(self.report, _whole=self)

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set() or (self._whole is not None and self._whole.cancelled)

    def check(self) -> None:
        """Stop here if asked to.

        Raises:
            Cancelled: somebody asked the work to stop.
        """
        if self.cancelled:
            raise Cancelled()
