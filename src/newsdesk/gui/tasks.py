"""Long work away from the window: runs in a worker thread, comes home on the window's own thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from newsdesk.desk.work import Step, Work
from newsdesk.errors import NewsdeskError

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[NewsdeskError], None]
Progress = Callable[[Step], None]

WORKERS = 4


class Running(QObject):
    """One piece of work under way."""

    _settled = Signal(object)
    _stepped = Signal(object)

    def __init__(self, done: Done[Any], failed: Failed, progress: Progress | None, parent: QObject) -> None:
        super().__init__(parent)
        self.work = Work(report=self._stepped.emit)
        self._done = done
        self._failed = failed
        self._progress = progress
        self._wanted = True
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._step)

    def cancel(self) -> None:
        """Ask the work to stop; it then fails as `Cancelled`."""
        self.work.cancel()

    def forget(self) -> None:
        """Stop the work and tell nobody how it ends."""
        self._wanted = False
        self.work.cancel()

    def follow(self, future: "Future[Any]") -> None:
        """Bring home how `future` ends."""
        future.add_done_callback(self._settled.emit)

    def _step(self, step: Step) -> None:
        if self._progress is not None and self._wanted:
            self._progress(step)

    def _settle(self, future: "Future[Any]") -> None:
        self.deleteLater()
        if not self._wanted or future.cancelled():
            return
        problem = future.exception()
        if isinstance(problem, NewsdeskError):
            self._failed(problem)
        elif problem is not None:
            raise problem
        else:
            self._done(future.result())


class Tasks(QObject):
    """Starts work in a few worker threads. An unexpected error surfaces on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._executor = ThreadPoolExecutor(WORKERS, thread_name_prefix="task")

    @property
    def busy(self) -> bool:
        """Whether anything runs or has not come home yet."""
        return bool(self.findChildren(Running))

    def start(
        self,
        function: Callable[[Work], T],
        done: Done[T],
        failed: Failed,
        progress: Progress | None = None,
    ) -> Running:
        """Run `function` in a worker. The other functions are called on the window's thread.

        Once closed, nothing is started any more.
        """
        running = Running(done, failed, progress, self)
        if not self._closed:
            running.follow(self._executor.submit(function, running.work))
        return running

    def close(self) -> None:
        """Ask what still runs to stop, and wait for it."""
        self._closed = True
        for running in self.findChildren(Running):
            running.forget()
        self._executor.shutdown(wait=True, cancel_futures=True)
