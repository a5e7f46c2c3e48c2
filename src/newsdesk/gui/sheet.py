"""A sheet: a card inside the window for one task. It opens only when asked for and gives the caret back."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.gui.icons import Icons
from newsdesk.gui.overlay import Layer

MARGIN = 24


class Sheet(Layer):
    """A card over a veil: a title, a body that scrolls when it must, and a row of buttons."""

    def __init__(self, host: QWidget, icons: Icons, width: int = 560) -> None:
        super().__init__(host)
        self._wanted_width = width
        self._paper = QFrame(self)
        self._paper.setObjectName("sheet")
        self.title = QLabel()
        self.title.setObjectName("title")
        self.close_button = QToolButton()
        icons.give(self.close_button, "cross", self.close_button.setIcon, "muted")
        self.close_button.clicked.connect(self.close_sheet)
        self.content = QWidget()
        self.content.setObjectName("scrolled")
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(22, 18, 22, 18)
        self.body.setSpacing(10)
        self._foot = QFrame()
        self.foot = QHBoxLayout(self._foot)
        self._scroll = QScrollArea()
        self._build()

    def open_sheet(self, focus: QWidget | None = None) -> None:
        """Show the sheet and give it the caret; `focus` gets it first."""
        self.appear(focus or self.close_button)

    def close_sheet(self) -> None:
        """Put the sheet away and the caret back where it was."""
        self.put_away()

    def fit(self) -> None:
        """Keep the card in the middle, as high as its content, within the host."""
        super().fit()
        width = min(self._wanted_width, self.width() - 2 * MARGIN)
        self._paper.setFixedWidth(width)
        rest = self._head.sizeHint().height() + self._foot.sizeHint().height() + 2
        least = self.content.minimumSizeHint().height()
        wanted = max(least, self.content.heightForWidth(width - 2)) + rest
        height = min(wanted, self.height() - 2 * MARGIN)
        self._paper.setGeometry(
            (self.width() - width) // 2, max(MARGIN, (self.height() - height) // 3), width, height
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.content and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the sheet while it is open."""
        stops = [each for each in self._paper.findChildren(QWidget) if _takes_tab(each)]
        stops.sort(key=lambda each: (each.mapTo(self, QPoint()).y(), each.mapTo(self, QPoint()).x()))
        current = QApplication.focusWidget()
        if not stops:
            return False
        at = stops.index(current) if current in stops else -1
        following = stops[(at + (1 if forward else -1)) % len(stops)]
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._scroll.ensureWidgetVisible(following)
        return True

    def _build(self) -> None:
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QFrame()
        self._head.setObjectName("sheet_head")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(22, 14, 12, 12)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self._scroll.setWidget(self.content)
        self.content.installEventFilter(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot.setObjectName("sheet_foot")
        self.foot.setContentsMargins(22, 12, 22, 14)
        self.foot.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)


def _takes_tab(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QRadioButton) else None
    if group is not None and group.checkedButton() not in (None, widget):
        return False  # Of several choices, Tab goes to the one that is chosen; arrows go to the others.
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
