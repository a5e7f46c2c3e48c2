"""Small parts that sheets and panels are laid out with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def label(name: str = "", wrap: bool = False) -> QLabel:
    """A label whose object name is its place in the style sheet; a headline with signs of HTML stays text."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    return made


def field(caption: QLabel, control: QWidget) -> QVBoxLayout:
    """A caption over its control; the caption's key goes to the control."""
    caption.setObjectName("small")
    caption.setBuddy(control)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(caption)
    column.addWidget(control)
    return column


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Controls in a row, from the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


class Pages(QWidget):
    """Pages of which one is shown; as high as that one, which a stacked widget is not."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self._pages = pages
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for page in pages:
            column.addWidget(page)
        self.turn(pages[0])

    def turn(self, shown: QWidget) -> None:
        """Show a page and take its size."""
        self.shown = shown
        for page in self._pages:
            page.setVisible(page is shown)


class Banner(QLabel):
    """A sentence on a coloured ground: `ok`, `info`, `warn` or `error`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_words(self, tone: str, text: str) -> None:
        """Show a sentence; an empty one hides the banner."""
        self.setText(text)
        self.setVisible(bool(text))
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


def card() -> tuple[QFrame, QVBoxLayout]:
    """A bordered group and its column."""
    frame = QFrame()
    frame.setObjectName("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 12, 14, 12)
    column.setSpacing(8)
    return frame, column


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and away."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def link_label() -> QLabel:
    """A label whose address opens in the browser and can be selected."""
    made = label(wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    made.setOpenExternalLinks(True)
    return made
