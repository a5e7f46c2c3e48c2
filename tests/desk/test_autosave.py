"""Typing becomes few commits, nothing waits longer than it may, and a refusing disk loses nothing."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from queue import SimpleQueue
from threading import Event

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
        self.let_go = Event()
        self.let_go.set()

    def save(self, article: Article, at: datetime) -> "Future[None]":
        self.let_go.wait(PATIENCE)
        answer: Future[None] = Future()
        if self.full:
            answer.set_exception(StorageError("storage.full", path="library"))
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
