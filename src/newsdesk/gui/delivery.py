"""Everything about sending in one window: the sheet, the outbox, the foot of the window, the messages."""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from newsdesk.desk.delivering import DeliveryResult, DeliveryRow
from newsdesk.desk.work import Step
from newsdesk.errors import NewsdeskError
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.sending import PENDING, Sending, share_done
from newsdesk.gui.status import StatusBar
from newsdesk.gui.toasts import Toasts
from newsdesk.gui.views.outbox import OutboxSheet
from newsdesk.gui.views.send import SendSheet

THOUSAND = 1000


class Delivery(QObject):
    """`ended` tells that a delivery came to its end, `open_wanted` names an article to show."""

    ended = Signal()
    open_wanted = Signal(str)
    checks_wanted = Signal()
    set_up_wanted = Signal()

    def __init__(
        self, kit: Kit, manuscript: Manuscript, root: QWidget, status: StatusBar, toasts: Toasts
    ) -> None:
        super().__init__(root)
        self._kit = kit
        self._status = status
        self._toasts = toasts
        self.sending = Sending(kit, self)
        self.sheet = SendSheet(root, kit, manuscript, self.sending)
        self.outbox = OutboxSheet(root, kit, self.sending)
        self._connect()

    def retranslate(self) -> None:
        """Say all words again."""
        self.sheet.retranslate()
        self.outbox.retranslate()

    def _connect(self) -> None:
        sending, form = self.sending, self.sheet.form
        sending.outbox_changed.connect(self._show_queue)
        sending.progressed.connect(self._show_progress)
        sending.ended.connect(self._tell_end)
        sending.stopped.connect(lambda _delivery: self._status.show_progress("", 0, 0))
        sending.failed.connect(self._tell_failure)
        self._status.outbox_wanted.connect(self.outbox.open_up)
        self.outbox.open_wanted.connect(self.open_wanted)
        for wish, told in (
            (form.checks_wanted, self.checks_wanted),
            (form.set_up_wanted, self.set_up_wanted),
        ):
            wish.connect(self.sheet.close_sheet)
            wish.connect(told)

    def _show_queue(self, rows: tuple[DeliveryRow, ...]) -> None:
        pending = [row for row in rows if row.state in PENDING]
        self._status.show_queue(len(pending), any(row.state == "waiting" for row in pending))

    def _show_progress(self, _delivery: str, step: Step) -> None:
        self._status.show_progress(self._kit.wording.step(step), share_done(step), THOUSAND)

    def _tell_end(self, _delivery: str, result: DeliveryResult) -> None:
        self._status.show_progress("", 0, 0)
        if self.sheet.isHidden():
            self._say(result)
        self.ended.emit()

    def _say(self, result: DeliveryResult) -> None:
        tr = self._kit.tr
        if result.state == "done" and result.receipt is not None and result.receipt.url:
            address = QUrl(result.receipt.url)

            def visit() -> None:
                QDesktopServices.openUrl(address)

            self._toasts.say(tr("The article is on the CMS."), tr("Open"), visit)
        elif result.state == "done":
            self._toasts.say(tr("The article is on the CMS."))
        elif result.problem is not None:
            self._toasts.say(self._kit.wording.error(result.problem), tr("Outbox"), self.outbox.open_up)

    def _tell_failure(self, problem: NewsdeskError) -> None:
        self._status.show_progress("", 0, 0)
        if self.sheet.isHidden():
            self._toasts.say(self._kit.wording.error(problem))
