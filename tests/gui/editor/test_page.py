"""What the window and its panels ask of the page, and what the page tells them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from making.page_operations import assert_sound
from making.pages import a_page, caret_at, compose, drop, texts, type_text
from newsdesk.article.blocks import (
    Block,
    Box,
    Crop,
    Divider,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
)
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.splice import FieldChange, Splice
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.gui.editor.edit import Go, Place, object_selected
from newsdesk.gui.editor.formats import COLUMN
from newsdesk.gui.editor.lines import Kind
from newsdesk.gui.editor.page import Page
from newsdesk.gui.theme import DARK

FIGURE = Figure("f", "a" * 64, "chú thích", "Ảnh: An", alt="cầu")
BODY = (Paragraph("a", runs_of("một 😀 hai")), FIGURE, Paragraph("z", runs_of("ba")))
BOLD = frozenset({Mark.BOLD})


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return open_page(qtbot, *BODY)


def open_page(qtbot: QtBot, *blocks: Block) -> Page:
    page = a_page(blocks)
    qtbot.addWidget(page)
    return page


def shown(page: Page, qtbot: QtBot) -> Page:
    with qtbot.waitExposed(page):
        page.show()
    return page


def blocks(page: Page) -> tuple[Block, ...]:
    return page.manuscript.article.blocks


def centre_of(page: Page, line: int) -> QPoint:
    return next(area for index, area in page.visible() if index == line).center().toPoint()


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (Kind.HEADING_1, Heading("z", runs_of("ba"), 1)),
        (Kind.HEADING_2, Heading("z", runs_of("ba"), 2)),
        (Kind.QUOTE, Quote("z", runs_of("ba"))),
        (Kind.BULLET_1, ListItem("z", runs_of("ba"))),
        (Kind.NUMBER_2, ListItem("z", runs_of("ba"), True, 2)),
        (Kind.BOX, Box("z", runs_of("ba"))),
    ],
)
def test_kinds_are_chosen_and_taken_back(page: Page, kind: Kind, wanted: Block) -> None:
    caret_at(page, 4, 1)
    page.set_kind(kind)
    assert blocks(page)[-1] == wanted
    assert page.current_kind() is kind
    page.set_kind(kind)
    assert blocks(page) == BODY
    assert_sound(page)


def test_a_kind_is_for_all_selected_lines_but_not_for_captions(page: Page) -> None:
    caret_at(page, 0, 0, (4, 2))
    page.set_kind(Kind.QUOTE)
    assert [line.kind for line in page.lines] == [
        Kind.QUOTE,
        Kind.IMAGE,
        Kind.CAPTION,
        Kind.CREDIT,
        Kind.QUOTE,
    ]
    page.set_kind(Kind.CAPTION)
    assert page.lines[0].kind is Kind.QUOTE


def test_marks_go_over_the_selection_and_off_again(page: Page) -> None:
    caret_at(page, 0, 4, (4, 1))
    page.toggle_mark(Mark.BOLD)
    assert page.lines[0].runs == (Run("một "), Run("😀 hai", BOLD))
    assert page.lines[4].runs == (Run("b", BOLD), Run("a"))
    assert page.lines[2].runs == runs_of("chú thích")
    assert page.current_marks() == BOLD
    page.toggle_mark(Mark.BOLD)
    assert blocks(page) == BODY


def test_a_mark_without_selection_is_for_what_is_typed_next(page: Page) -> None:
    caret_at(page, 4, 2)
    page.toggle_mark(Mark.SUPERSCRIPT)
    page.toggle_mark(Mark.SUBSCRIPT)
    type_text(page, "2")
    assert page.lines[4].runs == (Run("ba"), Run("2", frozenset({Mark.SUBSCRIPT})))


def test_links_are_set_changed_and_taken_away(page: Page) -> None:
    caret_at(page, 0, 0, (0, 3))
    page.set_link("https://a.b/")
    assert page.lines[0].runs[0] == Run("một", frozenset(), "https://a.b/")
    caret_at(page, 0, 1)
    assert page.current_link() == "https://a.b/"
    page.set_link("https://c.d/")
    assert page.current_link() == "https://c.d/"
    page.set_link(None)
    assert blocks(page) == BODY
    caret_at(page, 4, 2)
    page.set_link("https://e.f/")
    assert page.lines[4].runs[1] == Run("https://e.f/", frozenset(), "https://e.f/")


def test_a_new_figure_goes_below_and_takes_the_caret_to_its_caption(page: Page) -> None:
    caret_at(page, 0, 2)
    page.insert_figures([Figure(new_id(), None), Figure("f", None)])
    assert [type(block) for block in blocks(page)] == [Paragraph, Figure, Figure, Figure, Paragraph]
    assert len({block.id for block in blocks(page)}) == 5
    assert page.selection().caret == Place(2, 0)
    page.manuscript.undo()
    assert blocks(page) == BODY


def test_a_figure_at_the_start_of_a_text_goes_above_it(page: Page) -> None:
    caret_at(page, 0, 0)
    page.insert_figures([Figure("g")])
    assert [block.id for block in blocks(page)] == ["g", "a", "f", "z"]


def test_divider_and_embed_leave_a_line_to_write_on(page: Page) -> None:
    caret_at(page, 4, 2)
    page.insert_divider()
    assert isinstance(blocks(page)[3], Divider)
    assert page.current_kind() is Kind.PARAGRAPH
    page.insert_embed("https://v.example/", "Phim")
    embed = blocks(page)[4]
    assert isinstance(embed, Embed)
    page.replace_object(Embed(embed.id, embed.url, "Phóng sự"))
    assert blocks(page)[4] == Embed(embed.id, "https://v.example/", "Phóng sự")
    assert_sound(page)


def test_filling_a_placeholder_is_a_step(qtbot: QtBot) -> None:
    page = open_page(qtbot, Figure("f", None, "chú thích"))
    page.replace_object(Figure("f", "b" * 64, "chú thích", "An"))
    assert blocks(page) == (Figure("f", "b" * 64, "chú thích", "An"),)
    page.manuscript.undo()
    assert blocks(page) == (Figure("f", None, "chú thích"),)


def test_jumping_counts_characters(page: Page) -> None:
    page.show_block("a", 4, 5)
    assert page.textCursor().selectedText() == "😀"
    page.show_block("a", 6, 9)
    assert page.textCursor().selectedText() == "hai"
    page.show_block("f", 0, 3, "caption")
    assert page.textCursor().selectedText() == "chú"
    page.show_block("f", 0, 99, "credit")
    assert page.textCursor().selectedText() == "Ảnh: An"
    page.show_block("f")
    assert page.selection() == object_selected(1)
    page.show_block("gone", 0, 3)
    assert page.selection() == object_selected(1)


def test_the_current_figure_is_told(page: Page, qtbot: QtBot) -> None:
    told: list[str] = []
    page.figure_selected.connect(told.append)
    for line in (1, 2, 3, 4):
        caret_at(page, line, 0)
    caret_at(page, 2, 0)
    assert told == ["f", "", "f"]
    assert page.current_figure() == "f"


def test_panels_change_a_figure_under_the_caret(page: Page) -> None:
    caret_at(page, 2, 3)
    changed = Figure("f", "a" * 64, "chú thích", "Ảnh: Bình", alt="sông", crop=Crop(0, 0, 0.5, 1))
    page.manuscript.push(Splice(1, (FIGURE,), (changed,)), origin="panel")
    assert texts(page)[3] == "Ảnh: Bình"
    assert page.selection().caret == Place(2, 3)
    type_text(page, "!")
    assert blocks(page)[1] == Figure(
        "f", "a" * 64, "chú! thích", "Ảnh: Bình", "sông", crop=Crop(0, 0, 0.5, 1)
    )
    assert_sound(page)


def test_changes_of_fields_leave_the_page_alone(page: Page) -> None:
    caret_at(page, 4, 1)
    page.manuscript.push(FieldChange("headline", "", "Bến cũ"), origin="front")
    assert page.selection().caret == Place(4, 1)
    assert_sound(page)


def test_undo_puts_the_selection_back(page: Page) -> None:
    caret_at(page, 0, 1, (0, 5))
    page.toggle_mark(Mark.ITALIC)
    caret_at(page, 4, 0)
    page.manuscript.undo()
    assert page.selection() == Go(Place(0, 1), Place(0, 5))


def test_opening_another_piece(page: Page) -> None:
    caret_at(page, 4, 1)
    compose(page, "vi")
    page.manuscript.open(Article("b", blocks=(Heading("h", runs_of("Khác")),)))
    assert texts(page) == ["Khác"]
    assert_sound(page)
    type_text(page, "x")
    assert blocks(page) == (Heading("h", runs_of("xKhác")),)


def test_the_theme_changes_and_everything_stays(page: Page) -> None:
    caret_at(page, 2, 1, (4, 1))
    page.set_theme(DARK, 15.0)
    assert page.selection() == Go(Place(2, 1), Place(4, 1))
    assert blocks(page) == BODY
    assert not page.manuscript.can_undo
    fragment = page.document().begin().begin().fragment()
    assert fragment.charFormat().foreground().color() == DARK.color("text")
    assert fragment.charFormat().fontPointSize() == 15.0
    assert_sound(page)


def test_the_header_stands_above_the_text_and_scrolls_with_it(page: Page, qtbot: QtBot) -> None:
    front = QWidget()
    label = QLabel("Tiêu đề rất dài " * 20)
    label.setWordWrap(True)
    QVBoxLayout(front).addWidget(label)
    page.set_front(front)
    page.resize(1200, 400)
    shown(page, qtbot)
    assert front.parent() is page.viewport()
    assert front.width() == page.viewport().width()
    assert front.width() >= COLUMN
    top = next(area.top() for index, area in page.visible() if index == 0)
    assert top >= front.height()
    label.setText("Tiêu đề rất dài " * 60)
    qtbot.waitUntil(lambda: next(area.top() for index, area in page.visible() if index == 0) > top)
    page.verticalScrollBar().setValue(30)
    assert front.y() == -30
    assert blocks(page) == BODY
    assert not page.manuscript.can_undo


def test_taking_the_caret_from_above(page: Page) -> None:
    caret_at(page, 4, 1)
    page.enter_from_above()
    assert page.selection().caret == Place(0, 0)


@pytest.mark.parametrize("width", [320, 700, 1600])
def test_the_column_keeps_its_width_or_fits(page: Page, qtbot: QtBot, width: int) -> None:
    page.resize(width, 500)
    shown(page, qtbot)
    image = next(area for index, area in page.visible() if index == 1)
    assert image.width() <= min(COLUMN, width)
    if width > 800:
        assert page.viewport().width() == pytest.approx(COLUMN + 48, abs=20)


def test_a_click_on_a_photo_selects_it(page: Page, qtbot: QtBot) -> None:
    shown(page, qtbot)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(page, 1))
    assert page.selection() == object_selected(1)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(page, 2))
    assert page.selection().caret.line == 2


def test_a_dropped_photo_fills_the_placeholder_under_it(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(open_page(qtbot, Paragraph("p", runs_of("x")), Figure("f", None, "chú thích")), qtbot)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    with qtbot.waitSignal(page.photos_dropped) as dropped:
        drop(page, centre_of(page, 1), mime)
    assert dropped.args == [[tmp_path / "a.jpg"], "f"]
    with qtbot.waitSignal(page.photos_dropped) as beside:
        drop(page, centre_of(page, 0), mime)
    assert beside.args[1] == ""
    assert page.selection().caret.line == 0


def test_dropped_blocks_and_text_get_in(page: Page, qtbot: QtBot) -> None:
    shown(page, qtbot)
    page.show_block("f")
    copied = page.createMimeDataFromSelection()
    drop(page, centre_of(page, 0), copied)
    assert sum(isinstance(block, Figure) for block in blocks(page)) == 2
    assert_sound(page)
    page.manuscript.undo()
    assert blocks(page) == BODY


def test_dragging_a_figure_moves_it(page: Page, qtbot: QtBot) -> None:
    shown(page, qtbot)
    page.show_block("f")
    mime = page.createMimeDataFromSelection()
    # Beyond the end of the last line: the figure goes below it.
    end = QPoint(page.viewport().width() - 30, centre_of(page, 4).y())
    page.drop_at(end, mime, move=True)
    assert [block.id for block in blocks(page)] == ["a", "z", "f"]
    assert blocks(page)[2] == FIGURE
    page.manuscript.undo()
    assert blocks(page) == BODY


def test_a_change_by_the_toolkit_alone_is_taken_over(page: Page, qtbot: QtBot) -> None:
    caret_at(page, 0, 0)
    cursor = QTextCursor(page.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(" bốn")
    qtbot.waitUntil(lambda: blocks(page)[-1] == Paragraph("z", runs_of("ba bốn")))
    assert_sound(page)


def test_a_reader_of_the_screen_hears_text_and_captions(page: Page) -> None:
    interface = QAccessible.queryAccessibleInterface(page)
    assert interface.text(QAccessible.Text.Name) == "Text of the article"
    text = interface.textInterface()
    assert "chú thích" in text.text(0, text.characterCount())


def test_it_paints_every_kind_of_line(qtbot: QtBot) -> None:
    page = open_page(
        qtbot,
        Paragraph("p", (Run("chữ", BOLD, "https://a.b/"),)),
        Quote("q", runs_of("lời")),
        Quote("q2", runs_of("lời nữa")),
        *(
            ListItem(new_id(), runs_of("mục"), ordered, level)
            for ordered in (False, True)
            for level in (1, 2)
        ),
        Box("b", runs_of("hộp")),
        Figure("f", None),
        Figure("g", "a" * 64),
        Embed("e", "https://v.example/" + "x" * 300, ""),
        Divider("d"),
    )
    page.resize(800, 1800)
    shown(page, qtbot)
    plain = page.grab().toImage()
    page.show_block("f")
    assert page.grab().toImage() != plain


def test_the_menu_has_only_what_keeps_the_piece_whole(page: Page, qtbot: QtBot) -> None:
    shown(page, qtbot)
    menu = page.context_menu()
    qtbot.addWidget(menu)
    names = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert names == ["Undo", "Redo", "Cut", "Copy", "Paste", "Paste as plain text", "Select all"]
    caret_at(page, 0, 0, (2, 3))
    menu = page.context_menu()
    qtbot.addWidget(menu)
    next(action for action in menu.actions() if action.text().startswith("Cut")).trigger()
    assert texts(page) == ["", "ba"]
    assert_sound(page)
