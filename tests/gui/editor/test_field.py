"""Kicker, headline, standfirst: clean text, one history, nothing while a word is composed."""

import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from making.pages import ALT, CTRL, SHIFT, Clock, Key, compose, press, type_text
from newsdesk.article.model import Article
from newsdesk.article.splice import Change, FieldChange
from newsdesk.gui.editor.field import Field
from newsdesk.gui.manuscript import Caret, Manuscript

LONG = "Chợ phiên vùng cao những ngày cuối năm đông vui từ sáng sớm tới tận khuya " * 3


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(qtbot: QtBot, clock: Clock) -> Callable[[str], Field]:
    def field(headline: str = "") -> Field:
        manuscript = Manuscript(Article("a", headline=headline), clock=clock)
        made = Field(manuscript, "headline", QFont("Noto Serif", 25))
        manuscript.setParent(made)
        qtbot.addWidget(made)
        made.resize(600, 200)
        made.show()
        made.activateWindow()
        made.take_caret(at_end=True)
        qtbot.waitUntil(made.hasFocus)
        return made

    return field


def manuscript_of(field: Field) -> Manuscript:
    found = field.findChild(Manuscript)
    assert isinstance(found, Manuscript)
    return found


def headline(field: Field) -> str:
    return manuscript_of(field).article.headline


def heard_by(field: Field) -> list[Change]:
    heard: list[Change] = []
    manuscript_of(field).changed.connect(lambda change, _origin: heard.append(change))
    return heard


def caret_of(field: Field) -> tuple[int, int]:
    cursor = field.textCursor()
    return cursor.anchor(), cursor.position()


def select(field: Field, anchor: int, position: int) -> None:
    manuscript_of(field).caret_wanted.emit(Caret("headline", anchor, position))


def paste(field: Field, text: str) -> None:
    QApplication.clipboard().setText(text)
    press(field, Key.Key_V, CTRL)


def test_typing_reaches_the_article(make: Callable[[str], Field]) -> None:
    field = make("Bến")
    type_text(field, " cũ")
    assert headline(field) == "Bến cũ"


def test_others_are_followed_and_the_caret_stays(make: Callable[[str], Field]) -> None:
    field = make("Bến cũ")
    select(field, 3, 3)
    manuscript_of(field).push(FieldChange("headline", "Bến cũ", "Bến xưa"), origin=None)
    assert field.toPlainText() == "Bến xưa"
    assert caret_of(field) == (3, 3)


def test_undo_goes_by_words_and_puts_the_caret_back(make: Callable[[str], Field]) -> None:
    field = make("")
    type_text(field, "Bến sông cũ")
    seen = []
    while manuscript_of(field).can_undo:
        manuscript_of(field).undo()
        seen.append((field.toPlainText(), caret_of(field)[1]))
    assert seen == [("Bến sông ", 9), ("Bến ", 4), ("", 0)]
    manuscript_of(field).redo()
    assert (field.toPlainText(), caret_of(field)) == ("Bến ", (4, 4))


def test_undo_of_typing_over_a_selection_selects_again(make: Callable[[str], Field]) -> None:
    field = make("Bến cũ")
    select(field, 4, 6)
    type_text(field, "x")
    manuscript_of(field).undo()
    assert (headline(field), caret_of(field)) == ("Bến cũ", (4, 6))


def test_a_composed_word_is_pushed_once_and_in_nfc(make: Callable[[str], Field]) -> None:
    field = make("Bến ")
    heard = heard_by(field)
    compose(field, "t", "to", "tọ", "tọa")
    assert heard == []
    assert headline(field) == "Bến "
    compose(field, commit=unicodedata.normalize("NFD", "tọa"))
    assert heard == [FieldChange("headline", "Bến ", "Bến tọa")]
    assert field.toPlainText() == "Bến tọa"


