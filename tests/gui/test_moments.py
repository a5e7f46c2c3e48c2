"""Points in time as a reporter reads them."""

from datetime import datetime, timedelta

import pytest

from newsdesk.gui.moments import clock, full, when
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources

NOW = datetime(2026, 11, 22, 15, 30).astimezone()


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=5), "15:25"),
        (timedelta(hours=15), "00:30"),
        (timedelta(hours=16), "Yesterday"),
        (timedelta(days=2), "20/11"),
        (timedelta(days=400), "18/10/2025"),
        (timedelta(minutes=-5), "15:35"),
    ],
)
def test_when(ago: timedelta, words: str) -> None:
    assert when(NOW - ago, NOW, Translator(resources() / "locale", "en")) == words


def test_clock_and_full() -> None:
    assert clock(NOW) == "15:30"
    assert full(NOW) == "15:30 22/11/2026"
