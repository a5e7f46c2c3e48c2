"""What the parts of the window are built with."""

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from newsdesk.desk.desk import Desk
from newsdesk.desk.wording import Wording
from newsdesk.gui.icons import Icons
from newsdesk.gui.qt_words import QtWords
from newsdesk.gui.tasks import Tasks
from newsdesk.gui.theme import Appearance
from newsdesk.system.locale import Translator
from newsdesk.system.settings import Settings


@dataclass(frozen=True, slots=True)
class Kit:
    """Handed down from the application, through constructors, to whoever needs most of it."""

    application: QApplication
    desk: Desk
    settings: Settings
    tr: Translator
    wording: Wording
    tasks: Tasks
    appearance: Appearance
    icons: Icons
    words: QtWords