def test_composing_over_a_selection_is_one_step(make: Callable[[str], Field]) -> None:
    field = make("Bến cũ")
    heard = heard_by(field)
    select(field, 4, 6)
    compose(field, "m", "mơ", commit="mới")
    assert heard == [FieldChange("headline", "Bến cũ", "Bến mới")]
    manuscript_of(field).undo()
    assert (headline(field), caret_of(field)) == ("Bến cũ", (4, 6))


def test_a_replacement_of_surrounding_text_is_taken(make: Callable[[str], Field]) -> None:
    field = make("Bến dd")
    compose(field, commit="đ", replace=(-2, 2))
    assert headline(field) == "Bến đ"


def test_a_composition_that_comes_to_nothing_changes_nothing(make: Callable[[str], Field]) -> None:
    field = make("Bến")
    heard = heard_by(field)
    compose(field, "t", "to")
    compose(field, "")
    assert heard == []
    assert not field.composing


@pytest.mark.parametrize("end", ["settle", "focus", "undo", "open"])
def test_a_half_typed_word_survives(make: Callable[[str], Field], end: str) -> None:
    field = make("Bến ")
    heard = heard_by(field)
    compose(field, "t", "tọ")
    manuscript = manuscript_of(field)
    ends: dict[str, Callable[[], None]] = {
        "settle": manuscript.settle,
        "focus": field.clearFocus,
        "undo": manuscript.undo,
        "open": lambda: manuscript.open(Article("b", headline="Khác")),
    }
    ends[end]()
    assert heard[0] == FieldChange("headline", "Bến ", "Bến tọ")
    assert not field.composing
    assert field.toPlainText() == headline(field)


def test_enter_while_composing_belongs_to_the_input_method(
    make: Callable[[str], Field], qtbot: QtBot
) -> None:
    field = make("Bến ")
    compose(field, "t")
    with qtbot.assertNotEmitted(field.left_up):
        press(field, Key.Key_Left)


def test_backspaces_of_an_input_method_stay_in_their_word(make: Callable[[str], Field]) -> None:
    field = make("")
    type_text(field, "Bees\b\b\bến cux\b\bũ")
    assert headline(field) == "Bến cũ"
    manuscript_of(field).undo()
    assert headline(field) == "Bến "
    manuscript_of(field).undo()
    assert headline(field) == ""


def test_a_tone_mark_of_its_own_joins_its_letter(make: Callable[[str], Field]) -> None:
    field = make("")
    type_text(field, "be\u0302\u0301n")
    assert field.toPlainText() == headline(field) == "bến"
    assert caret_of(field) == (3, 3)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Bến sông\nnăm xưa", "Bến sông năm xưa"),
        ("Bến sông \r\n\r\n  năm xưa\n", "Bến sông năm xưa"),
        (unicodedata.normalize("NFD", "Bến sông"), "Bến sông"),
        ("Bến\u00a0sông\u200b", "Bến sông"),
        ("\u00d0ồng Văn\ufffc", "Đồng Văn"),
        ("\n", ""),
    ],
)
def test_pasted_text_becomes_one_clean_line(make: Callable[[str], Field], pasted: str, kept: str) -> None:
    field = make("")
    paste(field, pasted)
    assert field.toPlainText() == headline(field) == kept


def test_a_paste_is_a_step_of_its_own(make: Callable[[str], Field]) -> None:
    field = make("")
    paste(field, "Bến")
    type_text(field, "x")
    manuscript_of(field).undo()
    assert headline(field) == "Bến"
    manuscript_of(field).undo()
    assert headline(field) == ""


def test_pasting_ends_a_composition_first(make: Callable[[str], Field]) -> None:
    field = make("")
    compose(field, "tọ")
    paste(field, "Bến")
    assert headline(field) == "tọBến"


def test_photos_dropped_on_a_field_are_not_for_it(make: Callable[[str], Field]) -> None:
    field = make("")
    photo, link = QMimeData(), QMimeData()
    photo.setUrls([QUrl.fromLocalFile("/anh/cho.jpg")])
    link.setUrls([QUrl("https://example.org/cho")])
    link.setText("Chợ phiên")
    assert not field.canInsertFromMimeData(photo)
    assert field.canInsertFromMimeData(link)


