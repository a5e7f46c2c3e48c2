"""Deliveries under way. They go on whatever the reporter looks at, and after a restart."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.article.model import Status
from newsdesk.desk.delivering import DeliveryResult, DeliveryRow
from newsdesk.desk.work import Step, Work
from newsdesk.errors import Cancelled, NewsdeskError
from newsdesk.gui.kit import Kit
from newsdesk.gui.tasks import Running

FIRST_LOOK = 4_000
LOOK_AGAIN = 30_000
"""Milliseconds until the outbox is looked through for what is due."""

PENDING = ("queued", "sending", "waiting")


class Sending(QObject):
    """Queues, delivers, resumes. Every end is told by `ended`, a stop by `stopped`."""

    queued = Signal(str)
    progressed = Signal(str, object)
    ended = Signal(str, object)
    failed = Signal(object)
    stopped = Signal(str)
    outbox_changed = Signal(object)

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._under_way: dict[str, Running] = {}
        self._resuming = False
        self._clock = QTimer(self, interval=LOOK_AGAIN)
        self._clock.timeout.connect(self.look)
        self._clock.start()
        QTimer.singleShot(FIRST_LOOK, self, self.look)

    def send(self, article_id: str, destination: str, status: Status) -> None:
        """Put an article into the outbox and deliver it."""
        self._kit.tasks.start(
            lambda _work: self._kit.desk.delivering.queue(article_id, destination, status),
            self.deliver,
            self.failed.emit,
        )

    def deliver(self, delivery_id: str) -> None:
        """Deliver what stands in the outbox."""
        if delivery_id in self._under_way:
            return
        self.queued.emit(delivery_id)
        self._under_way[delivery_id] = self._kit.tasks.start(
            lambda work: self._kit.desk.delivering.deliver(delivery_id, work),
            lambda result: self._end(delivery_id, result),
            lambda problem: self._fail(delivery_id, problem),
            lambda step: self.progressed.emit(delivery_id, step),
        )
        self.read_outbox()

    def retry(self, delivery_id: str) -> None:
        """Try a delivery that waits or was refused once more, now."""
        self._kit.tasks.start(
            lambda _work: self._kit.desk.delivering.retry(delivery_id),
            lambda _nothing: self.deliver(delivery_id),
            self.failed.emit,
        )

    def give_up(self, delivery_id: str) -> None:
        """Take a delivery out of the queue."""
        if delivery_id in self._under_way:
            self.stop(delivery_id)
        self._kit.tasks.start(
            lambda _work: self._kit.desk.delivering.cancel(delivery_id),
            lambda _nothing: self.read_outbox(),
            self.failed.emit,
        )

    def stop(self, delivery_id: str) -> None:
        """Stop at the next safe point; what was sent is known and not sent again."""
        if delivery_id in self._under_way:
            self._under_way[delivery_id].cancel()

    def is_under_way(self, delivery_id: str) -> bool:
        """Whether this delivery is being sent right now."""
        return delivery_id in self._under_way

    def read_outbox(self) -> None:
        """Read the deliveries; `outbox_changed` carries them."""
        self._read(self.outbox_changed.emit)

    def look(self) -> None:
        """Read the deliveries and take up those that are due."""
        self._read(self._take_up)

    def _read(self, done: Callable[[tuple[DeliveryRow, ...]], None]) -> None:
        self._kit.tasks.start(lambda _work: self._kit.desk.delivering.outbox(), done, self.failed.emit)

    def _take_up(self, rows: tuple[DeliveryRow, ...]) -> None:
        self.outbox_changed.emit(rows)
        waiting = any(row.state in PENDING and row.id not in self._under_way for row in rows)
        if waiting and not self._resuming and not self._under_way:
            self._resuming = True
            self._kit.tasks.start(self._resume, self._resumed, self._not_resumed)

    def _resume(self, work: Work) -> None:
        self._kit.desk.delivering.resume(work)

    def _resumed(self, _nothing: None) -> None:
        self._resuming = False
        self.read_outbox()

    def _not_resumed(self, _problem: NewsdeskError) -> None:
        self._resuming = False

    def _end(self, delivery_id: str, result: DeliveryResult) -> None:
        self._under_way.pop(delivery_id, None)
        self.ended.emit(delivery_id, result)
        self.read_outbox()

    def _fail(self, delivery_id: str, problem: NewsdeskError) -> None:
        self._under_way.pop(delivery_id, None)
        if isinstance(problem, Cancelled):
            self.stopped.emit(delivery_id)
        else:
            self.failed.emit(problem)
        self.read_outbox()


def share_done(step: Step) -> int:
    """How much of the delivery is done, in thousandths: the photos before this one, and this one's bytes."""
    part = step.done / step.total if step.total else 0.0
    if not step.items:
        return round(part * 1000)
    return round(1000 * min(1.0, (max(0, step.item - 1) + part) / step.items))
