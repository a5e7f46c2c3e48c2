"""A box that is as high as its text, so that it can stand on the page as a part of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from newsdesk.gui.editor.entry import Entry


class Growing(Entry):
    """Without frame and scroll bars."""

    def __init__(self, place: str, font: QFont) -> None:
        super().__init__(place)
        self.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        document = self.document().clone()
        document.setTextWidth(max(1, width))
        height = round(document.size().height())
        document.deleteLater()
        return height + 2

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 100)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _changed(self) -> None:
        self.updateGeometry()
        super()._changed()
