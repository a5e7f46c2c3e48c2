"""The right column: what is known of the article and of the photo, what was checked, what came before."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from newsdesk.system.locale import Translator

PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its name in the program, its title as a source text, its panel."""

    name: str
    title: str
    panel: QWidget


class Inspector(QFrame):
    """Tabs that follow the caret: in a figure the photo, elsewhere the tab that was chosen last."""

    def __init__(self, tabs: Sequence[Tab], tr: Translator) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self._tabs = tuple(tabs)
        self._tr = tr
        self._chosen = tabs[0].name
        self._following = False
        self._bar = QTabBar()
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setUsesScrollButtons(False)
        self._stack = QStackedWidget()
        for tab in self._tabs:
            self._bar.addTab("")
            self._stack.addWidget(scrolled(tab.panel))
        self._bar.currentChanged.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        line = QFrame()
        line.setObjectName("tab_line")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        self.retranslate()

    @property
    def shown(self) -> str:
        """The name of the tab in front."""
        return self._tabs[self._bar.currentIndex()].name

    def choose(self, name: str) -> None:
        """Bring a tab to the front, as if it were clicked."""
        self._bar.setCurrentIndex(self._index(name))

    def follow(self, block_id: str) -> None:
        """The caret went into a figure, or (empty) out of all figures."""
        self._following = True
        self._bar.setCurrentIndex(self._index(PHOTO if block_id else self._chosen))
        self._following = False

    def retranslate(self) -> None:
        """Say the titles again."""
        for index, tab in enumerate(self._tabs):
            self._bar.setTabText(index, self._tr(tab.title))
        self._bar.setAccessibleName(self._tr("Article details"))

    def _index(self, name: str) -> int:
        return [tab.name for tab in self._tabs].index(name)

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        if not self._following:
            self._chosen = self._tabs[index].name


def scrolled(panel: QWidget) -> QScrollArea:
    """A panel that scrolls when it is higher than its place."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(panel)
    return area
