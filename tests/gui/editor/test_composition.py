"""Input methods: nothing reaches the piece before the commit, and one commit is one step."""

import unicodedata

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from making.page_operations import assert_sound
from making.pages import a_page, caret_at, compose, texts
from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.splice import Splice
from newsdesk.article.text import runs_of
from newsdesk.gui.editor.page import Page

BODY = (
    Paragraph("a", runs_of("một")),
    Figure("f", "a" * 64, "chú thích", "An"),
    Paragraph("z", runs_of("hai")),
)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = a_page(BODY)
    qtbot.addWidget(page)
    return page


def steps(page: Page) -> int:
    count = 0
    while page.manuscript.can_undo:
        page.manuscript.undo()
        count += 1
    return count


def test_nothing_is_pushed_while_composing(page: Page) -> None:
    heard: list[object] = []
    page.manuscript.changed.connect(lambda *_: heard.append(_))
    caret_at(page, 0, 3)
    compose(page, "v", "vi", "viê", "việ", "việt")
    assert heard == []
    assert page.document().firstBlock().layout().preeditAreaText() == "việt"
    compose(page, commit="việt")
    assert texts(page)[0] == "mộtviệt"
    assert len(heard) == 1
    assert steps(page) == 1
    assert page.manuscript.article.blocks == BODY


def test_a_composition_over_a_selection_is_one_step(page: Page) -> None:
    heard: list[object] = []
    page.manuscript.changed.connect(lambda *_: heard.append(_))
    caret_at(page, 0, 1, (2, 3))
    compose(page, "ư", "ươ")
    assert heard == []
    assert page.manuscript.article.blocks == BODY
    compose(page, commit="ương")
    assert texts(page) == ["mương", "hai"]
    assert_sound(page)
    assert steps(page) == 1
    assert page.manuscript.article.blocks == BODY


def test_composing_on_a_photo_replaces_it(page: Page) -> None:
    page.show_block("f")
    compose(page, "a", "ă", commit="ăn")
    assert texts(page) == ["một", "ăn", "hai"]
    assert steps(page) == 1


def test_a_composition_given_up_leaves_the_text(page: Page) -> None:
    caret_at(page, 0, 3)
    compose(page, "n", "ng", "")
    assert page.manuscript.article.blocks == BODY
    assert not page.manuscript.can_undo


def test_commits_are_nfc(page: Page) -> None:
    caret_at(page, 0, 3)
    compose(page, commit=unicodedata.normalize("NFD", " tọa đàm ế"))
    assert texts(page)[0] == "một tọa đàm ế"


def test_replacement_of_the_text_around_the_caret(page: Page) -> None:
    caret_at(page, 0, 3)
    compose(page, commit="dd")
    compose(page, commit="đ", replace=(-2, 2))
    assert texts(page)[0] == "mộtđ"
    assert steps(page) == 1


def test_a_replacement_never_reaches_into_another_line(page: Page) -> None:
    caret_at(page, 2, 1)
    compose(page, commit="đ", replace=(-5, 5))
    caret_at(page, 3, 2)
    compose(page, commit="x", replace=(0, 9))
    caret_at(page, 4, 0)
    compose(page, commit="y", replace=(-3, 3))
    assert texts(page) == ["một", "", "đhú thích", "Anx", "yhai"]
    assert_sound(page)


def test_a_caption_takes_no_line_break(page: Page) -> None:
    caret_at(page, 2, 0)
    compose(page, commit="một\nhai ")
    assert texts(page)[2] == "một hai chú thích"


def test_each_commit_is_a_word_to_undo(page: Page) -> None:
    caret_at(page, 0, 3)
    for word in (" người", " dân", " Hà"):
        compose(page, word[:2], commit=word)
    assert steps(page) == 3


@pytest.mark.parametrize("how", ["mouse", "focus", "settle"])
def test_a_half_typed_word_is_asked_for_when_the_caret_leaves(page: Page, qtbot: QtBot, how: str) -> None:
    # Without a screen there is no input method to answer, so the test answers in its place.
    asked: list[str] = []

    def answer() -> None:
        asked.append(how)
        compose(page, commit="việt")

    page.commit_composition = answer  # type: ignore[method-assign]
    caret_at(page, 0, 3)
    compose(page, "viê")
    if how == "mouse":
        QTest.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    elif how == "focus":
        QApplication.sendEvent(page, QFocusEvent(QFocusEvent.Type.FocusOut))
    else:
        page.manuscript.settle()
    assert asked == [how]
    assert texts(page)[0] == "mộtviệt"
    assert page.manuscript.article.blocks[0] == Paragraph("a", runs_of("mộtviệt"))


def test_a_change_from_elsewhere_during_a_composition_wins(page: Page) -> None:
    caret_at(page, 0, 0, (4, 2))
    compose(page, "ư")
    other = Paragraph("z", runs_of("ba"))
    page.manuscript.push(Splice(2, (BODY[2],), (other,)), origin=None)
    assert page.manuscript.article.blocks == (*BODY[:2], other)
    assert_sound(page)
