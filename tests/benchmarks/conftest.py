"""Ratios, not seconds: each budget is ours against a peer, measured in the same run.

`dev.sh bench` (that is, `--bench`) measures and prints one table. Without it every benchmark runs once,
with little data, to see that it still runs. No test fails for being slow: the machine may be busy.
"""

import pytest
from _pytest.terminal import TerminalReporter

from benchmarks.pairing import PROCESSOR, Budget, Meter, Row, Side, Versus, table

ROWS = pytest.StashKey[list[Row]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bench", action="store_true", help="measure the budgets and print the table")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[ROWS] = []


@pytest.fixture(scope="session")
def measuring(request: pytest.FixtureRequest) -> bool:
    """Whether this run is to measure; if not, little data will do."""
    return bool(request.config.getoption("bench", default=False))


@pytest.fixture
def versus(request: pytest.FixtureRequest, measuring: bool) -> Versus:
    """Run both sides in turn, A B A B …: a machine that slows down in the middle slows both."""

    def compare(
        what: str,
        ours: Side,
        peer_name: str,
        peer: Side,
        budget: Budget,
        *,
        meter: Meter = PROCESSOR,
        rounds: int = 5,
        each: int = 1,
    ) -> Row:
        def pair() -> tuple[float, float]:
            return meter.measure(ours) / each, meter.measure(peer) / each

        warm = pair()
        pairs = [pair() for _ in range(rounds)] if measuring else [warm]
        row = Row.of(what, peer_name, pairs, budget, meter)
        if measuring:
            request.config.stash[ROWS].append(row)
        return row

    return compare


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    if config.stash[ROWS]:
        terminalreporter.section("ours against a peer in the same run, for one operation")
        terminalreporter.write_line(table(config.stash[ROWS]))
