"""What tooltips and menus say of a command: its key, and why it cannot run now."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from making.windows import Bench, bench, window_on
from newsdesk.desk.commands import When
from newsdesk.gui.window import Window


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


@pytest.fixture
def window(made: Bench) -> Iterator[Window]:
    with window_on(made) as shown:
        yield shown


def test_a_possible_command_tells_its_key(window: Window) -> None:
    assert window.commands["piece.new"].toolTip() == "New article  Ctrl+N"


def test_an_impossible_one_tells_why(window: Window) -> None:
    assert window.commands["edit.undo"].toolTip() == "Undo  Ctrl+Z\nOpen an article first."
    window.commands.allow({When.ALWAYS, When.OPEN})
    assert window.commands["edit.undo"].toolTip() == "Undo  Ctrl+Z\nThere is nothing to undo."
    window.commands.allow({When.ALWAYS, When.OPEN, When.CAN_UNDO})
    assert window.commands["edit.undo"].toolTip() == "Undo  Ctrl+Z"


def test_buttons_say_the_same(window: Window) -> None:
    assert window.toolbar._export.toolTip() == window.commands["piece.export"].toolTip()
    assert "Open an article first." in window.toolbar._export.toolTip()


def test_reasons_follow_the_language(window: Window, made: Bench) -> None:
    made.settings.choose("language", "vi")
    reason = made.kit.tr("Open an article first.")
    assert window.commands["piece.export"].toolTip().endswith(reason)


def test_menus_show_them(window: Window) -> None:
    menus = window.commands.menu.findChildren(QMenu)
    assert menus and all(menu.toolTipsVisible() for menu in menus)
