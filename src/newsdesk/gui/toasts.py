"""Short messages at the foot of the page: they never take the focus, they last, and can be read again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from newsdesk.gui.icons import Icons
from newsdesk.gui.moments import clock
from newsdesk.gui.rows import label
from newsdesk.system.locale import Translator

SECONDS = 9
SHOWN = 3
KEPT = 20
LONGEST_LINE = 110


@dataclass(frozen=True, slots=True)
class Message:
    """What was said, when, and the next step it offered."""

    text: str
    at: datetime
    action: str = ""
    act: Callable[[], None] | None = None


class Toast(QFrame):
    """One message on the screen."""

    gone = Signal()

    def __init__(self, message: Message, icons: Icons, tr: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 8, 9)
        row.setSpacing(10)
        text = label()
        text.setText(message.text)
        text.setWordWrap(len(message.text) > 70)
        row.addWidget(text, 1)
        if message.act is not None:
            row.addWidget(self._button(message.action, message.act))
        away = QToolButton()
        away.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        away.setAccessibleName(tr("Close"))
        icons.give(away, "cross", away.setIcon, "toast_text")
        away.clicked.connect(self.gone)
        row.addWidget(away)
        QTimer.singleShot(SECONDS * 1000, self, self.gone.emit)

    def _button(self, title: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(title)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self.gone)
        button.clicked.connect(lambda: act())
        return button


class Toasts(QWidget):
    """The stack of messages over the page, newest at the bottom."""

    said = Signal()

    def __init__(self, host: QWidget, icons: Icons, tr: Translator) -> None:
        super().__init__(host)
        self._host = host
        self._icons = icons
        self._tr = tr
        self._kept: list[Message] = []
        self._shown: list[Toast] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        host.installEventFilter(self)

    @property
    def kept(self) -> tuple[Message, ...]:
        """What was said last, newest first."""
        return tuple(reversed(self._kept))

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a message, with a next step if there is one."""
        message = Message(text, datetime.now(UTC), action, act)
        self._kept = [*self._kept, message][-KEPT:]
        toast = Toast(message, self._icons, self._tr, self)
        toast.gone.connect(lambda: self._remove(toast))
        self._column.addWidget(toast, 0, Qt.AlignmentFlag.AlignHCenter)
        toast.show()
        self._shown.append(toast)
        for old in self._shown[:-SHOWN]:
            self._remove(old)
        self._place()
        self.said.emit()

    def history(self) -> tuple[str, ...]:
        """What was said, each with its time, newest first."""
        return tuple(f"{clock(message.at)}  {_brief(message.text)}" for message in self.kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _remove(self, toast: Toast) -> None:
        self._shown.remove(toast)
        self._column.removeWidget(toast)
        toast.hide()
        toast.deleteLater()
        self._place()

    def _place(self) -> None:
        self.setVisible(bool(self._shown))
        host = self._host
        for toast in self._shown:
            toast.setMaximumWidth(min(560, host.width() - 40))
        self._column.activate()
        size = self.sizeHint()
        self.setGeometry(
            (host.width() - size.width()) // 2,
            host.height() - size.height() - 20,
            size.width(),
            size.height(),
        )
        self.raise_()


def _brief(text: str) -> str:
    return text if len(text) <= LONGEST_LINE else f"{text[:LONGEST_LINE]}…"
