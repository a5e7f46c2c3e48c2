"""What stands in the middle while no article is open: the ways to begin."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from newsdesk.gui.actions import Actions
from newsdesk.gui.icons import Icons
from newsdesk.gui.theme import serif
from newsdesk.system.locale import Translator

HINTS = ("piece.new", "piece.import", "view.library", "piece.export", "piece.send")


class Blank(QFrame):
    """Teaches how an article begins; for an empty library it says more."""

    def __init__(self, actions: Actions, icons: Icons, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("blank")
        self._tr = tr
        self._actions = actions
        self._empty = False
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        self._title.setFont(serif(20, QFont.Weight.Bold))
        self._lead = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        self._lead.setObjectName("lead")
        self._new = self._button(actions["piece.new"])
        self._new.setObjectName("primary")
        icons.give(self._new, "plus", self._new.setIcon, "primary_text")
        self.setFocusProxy(self._new)
        self._open = self._button(actions["piece.import"])
        icons.give(self._open, "folder", self._open.setIcon)
        self._hints = QGridLayout()
        self._labels = [(QLabel(), QLabel()) for _ in HINTS]
        self._arrange()
        self.retranslate()

    def show_empty(self, empty: bool) -> None:
        """Whether the library holds nothing at all."""
        self._empty = empty
        self.retranslate()

    def retranslate(self) -> None:
        """Say all words again."""
        if self._empty:
            self._title.setText(self._tr("Write your first article"))
            self._lead.setText(
                self._tr(
                    "Everything is kept on this machine while you type, with or without a network. Start on"
                    " an empty page, or open a text, HTML, Markdown or Word file."
                )
            )
        else:
            self._title.setText(self._tr("What are you writing today?"))
            self._lead.setText(self._tr("Choose an article on the left, or start a new one."))
        self._new.setText(" " + self._tr("New article"))
        self._open.setText(" " + self._tr("Open a file…"))
        for (words, key), command_id in zip(self._labels, HINTS, strict=True):
            action = self._actions[command_id]
            words.setText(action.text().rstrip("…"))
            key.setText(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton()
        button.setIconSize(QSize(17, 17))
        button.clicked.connect(action.trigger)
        return button

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(self._new)
        buttons.addWidget(self._open)
        buttons.addStretch()
        self._hints.setHorizontalSpacing(18)
        self._hints.setVerticalSpacing(7)
        for row, (words, key) in enumerate(self._labels):
            words.setObjectName("small")
            key.setObjectName("chip")
            self._hints.addWidget(words, row, 0, Qt.AlignmentFlag.AlignRight)
            self._hints.addWidget(key, row, 1, Qt.AlignmentFlag.AlignLeft)
        around = QHBoxLayout()
        around.addStretch()
        around.addLayout(self._hints)
        around.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 0, 40, 0)
        column.setSpacing(14)
        column.addStretch(2)
        _add_all(column, [self._title, self._lead])
        column.addSpacing(6)
        column.addLayout(buttons)
        column.addSpacing(22)
        column.addLayout(around)
        column.addStretch(3)


def _add_all(column: QVBoxLayout, labels: Sequence[QLabel]) -> None:
    for label in labels:
        label.setMaximumWidth(520)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(label, 6)
        row.addStretch()
        column.addLayout(row)
