"""Workers: results, failures and progress come home on the window's thread."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from newsdesk.desk.work import Step, Work
from newsdesk.errors import Cancelled, ChangeRefused, NewsdeskError
from newsdesk.gui.tasks import Tasks


class Listener:
    """Remembers what it was told and on which thread."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.problems: list[NewsdeskError] = []
        self.steps: list[Step] = []
        self.threads: set[int] = set()

    def done(self, result: Any) -> None:
        self.threads.add(threading.get_ident())
        self.results.append(result)

    def failed(self, problem: NewsdeskError) -> None:
        self.threads.add(threading.get_ident())
        self.problems.append(problem)

    def progress(self, step: Step) -> None:
        self.threads.add(threading.get_ident())
        self.steps.append(step)


@pytest.fixture
def tasks(qapp: Any) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_result_comes_home(tasks: Tasks, qtbot: Any) -> None:
    heard = Listener()
    tasks.start(lambda _work: threading.get_ident(), heard.done, heard.failed)
    qtbot.waitUntil(lambda: bool(heard.results))
    assert heard.results[0] != threading.get_ident()
    assert heard.threads == {threading.get_ident()}


def test_failure_comes_home(tasks: Tasks, qtbot: Any) -> None:
    heard = Listener()

    def fail(_work: Work) -> None:
        raise ChangeRefused("article.unknown", id="x")

    tasks.start(fail, heard.done, heard.failed)
    qtbot.waitUntil(lambda: bool(heard.problems))
    assert heard.problems[0].code == "article.unknown"
    assert heard.threads == {threading.get_ident()}


def test_progress_comes_home_in_order(tasks: Tasks, qtbot: Any) -> None:
    heard = Listener()

    def count(work: Work) -> str:
        for number in range(50):
            work.report(Step("count", number))
        return "end"

    tasks.start(count, heard.done, heard.failed, heard.progress)
    qtbot.waitUntil(lambda: bool(heard.results))
    assert [step.done for step in heard.steps] == list(range(50))
    assert heard.threads == {threading.get_ident()}


def test_cancelled_work_fails_as_cancelled(tasks: Tasks, qtbot: Any) -> None:
    heard, begun = Listener(), threading.Event()

    def wait(work: Work) -> None:
        begun.set()
        while True:
            work.check()

    running = tasks.start(wait, heard.done, heard.failed)
    begun.wait()
    running.cancel()
    qtbot.waitUntil(lambda: bool(heard.problems))
    assert isinstance(heard.problems[0], Cancelled)


def test_forgotten_work_tells_nobody(tasks: Tasks, qtbot: Any) -> None:
    heard, go_on = Listener(), threading.Event()
    running = tasks.start(lambda _work: go_on.wait(5), heard.done, heard.failed)
    running.forget()
    go_on.set()
    tasks.start(lambda _work: None, heard.done, heard.failed)
    qtbot.waitUntil(lambda: bool(heard.results))
    assert heard.results == [None]


def test_unexpected_error_is_not_swallowed(tasks: Tasks, qtbot: Any) -> None:
    heard = Listener()
    with qtbot.captureExceptions() as caught:
        tasks.start(lambda _work: 1 // 0, heard.done, heard.failed)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not heard.problems


def test_closing_ends_what_runs(qapp: Any) -> None:
    tasks, heard, begun = Tasks(), Listener(), threading.Event()

    def wait(work: Work) -> None:
        begun.set()
        while True:
            work.check()

    tasks.start(wait, heard.done, heard.failed)
    begun.wait()
    tasks.close()
    assert not heard.results
