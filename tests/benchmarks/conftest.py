"""Ratios, not seconds: each budget of DESIGN.md section 6 is ours against a peer, measured in the same run.

A benchmark compares with `versus(...)`: both sides run in turn, A B A B …, and the median of the pair-wise ratios is
kept, so that a machine that slows down in the middle slows both. `dev.sh bench` prints the table.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import process_time

import pytest
from _pytest.terminal import TerminalReporter

Side = Callable[[], object]
ROWS = pytest.StashKey[list["Row"]]()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Times are seconds of processor time."""

    what: str
    peer: str
    ours_seconds: float
    peer_seconds: float
    ratio: float
    budget: str


Versus = Callable[..., Row]


def pytest_configure(config: pytest.Config) -> None:
    config.stash[ROWS] = []


@pytest.fixture
def versus(request: pytest.FixtureRequest) -> Iterator[Versus]:
    """Compare `ours` with `peer`; `clock` may be `time.perf_counter` where other processes do the work."""

    def compare(
        what: str,
        peer_name: str,
        ours: Side,
        peer: Side,
        *,
        budget: str,
        rounds: int = 5,
        clock: Callable[[], float] = process_time,
    ) -> Row:
        enabled = request.config.getoption("benchmark_enable")
        pairs = [(_timed(ours, clock), _timed(peer, clock)) for _ in range(rounds + 1 if enabled else 1)]
        kept = pairs[1:] or pairs
        ratio = median(one / max(other, 1e-9) for one, other in kept)
        row = Row(what, peer_name, median(a for a, _ in kept), median(b for _, b in kept), ratio, budget)
        if enabled:
            request.config.stash[ROWS].append(row)
        return row

    yield compare


def _timed(side: Side, clock: Callable[[], float]) -> float:
    start = clock()
    side()
    return clock() - start


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash[ROWS]
    if not rows:
        return
    terminalreporter.section("benchmarks: ours against a peer in the same run")
    terminalreporter.write_line("| what | peer | ours ms | peer ms | ratio | budget |")
    terminalreporter.write_line("|---|---|---|---|---|---|")
    for row in rows:
        ours, peer = f"{row.ours_seconds * 1000:.2f}", f"{row.peer_seconds * 1000:.2f}"
        terminalreporter.write_line(
            f"| {row.what} | {row.peer} | {ours} | {peer} | {row.ratio:.2f} | {row.budget} |"
        )
