"""The sheet of keys over a real window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from making.windows import Bench, bench, window_on
from newsdesk.desk.commands import COMMANDS, HABITS
from newsdesk.gui.keys import KeyLine
from newsdesk.gui.window import Window


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


@pytest.fixture
def window(made: Bench) -> Iterator[Window]:
    with window_on(made) as shown:
        shown.commands["program.keys"].trigger()
        yield shown


def lines(window: Window) -> list[str]:
    """What a screen reader says of the lines that are shown."""
    return [line.accessibleName() for line in window.keys.findChildren(KeyLine) if line.isVisible()]


def test_every_command_and_habit_stands_there_with_its_keys(window: Window) -> None:
    assert len(lines(window)) == len(COMMANDS) + len(HABITS)
    assert "Undo, Ctrl+Z" in lines(window)
    assert "Redo, Ctrl+Shift+Z, Ctrl+Y" in lines(window)
    assert "Move the paragraph or photo, Alt+↑, Alt+↓" in lines(window)


def test_two_keys_that_read_alike_are_one(window: Window) -> None:
    assert "Send to the CMS, Ctrl+Enter" in lines(window)


@pytest.mark.parametrize("typed", ["outb", "ctrl+shift+o", "OUTBOX"])
def test_searched_by_title_or_key(window: Window, typed: str) -> None:
    assert window.keys.search.hasFocus()
    QTest.keyClicks(window.keys.search, typed)
    assert lines(window) == ["Outbox, Ctrl+Shift+O"]


@pytest.mark.parametrize("size", [(1600, 1200), (1280, 720), (720, 480)])
def test_the_sheet_keeps_its_size_while_one_types(window: Window, qtbot: Any, size: tuple[int, int]) -> None:
    window.keys.close_sheet()
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    window.commands["program.keys"].trigger()
    before = window.keys._paper.geometry()
    QTest.keyClicks(window.keys.search, "outb")
    window.keys.fit()
    assert window.keys._paper.geometry() == before
    assert window.keys.rect().contains(before)


def test_without_marks_in_vietnamese(window: Window, made: Bench) -> None:
    made.settings.choose("language", "vi")
    QTest.keyClicks(window.keys.search, "hang cho gui")
    assert lines(window) == ["Hàng chờ gửi, Ctrl+Shift+O"]


def test_nothing_found_is_said_and_forgotten(window: Window) -> None:
    QTest.keyClicks(window.keys.search, "zzzz")
    assert lines(window) == []
    assert "zzzz" in window.keys._nothing.text()
    QTest.keyClick(window.keys.search, Qt.Key.Key_Escape)
    assert not window.keys.isVisible()
    window.commands["program.keys"].trigger()
    assert len(lines(window)) == len(COMMANDS) + len(HABITS)
