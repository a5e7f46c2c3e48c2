"""What a panel says while it has nothing to show: a picture, what it is, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from newsdesk.gui.icons import Icons
from newsdesk.gui.rows import label

ICON = 32


class Nothing(QFrame):
    """An empty state, centred."""

    def __init__(self, icon: str, icons: Icons) -> None:
        super().__init__()
        picture = QLabel()
        picture.setObjectName("nothing_picture")
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icons.give(picture, icon, lambda _made: picture.setPixmap(self._drawn(icon, icons)), "faint")
        self._title = label("subtitle", wrap=True)
        self._words = label("nothing_words", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 56, 12, 12)
        column.setSpacing(6)
        column.addWidget(picture)
        column.addSpacing(4)
        for words in (self._title, self._words):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)

    def say(self, title: str, words: str) -> None:
        """Show these words."""
        self._title.setText(title)
        self._words.setText(words)

    def _drawn(self, icon: str, icons: Icons) -> QPixmap:
        # Icons are made for buttons; this picture is larger than they are.
        return icons.pixmap(icon, "faint", ICON, self.devicePixelRatioF())
