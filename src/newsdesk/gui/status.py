"""The row at the foot: what waits to be sent, how long the article is, and the messages of a while ago."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QProgressBar, QToolButton

from newsdesk.desk.measuring import Length
from newsdesk.gui.icons import Icons
from newsdesk.gui.toasts import Toasts
from newsdesk.system.locale import Translator


class StatusBar(QFrame):
    """Quiet facts. `outbox_wanted` is emitted when somebody asks what waits."""

    outbox_wanted = Signal()

    def __init__(self, icons: Icons, toasts: Toasts, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("status")
        self._icons = icons
        self._tr = tr
        self._toasts = toasts
        self._waiting = 0
        self._offline = False
        self._length: Length | None = None
        self._queue = QToolButton()
        self._queue.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._queue.setIconSize(QSize(15, 15))
        self._queue.clicked.connect(self.outbox_wanted)
        self._sending = QLabel()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(120)
        self._counts = QLabel()
        self._bell = QToolButton()
        self._bell.setIconSize(QSize(15, 15))
        icons.give(self._bell, "bell", self._bell.setIcon, "muted")
        self._bell.clicked.connect(self._show_messages)
        self._arrange()
        self.show_progress("", 0, 0)
        self.retranslate()

    def show_queue(self, waiting: int, offline: bool) -> None:
        """Say how many articles wait to be sent and whether the CMS was out of reach when last tried."""
        self._waiting, self._offline = waiting, offline
        self.retranslate()

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Say what is being sent; no words, nothing."""
        self._sending.setText(words)
        self._sending.setVisible(bool(words))
        self._bar.setVisible(bool(words))
        self._bar.setMaximum(total)
        self._bar.setValue(done)

    def show_length(self, length: Length | None) -> None:
        """Say how long the open article is; None when none is open."""
        self._length = length
        self.retranslate()

    def retranslate(self) -> None:
        """Say all words again."""
        self._icons.give(self._queue, "offline" if self._offline else "outbox", self._queue.setIcon, "muted")
        self._queue.setText(" " + self._queue_words())
        self._queue.setToolTip(self._tr("Outbox"))
        self._counts.setText(self._length_words())
        self._bell.setToolTip(self._tr("Messages"))
        self._bell.setAccessibleName(self._tr("Messages"))

    def _queue_words(self) -> str:
        waiting = self._tr.plural(
            "{count} article waiting to be sent", "{count} articles waiting to be sent", self._waiting
        )
        if not self._waiting:
            return self._tr("Nothing waiting to be sent")
        return " · ".join((self._tr("Offline"), waiting)) if self._offline else waiting

    def _length_words(self) -> str:
        if self._length is None:
            return ""
        words = self._tr.plural("{count} word", "{count} words", self._length.words)
        photos = self._tr.plural("{count} photo", "{count} photos", self._length.photos)
        minutes = self._tr.plural("{count} minute to read", "{count} minutes to read", self._length.minutes)
        return " · ".join((words, photos, minutes))

    def _show_messages(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for line in self._toasts.history() or (self._tr("No messages yet"),):
            menu.addAction(line).setEnabled(False)
        size = menu.sizeHint()
        menu.popup(self._bell.mapToGlobal(QPoint(self._bell.width() - size.width(), -size.height())))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(6)
        row.addWidget(self._queue)
        row.addWidget(self._sending)
        row.addWidget(self._bar)
        row.addStretch(1)
        row.addWidget(self._counts)
        row.addWidget(self._bell)
