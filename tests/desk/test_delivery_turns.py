"""One delivery at a time to a destination, and nobody slips between a look and a change."""

from threading import Event, Thread

import pytest

from newsdesk.desk.delivery_turns import Turns
from newsdesk.desk.work import Work
from newsdesk.errors import Cancelled

PATIENCE = 10.0


def in_turn(turns: Turns, delivery: str, work: Work, entered: Event, leave: Event) -> Thread:
    def deliver() -> None:
        with turns.take("đài", delivery, work):
            entered.set()
            leave.wait(PATIENCE)

    thread = Thread(target=deliver)
    thread.start()
    return thread


def test_a_delivery_is_under_way_while_it_has_its_turn() -> None:
    turns, work = Turns(), Work()
    with turns.take("đài", "a", work):
        assert turns.has("a")
        with turns.halted() as under_way:
            assert under_way == {"a": work}
    assert not turns.has("a")


def test_the_second_waits_for_the_first_and_other_destinations_do_not() -> None:
    turns, entered, leave = Turns(), Event(), Event()
    with turns.take("đài", "a", Work()):
        waiting = in_turn(turns, "b", Work(), entered, leave)
        with turns.take("báo", "c", Work()):
            assert not turns.has("b")
    assert entered.wait(PATIENCE)
    leave.set()
    waiting.join(PATIENCE)


def test_who_waits_for_a_turn_can_be_stopped() -> None:
    turns, work = Turns(), Work()
    work.cancel()
    with turns.take("đài", "a", Work()), pytest.raises(Cancelled), turns.take("đài", "b", work):
        raise AssertionError
    assert not turns.has("b")


def test_none_gets_its_turn_between_a_look_and_a_change() -> None:
    turns, entered, leave = Turns(), Event(), Event()
    leave.set()
    with turns.halted() as under_way:
        starting = in_turn(turns, "a", Work(), entered, leave)
        assert not entered.wait(0.1)
        assert not under_way
    starting.join(PATIENCE)
    assert entered.is_set()
