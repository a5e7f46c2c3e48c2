"""One finding in a line or two: a picture of its level beside its sentence."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from newsdesk.desk.checking import Level
from newsdesk.gui.icons import Icons
from newsdesk.gui.rows import label

PICTURES: Final = {
    Level.ERROR: ("alert", "error"),
    Level.WARNING: ("alert", "warn"),
    Level.INFO: ("info", "info"),
}
IN_ORDER: Final = ("check", "ok")
BREAK_AFTER = 24


def level_picture(level: Level | None, icons: Icons) -> QLabel:
    """The level's picture in its colour; None is for what is in order."""
    name, token = PICTURES[level] if level else IN_ORDER
    picture = QLabel()
    picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    icons.give(picture, name, lambda icon: picture.setPixmap(icon.pixmap(QSize(16, 16))), token)
    return picture


def sentence_label(name: str, text: str) -> QLabel:
    """A wrapped label that is never wider than its place."""
    made = label(name, wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    made.setText(breakable(text))
    return made


class Remark(QFrame):
    """A finding where its place is clear already, or (level None) something that is in order."""

    def __init__(self, level: Level | None, sentence: str, icons: Icons) -> None:
        super().__init__()
        self.setAccessibleName(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(9)
        row.addWidget(level_picture(level, icons), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(sentence_label("remark", sentence), 1)


def breakable(text: str) -> str:
    """The text with places to break in words that no line could hold (addresses)."""
    return " ".join(map(_broken, text.split(" ")))


def _broken(word: str) -> str:
    pieces = (word[start : start + BREAK_AFTER] for start in range(0, len(word), BREAK_AFTER))
    return "\u200b".join(pieces)
