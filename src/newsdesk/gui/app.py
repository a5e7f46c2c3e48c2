"""Starts the window: Qt, the theme, the words, and the parts that everything else is built with."""

import gc
from pathlib import Path

from PySide6.QtWidgets import QApplication

from newsdesk.desk.desk import Desk
from newsdesk.desk.wording import Wording
from newsdesk.gui.alarm import closing
from newsdesk.gui.frame import Application, Frame
from newsdesk.gui.icons import Icons
from newsdesk.gui.instance import Doorbell
from newsdesk.gui.kit import Kit
from newsdesk.gui.qt_words import QtWords
from newsdesk.gui.tasks import Tasks
from newsdesk.gui.theme import Appearance
from newsdesk.gui.window import Window
from newsdesk.system.interrupt import Interrupt
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
    frame: Frame | None = None,
) -> int:
    """Open the window on a library and stay until it is closed; the answer is the exit code.

    A `frame` that is on the screen already is filled. Raises KeyboardInterrupt if Ctrl+C closed the window.
    """
    frame = frame or Frame(Application(resources()), settings)
    with Interrupt() as interrupt, closing(frame, interrupt):
        kit = equip(frame.application, desk, settings, tr, wording)
        window = Window(kit)
        doorbell = Doorbell(library, frame)
        doorbell.rung.connect(window.come_forward)
        frame.fill(window)
        window.begin(open_file)
        frame.application.tell_files(window.come_forward)
        gc.freeze()
        gc.enable()
        code = frame.application.exec()
        doorbell.close()
        kit.tasks.close()
    return code


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
