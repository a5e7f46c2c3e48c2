"""What lies over the page inside the window: a veil, and cards that follow the size of their host."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

VEIL = QColor(10, 12, 16, 96)


class Overlay(QWidget):
    """A layer as large as its host. A click beside its content is told by `dismissed`."""

    dismissed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.hide()
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Cover the host."""
        self.setGeometry(self._host.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), VEIL)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.dismissed.emit()


class Layer(Overlay):
    """An overlay that has the caret while it is there and gives it back where it was.

    `opened` and `closed` tell that it comes and goes, however it goes.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._return_to: QWidget | None = None
        self.dismissed.connect(self.put_away)

    def appear(self, focus: QWidget) -> None:
        """Come over everything else and give the caret to `focus`."""
        if self.isHidden():
            self._return_to = QApplication.focusWidget()
        self.fit()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        self.opened.emit()

    def put_away(self) -> None:
        """Go, and give the caret back where it was."""
        if self.isHidden():
            return
        back, self._return_to = self._return_to, None
        self.hide()
        self.closed.emit()  # First, for a button that is off meanwhile cannot take the caret.
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)


def lies_over(widget: QWidget) -> bool:
    """Whether a widget belongs to a layer, not to the window beneath."""
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, Layer):
        parent = parent.parentWidget()
    return parent is not None
