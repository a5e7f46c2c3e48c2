"""The window as the desktop sees it: painted at once, while what it holds is still being loaded.

What a start pays for before the first paint is loaded here, so this module stays light: no style sheet, no
desk, and not the name `Qt`, whose hundred enumerations take as long as all the rest together.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QEventLoop, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFileOpenEvent, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from newsdesk.gui.outline import Outline
from newsdesk.gui.theme import chosen_theme, load_fonts
from newsdesk.system.settings import Settings

PATIENCE: Final = 1000
"""Milliseconds after which the frame is filled unpainted: it may have been started as an icon."""

SIZE: Final = (1360, 860)
TITLE: Final = 32
"""Pixels that the title bar of a window takes on most desktops."""
SMALLEST: Final = (720, 480)


class Application(QApplication):
    """The one application object, named as desktops show it."""

    def __init__(self, resources: Path) -> None:
        QApplication.setApplicationName("newsdesk")
        QApplication.setDesktopFileName("newsdesk")
        super().__init__(sys.argv[:1])
        self._files: list[str] = []
        self._hear: Callable[[str], None] = self._files.append
        self.setWindowIcon(QIcon(str(resources / "app" / "newsdesk.svg")))
        load_fonts(resources / "fonts")

    def tell_files(self, hear: Callable[[str], None]) -> None:
        """Call `hear` with each file that macOS wants opened, and with those that it wanted until now."""
        self._hear = hear
        for file in self._files:
            hear(file)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self._hear(event.file())
            return True
        return super().event(event)


class Frame(QWidget):
    """Has the place, the size and the title, and outlines the parts until it is filled with them."""

    painted = Signal()
    closed = Signal()

    def __init__(self, application: Application, settings: Settings) -> None:
        super().__init__()
        self.application = application
        self._settings = settings
        theme = chosen_theme(application, settings.text("theme"))
        self._outline = Outline(theme, settings.text("density"), right=bool(settings.text("last_article")))
        self._content: QWidget | None = None
        self.setWindowTitle("newsdesk")
        self.setMinimumSize(*SMALLEST)
        self.resize(fitting(self.screen().availableSize()))
        kept = settings.text("window")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def show_outline(self) -> bool:
        """Show the outline and come back as soon as it is painted; False if it was closed instead."""
        waiting = QEventLoop()
        self.painted.connect(waiting.quit)
        self.closed.connect(waiting.quit)
        QTimer.singleShot(PATIENCE, waiting.quit)
        self.show()
        waiting.exec()
        return self.isVisible()

    def fill(self, content: QWidget) -> None:
        """Hold `content` from now on, under its title; the frame closes when it agrees to be closed."""
        self._content = content
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._content is None:
            painter = QPainter(self)
            self._outline.paint(painter, self.rect())
            painter.end()
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._content is not None and not self._content.close():
            event.ignore()
            return
        place = bytes(self.saveGeometry().toBase64().data()).decode()
        self._settings.remember("window", place)
        event.accept()
        self.closed.emit()


def fitting(room: QSize) -> QSize:
    """The size a window starts with: the usual one, or what the screen leaves beside panels and its title."""
    return QSize(*SIZE).boundedTo(room - QSize(0, TITLE))
