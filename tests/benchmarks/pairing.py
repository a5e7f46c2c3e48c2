"""Two ways of doing the same thing, measured in turn, and the line of the table that this makes."""

import os
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Protocol, Self

Side = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Meter:
    """How one run of a side is measured, and in which units the result is told, the largest first."""

    measure: Callable[[Side], float]
    units: tuple[tuple[float, str], ...] = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))

    def tell(self, amount: float) -> str:
        """An amount in the unit that suits it."""
        factor, unit = next((one for one in self.units if abs(amount) >= one[0]), self.units[-1])
        number = amount / factor
        return f"{number:.3g} {unit}" if number < 100 else f"{number:.0f} {unit}"


def _elapsed(clock: Callable[[], float]) -> Callable[[Side], float]:
    def measure(side: Side) -> float:
        start = clock()
        side()
        return clock() - start

    return measure


def _peak(side: Side) -> float:
    tracemalloc.start()
    try:
        side()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


PROCESSOR = Meter(_elapsed(time.process_time))
"""Processor time of this process, in seconds."""

THREAD = Meter(_elapsed(time.thread_time))
"""Processor time of the calling thread: what the reporter waits for while other threads write."""

FAMILY = Meter(_elapsed(lambda: sum(os.times()[:4])))
"""Processor time of this process and of those it has started and seen end."""

WALL = Meter(_elapsed(time.perf_counter))
"""Time on the clock, where another process does part of the work."""

MEMORY = Meter(_peak, ((1e6, "MB"),))
"""The most memory that Python held at once, in bytes."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What is promised; None promises nothing. All but `ratio` are in the meter's unit, for one operation."""

    ratio: float | None = None
    """Ours over the peer's, at most."""

    ours: float | None = None
    """Ours, at most."""

    more: float | None = None
    """Ours less the peer's, at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    peer_name: str
    ours: float
    peer: float
    ratio: float
    more: float
    budget: Budget
    meter: Meter

    @classmethod
    def of(
        cls, what: str, peer_name: str, pairs: list[tuple[float, float]], budget: Budget, meter: Meter
    ) -> Self:
        """The medians of the pairs; ratio and difference are taken pair by pair."""
        return cls(
            what,
            peer_name,
            median(ours for ours, _ in pairs),
            median(peer for _, peer in pairs),
            median(ours / max(peer, 1e-9) for ours, peer in pairs),
            median(ours - peer for ours, peer in pairs),
            budget,
            meter,
        )

    @property
    def kept(self) -> bool:
        """Whether every promise was kept."""
        budget = self.budget
        promises = ((self.ratio, budget.ratio), (self.ours, budget.ours), (self.more, budget.more))
        return all(limit is None or amount <= limit for amount, limit in promises)

    def cells(self) -> tuple[str, ...]:
        """The line as the table shows it."""
        tell, budget = self.meter.tell, self.budget
        compared = f"{self.ratio:.2f} ×" if budget.more is None else f"+ {tell(self.more)}"
        promises = (
            "" if budget.ours is None else f"≤ {tell(budget.ours)}",
            "" if budget.ratio is None else f"≤ {budget.ratio:g} ×",
            "" if budget.more is None else f"≤ + {tell(budget.more)}",
        )
        promised = ", ".join(filter(None, promises)) + ("" if self.kept else " **missed**")
        return self.what, tell(self.ours), f"{self.peer_name}: {tell(self.peer)}", compared, promised


HEAD = ("what", "ours", "peer", "against it", "budget")


def table(rows: list[Row]) -> str:
    """The rows in Markdown."""
    lines = [HEAD, ("---",) * len(HEAD), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


class Versus(Protocol):
    """Compares two sides. `each` is how many operations one run of a side holds; the table tells of one."""

    def __call__(
        self,
        what: str,
        ours: Side,
        peer_name: str,
        peer: Side,
        budget: Budget,
        *,
        meter: Meter = PROCESSOR,
        rounds: int = 5,
        each: int = 1,
    ) -> Row: ...
