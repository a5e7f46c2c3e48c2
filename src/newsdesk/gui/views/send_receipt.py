"""The last page of the send sheet: how it ended."""

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsdesk.desk.delivering import DeliveryResult, Receipt
from newsdesk.desk.wording import Wording
from newsdesk.gui.icons import Icons
from newsdesk.gui.rows import Banner, label, link_label, side_by_side
from newsdesk.system.locale import Translator


class SendReceipt(QWidget):
    """Ticks for what was read back from the CMS, the address, and the next step if it did not go through."""

    retry_wanted = Signal()

    def __init__(self, icons: Icons, wording: Wording, tr: Translator) -> None:
        super().__init__()
        self._icons = icons
        self._wording = wording
        self._tr = tr
        self._result: DeliveryResult | None = None
        self._public = False
        self.banner = Banner()
        self.ticks = [_Tick(icons) for _ in range(3)]
        self.differences = label("small", wrap=True)
        self.address = link_label()
        self.copy = QPushButton()
        self.visit = QPushButton()
        self.retry = QPushButton()
        icons.give(self.copy, "copy", self.copy.setIcon)
        icons.give(self.visit, "open", self.visit.setIcon)
        icons.give(self.retry, "retry", self.retry.setIcon)
        self.copy.clicked.connect(self._copy)
        self.visit.clicked.connect(self._visit)
        self.retry.clicked.connect(self.retry_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.banner)
        for tick in self.ticks:
            column.addWidget(tick)
        column.addWidget(self.differences)
        column.addWidget(self.address)
        column.addLayout(side_by_side(self.visit, self.copy, self.retry))
        column.addStretch()

    def show_result(self, result: DeliveryResult) -> None:
        """Show how a delivery ended."""
        self._result = result
        tone, words = self._headline(result)
        self.banner.show_words(tone, words)
        self.retry.setVisible(result.state != "done")
        self._show_receipt(result.receipt)
        self.retranslate_buttons()

    def retranslate(self) -> None:
        """Say everything again."""
        if self._result is not None:
            self.show_result(self._result)

    def retranslate_buttons(self) -> None:
        """Say the titles of the buttons again."""
        self.copy.setText(" " + self._tr("Copy the address"))
        visit = self._tr("Open in the browser") if self._public else self._tr("Open on the CMS")
        self.visit.setText(f" {visit}")
        self.retry.setText(" " + self._tr("Try again"))

    def _headline(self, result: DeliveryResult) -> tuple[str, str]:
        tr = self._tr
        why = self._wording.error(result.problem) if result.problem else ""
        match result.state:
            case "done":
                return "ok", tr("The article is on the CMS.")
            case "waiting":
                return "info", " ".join(
                    (tr("It will be sent as soon as the CMS can be reached."), why)
                ).rstrip()
            case "conflict":
                return "warn", why or tr("The article was changed on the CMS in the meantime.")
        return "error", why or tr("The CMS refused the article.")

    def _show_receipt(self, receipt: Receipt | None) -> None:
        self._show_address(receipt)
        for tick in self.ticks:
            tick.setVisible(receipt is not None)
        self.differences.setVisible(bool(receipt and receipt.differences))
        if receipt is None:
            return
        tr = self._tr
        status = self._wording.status(receipt.status)
        self.ticks[0].say(True, tr("Received by {destination}", destination=receipt.destination))
        self.ticks[1].say(True, tr("Status there: {status}", status=status))
        same = tr("Read back and compared: text and photos match what was sent")
        other = tr("Read back and compared: the CMS shows something different")
        self.ticks[2].say(receipt.matches, same if receipt.matches else other)
        lines = [self._wording.difference(each.code, each.params) for each in receipt.differences]
        self.differences.setText("\n".join(lines))

    def _show_address(self, receipt: Receipt | None) -> None:
        address = address_of(receipt)
        public = receipt is not None and bool(receipt.url)
        self.address.setVisible(receipt is not None)
        self.address.setText(
            f'<a href="{escape(address)}">{escape(address)}</a>'
            if public
            else self._tr("It gets its public address once it is published.")
        )
        self.copy.setVisible(public)
        self.visit.setVisible(bool(address))
        self._public = public

    def _copy(self) -> None:
        if self._result and self._result.receipt:
            QGuiApplication.clipboard().setText(self._result.receipt.url)
            self.copy.setText(" " + self._tr("Copied"))

    def _visit(self) -> None:
        if self._result is not None:
            QDesktopServices.openUrl(QUrl(address_of(self._result.receipt)))


def address_of(receipt: Receipt | None) -> str:
    """Where the article can be seen: by readers, or before that on the CMS."""
    return (receipt.url or receipt.edit_url) if receipt else ""


class _Tick(QWidget):
    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._picture = QLabel()
        self._words = label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)

    def say(self, good: bool, words: str) -> None:
        """A fact with a tick, or with a warning sign."""
        name, token = ("check", "ok") if good else ("alert", "warn")
        self._icons.give(
            self._picture, name, lambda icon: self._picture.setPixmap(icon.pixmap(18, 18)), token
        )
        self._words.setText(words)
