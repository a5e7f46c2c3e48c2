"""The palette over a real window: keys, mouse, compositions, and where the caret is afterwards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from making.windows import Bench, bench, window_on
from newsdesk.article.blocks import Figure, Heading, Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.text import plain, runs_of
from newsdesk.desk.commands import COMMANDS
from newsdesk.gui.palette.entries import Entry
from newsdesk.gui.window import Window

Key = Qt.Key


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path, language="vi") as parts:
        yield parts


@pytest.fixture
def window(made: Bench) -> Iterator[Window]:
    with window_on(made) as shown:
        yield shown


def a_piece() -> Article:
    blocks = (
        Paragraph(new_id(), runs_of("Sáng 21/11.")),
        Heading("mua-ngo", runs_of("Mùa ngô năm nay")),
        Figure("cho-phien", caption="Chợ phiên họp trong sương"),
        Paragraph("last", runs_of("")),
    )
    return Article(new_id(), headline="Chợ phiên Lũng Phìn", blocks=blocks)


@pytest.fixture
def writing(window: Window, made: Bench, qtbot: Any) -> Window:
    """The window with the caret in the text of an article."""
    piece = made.desk.writing.create(a_piece())
    window.opening.open(piece.id)
    qtbot.waitUntil(lambda: window.opening.current == piece.id)
    window.editing.page.setFocus()
    qtbot.waitUntil(window.editing.page.hasFocus)
    return window


def summon(window: Window, typed: str = "") -> None:
    window.commands["view.palette"].trigger()
    assert window.finder.isVisible() and window.finder.field.hasFocus()
    QTest.keyClicks(window.finder.field, typed)


def titles(window: Window) -> list[str]:
    return [row.entry.title for row in window.finder.choices.rows if row.entry]


def chosen(window: Window) -> Entry:
    entry = window.finder.choices.entry_at(window.finder.list.currentIndex().row())
    assert entry is not None
    return entry


def press(window: Window, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def at_last_paragraph(window: Window) -> None:
    window.editing.page.show_block("last")


def test_every_other_command_is_offered_with_its_key(writing: Window) -> None:
    summon(writing)
    offered = {row.entry.id: row.entry for row in writing.finder.choices.rows if row.entry}
    assert {command.id for command in COMMANDS} - offered.keys() == {"view.palette"}
    assert offered["piece.export"].key == "Ctrl+E"


def test_typed_without_marks_and_run(writing: Window, made: Bench) -> None:
    summon(writing, "de muc")
    assert chosen(writing).id == "style.heading"
    press(writing, Key.Key_Return)
    assert not writing.finder.isVisible()
    assert writing.editing.page.hasFocus()
    assert isinstance(writing.manuscript.article.blocks[0], Heading)


def test_escape_gives_the_caret_back_where_it_was(writing: Window) -> None:
    places: list[QWidget] = [writing.editing.page, writing.library.search]
    places += [writing.editing.furniture.front.fields["headline"], writing.toolbar._send]
    for place in places:
        place.setFocus()
        assert place.hasFocus()
        summon(writing, "xuat")
        press(writing, Key.Key_Escape)
        assert not writing.finder.isVisible()
        assert place.hasFocus()


def test_looking_does_not_lose_what_was_possible(writing: Window) -> None:
    """From a button the caret's last place counts, and the field of the palette is no such place."""
    writing.toolbar._send.setFocus()
    assert writing.commands["mark.bold"].isEnabled()
    summon(writing)
    press(writing, Key.Key_Escape)
    assert writing.commands["mark.bold"].isEnabled()


