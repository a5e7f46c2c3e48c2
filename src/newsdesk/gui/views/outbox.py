"""The outbox: every delivery with its state and last answer in words, and what can be done about it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from newsdesk.desk.delivering import DeliveryRow
from newsdesk.gui.kit import Kit
from newsdesk.gui.moments import when
from newsdesk.gui.rows import card, clear, label
from newsdesk.gui.sending import Sending
from newsdesk.gui.sheet import Sheet

SHOWN: Final = 40
TONES: Final = {
    "queued": "info",
    "sending": "info",
    "waiting": "warn",
    "done": "ok",
    "refused": "error",
    "conflict": "error",
    "cancelled": "chip",
}
CAN_RETRY: Final = ("queued", "waiting", "refused", "conflict")
CAN_CANCEL: Final = ("queued", "sending", "waiting")


class OutboxSheet(Sheet):
    """Newest deliveries first. `open_wanted` names an article to show."""

    open_wanted = Signal(str)

    def __init__(self, host: QWidget, kit: Kit, sending: Sending) -> None:
        super().__init__(host, kit.icons, 640)
        self._kit = kit
        self._sending = sending
        self._rows: tuple[DeliveryRow, ...] = ()
        self._nothing = label("muted", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._done = QPushButton()
        self._done.clicked.connect(self.close_sheet)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._list)
        self.body.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(self._done)
        sending.outbox_changed.connect(self._show)
        self.retranslate()

    def open_up(self) -> None:
        """Show the deliveries as they stand now."""
        self._sending.read_outbox()
        self.open_sheet(self._done)

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        self.title.setText(tr("Outbox"))
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))
        self._done.setText(tr("Close"))
        self._nothing.setText(
            tr(
                "Nothing has been sent yet. Articles waiting for the network are listed here until they"
                " are through."
            )
        )
        self._show(self._rows)

    def _show(self, rows: tuple[DeliveryRow, ...]) -> None:
        self._rows = rows
        clear(self._list)
        for row in rows[:SHOWN]:
            self._list.addWidget(self._card(row))
        self._nothing.setVisible(not rows)

    def _card(self, row: DeliveryRow) -> QFrame:
        tr, wording = self._kit.tr, self._kit.wording
        frame, column = card()
        top = QHBoxLayout()
        title = label("subtitle", wrap=True)
        title.setText(row.title or tr("No headline yet"))
        state = label(TONES[row.state])
        state.setText(wording.state(row.state))
        top.addWidget(title, 1)
        top.addWidget(state)
        column.addLayout(top)
        facts = label("small", wrap=True)
        queued = when(row.queued_at, datetime.now(UTC), tr)
        facts.setText(f"{row.destination} · {wording.status(row.status)} · {queued}{self._next_try(row)}")
        column.addWidget(facts)
        if row.problem is not None and row.state != "done":
            why = label("problem" if row.state in ("refused", "conflict") else "small", wrap=True)
            why.setText(wording.error(row.problem.error()))
            column.addWidget(why)
        column.addLayout(self._buttons(row))
        return frame

    def _next_try(self, row: DeliveryRow) -> str:
        if row.state != "waiting" or row.next_try is None:
            return ""
        at = when(row.next_try, datetime.now(UTC), self._kit.tr)
        return " · " + self._kit.tr("next try {time}", time=at)

    def _buttons(self, row: DeliveryRow) -> QHBoxLayout:
        tr = self._kit.tr
        line = QHBoxLayout()
        line.setSpacing(4)
        if row.state in CAN_RETRY and not self._sending.is_under_way(row.id):
            line.addWidget(_quiet(tr("Try now"), lambda: self._sending.retry(row.id)))
        if row.state in CAN_CANCEL:
            line.addWidget(_quiet(tr("Remove from the queue"), lambda: self._sending.give_up(row.id)))
        line.addWidget(_quiet(tr("Open the article"), lambda: self._open(row.article)))
        address = (row.receipt or {}).get("url", "")
        if address:
            line.addWidget(_quiet(tr("Open in the browser"), lambda: _visit(address)))
        line.addStretch()
        return line

    def _open(self, article_id: str) -> None:
        self.close_sheet()
        self.open_wanted.emit(article_id)


def _visit(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


def _quiet(title: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName("linkish")
    button.clicked.connect(lambda _checked: act())
    return button
