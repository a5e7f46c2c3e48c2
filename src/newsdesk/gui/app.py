"""Starts the window: Qt, the theme, the words, and the parts that everything else is built with."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from newsdesk.desk.desk import Desk
from newsdesk.desk.wording import Wording
from newsdesk.gui.icons import Icons
from newsdesk.gui.instance import Doorbell
from newsdesk.gui.kit import Kit
from newsdesk.gui.qt_words import QtWords
from newsdesk.gui.tasks import Tasks
from newsdesk.gui.theme import Appearance
from newsdesk.gui.window import Window
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources
from newsdesk.system.settings import Settings


def run(
    desk: Desk,
    settings: Settings,
    tr: Translator,
    wording: Wording,
    open_file: Path | None,
    library: Path,
) -> int:
    """Open the window on a library and stay until it is closed; the answer is the exit code."""
    app = Application()
    app.setWindowIcon(QIcon(str(resources() / "app" / "newsdesk.svg")))
    kit = equip(app, desk, settings, tr, wording)
    window = Window(kit)
    doorbell = Doorbell(library, window)
    doorbell.rung.connect(window.come_forward)
    app.file_wanted.connect(window.come_forward)
    window.show()
    window.begin(open_file)
    code = app.exec()
    doorbell.close()
    kit.tasks.close()
    return code


class Application(QApplication):
    """The one application object, named as desktops show it. `file_wanted` is how macOS opens files."""

    file_wanted = Signal(str)

    def __init__(self) -> None:
        QApplication.setApplicationName("newsdesk")
        QApplication.setDesktopFileName("newsdesk")
        super().__init__(sys.argv[:1])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(event.file())
            return True
        return super().event(event)


def equip(app: QApplication, desk: Desk, settings: Settings, tr: Translator, wording: Wording) -> Kit:
    """Build what every part of the window needs, and let settings take effect while it runs."""
    appearance = Appearance(app, resources(), settings.text("theme"), settings.text("density"))
    icons = Icons(resources() / "icons", appearance)
    words = QtWords(tr, app)

    def follow(name: str) -> None:
        if name in ("theme", "density"):
            appearance.choose(settings.text("theme"), settings.text("density"))
        elif name == "language":
            tr.switch(settings.text("language"))

    settings.on_change(follow)
    return Kit(app, desk, settings, tr, wording, Tasks(app), appearance, icons, words)
