"""A real window over a real library in a folder of the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from newsdesk.bootstrap import Newsroom
from newsdesk.desk.desk import Desk
from newsdesk.desk.wording import Wording
from newsdesk.gui.app import equip
from newsdesk.gui.kit import Kit
from newsdesk.gui.window import Window
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources
from newsdesk.system.settings import Settings, Value


@dataclass(frozen=True, slots=True)
class Bench:
    """What a test works with."""

    newsroom: Newsroom
    desk: Desk
    kit: Kit
    settings: Settings


@contextmanager
def bench(app: QApplication, folder: Path, **chosen: Value) -> Iterator[Bench]:
    """The parts of a window over a library in `folder`, with settings `chosen`."""
    settings = Settings(folder / "settings.json")
    for name, value in {"theme": "light", "language": "en", "welcomed": True, **chosen}.items():
        settings.choose(name, value)
    tr = Translator(resources() / "locale", settings.text("language"))
    newsroom = Newsroom(folder / "library", settings, tr)
    newsroom.turn_into_demonstration()
    desk = newsroom.desk(write=True)
    kit = equip(app, desk, settings, tr, Wording(tr))
    try:
        yield Bench(newsroom, desk, kit, settings)
    finally:
        kit.tasks.close()
        kit.words.remove()
        kit.appearance.deleteLater()
        # No event loop runs between tests: a window left alive is dressed again by each one that follows.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        newsroom.close()


@contextmanager
def window_on(bench: Bench, width: int = 1280, height: int = 720) -> Iterator[Window]:
    """A shown window, empty until something is opened."""
    window = Window(bench.kit)
    window.resize(width, height)
    window.show()
    window.begin(None)
    try:
        yield window
    finally:
        bench.desk.writing.flush()
        window.bridge.close()
        window.hide()
        window.deleteLater()
