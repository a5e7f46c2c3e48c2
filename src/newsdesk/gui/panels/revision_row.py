"""One revision on the time line: what happened, when, and a way back to it."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from newsdesk.gui.icons import Icons
from newsdesk.gui.rows import label
from newsdesk.gui.theme import Appearance

RAIL, DOT, TOP = 9, 4.5, 17


class RevisionRow(QFrame):
    """`wanted` asks to have this revision back. `quiet` ones were kept without anybody asking."""

    wanted = Signal()

    def __init__(self, title: str, time: str, appearance: Appearance, *, quiet: bool, last: bool) -> None:
        super().__init__()
        self.setObjectName("revision")
        self.setAccessibleName(f"{title}, {time}")
        self._appearance = appearance
        self._quiet = quiet
        self._last = last
        self._title = label("revision_title" if not quiet else "muted", wrap=True)
        self._title.setText(title)
        self._time = label("small")
        self._time.setText(time)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._time)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(26, 7, 2, 9)
        self._row.addLayout(words, 1)

    def offer_back(self, words: str, icons: Icons) -> None:
        """Show the button that brings this revision back."""
        button = QToolButton()
        button.setToolTip(words)
        button.setAccessibleName(f"{words}: {self.accessibleName()}")
        button.setIconSize(QSize(18, 18))
        icons.give(button, "restore", button.setIcon, "muted")
        button.clicked.connect(self.wanted)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(RAIL, TOP)
        painter.setPen(QPen(theme.color("edge"), 1.5))
        if not self._last:
            painter.drawLine(QPointF(RAIL, TOP + DOT + 4), QPointF(RAIL, self.height() + TOP - DOT - 4))
        painter.setPen(QPen(theme.color("edge" if self._quiet else "accent"), 1.5))
        painter.setBrush(theme.color("panel" if self._quiet else "accent"))
        painter.drawEllipse(centre, DOT, DOT)
        painter.end()
