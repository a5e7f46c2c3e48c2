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

    A state that the disk refused stays pending and is tried again until it succeeds. Events are published in
    the order of what they tell, which takes the lock: a listener must not wait for anything.
    """

    def __init__(self, save: Save, events: Events, pace: Pace | None = None) -> None:
        self._save = save
        self._events = events
        self._pace = pace or Pace()
        self._pending: dict[str, _Pending] = {}
        self._failures: dict[str, StorageError] = {}
        self._hurried = 0
        self._closing = False
        self._ended = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="autosave", daemon=True)
        self._thread.start()

    def record(self, article: Article) -> None:
        """Take the newest state of an article. Returns at once, but for a straggler after `close`.

        Raises:
            StorageError: after `close` only: the disk refused.
        """
        self.supersede(article)

    def supersede(self, article: Article) -> Article | None:
        """As `record`, and gives back the state on its way to the disk that this one overtakes."""
        with self._changed:
            if self._ended:
                self._write_through(article)
                return None
            before = self._pending.get(article.id)
            now = time.monotonic()
            first = before.first if before else now
            due = min(now + self._pace.idle, first + self._pace.longest)
            self._pending[article.id] = _Pending(article, first, due)
            self._changed.notify_all()
            if before is None:
                self._events.publish(ArticleSaving(article.id))
        return before.article if before else None

    def amend(self, article_id: str, change: Callable[[Article | None], Article]) -> None:
        """Record what `change` makes of the state on its way to the disk, None when the disk has everything.

        Nothing else is recorded meanwhile, so that `change` never starts from a state that is overtaken.
        """
        with self._changed:
            self.record(change(self.newest(article_id)))

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
            if not self._ended:
                self._failures.clear()
            self._hurried += 1
            self._changed.notify_all()
            try:
                self._changed.wait_for(lambda: self._failures or not self._pending)
            finally:
                self._hurried -= 1
            for failure in self._failures.values():
                raise failure

    def close(self) -> None:
        """Write what is pending, once more, and stop."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while (taken := self._wait_for_due()) is not None:
            at = datetime.now(UTC)
            failure = self._write(taken.article, at)
            with self._changed:
                self._settle(taken, at, failure)
                self._changed.notify_all()

    def _wait_for_due(self) -> _Pending | None:
        with self._changed:
            while True:
                now = time.monotonic()
                ready = min(self._pending.values(), key=lambda pending: pending.due, default=None)
                rushed = self._closing or (self._hurried and not self._failures)
                if ready is not None and (ready.due <= now or rushed):
                    return ready
                if self._closing:
                    self._ended = True
                    return None
                self._changed.wait(None if ready is None else ready.due - now)

    def _write(self, article: Article, at: datetime) -> StorageError | None:
        """Whatever goes wrong becomes an answer: without its thread nothing would be saved any more."""
        try:
            problem = self._save(article, at).exception()
        except StorageError as refusal:
            problem = refusal
        if problem is None or isinstance(problem, StorageError):
            return problem
        unsaved = StorageError("article.unsaved", id=article.id, reason=type(problem).__name__)
        unsaved.__cause__ = problem
        return unsaved

    def _write_through(self, article: Article) -> None:
        failure = self._write(article, datetime.now(UTC))
        if failure is not None:
            raise failure

    def _settle(self, taken: _Pending, at: datetime, failure: StorageError | None) -> None:
        article_id, newest = taken.article.id, self._pending[taken.article.id]
        if failure is None:
            self._failures.pop(article_id, None)
            if newest is taken:
                del self._pending[article_id]
                self._events.publish(ArticleSaved(article_id, at))
            return
        self._failures[article_id] = failure
        if newest is taken and self._closing:
            del self._pending[article_id]
        else:
            again = time.monotonic() + self._pace.retry
            self._pending[article_id] = _Pending(newest.article, newest.first, again)
        self._events.publish(SaveFailed(article_id, failure))