def test_cutting_everything_leaves_nothing(make: Callable[[str], Field]) -> None:
    field = make("Bến cũ")
    press(field, Key.Key_A, CTRL)
    press(field, Key.Key_X, CTRL)
    assert headline(field) == ""
    assert QApplication.clipboard().text() == "Bến cũ"


@pytest.mark.parametrize("stored", [unicodedata.normalize("NFD", "Bến cũ"), "Bến\u00a0cũ", "Bến\ncũ"])
def test_stored_text_is_not_changed_by_looking_at_it(make: Callable[[str], Field], stored: str) -> None:
    field = make(stored)
    field.clearFocus()
    manuscript_of(field).settle()
    assert headline(field) == stored
    field.take_caret(at_end=True)
    type_text(field, "!")
    assert headline(field) == "Bến cũ!"
    manuscript_of(field).undo()
    assert headline(field) == stored


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
@pytest.mark.parametrize("shift", [False, True])
def test_enter_goes_on_and_breaks_no_line(
    make: Callable[[str], Field], qtbot: QtBot, key: Key, shift: bool
) -> None:
    field = make("Bến cũ")
    with qtbot.waitSignal(field.left_down):
        press(field, key, *([SHIFT] if shift else []))
    assert headline(field) == field.toPlainText() == "Bến cũ"


@pytest.mark.parametrize(
    ("key", "at", "signal"),
    [
        (Key.Key_Backspace, 0, "left_up"),
        (Key.Key_Left, 0, "left_up"),
        (Key.Key_Up, 2, "left_up"),
        (Key.Key_Right, 6, "left_down"),
        (Key.Key_Down, 2, "left_down"),
    ],
)
def test_keys_at_the_edges_lead_out(
    make: Callable[[str], Field], qtbot: QtBot, key: Key, at: int, signal: str
) -> None:
    field = make("Bến cũ")
    select(field, at, at)
    with qtbot.waitSignal(getattr(field, signal)):
        press(field, key)
    assert headline(field) == "Bến cũ"


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down])
def test_with_a_selection_keys_stay(make: Callable[[str], Field], qtbot: QtBot, key: Key) -> None:
    field = make("Bến cũ")
    press(field, Key.Key_A, CTRL)
    with qtbot.assertNotEmitted(field.left_up), qtbot.assertNotEmitted(field.left_down):
        press(field, key)


def test_up_and_down_walk_the_lines_of_a_long_headline_first(
    make: Callable[[str], Field], qtbot: QtBot
) -> None:
    field = make(LONG.strip())
    with qtbot.assertNotEmitted(field.left_up):
        press(field, Key.Key_Up)
    press(field, Key.Key_Home, CTRL)
    with qtbot.assertNotEmitted(field.left_down):
        press(field, Key.Key_Down)


def test_commands_pass_by(make: Callable[[str], Field]) -> None:
    field = make("Bến cũ")
    for key, held in ((Key.Key_Return, CTRL), (Key.Key_B, CTRL), (Key.Key_Up, ALT)):
        press(field, key, held)
    assert headline(field) == "Bến cũ"


def test_height_follows_the_text_and_the_width(make: Callable[[str], Field]) -> None:
    field = make(LONG)
    narrow, wide = field.heightForWidth(300), field.heightForWidth(900)
    assert narrow > wide > 2 * field.fontMetrics().height()
    field.resize(300, narrow)
    assert field.verticalScrollBar().maximum() == 0
    assert make("").heightForWidth(300) == make("x").heightForWidth(300)


def test_text_added_is_laid_out_like_the_first(make: Callable[[str], Field]) -> None:
    field = make("")
    type_text(field, LONG)
    assert field.heightForWidth(600) == make(LONG).heightForWidth(600)
