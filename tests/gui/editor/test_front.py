"""The head of the page: one walk of the caret with the body, one history, counters, both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from making.heads import BODY, Head, a_head
from making.pages import CTRL, Key, caret_at, compose, press, type_text
from newsdesk.article.blocks import ListItem, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.text import plain, runs_of
from newsdesk.gui.manuscript import Caret

LONG = "Chợ phiên vùng cao những ngày cuối năm đông vui từ sáng sớm tới tận khuya"


@pytest.fixture
def head(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Head]:
    with a_head(qapp, tmp_path) as made:
        qtbot.waitUntil(made.page.isActiveWindow)
        made.front.begin()
        yield made


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def key(which: Key) -> None:
    press(focused(), which)


def places(head: Head) -> dict[QWidget, str]:
    return {
        head.kicker: "kicker",
        head.headline: "headline",
        head.standfirst: "standfirst",
        head.adder: "adder",
        head.page: "page",
    }


def walk(head: Head, *keys: Key) -> list[str]:
    """Where the caret is after each key."""
    names = places(head)
    seen = []
    for each in keys:
        key(each)
        seen.append(names[focused()])
    return seen


def body(head: Head) -> list[str]:
    return [plain(block.runs) for block in head.article.blocks if isinstance(block, Paragraph | ListItem)]


def test_a_new_piece_begins_with_its_headline(head: Head) -> None:
    assert head.headline.hasFocus()
    assert head.headline.textCursor().atEnd()


def test_enter_walks_from_the_kicker_to_the_body(head: Head) -> None:
    head.kicker.take_caret(at_end=True)
    assert walk(head, *[Key.Key_Return] * 4) == ["headline", "standfirst", "adder", "page"]
    assert head.page.textCursor().atStart()
    assert head.article.blocks == BODY


def test_backspace_at_the_start_walks_back(head: Head) -> None:
    head.page.enter_from_above()
    assert walk(head, Key.Key_Backspace) == ["adder"]
    head.standfirst.take_caret(at_end=False)
    assert walk(head, Key.Key_Backspace) == ["headline"]
    assert head.headline.textCursor().atEnd()
    press(head.headline, Key.Key_Home)
    assert walk(head, Key.Key_Backspace) == ["kicker"]
    assert head.article.headline == "Bến cũ"


def test_arrows_walk_up_and_down(head: Head) -> None:
    head.page.enter_from_above()
    assert walk(head, *[Key.Key_Up] * 4) == ["adder", "standfirst", "headline", "kicker"]
    assert walk(head, *[Key.Key_Down] * 4) == ["headline", "standfirst", "adder", "page"]


def test_left_and_right_pass_through_the_edges(head: Head) -> None:
    assert walk(head, Key.Key_Right, Key.Key_Left) == ["standfirst", "headline"]


def test_one_history_for_head_and_body(head: Head, qtbot: QtBot) -> None:
    type_text(head.headline, "!")
    head.page.enter_from_above()
    type_text(head.page, "Mai ")
    manuscript = head.manuscript
    manuscript.undo()
    assert body(head)[0] == "Sáng 21/11, mưa."
    assert head.page.hasFocus()
    manuscript.undo()
    assert head.article.headline == "Bến cũ"
    assert head.headline.hasFocus()
    assert head.headline.textCursor().position() == len("Bến cũ")
    manuscript.redo()
    manuscript.redo()
    assert (head.article.headline, body(head)[0]) == ("Bến cũ!", "Mai Sáng 21/11, mưa.")
    assert head.page.hasFocus()


def test_each_field_writes_its_own_text(head: Head) -> None:
    type_text(head.kicker, "Đô thị")
    type_text(head.standfirst, "Mưa lớn.")
    assert (head.article.kicker, head.article.headline, head.article.standfirst) == (
        "Đô thị",
        "Bến cũ",
        "Mưa lớn.",
    )


def test_what_the_head_does_not_want_never_reaches_the_text_behind(head: Head) -> None:
    head.manuscript.caret_wanted.emit(Caret("body", 5, 5))
    for place in (head.kicker, head.headline, head.standfirst, head.adder):
        place.setFocus()
        for which in (Key.Key_Delete, Key.Key_Backspace, Key.Key_Return, Key.Key_K, Key.Key_Up):
            press(place, which, CTRL)
    assert head.article.blocks == BODY


def test_tab_leaves_the_head_though_the_body_stands_in_a_list(head: Head, qtbot: QtBot) -> None:
    item = ListItem("i", runs_of("Gạo"), False, 1)
    head.manuscript.open(Article("b", headline="Giá", blocks=(item,)))
    head.headline.take_caret(at_end=True)
    assert walk(head, Key.Key_Tab, Key.Key_Tab) == ["standfirst", "adder"]


def test_tab_walks_in_reading_order(head: Head) -> None:
    head.adder.setFocus()
    type_text(head.adder, "A – B")
    key(Key.Key_Return)
    head.kicker.take_caret(at_end=True)
    seen: list[QWidget] = []
    for _ in range(6):
        key(Key.Key_Tab)
        seen.append(focused())
    assert seen == [head.headline, head.standfirst, *head.chips, head.adder, head.page]


def test_the_head_comes_into_view_when_the_caret_goes_there(head: Head, qtbot: QtBot) -> None:
    blocks = tuple(Paragraph(str(number), runs_of(LONG)) for number in range(60))
    head.manuscript.open(Article("b", headline="Bến cũ", blocks=blocks))
    type_text(head.headline, "x")
    head.page.setFocus()
    caret_at(head.page, 59, 0)
    assert head.page.verticalScrollBar().value() > 500
    head.manuscript.undo()
    assert head.headline.hasFocus()
    assert head.page.viewport().rect().contains(head.headline.geometry().translated(head.front.pos()))


def test_counters_speak_up_near_their_limit(head: Head) -> None:
    counter = head.front.counters["headline"]
    limit = head.kit.desk.checking.limits.headline_words
    assert not counter.isVisible()
    head.headline.selectAll()
    type_text(head.headline, " ".join(["chữ"] * limit))
    assert counter.isVisible()
    assert counter.text() == f"Headline {limit}/{limit} words"
    assert counter.property("tone") == "quiet"
    type_text(head.headline, " nữa")
    assert counter.property("tone") == "warn"
    head.manuscript.open(Article("b"))
    assert not counter.isVisible()


def test_nothing_is_counted_while_composing(head: Head) -> None:
    counter = head.front.counters["standfirst"]
    limit = head.kit.desk.checking.limits.standfirst_words
    type_text(head.standfirst, "chữ " * limit)
    before = counter.text()
    compose(head.standfirst, "n", "nữ")
    assert counter.text() == before
    compose(head.standfirst, commit="nữa")
    assert counter.text() != before


def test_the_language_changes_while_running(head: Head) -> None:
    assert head.headline.placeholderText() == "Headline"
    head.kit.tr.switch("vi")
    head.front.retranslate()
    tr = head.kit.tr
    assert head.headline.accessibleName() == tr("Headline") != "Headline"
    assert head.standfirst.placeholderText() == tr("Standfirst: what, where, when")
    assert head.adder.placeholderText() == tr("+ Add an author")


def test_the_body_begins_below_the_head_however_high_it_is(head: Head, qtbot: QtBot) -> None:
    def top() -> float:
        return head.page.document().rootFrame().frameFormat().topMargin()

    before = top()
    assert before > head.front.height()
    head.headline.selectAll()
    type_text(head.headline, LONG)
    qtbot.waitUntil(lambda: top() > before + 20)
    assert head.headline.verticalScrollBar().maximum() == 0
    assert head.front.height() == head.front.heightForWidth(head.front.width())
