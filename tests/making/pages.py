"""Pages to test on: a real Page over a real document, keys and compositions as a keyboard sends them."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QPixmap,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.article.blocks import Block, Crop
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.gui.editor.edit import Go, Place
from newsdesk.gui.editor.page import Page
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.theme import LIGHT
from newsdesk.system.locale import Translator

CATALOGUES = Path(__file__).resolve().parents[2] / "resources" / "locale"
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class PlainPreviews(QObject):
    """Pictures of one colour, at once."""

    ready = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap(680, 453)
        self._picture.fill(QColor("#335577"))

    def pixmap(self, photo: str, crop: Crop | None, width: int) -> QPixmap | None:
        return self._picture

    def ratio(self, photo: str, crop: Crop | None) -> float | None:
        return 2 / 3

    def failed(self, photo: str) -> bool:
        return False


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def a_page(blocks: Iterable[Block] = (), *, clock: Clock | None = None, kind: type[Page] = Page) -> Page:
    """A page over an article of these blocks. Keep it until the test ends."""
    manuscript = Manuscript(Article(new_id(), blocks=tuple(blocks)), clock=clock or Clock(), limit=100_000)
    page = kind(manuscript, PlainPreviews(), LIGHT, Translator(CATALOGUES, "en"))
    manuscript.setParent(page)
    page.resize(800, 600)
    return page


def press(
    page: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """One key, as the system sends it."""
    QTest.keyClick(page, key, modifiers)


def type_text(page: QWidget, text: str) -> None:
    """Text by keys; QTest knows no Vietnamese letters, so each key carries its text."""
    for character in text:
        if character == "\b":
            press(page, Key.Key_Backspace)
        else:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, page, Key.Key_A, character, Qt.KeyboardModifier.NoModifier
            )


def compose(page: QWidget, *preedits: str, commit: str = "", replace: tuple[int, int] = (0, 0)) -> None:
    """An input method's events: what it shows while composing, then what it commits."""
    for preedit in preedits:
        cursor = QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, len(preedit), 1)
        QApplication.sendEvent(page, QInputMethodEvent(preedit, [cursor]))
    if commit or replace[1]:
        event = QInputMethodEvent()
        event.setCommitString(commit, *replace)
        QApplication.sendEvent(page, event)


def caret_at(page: Page, line: int, offset: int, to: tuple[int, int] | None = None) -> None:
    """Put the caret at an offset of a line, or select from there."""
    end = Place(*to) if to else Place(line, offset)
    page.go(Go(Place(line, offset), end))


def drop(page: Page, point: QPoint, mime: QMimeData) -> None:
    """A drop as the system sends it: enter, move, drop."""
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(page.viewport(), kind(point, action, mime, button, none))
    event = QDropEvent(QPointF(point), action, mime, button, none, QEvent.Type.Drop)
    QApplication.sendEvent(page.viewport(), event)


def texts(page: Page) -> list[str]:
    """The text of every line."""
    return [line.text for line in page.lines]
