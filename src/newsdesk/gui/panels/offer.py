"""A chip that offers a text which is known from elsewhere; a click takes it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy


class Offer(QPushButton):
    """Shows itself while there is something to offer. `taken` tells the text as it was offered."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("offer")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._label = ""
        self._offered = ""
        self.clicked.connect(lambda: self.taken.emit(self._offered))
        self.hide()

    def offer(self, label: str, text: str, *, wanted: bool) -> None:
        """Offer `text` under a label, or nothing when it is empty or not `wanted`."""
        self._label, self._offered = label, text
        self.setToolTip(text)
        self.setAccessibleName(f"{label}: {text}")
        self._elide()
        self.setVisible(bool(text) and wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        whole = f"{self._label}: {self._offered}" if self._label else self._offered
        room = self.width() - 22
        self.setText(
            self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room).replace("&", "&&")
        )
