"""Our own icons: one grid, one stroke, one colour that comes from the theme."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QIcon, QScreen
from PySide6.QtWidgets import QApplication, QToolButton

from newsdesk.desk.commands import COMMANDS
from newsdesk.gui.icons import Icons, draw
from newsdesk.gui.theme import DARK, LIGHT, Appearance
from newsdesk.system.paths import resources

FOLDER = resources() / "icons"
FILES = sorted(FOLDER.glob("*.svg"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_icon_keeps_to_the_grid(file: Path, qapp: QApplication) -> None:
    text = file.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert (root.get("viewBox"), root.get("stroke"), root.get("fill")) == (
        "0 0 24 24",
        "currentColor",
        "none",
    )
    image = draw(text, "#c2252d", 24, 1.0).toImage()
    inked = [(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 128]
    assert len(inked) > 12, "hardly anything is drawn"
    assert all(0 < x < 23 and 0 < y < 23 for x, y in inked), "it touches the edge"


def test_every_command_has_its_icon() -> None:
    assert {command.icon for command in COMMANDS if command.icon} <= {file.stem for file in FILES}


def colour_of(icon: QIcon) -> QColor:
    image = icon.pixmap(24, 24).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda pixel: pixel.alpha())


def test_given_icons_follow_the_theme(qapp: QApplication) -> None:
    appearance = Appearance(qapp, resources(), "light", "comfortable")
    icons = Icons(FOLDER, appearance)
    button = QToolButton()
    icons.give(button, "plus", button.setIcon)
    assert colour_of(button.icon()) == LIGHT.color("text")
    appearance.choose("dark", "comfortable")
    assert colour_of(button.icon()) == DARK.color("text")
    appearance.choose("light", "comfortable")
    appearance.deleteLater()


def test_icons_are_drawn_for_the_screens_that_are_there(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    appearance = Appearance(qapp, resources(), "light", "comfortable")
    icons = Icons(FOLDER, appearance)
    button = QToolButton()
    icons.give(button, "plus", button.setIcon)
    assert widths(button.icon()) == {20}
    monkeypatch.setattr(QScreen, "devicePixelRatio", lambda _screen: 1.5)
    qapp.primaryScreen().geometryChanged.emit(QRect(0, 0, 800, 600))
    assert widths(button.icon()) == {30}
    appearance.deleteLater()


def widths(icon: QIcon) -> set[int]:
    return {round(size.width()) for size in icon.availableSizes()}


def test_an_owner_that_went_is_forgotten(qapp: QApplication) -> None:
    appearance = Appearance(qapp, resources(), "light", "comfortable")
    icons = Icons(FOLDER, appearance)
    shown: list[QIcon] = []
    for _ in range(3):
        button = QToolButton()
        icons.give(button, "plus", shown.append)
        shiboken6.delete(button)
    appearance.choose("dark", "comfortable")
    assert len(shown) == 3, "icons went to buttons that are gone"
    appearance.choose("light", "comfortable")
    appearance.deleteLater()
