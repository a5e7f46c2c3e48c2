"""A signature as a chip: what it shows, what it offers, what it tells."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from making.pages import Key, press
from making.windows import Bench, bench
from newsdesk.article.model import Byline, Role
from newsdesk.gui.editor.chip import Chip

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


@pytest.fixture
def chip(made: Bench, qtbot: QtBot) -> Chip:
    return a_chip(made, qtbot, Byline("Lò Văn Minh", Role.CAMERA, contributor=True))


def a_chip(made: Bench, qtbot: QtBot, byline: Byline) -> Chip:
    new = Chip(byline, made.kit.icons, made.kit.wording, made.kit.tr)
    qtbot.addWidget(new)
    new.show()
    return new


def shown(chip: Chip) -> str:
    label = chip.findChild(QLabel, "byline_text")
    assert isinstance(label, QLabel)
    return label.text()


def offered(chip: Chip) -> dict[str, QAction]:
    """The entries of the chip's menu, those of the menus in it too."""
    chip.open_menu()
    actions = [action for menu in chip.findChildren(QMenu) for action in menu.actions()]
    return {action.text(): action for action in actions if action.text()}


def test_reporters_need_no_role_others_do(made: Bench, qtbot: QtBot, chip: Chip) -> None:
    assert shown(a_chip(made, qtbot, Byline("Hoàng Gia"))) == "Hoàng Gia"
    assert shown(chip) == f"{made.kit.wording.role(Role.CAMERA)}: Lò Văn Minh"


def test_it_says_who_is_unknown_and_who_comes_from_outside(made: Bench, qtbot: QtBot, chip: Chip) -> None:
    assert "Outside" not in chip.accessibleName()
    assert "not in the station's directory" in chip.toolTip()
    assert "outside contributor" in chip.accessibleDescription()
    known = a_chip(made, qtbot, Byline("Hoàng Gia", person="p0"))
    assert known.accessibleDescription() == ""
    assert known.property("known") and not chip.property("known")


def test_the_menu_offers_everything_that_keys_do(chip: Chip, qtbot: QtBot) -> None:
    entries = offered(chip)
    for words, signal in (
        ("Change the name", chip.renaming),
        ("Remove", chip.removed),
        ("Move forward", chip.moved),
        ("Move back", chip.moved),
    ):
        with qtbot.waitSignal(signal):
            entries[words].trigger()


def test_the_menu_shows_and_chooses_role_and_contributor(made: Bench, chip: Chip, qtbot: QtBot) -> None:
    entries = offered(chip)
    assert entries["Outside contributor"].isChecked()
    checked = [role for role in Role if entries[made.kit.wording.role(role)].isChecked()]
    assert checked == [Role.CAMERA]
    with qtbot.waitSignal(chip.role_chosen) as heard:
        entries[made.kit.wording.role(Role.EDITOR)].trigger()
    assert heard.args == [Role.EDITOR]
    with qtbot.waitSignal(chip.contributor_chosen) as heard:
        entries["Outside contributor"].trigger()
    assert heard.args == [False]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_Menu])
def test_keys_open_the_menu(chip: Chip, key: Key) -> None:
    press(chip, key)
    assert any(menu.isVisible() for menu in chip.findChildren(QMenu))


def test_a_double_click_renames(chip: Chip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chip.renaming):
        qtbot.mouseDClick(chip, LEFT)


def test_a_click_gives_the_focus(chip: Chip, qtbot: QtBot) -> None:
    chip.activateWindow()
    qtbot.waitUntil(chip.isActiveWindow)
    chip.clearFocus()
    qtbot.mouseClick(chip, LEFT)
    assert chip.hasFocus()


def test_a_drag_begins_only_after_some_way(chip: Chip, qtbot: QtBot, monkeypatch: Any) -> None:
    started: list[QPoint] = []
    monkeypatch.setattr(
        "newsdesk.gui.editor.chip.QDrag.exec", lambda drag, _action: started.append(drag.hotSpot())
    )
    qtbot.mousePress(chip, LEFT, pos=QPoint(10, 10))
    qtbot.mouseMove(chip, QPoint(12, 10))
    assert started == []
    qtbot.mouseMove(chip, QPoint(60, 10))
    assert started == [QPoint(10, 10)]
