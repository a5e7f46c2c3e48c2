"""Work that can be watched and stopped, whole or in part."""

import pytest

from newsdesk.desk.work import Step, Work
from newsdesk.errors import Cancelled


def test_a_part_stops_alone() -> None:
    whole = Work()
    part, other = whole.part(), whole.part()
    part.cancel()
    with pytest.raises(Cancelled):
        part.check()
    other.check()
    whole.check()


def test_a_part_stops_with_the_whole() -> None:
    whole = Work()
    part = whole.part().part()
    whole.cancel()
    assert part.cancelled
    with pytest.raises(Cancelled):
        part.check()


def test_a_part_reports_to_the_whole() -> None:
    steps: list[Step] = []
    Work(steps.append).part().report(Step("a"))
    assert steps == [Step("a")]
