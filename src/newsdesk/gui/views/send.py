"""The send sheet: one page to decide, one to watch, one with the receipt."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from newsdesk.article.model import Article
from newsdesk.desk.delivering import DeliveryResult, Destination
from newsdesk.desk.work import Step
from newsdesk.errors import NewsdeskError
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.rows import Pages
from newsdesk.gui.sending import Sending
from newsdesk.gui.sheet import Sheet
from newsdesk.gui.tasks import Running
from newsdesk.gui.views.send_form import Prospect, SendForm
from newsdesk.gui.views.send_progress import SendProgress
from newsdesk.gui.views.send_receipt import SendReceipt


class SendSheet(Sheet):
    """Sends the open article. Closing the sheet never stops a delivery."""

    def __init__(self, host: QWidget, kit: Kit, manuscript: Manuscript, sending: Sending) -> None:
        super().__init__(host, kit.icons, 600)
        self._kit = kit
        self._manuscript = manuscript
        self._sending = sending
        self._delivery = ""
        self._asking: Running | None = None
        self.form = SendForm(manuscript, kit.wording, kit.tr)
        self.progress = SendProgress(kit.wording, kit.tr)
        self.receipt = SendReceipt(kit.icons, kit.wording, kit.tr)
        self._pages = Pages(self.form, self.progress, self.receipt)
        self.body.addWidget(self._pages)
        self.stop = QPushButton()
        self.away = QPushButton()
        self.go = QPushButton()
        self.go.setObjectName("primary")
        kit.icons.give(self.go, "send", self.go.setIcon, "primary_text")
        self.foot.addWidget(self.stop)
        self.foot.addStretch()
        self.foot.addWidget(self.away)
        self.foot.addWidget(self.go)
        self._connect()
        self.retranslate()

    def open_up(self) -> None:
        """Ask where the open article shall go; while it is being sent, show how far it is."""
        self._manuscript.settle()
        if self._sending.is_under_way(self._delivery):
            self._turn(self.progress)
        else:
            self._turn(self.form)
            self.go.setEnabled(False)
            self._kit.tasks.start(
                lambda _work: self._kit.desk.delivering.destinations(), self._offer, self._fail
            )
        self.open_sheet(self.form.destination)

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        self.title.setText(tr("Send to the CMS"))
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))
        self.stop.setText(tr("Stop"))
        self.go.setText(" " + tr("Send"))
        for page in (self.form, self.progress, self.receipt):
            page.retranslate()
        self._say_away()

    def _connect(self) -> None:
        self.go.clicked.connect(self._send)
        self.stop.clicked.connect(lambda: self._sending.stop(self._delivery))
        self.away.clicked.connect(self.close_sheet)
        self.form.destination_chosen.connect(self._ask)
        self.receipt.retry_wanted.connect(lambda: self._sending.retry(self._delivery))
        self._sending.queued.connect(self._started)
        self._sending.progressed.connect(self._step)
        self._sending.ended.connect(self._end)
        self._sending.failed.connect(self._fail)
        self._sending.stopped.connect(self._stopped)

    def _offer(self, destinations: tuple[Destination, ...]) -> None:
        chosen = self._kit.settings.text("destination")
        self.form.show_destinations(destinations, chosen)
        if destinations:
            self._ask(self.form.destination.currentData())

    def _ask(self, destination: str) -> None:
        if not destination:
            return
        self._kit.settings.remember("destination", destination)
        if self._asking is not None:
            self._asking.forget()
        article = self._manuscript.article
        self._asking = self._kit.tasks.start(
            lambda _work: self._look(destination, article), self._show, self._fail
        )

    def _look(self, name: str, article: Article) -> Prospect:
        delivering = self._kit.desk.delivering
        destination = next(each for each in delivering.destinations() if each.name == name)
        return Prospect(
            destination,
            tuple(section.name for section in delivering.sections(name)),
            delivering.losses(article, name),
            self._kit.desk.checking.check(article),
        )

    def _show(self, prospect: Prospect) -> None:
        self._asking = None
        self.form.show_prospect(prospect)
        self.go.setEnabled(self.form.ready)

    def _send(self) -> None:
        self._manuscript.settle()
        self._turn(self.progress)
        self.progress.start()
        self._delivery = ""
        article = self._manuscript.article.id
        self._sending.send(article, self.form.destination.currentData(), self.form.status)

    def _started(self, delivery_id: str) -> None:
        if self.isVisible():
            self._delivery = delivery_id
            self.progress.start()
            self._turn(self.progress)

    def _step(self, delivery_id: str, step: Step) -> None:
        if delivery_id == self._delivery:
            self.progress.show_step(step)

    def _end(self, delivery_id: str, result: DeliveryResult) -> None:
        if delivery_id == self._delivery:
            self.receipt.show_result(result)
            self._turn(self.receipt)

    def _stopped(self, delivery_id: str) -> None:
        if delivery_id == self._delivery:
            self._turn(self.form)
            self.go.setEnabled(self.form.ready)

    def _fail(self, problem: NewsdeskError) -> None:
        if not self.isVisible():
            return
        self._turn(self.form)
        self.form.verdict.show_words("error", self._kit.wording.error(problem))

    def _turn(self, page: QWidget) -> None:
        self._pages.turn(page)
        self.stop.setVisible(page is self.progress)
        self.go.setVisible(page is self.form)
        self._say_away()
        if self.isVisible() and page is not self.form:
            self.away.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_away(self) -> None:
        tr = self._kit.tr
        words: dict[QWidget, str] = {
            self.form: tr("Cancel"),
            self.progress: tr("Continue writing"),
            self.receipt: tr("Done"),
        }
        self.away.setText(words[self._pages.shown])
