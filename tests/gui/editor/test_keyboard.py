"""The caret rules, by real keys on a real page."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from making.page_operations import assert_sound
from making.pages import ALT, CTRL, SHIFT, Key, a_page, caret_at, press, texts, type_text
from newsdesk.article.blocks import (
    Block,
    Box,
    Divider,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
)
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.gui.editor.edit import Go, Place, object_selected
from newsdesk.gui.editor.lines import Kind
from newsdesk.gui.editor.page import Page

FIGURE = Figure("f", "a" * 64, "chú thích", "Ảnh: An", alt="cầu")
BODY = (Paragraph("a", runs_of("một")), FIGURE, Paragraph("z", runs_of("hai")))
IMAGE, CAPTION, CREDIT, LAST = 1, 2, 3, 4


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return open_page(qtbot, *BODY)


def open_page(qtbot: QtBot, *blocks: Block) -> Page:
    page = a_page(blocks)
    qtbot.addWidget(page)
    return page


def ids(page: Page) -> list[str]:
    return [block.id for block in page.manuscript.article.blocks]


def bare_caret(page: Page) -> tuple[int, int]:
    go = page.selection()
    assert go.anchor == go.caret
    return go.caret.line, go.caret.offset


@pytest.mark.parametrize(
    ("line", "offset", "key"),
    [(LAST, 0, Key.Key_Backspace), (0, 3, Key.Key_Delete), (CAPTION, 0, Key.Key_Backspace)],
)
def test_erasing_towards_a_figure_selects_it_and_a_second_press_removes_it(
    page: Page, line: int, offset: int, key: Qt.Key
) -> None:
    caret_at(page, line, offset)
    press(page, key)
    assert page.selection() == object_selected(IMAGE)
    assert page.manuscript.article.blocks == BODY
    press(page, key)
    assert ids(page) == ["a", "z"]
    page.manuscript.undo()
    assert page.manuscript.article.blocks == BODY
    assert_sound(page)


def test_backspace_walks_from_credit_to_caption_and_delete_back(page: Page) -> None:
    caret_at(page, CREDIT, 0)
    press(page, Key.Key_Backspace)
    assert bare_caret(page) == (CAPTION, 9)
    press(page, Key.Key_Delete)
    assert bare_caret(page) == (CREDIT, 0)
    caret_at(page, CREDIT, 7)
    press(page, Key.Key_Delete)
    assert page.manuscript.article.blocks == BODY


def test_an_empty_line_beside_a_figure_goes(qtbot: QtBot) -> None:
    page = open_page(qtbot, FIGURE, Paragraph("e"))
    caret_at(page, 3, 0)
    press(page, Key.Key_Backspace)
    assert ids(page) == ["f"]
    assert page.selection() == object_selected(0)


def test_enter_walks_from_caption_to_credit_to_a_new_paragraph(page: Page) -> None:
    caret_at(page, CAPTION, 4)
    press(page, Key.Key_Return)
    assert bare_caret(page) == (CREDIT, 0)
    press(page, Key.Key_Return)
    assert bare_caret(page) == (LAST, 0)
    assert page.lines[LAST].kind is Kind.PARAGRAPH
    assert len(ids(page)) == 4
    assert_sound(page)


def test_enter_on_a_photo_writes_below_and_shift_enter_above(page: Page) -> None:
    page.go(object_selected(IMAGE))
    press(page, Key.Key_Return)
    assert texts(page) == ["một", "", "chú thích", "Ảnh: An", "", "hai"]
    page.go(object_selected(IMAGE))
    press(page, Key.Key_Return, SHIFT)
    assert bare_caret(page) == (1, 0)
    assert texts(page)[:3] == ["một", "", ""]


def test_typing_on_a_selected_photo_replaces_it(page: Page) -> None:
    page.go(object_selected(IMAGE))
    type_text(page, "mới")
    assert texts(page) == ["một", "mới", "hai"]
    page.manuscript.undo()
    assert page.manuscript.article.blocks == BODY


def test_a_selection_over_the_photo_takes_caption_and_credit_along(page: Page) -> None:
    caret_at(page, 0, 1, (CAPTION, 3))
    press(page, Key.Key_Delete)
    assert texts(page) == ["m", "hai"]


def test_a_selection_that_only_touches_a_caption_cuts_its_text(page: Page) -> None:
    caret_at(page, CAPTION, 4, (LAST, 1))
    press(page, Key.Key_Backspace)
    assert texts(page) == ["một", "", "chú ", "", "ai"]
    assert_sound(page)


def test_selecting_all_and_erasing_leaves_an_empty_paragraph(page: Page) -> None:
    press(page, Key.Key_A, CTRL)
    press(page, Key.Key_Delete)
    assert [(line.kind, line.text) for line in page.lines] == [(Kind.PARAGRAPH, "")]
    page.manuscript.undo()
    assert page.manuscript.article.blocks == BODY


def test_enter_gives_the_second_half_a_new_id_and_joining_keeps_the_first(page: Page) -> None:
    caret_at(page, 0, 1)
    press(page, Key.Key_Return)
    assert texts(page)[:2] == ["m", "ột"]
    assert ids(page)[0] == "a"
    assert ids(page)[1] not in ("a", "f", "z")
    press(page, Key.Key_Backspace)
    assert ids(page) == ["a", "f", "z"]
    assert bare_caret(page) == (0, 1)


def test_enter_before_a_text_leaves_it_its_id(page: Page) -> None:
    caret_at(page, LAST, 0)
    press(page, Key.Key_Return)
    assert ids(page)[-1] == "z"
    press(page, Key.Key_Backspace)
    assert ids(page) == ["a", "f", "z"]


@pytest.mark.parametrize("block", [Heading("h", runs_of("Mục")), Quote("q", runs_of("Lời"))])
def test_after_a_heading_or_quote_comes_a_paragraph(qtbot: QtBot, block: Block) -> None:
    page = open_page(qtbot, block)
    caret_at(page, 0, 3)
    press(page, Key.Key_Return)
    assert page.lines[1].kind is Kind.PARAGRAPH


def test_a_list_goes_on_and_an_empty_item_ends_it(qtbot: QtBot) -> None:
    page = open_page(qtbot, ListItem("l", runs_of("một"), ordered=True, depth=2))
    caret_at(page, 0, 3)
    press(page, Key.Key_Return)
    assert page.lines[1].kind is Kind.NUMBER_2
    press(page, Key.Key_Return)
    assert page.lines[1].kind is Kind.NUMBER_1
    press(page, Key.Key_Return)
    assert page.lines[1].kind is Kind.PARAGRAPH
    assert len(page.lines) == 2


def test_backspace_at_the_start_of_an_item_takes_it_out_of_the_list(qtbot: QtBot) -> None:
    page = open_page(qtbot, Paragraph("p", runs_of("a")), ListItem("l", runs_of("b"), depth=2))
    caret_at(page, 1, 0)
    for kind in (Kind.BULLET_1, Kind.PARAGRAPH):
        press(page, Key.Key_Backspace)
        assert page.lines[1].kind is kind
    press(page, Key.Key_Backspace)
    assert texts(page) == ["ab"]


def test_tab_changes_the_depth_of_an_item_and_nothing_else(qtbot: QtBot) -> None:
    page = open_page(qtbot, ListItem("l", runs_of("một")), Paragraph("p"))
    caret_at(page, 0, 1)
    press(page, Key.Key_Tab)
    assert page.lines[0].kind is Kind.BULLET_2
    press(page, Key.Key_Tab, SHIFT)
    assert page.lines[0].kind is Kind.BULLET_1
    caret_at(page, 1, 0)
    press(page, Key.Key_Tab)
    assert page.lines[1].text == ""


def test_tab_goes_on_to_the_next_control(qtbot: QtBot) -> None:
    window = QWidget()
    page, after = a_page([Paragraph("p")]), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(page)
    column.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    page.setFocus()
    press(page, Key.Key_Tab)
    assert after.hasFocus()


def test_shift_enter_breaks_the_line_but_not_a_caption(page: Page) -> None:
    caret_at(page, 0, 1)
    press(page, Key.Key_Return, SHIFT)
    assert page.lines[0].text == "m\u2028ột"
    assert bare_caret(page) == (0, 2)
    caret_at(page, CAPTION, 2)
    press(page, Key.Key_Return, SHIFT)
    assert bare_caret(page) == (CREDIT, 0)


def test_arrows_pass_through_a_figure(page: Page) -> None:
    caret_at(page, 0, 3)
    press(page, Key.Key_Right)
    assert page.selection() == object_selected(IMAGE)
    press(page, Key.Key_Right)
    assert bare_caret(page) == (CAPTION, 0)
    press(page, Key.Key_Left)
    assert page.selection() == object_selected(IMAGE)
    press(page, Key.Key_Up)
    assert bare_caret(page) == (0, 3)


def test_leaving_upwards(qtbot: QtBot, page: Page) -> None:
    for key, offset in ((Key.Key_Up, 2), (Key.Key_Backspace, 0), (Key.Key_Left, 0)):
        caret_at(page, 0, offset)
        with qtbot.waitSignal(page.left_upwards):
            press(page, key)
    assert page.manuscript.article.blocks == BODY
    first = open_page(qtbot, Divider("d"), Paragraph("p"))
    first.go(object_selected(0))
    with qtbot.waitSignal(first.left_upwards):
        press(first, Key.Key_Up)


def test_alt_arrows_move_whole_blocks(page: Page) -> None:
    caret_at(page, CAPTION, 2)
    press(page, Key.Key_Up, ALT)
    assert ids(page) == ["f", "a", "z"]
    assert bare_caret(page) == (1, 2)
    press(page, Key.Key_Up, ALT)
    assert ids(page) == ["f", "a", "z"]
    for _ in range(2):
        press(page, Key.Key_Down, ALT)
    assert ids(page) == ["a", "z", "f"]
    assert_sound(page)
    page.manuscript.undo()
    assert ids(page) == ["a", "f", "z"]


def test_word_deletion_stays_in_the_line(page: Page) -> None:
    for line in (0, CAPTION, CREDIT, LAST):
        caret_at(page, line, page.lines[line].length)
        press(page, Key.Key_Delete, CTRL)
        caret_at(page, line, 0)
        press(page, Key.Key_Backspace, CTRL)
    assert page.manuscript.article.blocks == BODY


def test_a_lone_tone_mark_joins_its_letter(qtbot: QtBot) -> None:
    page = open_page(qtbot, Paragraph("p"))
    type_text(page, "ê\u0301")
    assert texts(page) == ["ế"]


def test_text_typed_beside_a_link_is_not_part_of_it(qtbot: QtBot) -> None:
    link = Run("đây", frozenset({Mark.BOLD}), "https://a.b/")
    page = open_page(qtbot, Paragraph("p", (link,)))
    caret_at(page, 0, 3)
    type_text(page, "x")
    caret_at(page, 0, 0)
    type_text(page, "y")
    outside = frozenset({Mark.BOLD})
    assert page.lines[0].runs == (Run("y", outside), link, Run("x", outside))
    caret_at(page, 0, 2)
    type_text(page, "z")
    assert page.lines[0].runs[1].text == "đzây"


def test_words_are_undone_one_by_one(qtbot: QtBot) -> None:
    page = open_page(qtbot, Paragraph("p"))
    type_text(page, "Hà Giang toa\b\bọa đàm")
    assert texts(page) == ["Hà Giang tọa đàm"]
    seen = []
    while page.manuscript.can_undo:
        page.manuscript.undo()
        seen.append(texts(page)[0])
    assert seen == ["Hà Giang tọa ", "Hà Giang ", "Hà ", ""]


def test_a_word_typed_over_a_selection_is_one_step(page: Page) -> None:
    caret_at(page, 0, 0, (LAST, 3))
    type_text(page, "khác")
    assert texts(page) == ["khác"]
    page.manuscript.undo()
    assert page.manuscript.article.blocks == BODY
    assert page.selection() == Go(Place(0, 0), Place(LAST, 3))


def test_the_first_word_of_an_empty_piece_is_one_step(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    type_text(page, "Hà")
    assert len(ids(page)) == 1
    page.manuscript.undo()
    assert page.manuscript.article.blocks == ()
    page.manuscript.redo()
    assert texts(page) == ["Hà"]


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_B, CTRL),
        (Key.Key_I, CTRL),
        (Key.Key_K, CTRL),
        (Key.Key_E, CTRL),
        (Key.Key_U, CTRL),
        (Key.Key_Z, CTRL),
        (Key.Key_Return, CTRL),
        (Key.Key_Up, ALT),
        (Key.Key_V, CTRL | SHIFT),
    ],
)
def test_commands_are_left_to_the_window(page: Page, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(page, event)
    assert not event.isAccepted()


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Key.Key_C, CTRL), (Key.Key_Left, CTRL), (Key.Key_Home, CTRL)]
)
def test_editing_keys_are_the_pages_own(page: Page, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(page, event)
    assert event.isAccepted()


def test_keys_that_are_commands_change_nothing(page: Page) -> None:
    caret_at(page, 0, 1)
    for key in (Key.Key_K, Key.Key_U, Key.Key_D, Key.Key_E):
        press(page, key, CTRL)
    assert page.manuscript.article.blocks == BODY


def test_objects_and_boxes_are_walked_and_erased_alike(qtbot: QtBot) -> None:
    page = open_page(
        qtbot, Box("b", runs_of("x")), Embed("e", "https://v.example/", "Phim"), Divider("d"), Paragraph("p")
    )
    caret_at(page, 3, 0)
    press(page, Key.Key_Backspace)
    assert ids(page) == ["b", "e", "d"]
    assert page.selection() == object_selected(2)
    press(page, Key.Key_Backspace)
    press(page, Key.Key_Delete)
    assert ids(page) in (["b", "e"], ["b"])
    assert_sound(page)
