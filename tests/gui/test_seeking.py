"""Find and replace as a reporter uses it: keys in the bar, places on the page and in its head."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from making.pages import caret_at, compose, type_text
from making.windows import Bench, bench, window_on
from newsdesk.article.blocks import Embed, Figure, Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.gui.seek_bar import SeekBar
from newsdesk.gui.theme import DARK
from newsdesk.gui.window import Window

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOLD = frozenset({Mark.BOLD})
BLOCKS = (
    Paragraph("p", (Run("😀 Con "), Run("đường", BOLD), Run(" cũ, duong moi"))),
    Figure("f", caption="Đường đèo", credit="Ảnh: An Đường"),
    Embed("e", "https://vi.example/", "Phim đường đèo, đường hầm"),
    *(Paragraph(f"n{number}", runs_of("dài " * 60)) for number in range(20)),
    Paragraph("z", runs_of("hết đường")),
)


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


@pytest.fixture
def window(made: Bench, qtbot: Any) -> Iterator[Window]:
    with window_on(made) as shown:
        piece = made.desk.writing.create(Article(new_id(), headline="😀 Đường lên", blocks=BLOCKS))
        shown.opening.open(piece.id)
        qtbot.waitUntil(lambda: shown.opening.current == piece.id)
        qtbot.waitUntil(lambda: shown.commands["edit.find"].isEnabled())
        shown.activateWindow()
        shown.editing.page.setFocus()
        yield shown


def bar(window: Window) -> SeekBar:
    return window.editing.seeking.bar


def seek(window: Window, words: str, command: str = "edit.find") -> SeekBar:
    window.commands[command].trigger()
    bar(window).words.setText(words)
    return bar(window)


def selected(edit: QTextEdit) -> str:
    return edit.textCursor().selectedText()


def tinted(edit: QTextEdit) -> list[str]:
    return [each.cursor.selectedText() for each in edit.extraSelections()]


def headline(window: Window) -> QTextEdit:
    return window.editing.furniture.front.fields["headline"]


def test_the_bar_lies_over_the_page_and_escape_gives_the_caret_back(window: Window) -> None:
    page = window.editing.page
    caret_at(page, 0, 3)
    window.commands["edit.find"].trigger()
    assert bar(window).isVisible()
    assert QApplication.focusWidget() is bar(window).words
    assert page.rect().contains(bar(window).geometry())
    QTest.keyClick(bar(window).words, Key.Key_Escape)
    assert bar(window).isHidden()
    assert QApplication.focusWidget() is page
    assert page.selection().caret.offset == 3


def test_typing_goes_to_the_first_place_and_counts(window: Window) -> None:
    seeker = seek(window, "duong")
    assert (selected(window.editing.page), seeker.words.count) == ("đường", "2/8")
    seek(window, "đèo")
    assert (selected(window.editing.page), seeker.words.count) == ("đèo", "1/2")
    seek(window, "không có")
    assert seeker.words.count == "Not found"
    assert not seeker.next.isEnabled()
    seek(window, "")
    assert seeker.words.count == ""


def test_enter_walks_through_all_texts_and_round(window: Window) -> None:
    seeker, page = seek(window, "đường"), window.editing.page
    seen = []
    for _ in range(7):
        QTest.keyClick(seeker.words, Key.Key_Return)
        seen.append((seeker.words.count, selected(page), selected(headline(window))))
    assert seen == [
        ("3/7", "Đường", ""),
        ("4/7", "Đường", ""),
        ("5/7", "\ufffc", ""),
        ("6/7", "\ufffc", ""),
        ("7/7", "đường", ""),
        ("1/7", "", "Đường"),
        ("2/7", "đường", ""),
    ]
    QTest.keyClick(seeker.words, Key.Key_Return, SHIFT)
    assert selected(headline(window)) == "Đường"
    assert QApplication.focusWidget() is seeker.words


def test_escape_leaves_the_caret_at_the_place(window: Window) -> None:
    seeker = seek(window, "lên")
    assert selected(headline(window)) == "lên"
    QTest.keyClick(seeker.words, Key.Key_Escape)
    assert QApplication.focusWidget() is headline(window)
    assert tinted(headline(window)) == []


def test_escape_on_the_page_closes_the_bar_too(window: Window) -> None:
    seek(window, "cũ")
    window.editing.page.setFocus()
    QTest.keyClick(window.editing.page, Key.Key_Escape)
    assert bar(window).isHidden()
    assert selected(window.editing.page) == "cũ"


def test_the_count_knows_where_the_caret_is(window: Window) -> None:
    seeker = seek(window, "đường")
    assert seeker.words.count == "2/7"
    caret_at(window.editing.page, 0, 0)
    assert seeker.words.count == "7"
    headline(window).setFocus()
    QTest.keyClick(headline(window), Key.Key_End)
    window.commands["edit.find_previous"].trigger()
    assert (selected(headline(window)), seeker.words.count) == ("Đường", "1/7")
    QTest.keyClick(headline(window), Key.Key_End)
    assert seeker.words.count == "7"


def test_f3_goes_on_without_the_bar(window: Window) -> None:
    seeker, page = seek(window, "đường"), window.editing.page
    seeker.left.emit()
    caret_at(page, 0, 12)
    window.commands["edit.find_next"].trigger()
    assert (selected(page), page.selection().caret.line) == ("Đường", 2)
    assert QApplication.focusWidget() is page
    window.commands["edit.find_previous"].trigger()
    assert page.selection().caret.line == 0
    assert seeker.isHidden()


def test_f3_with_nothing_to_find_asks(window: Window) -> None:
    window.commands["edit.find_next"].trigger()
    assert QApplication.focusWidget() is bar(window).words


def test_a_selected_word_is_looked_for(window: Window) -> None:
    caret_at(window.editing.page, 0, 6, (0, 11))
    window.commands["edit.replace"].trigger()
    assert bar(window).words.text() == "đường"
    assert bar(window).words.count == "2/7"
    assert QApplication.focusWidget() is bar(window).by


def test_replace_asks_for_words_first_and_then_for_others(window: Window) -> None:
    window.commands["edit.replace"].trigger()
    assert QApplication.focusWidget() is bar(window).words
    QTest.keyClicks(bar(window).words, "duong")
    window.commands["edit.replace"].trigger()
    assert QApplication.focusWidget() is bar(window).by
    window.commands["edit.find"].trigger()
    assert QApplication.focusWidget() is bar(window).words
    assert bar(window).by.isVisible()


def test_the_place_is_in_view_and_clear_of_the_bar(window: Window) -> None:
    page, seeker = window.editing.page, seek(window, "hết", "edit.replace")
    assert seeker.height() < page.cursorRect().bottom() < page.viewport().height()
    seek(window, "con đ", "edit.replace")
    assert seeker.geometry().bottom() < page.cursorRect().top() < page.viewport().height()
    seek(window, "lên", "edit.replace")
    field = headline(window)
    top = field.mapTo(page, field.cursorRect().topLeft()).y()
    assert seeker.geometry().bottom() < top < page.viewport().height()


def test_opening_the_bar_does_not_move_the_text_in_view(window: Window) -> None:
    page = window.editing.page
    page.verticalScrollBar().setValue(200)
    before = page.cursorRect().top()
    window.commands["edit.replace"].trigger()
    assert page.cursorRect().top() == before
    bar(window).left.emit()
    assert page.cursorRect().top() == before
    assert page.verticalScrollBar().value() == 200


def test_all_places_in_view_are_tinted_and_the_text_stays(window: Window, qtbot: Any) -> None:
    page, before = window.editing.page, window.manuscript.article
    seeker = seek(window, "duong")
    assert tinted(headline(window)) == ["Đường"]
    assert tinted(page)[:2] == ["đường", "duong"]
    assert "hết" not in tinted(page)
    seeker.marks.setChecked(True)
    qtbot.waitUntil(lambda: tinted(page) == ["duong"])
    QTest.keyClick(seeker.words, Key.Key_Escape)
    assert tinted(page) == tinted(headline(window)) == []
    assert window.manuscript.article is before
    assert not window.manuscript.can_undo


def test_tints_follow_scrolling(window: Window, qtbot: Any) -> None:
    seek(window, "hết đường")
    page = window.editing.page
    page.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: tinted(page) == [])
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: tinted(page) == ["hết đường"])


def test_nothing_is_tinted_while_a_word_is_composed(window: Window, qtbot: Any) -> None:
    page = window.editing.page
    seek(window, "dai")
    page.setFocus()
    caret_at(page, 0, 1)
    compose(page, "dài")
    window.editing.seeking._tints._draw()
    shown = tinted(page)
    window.editing.seeking._tints.show(None)
    assert tinted(page) == shown
    compose(page, commit="dài ")
    qtbot.waitUntil(lambda: tinted(page) == [])


def test_tints_have_the_colour_of_the_theme(window: Window, made: Bench) -> None:
    seek(window, "đường")
    made.kit.appearance.choose("dark", "comfortable")
    (tint,) = headline(window).extraSelections()
    assert tint.format.background().color() == DARK.color("found")


def test_the_count_follows_writing(window: Window, qtbot: Any) -> None:
    seeker, page = seek(window, "hết"), window.editing.page
    page.setFocus()
    caret_at(page, 0, 1)
    assert seeker.words.count == "1"
    type_text(page, "hết ")
    qtbot.waitUntil(lambda: seeker.words.count == "2")


def test_replace_takes_one_place_after_the_other(window: Window) -> None:
    seeker = seek(window, "đường", "edit.replace")
    seeker.by.setText("lối")
    QTest.keyClick(seeker.by, Key.Key_Return)
    paragraph = window.manuscript.article.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (Run("😀 Con "), Run("lối", BOLD), Run(" cũ, duong moi"))
    assert (selected(window.editing.page), seeker.words.count) == ("Đường", "2/6")
    seeker.replace.click()
    figure = window.manuscript.article.blocks[1]
    assert isinstance(figure, Figure) and figure.caption == "Lối đèo"
    window.manuscript.undo()
    window.manuscript.undo()
    assert window.manuscript.article.blocks == BLOCKS


def test_replace_goes_to_a_place_before_it_replaces(window: Window) -> None:
    seeker, page = seek(window, "đường", "edit.replace"), window.editing.page
    caret_at(page, 0, 0)
    seeker.replace.click()
    assert selected(page) == "đường"
    assert not window.manuscript.can_undo


def test_replace_all_is_one_step_that_keeps_marks_and_ids(window: Window) -> None:
    seeker, manuscript = seek(window, "duong", "edit.replace"), window.manuscript
    before = manuscript.article
    seeker.by.setText("lối")
    QTest.mouseClick(seeker.replace_all, Qt.MouseButton.LeftButton)
    after = manuscript.article
    assert seeker.words.count == "8 replaced"
    assert [block.id for block in after.blocks] == [block.id for block in before.blocks]
    assert after.headline == "😀 Lối lên"
    assert after.blocks[0] == Paragraph("p", (Run("😀 Con "), Run("lối", BOLD), Run(" cũ, lối moi")))
    assert after.blocks[2] == Embed("e", "https://vi.example/", "Phim lối đèo, lối hầm")
    assert headline(window).toPlainText() == "😀 Lối lên"
    assert window.editing.page.lines[0].text == "😀 Con lối cũ, lối moi"
    assert selected(window.editing.page) == ""
    manuscript.undo()
    assert manuscript.article == before
    assert not manuscript.can_undo
    manuscript.redo()
    assert manuscript.article == after


def test_after_replacing_undo_in_the_bar_is_that_of_the_piece(window: Window) -> None:
    seeker, before = seek(window, "", "edit.replace"), window.manuscript.article
    QTest.keyClicks(seeker.words, "duong")
    QTest.keyClick(seeker.words, Key.Key_Z, CTRL)
    assert seeker.words.text() != "duong"
    seeker.words.setText("duong")
    seeker.replace_all.click()
    assert window.manuscript.article != before
    QTest.keyClick(seeker.words, Key.Key_Z, CTRL)
    assert window.manuscript.article == before
    assert seeker.words.text() == "duong"


def test_no_key_falls_through_to_the_text(window: Window) -> None:
    before = window.manuscript.article
    seeker = seek(window, "đường", "edit.replace")
    for key in (Key.Key_Up, Key.Key_Down, Key.Key_PageDown, Key.Key_F5, Key.Key_Insert):
        for line in (seeker.words, seeker.by, seeker.replace_all):
            QTest.keyClick(line, key)
    assert window.manuscript.article is before


def test_tab_goes_through_the_bar_in_reading_order(window: Window) -> None:
    seeker = seek(window, "đường", "edit.replace")
    order = [seeker.marks, seeker.whole, seeker.case, seeker.previous, seeker.next, seeker.close_button]
    for expected in (*order, seeker.by, seeker.replace, seeker.replace_all):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Key.Key_Tab)
        assert QApplication.focusWidget() is expected


def test_everything_has_a_name(window: Window) -> None:
    seeker = bar(window)
    named = (seeker.more, seeker.words, seeker.marks, seeker.whole, seeker.case, seeker.previous, seeker.next)
    assert all(control.accessibleName() for control in (*named, seeker.close_button, seeker.by))


def test_another_piece_is_searched_anew(window: Window, made: Bench, qtbot: Any) -> None:
    seeker = seek(window, "đường")
    other = made.desk.writing.create(Article(new_id(), headline="Một đường"))
    window.opening.open(other.id)
    qtbot.waitUntil(lambda: seeker.words.count in ("1", "1/1"))
