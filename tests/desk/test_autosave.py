"""Typing becomes few commits, nothing waits longer than it may, and a refusing disk loses nothing."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from queue import SimpleQueue
from threading import Event, Thread

import pytest

from newsdesk.article.model import Article
from newsdesk.desk.autosave import Autosave, Pace
from newsdesk.desk.events import ArticleSaved, ArticleSaving, Events, SaveFailed
from newsdesk.desk.events import Event as News
from newsdesk.errors import StorageError

PIECE = Article("a", headline="Chợ phiên")
PATIENCE = 10.0


class Disk:
    """Remembers what was written; refuses while `full`; holds its answer while `slow` is not set."""

    def __init__(self) -> None:
        self.written: SimpleQueue[Article] = SimpleQueue()
        self.full = False
        self.fault: Exception | None = None
        self.reached = Event()
        self.let_go = Event()
        self.let_go.set()

    def save(self, article: Article, at: datetime) -> "Future[None]":
        self.reached.set()
        self.let_go.wait(PATIENCE)
        answer: Future[None] = Future()
        problem = StorageError("storage.full", folder="library") if self.full else self.fault
        if problem is not None:
            answer.set_exception(problem)
        else:
            self.written.put(article)
            answer.set_result(None)
        return answer


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def news() -> "SimpleQueue[News]":
    return SimpleQueue()


@pytest.fixture
def autosave(disk: Disk, news: "SimpleQueue[News]") -> Iterator[Autosave]:
    events = Events()
    events.subscribe(news.put)
    saving = Autosave(disk.save, events, Pace(idle=0.02, longest=0.1, retry=0.02))
    yield saving
    saving.close()


def test_a_change_reaches_the_disk_and_says_so(
    autosave: Autosave, disk: Disk, news: "SimpleQueue[News]"
) -> None:
    autosave.record(PIECE)
    assert disk.written.get(timeout=PATIENCE) == PIECE
    assert news.get(timeout=PATIENCE) == ArticleSaving("a")
    saved = news.get(timeout=PATIENCE)
    assert isinstance(saved, ArticleSaved)
    assert saved.article_id == "a"


def test_saved_is_never_said_before_the_disk_said_so(
    autosave: Autosave, disk: Disk, news: "SimpleQueue[News]"
) -> None:
    disk.let_go.clear()
    autosave.record(PIECE)
    assert news.get(timeout=PATIENCE) == ArticleSaving("a")
    assert news.empty()
    assert autosave.newest("a") == PIECE
    disk.let_go.set()
    assert isinstance(news.get(timeout=PATIENCE), ArticleSaved)


def test_only_the_newest_state_is_written(autosave: Autosave, disk: Disk) -> None:
    disk.let_go.clear()
    for number in range(50):
        autosave.record(replace(PIECE, headline=f"Chợ phiên {number}"))
    disk.let_go.set()
    autosave.flush()
    written = [disk.written.get_nowait() for _ in range(disk.written.qsize())]
    assert written[-1].headline == "Chợ phiên 49"
    assert len(written) <= 3
    assert autosave.newest("a") is None


def test_typing_without_a_pause_is_written_all_the_same(disk: Disk) -> None:
    saving = Autosave(disk.save, Events(), Pace(idle=60, longest=0.05, retry=60))
    try:
        saving.record(PIECE)
        assert disk.written.get(timeout=PATIENCE) == PIECE
    finally:
        saving.close()


def test_a_full_disk_is_told_and_the_text_kept_until_it_fits(
    autosave: Autosave, disk: Disk, news: "SimpleQueue[News]"
) -> None:
    disk.full = True
    autosave.record(PIECE)
    with pytest.raises(StorageError) as caught:
        autosave.flush()
    assert caught.value.code == "storage.full"
    assert autosave.newest("a") == PIECE
    disk.full = False
    assert disk.written.get(timeout=PATIENCE) == PIECE
    assert any(isinstance(item, SaveFailed) for item in (news.get() for _ in range(news.qsize())))


def test_closing_writes_what_is_pending(disk: Disk) -> None:
    saving = Autosave(disk.save, Events(), Pace(idle=60, longest=60, retry=60))
    saving.record(PIECE)
    saving.record(Article("b"))
    saving.close()
    assert {disk.written.get_nowait().id, disk.written.get_nowait().id} == {"a", "b"}


def test_closing_does_not_wait_for_a_disk_that_refuses(disk: Disk) -> None:
    disk.full = True
    saving = Autosave(disk.save, Events(), Pace(idle=60, longest=60, retry=60))
    saving.record(PIECE)
    saving.close()
    assert disk.written.empty()


def patient(disk: Disk, events: Events | None = None) -> Autosave:
    """Writes only when it is asked to."""
    return Autosave(disk.save, events or Events(), Pace(idle=60, longest=60, retry=60))


def writing_slowly(disk: Disk, saving: Autosave, article: Article) -> Thread:
    """A flush that is stuck in writing `article`."""
    disk.let_go.clear()
    saving.record(article)
    flushing = Thread(target=saving.flush)
    flushing.start()
    assert disk.reached.wait(PATIENCE)
    return flushing


def titled(headline: str) -> Article:
    return replace(PIECE, headline=headline)


def written(disk: Disk) -> list[str]:
    return [disk.written.get_nowait().headline for _ in range(disk.written.qsize())]


def test_what_comes_while_an_older_state_is_written_is_written_after_it(disk: Disk) -> None:
    saving = patient(disk)
    flushing = writing_slowly(disk, saving, titled("cũ"))
    saving.record(titled("mới"))
    disk.let_go.set()
    flushing.join(PATIENCE)
    saving.close()
    assert written(disk) == ["cũ", "mới"]


def test_saved_is_not_said_of_a_state_that_is_overtaken(disk: Disk, news: "SimpleQueue[News]") -> None:
    events = Events()
    events.subscribe(news.put)
    saving = patient(disk, events)
    flushing = writing_slowly(disk, saving, titled("cũ"))
    saving.record(titled("mới"))
    disk.let_go.set()
    flushing.join(PATIENCE)
    saving.close()
    assert [type(news.get_nowait()) for _ in range(news.qsize())] == [ArticleSaving, ArticleSaved]


def test_a_refusal_at_closing_does_not_take_a_newer_state_with_it(disk: Disk) -> None:
    saving = patient(disk)
    disk.full = True
    disk.let_go.clear()
    saving.record(titled("cũ"))
    closing = Thread(target=saving.close)
    closing.start()
    assert disk.reached.wait(PATIENCE)
    saving.record(titled("mới"))

    def refuse_once(article: Article, at: datetime) -> "Future[None]":
        disk.full = False
        return disk.save(article, at)

    saving._save = refuse_once
    disk.let_go.set()
    closing.join(PATIENCE)
    assert written(disk) == ["mới"]


def test_a_flush_that_meets_the_closing_tells_of_what_was_not_written(disk: Disk) -> None:
    saving = patient(disk)
    disk.full = True
    saving.record(PIECE)
    saving.close()
    with pytest.raises(StorageError):
        saving.flush()


def test_what_comes_after_the_closing_is_written_at_once_or_refused(disk: Disk) -> None:
    saving = patient(disk)
    saving.close()
    saving.record(PIECE)
    assert disk.written.get_nowait() == PIECE
    saving.flush()
    disk.full = True
    with pytest.raises(StorageError):
        saving.record(PIECE)


def test_an_unforeseen_fault_is_told_and_does_not_end_the_saving(
    autosave: Autosave, disk: Disk, news: "SimpleQueue[News]"
) -> None:
    disk.fault = UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed")
    autosave.record(PIECE)
    with pytest.raises(StorageError) as caught:
        autosave.flush()
    assert caught.value.code == "article.unsaved"
    assert caught.value.parameters == {"id": "a", "reason": "UnicodeEncodeError"}
    disk.fault = None
    assert disk.written.get(timeout=PATIENCE) == PIECE


def test_a_state_from_elsewhere_gives_back_what_it_overtakes(disk: Disk) -> None:
    saving = patient(disk)
    assert saving.supersede(titled("một")) is None
    assert saving.supersede(titled("hai")) == titled("một")
    saving.close()
    assert written(disk) == ["hai"]


def test_what_is_typed_during_an_amendment_comes_after_it(disk: Disk) -> None:
    saving = patient(disk)
    recorded = Event()

    def type_on() -> None:
        saving.record(titled("gõ tiếp"))
        recorded.set()

    typing = Thread(target=type_on)

    def change(newest: Article | None) -> Article:
        typing.start()
        assert not recorded.wait(0.1), "recorded between the reading and the writing of an amendment"
        return replace(newest or PIECE, notes="đổi")

    saving.amend("a", change)
    typing.join(PATIENCE)
    assert saving.newest("a") == titled("gõ tiếp")
    saving.close()
