"""The outbox and its journal."""

from datetime import UTC, datetime

import pytest

from newsdesk.article.identity import new_id
from newsdesk.errors import ChangeRefused
from newsdesk.library.database import Database
from newsdesk.library.outbox import DeliveryRow, DeliveryState, Outbox, Problem, StepKey, StepState

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
STEP = StepKey("bytes", "figure", "media")


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


def row(article: str = "bài", destination: str = "đài") -> DeliveryRow:
    return DeliveryRow(new_id(), article, 3, "Tiêu đề", destination, "published", DeliveryState.QUEUED, NOON)


def test_what_goes_in_comes_out(outbox: Outbox) -> None:
    one = row()
    outbox.add(one)
    assert outbox.row(one.id) == one
    assert outbox.rows() == (one,)


def test_an_unknown_delivery(outbox: Outbox) -> None:
    with pytest.raises(ChangeRefused, match=r"delivery\.unknown"):
        outbox.row("x")


def test_states_with_all_they_bring(outbox: Outbox) -> None:
    one = row()
    outbox.add(one)
    outbox.set_state(one.id, DeliveryState.SENDING)
    problem = Problem("cms.busy", {"after": 7})
    outbox.set_state(one.id, DeliveryState.WAITING, next_try=NOON, problem=problem)
    found = outbox.row(one.id)
    assert (found.state, found.tries, found.next_try, found.problem) == (
        DeliveryState.WAITING,
        1,
        NOON,
        problem,
    )
    outbox.set_state(one.id, DeliveryState.DONE, receipt={"url": "https://dai.example"})
    found = outbox.row(one.id)
    assert (found.problem, found.next_try, found.receipt) == (None, None, {"url": "https://dai.example"})


def test_a_later_delivery_takes_the_place_of_open_ones(outbox: Outbox) -> None:
    done, waiting, elsewhere, other, later = row(), row(), row(destination="khác"), row("khác"), row()
    for one in (done, waiting, elsewhere, other):
        outbox.add(one)
        outbox.set_state(one.id, DeliveryState.DONE if one is done else DeliveryState.WAITING)
    outbox.add(later)
    states = {one.id: one.state for one in outbox.rows()}
    assert states[done.id] is DeliveryState.DONE
    assert states[waiting.id] is DeliveryState.CANCELLED
    assert states[elsewhere.id] is states[other.id] is DeliveryState.WAITING
    assert [one.id for one in outbox.open_rows()] == [elsewhere.id, other.id, later.id]
    assert outbox.of_article("bài", "đài") == (done.id, waiting.id, later.id)
    assert outbox.superseded(waiting)
    assert not outbox.superseded(later)


def test_a_step_is_one_row_however_often_it_is_tried(outbox: Outbox) -> None:
    one = row()
    outbox.add(one)
    outbox.begin(one.id, STEP, NOON)
    outbox.begin(one.id, StepKey("article", "bài", "bài"), NOON)
    outbox.end(one.id, STEP, StepState.UNSENT, NOON, Problem("cms.busy", {}))
    outbox.begin(one.id, StepKey("bytes", "figure", "another id"), NOON)
    first, second = outbox.journal(one.id)
    assert (first.number, first.tries, first.step.key) == (1, 2, "another id")
    assert (first.state, first.ended_at, first.problem) == (StepState.SENDING, None, None)
    assert (second.number, second.tries) == (2, 1)


def test_what_was_in_flight_is_unknown_after_a_restart(outbox: Outbox) -> None:
    one, another = row(), row("khác")
    for each in (one, another):
        outbox.add(each)
        outbox.begin(each.id, STEP, NOON)
    outbox.begin(one.id, StepKey("announce", "figure", "media"), NOON)
    outbox.end(one.id, StepKey("announce", "figure", "media"), StepState.DONE, NOON)
    outbox.interrupted(one.id)
    assert [step.state for step in outbox.journal(one.id)] == [StepState.UNKNOWN, StepState.DONE]
    assert [step.state for step in outbox.journal(another.id)] == [StepState.SENDING]


def test_a_problem_keeps_what_json_cannot_say_as_text(outbox: Outbox) -> None:
    one = row()
    outbox.add(one)
    outbox.set_state(one.id, DeliveryState.REFUSED, problem=Problem("x", {"at": NOON}))
    found = outbox.row(one.id).problem
    assert found is not None
    assert found.parameters == {"at": str(NOON)}
