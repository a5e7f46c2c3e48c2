"""Where names are typed: people are offered below, never inside; nothing opens while a word is composed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from making.pages import CTRL, SHIFT, Key, compose, press, type_text
from newsdesk.gui.editor.adder import NARROW, WIDE, Adder

PEOPLE = ["Hoàng Gia", "Hoàng Giang"]


class Asked:
    """A directory that answers when it is told to."""

    def __init__(self) -> None:
        self.queries: list[str] = []
        self.answers: list[Callable[[list[str]], None]] = []

    def __call__(self, typed: str, show: Callable[[list[str]], None]) -> None:
        self.queries.append(typed)
        self.answers.append(show)

    def answer(self, names: list[str], which: int = -1) -> None:
        self.answers[which](names)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def adder(qtbot: QtBot, asked: Asked) -> Adder:
    made = Adder(asked)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def popup(adder: Adder) -> QAbstractItemView:
    completer = adder.completer()
    assert completer is not None
    shown = completer.popup()
    assert shown is not None
    return shown


def heard_by(adder: Adder) -> list[str]:
    heard: list[str] = []
    adder.entered.connect(heard.append)
    return heard


def offered(adder: Adder) -> list[str]:
    model = popup(adder).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_people_are_offered_below_and_the_text_stays_as_typed(adder: Adder, asked: Asked) -> None:
    type_text(adder, "hg")
    assert asked.queries == ["h", "hg"]
    asked.answer(PEOPLE)
    assert popup(adder).isVisible()
    assert offered(adder) == PEOPLE
    assert adder.text() == "hg"
    assert not adder.hasSelectedText()


def test_picking_by_keys_enters_the_name_once(adder: Adder, asked: Asked, qtbot: QtBot) -> None:
    heard = heard_by(adder)
    type_text(adder, "hg")
    asked.answer(PEOPLE)
    press(popup(adder), Key.Key_Down)
    press(popup(adder), Key.Key_Down)
    press(popup(adder), Key.Key_Return)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(0)
    assert heard == ["Hoàng Giang"]
    assert adder.text() == ""
    assert not popup(adder).isVisible()


def test_picking_by_mouse_enters_the_name_once(adder: Adder, asked: Asked, qtbot: QtBot) -> None:
    heard = heard_by(adder)
    type_text(adder, "h")
    asked.answer(PEOPLE)
    shown = popup(adder)
    row = shown.visualRect(shown.model().index(0, 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=row)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(0)
    assert heard == ["Hoàng Gia"]


def test_enter_takes_what_was_typed_though_others_are_offered(
    adder: Adder, asked: Asked, qtbot: QtBot
) -> None:
    heard = heard_by(adder)
    type_text(adder, "Hoàng")
    asked.answer(PEOPLE)
    press(popup(adder), Key.Key_Return)
    qtbot.wait(0)
    assert heard == ["Hoàng"]
    assert not popup(adder).isVisible()


def test_typing_goes_on_below_an_open_popup(adder: Adder, asked: Asked) -> None:
    type_text(adder, "h")
    asked.answer(PEOPLE)
    type_text(adder, "oa\b")
    assert adder.text() == "ho"


def test_escape_closes_the_popup_first(adder: Adder, asked: Asked, qtbot: QtBot) -> None:
    type_text(adder, "h")
    asked.answer(PEOPLE)
    press(popup(adder), Key.Key_Escape)
    assert not popup(adder).isVisible()
    with qtbot.waitSignal(adder.given_up):
        press(adder, Key.Key_Escape)
    assert adder.text() == ""


def test_late_answers_are_dropped(adder: Adder, asked: Asked) -> None:
    type_text(adder, "ho")
    asked.answer(PEOPLE, which=0)
    assert not popup(adder).isVisible()
    asked.answer([])
    assert not popup(adder).isVisible()


def test_old_offers_do_not_come_back_with_the_next_name(adder: Adder, asked: Asked) -> None:
    type_text(adder, "h")
    asked.answer(PEOPLE)
    press(popup(adder), Key.Key_Return)
    type_text(adder, "x")
    assert offered(adder) == []


def test_nothing_opens_while_a_word_is_composed(adder: Adder, asked: Asked) -> None:
    type_text(adder, "h")
    compose(adder, "o", "oà")
    assert adder.composing
    asked.answer(PEOPLE)
    assert not popup(adder).isVisible()
    compose(adder, commit="oa\u0300ng")
    assert not adder.composing
    assert asked.queries[-1] == adder.text() == "hoàng"
    asked.answer(PEOPLE)
    assert popup(adder).isVisible()


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Key.Key_Up, "left_up"),
        (Key.Key_Down, "left_down"),
        (Key.Key_Return, "left_down"),
        (Key.Key_Enter, "left_down"),
        (Key.Key_Backspace, "left_back"),
        (Key.Key_Left, "left_back"),
    ],
)
def test_keys_lead_out_of_the_empty_field(adder: Adder, qtbot: QtBot, key: Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(adder, signal)):
        press(adder, key)


def test_undo_is_the_fields_own_only_while_something_is_typed(adder: Adder) -> None:
    def claimed(key: Key, held: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        QApplication.sendEvent(adder, event)
        return event.isAccepted()

    assert not claimed(Key.Key_Z, CTRL)
    assert not claimed(Key.Key_Z, CTRL | SHIFT)
    type_text(adder, "h")
    assert claimed(Key.Key_Z, CTRL)
    press(adder, Key.Key_Return)
    assert not claimed(Key.Key_Z, CTRL)


def test_it_is_wide_while_it_has_the_caret(adder: Adder) -> None:
    assert adder.width() == WIDE
    adder.clearFocus()
    assert adder.width() == NARROW
