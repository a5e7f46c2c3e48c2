"""Autosave: many small changes become one commit when the typing pauses, two seconds late at most."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Condition, Thread

from newsdesk.article.model import Article
from newsdesk.desk.events import ArticleSaved, ArticleSaving, Events, SaveFailed
from newsdesk.errors import StorageError

Save = Callable[[Article, datetime], "Future[None]"]


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait, in seconds: after the last change, at most since the first, and after a failure."""

    idle: float = 0.3
    longest: float = 2.0
    retry: float = 2.0


@dataclass(frozen=True, slots=True)
class _Pending:
    article: Article
    first: float
    due: float


class Autosave:
    """Keeps the newest state of each article that is not on disk yet and sees that it gets there.

    A state that the disk refused stays pending and is tried again until it succeeds.
    """

    def __init__(self, save: Save, events: Events, pace: Pace | None = None) -> None:
        self._save = save
        self._events = events
        self._pace = pace or Pace()
        self._pending: dict[str, _Pending] = {}
        self._failures: dict[str, StorageError] = {}
        self._writing = False
        self._hurry = False
        self._closing = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="autosave", daemon=True)
        self._thread.start()

    def record(self, article: Article) -> None:
        """Take the newest state of an article. Returns at once."""
        now = time.monotonic()
        with self._changed:
            before = self._pending.get(article.id)
            first = before.first if before else now
            due = min(now + self._pace.idle, first + self._pace.longest)
            self._pending[article.id] = _Pending(article, first, due)
            self._changed.notify_all()
        if before is None:
            self._events.publish(ArticleSaving(article.id))

    def newest(self, article_id: str) -> Article | None:
        """The state that is still on its way, None when the disk has everything."""
        with self._changed:
            pending = self._pending.get(article_id)
            return pending.article if pending else None

    def flush(self) -> None:
        """Wait until everything recorded so far is on disk.

        Raises:
            StorageError: the disk refused; the text stays pending.
        """
        with self._changed:
            self._failures.clear()
            self._hurry = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._failures or not (self._pending or self._writing))
            self._hurry = False
            if self._failures:
                raise next(iter(self._failures.values()))

    def close(self) -> None:
        """Write what is pending, once more, and stop."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                taken = self._wait_for_due()
                if taken is None:
                    return
                self._writing = True
            failure = self._write(taken.article)
            with self._changed:
                self._writing = False
                self._settle(taken, failure)
                self._changed.notify_all()

    def _wait_for_due(self) -> _Pending | None:
        while True:
            now = time.monotonic()
            ready = min(self._pending.values(), key=lambda pending: pending.due, default=None)
            rushed = self._closing or (self._hurry and not self._failures)
            if ready is not None and (ready.due <= now or rushed):
                return ready
            if self._closing:
                return None
            self._changed.wait(None if ready is None else ready.due - now)

    def _write(self, article: Article) -> StorageError | None:
        at = datetime.now(UTC)
        try:
            self._save(article, at).result()
        except StorageError as problem:
            self._events.publish(SaveFailed(article.id, problem))
            return problem
        self._events.publish(ArticleSaved(article.id, at))
        return None

    def _settle(self, taken: _Pending, failure: StorageError | None) -> None:
        article_id = taken.article.id
        is_newest = self._pending.get(article_id) is taken
        if failure is None:
            self._failures.pop(article_id, None)
            if is_newest:
                del self._pending[article_id]
        elif self._closing:
            self._pending.pop(article_id, None)
        else:
            self._failures[article_id] = failure
            newest = self._pending[article_id]
            again = time.monotonic() + self._pace.retry
            self._pending[article_id] = _Pending(newest.article, newest.first, again)