def test_the_same_key_puts_it_away(writing: Window) -> None:
    summon(writing)
    QTest.keyClick(writing.finder.field, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not writing.finder.isVisible()


def test_what_cannot_run_says_why_and_stays(writing: Window) -> None:
    summon(writing, "hoan tac")
    assert chosen(writing).id == "edit.undo"
    assert chosen(writing).reason == writing.finder._hint.text() != ""
    assert chosen(writing).reason in writing.finder.field.accessibleDescription()
    press(writing, Key.Key_Return)
    assert writing.finder.isVisible()


def test_without_an_article_there_is_nothing_to_export(window: Window, made: Bench) -> None:
    summon(window, "docx")
    assert chosen(window).reason == made.kit.tr("Open an article first.")


def test_commands_of_the_window_sleep_meanwhile(writing: Window) -> None:
    summon(writing)
    assert not writing.commands["mark.bold"].isEnabled()
    press(writing, Key.Key_Escape)
    assert writing.commands["mark.bold"].isEnabled()


@pytest.mark.parametrize(("typed", "block"), [("mua ngo", "mua-ngo"), ("trong suong", "cho-phien")])
def test_goes_to_a_place_of_the_article(writing: Window, typed: str, block: str) -> None:
    summon(writing, typed)
    assert chosen(writing).id == f"block:{block}"
    press(writing, Key.Key_Return)
    page = writing.editing.page
    assert page.hasFocus()
    assert page.lines[page.textCursor().blockNumber()].id == block


def test_goes_to_another_article(writing: Window, made: Bench, qtbot: Any) -> None:
    other = made.desk.writing.create(Article(new_id(), headline="Giá gạo tăng tuần thứ ba"))
    summon(writing, "gia gao")
    qtbot.waitUntil(lambda: "Giá gạo tăng tuần thứ ba" in titles(writing))
    assert "Chợ phiên Lũng Phìn" not in titles(writing)
    press(writing, Key.Key_Return)
    qtbot.waitUntil(lambda: writing.opening.current == other.id)


def test_an_answer_of_the_library_leaves_the_choice_alone(writing: Window, made: Bench, qtbot: Any) -> None:
    made.desk.writing.create(Article(new_id(), headline="Danh sách trúng cử"))
    summon(writing, "danh sach")
    press(writing, Key.Key_Down)
    before = chosen(writing).id
    qtbot.waitUntil(lambda: "Danh sách trúng cử" in titles(writing))
    assert chosen(writing).id == before


def test_arrows_pass_over_headings_and_around(writing: Window) -> None:
    summon(writing)
    first = chosen(writing).id
    press(writing, Key.Key_Up)
    assert chosen(writing).id == "block:cho-phien"
    press(writing, Key.Key_Tab)
    assert chosen(writing).id == first
    for _ in COMMANDS:
        press(writing, Key.Key_Down)
        assert chosen(writing)
    press(writing, Key.Key_PageUp)
    assert writing.finder.field.hasFocus()


def test_a_word_is_found_while_it_is_composed(writing: Window) -> None:
    """Input methods hold a word back until it is complete; nobody would see anything until then."""
    summon(writing)
    QApplication.sendEvent(writing.finder.field, QInputMethodEvent("xuấ", []))
    assert writing.finder.field.composing
    assert chosen(writing).id == "piece.export"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("xuất")
    QApplication.sendEvent(writing.finder.field, commit)
    assert not writing.finder.field.composing
    assert chosen(writing).id == "piece.export"


def test_english_names_are_known_in_vietnamese_too(writing: Window) -> None:
    summon(writing, "focus")
    assert chosen(writing).id == "view.focus"


def test_a_click_runs_and_one_beside_it_puts_away(writing: Window, qtbot: Any) -> None:
    summon(writing, "che do tap trung")
    view = writing.finder.list
    spot = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not writing.finder.isVisible()
    assert writing.columns.focus_mode
    summon(writing)
    QTest.mouseClick(writing.finder, Qt.MouseButton.LeftButton, pos=writing.finder.rect().bottomLeft())
    assert not writing.finder.isVisible()


def test_nothing_found_is_said(writing: Window) -> None:
    summon(writing, "zzzz")
    assert titles(writing) == []
    assert "zzzz" in writing.finder._nothing.text()
    press(writing, Key.Key_Return)
    press(writing, Key.Key_Down)
    assert writing.finder.isVisible()


def test_a_slash_at_an_empty_paragraph_offers_what_can_be_made(writing: Window) -> None:
    at_last_paragraph(writing)
    press(writing, Key.Key_Slash)
    assert writing.finder.isVisible()
    offered = [row.entry.id for row in writing.finder.choices.rows if row.entry]
    assert offered and all(each.startswith(("style.", "insert.")) for each in offered)
    QTest.keyClicks(writing.finder.field, "trich dan")
    press(writing, Key.Key_Return)
    page = writing.editing.page
    assert page.lines[page.textCursor().blockNumber()].kind == "quote"
    assert page.hasFocus()


def test_a_slash_put_away_leaves_nothing(writing: Window) -> None:
    at_last_paragraph(writing)
    press(writing, Key.Key_Slash)
    press(writing, Key.Key_Escape)
    assert not writing.manuscript.can_undo


def test_a_second_slash_is_written(writing: Window) -> None:
    at_last_paragraph(writing)
    press(writing, Key.Key_Slash)
    press(writing, Key.Key_Slash)
    assert not writing.finder.isVisible()
    press(writing, Key.Key_Slash)
    last = writing.manuscript.article.blocks[-1]
    assert isinstance(last, Paragraph)
    assert plain(last.runs) == "//"
    writing.manuscript.undo()
    assert writing.manuscript.article.blocks[-1] == Paragraph("last")


def test_a_slash_within_text_is_a_slash(writing: Window) -> None:
    press(writing, Key.Key_Slash)
    assert not writing.finder.isVisible()
    first = writing.manuscript.article.blocks[0]
    assert isinstance(first, Paragraph)
    assert plain(first.runs) == "/Sáng 21/11."


@pytest.mark.parametrize("size", [(1440, 960), (1280, 720), (720, 480)])
def test_the_card_lies_within_the_window(writing: Window, qtbot: Any, size: tuple[int, int]) -> None:
    writing.resize(*size)
    qtbot.waitUntil(lambda: (writing.width(), writing.height()) == size)
    summon(writing)
    assert writing.finder.rect().contains(writing.finder._card.geometry())


def test_words_follow_the_language(writing: Window, made: Bench) -> None:
    made.settings.choose("language", "en")
    summon(writing, "export")
    assert titles(writing) == ["Export DOCX"]
    assert writing.finder.field.accessibleName() == "Find a command…"
