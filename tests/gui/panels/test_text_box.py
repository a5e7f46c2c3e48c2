"""A field of the inspector takes Vietnamese however it is sent, and grows with its text."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from making.pages import compose
from newsdesk.gui.panels.text_box import TextBox


@pytest.fixture
def box(qtbot: Any) -> Iterator[TextBox]:
    yield from shown(qtbot, TextBox("slug"))


@pytest.fixture
def notes(qtbot: Any) -> Iterator[TextBox]:
    yield from shown(qtbot, TextBox("notes", paragraphs=True))


def shown(qtbot: Any, made: TextBox) -> Iterator[TextBox]:
    host = QWidget()
    column = QVBoxLayout(host)
    column.addWidget(made)
    column.addWidget(TextBox("next"))
    host.resize(260, 400)
    qtbot.addWidget(host)
    host.show()
    host.activateWindow()
    made.setFocus()
    yield made


def heard(box: TextBox) -> list[str]:
    texts: list[str] = []
    box.edited.connect(lambda text, _before, _after: texts.append(text))
    return texts


def test_typing_is_told_with_its_carets(box: TextBox) -> None:
    carets: list[Any] = []
    box.edited.connect(lambda _text, before, after: carets.append((before.position, after.position)))
    QTest.keyClicks(box, "ab")
    assert carets == [(0, 1), (1, 2)]


def test_nothing_is_told_while_a_word_is_composed(box: TextBox) -> None:
    texts = heard(box)
    compose(box, "d", "đ", "đư")
    assert box.composing
    assert texts == []
    compose(box, commit="đường")
    assert texts == ["đường"]


def test_what_is_committed_in_pieces_comes_out_whole(box: TextBox) -> None:
    texts = heard(box)
    compose(box, commit="ho\u0300a")
    assert texts == ["hòa"]
    assert box.toPlainText() == "hòa"


def test_half_a_word_survives_settling(box: TextBox) -> None:
    texts = heard(box)
    compose(box, "việ")
    box.settle()
    assert texts == ["việ"]


def test_backspace_senders_end_with_the_right_word(box: TextBox) -> None:
    texts = heard(box)
    for key in ("t", "o", "a", "\b", "\b", "ọ", "a"):
        if key == "\b":
            QTest.keyClick(box, Qt.Key.Key_Backspace)
        else:
            QTest.sendKeyEvent(QTest.KeyAction.Click, box, Qt.Key.Key_A, key, Qt.KeyboardModifier.NoModifier)
    assert texts[-1] == "tọa"


def test_one_paragraph_stays_one(box: TextBox) -> None:
    mime = QMimeData()
    mime.setText(" Bến sông\r\ncũ\n")
    box.insertFromMimeData(mime)
    assert box.text == "Bến sông cũ"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text == "Bến sông cũ"
    assert not box.hasFocus()


def test_notes_keep_their_lines(notes: TextBox) -> None:
    QTest.keyClicks(notes, "a")
    QTest.keyClick(notes, Qt.Key.Key_Return)
    QTest.keyClicks(notes, "b")
    assert notes.text == "a\nb"


def test_grows_with_its_text_and_shrinks_again(box: TextBox) -> None:
    low = box.height()
    box.show_text("Ruộng bậc thang trong sương sớm, nhìn từ nương chè nhà bà Vàng Thị Mẩy. " * 2)
    assert box.height() > 2 * low
    box.show_text("")
    assert box.height() == low


def test_showing_keeps_the_caret_and_tells_nothing(box: TextBox) -> None:
    texts = heard(box)
    box.show_text("abc")
    box.put_caret(2, 2)
    box.show_text("abcd")
    assert box.textCursor().position() == 2
    assert texts == []


def test_undo_is_left_to_the_window(box: TextBox) -> None:
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text == "a"


def test_a_paste_is_told_as_no_typing(box: TextBox) -> None:
    typed: list[bool] = []
    box.edited.connect(lambda _text, _before, _after, typing: typed.append(typing))
    QTest.keyClicks(box, "a")
    mime = QMimeData()
    mime.setText("b")
    box.insertFromMimeData(mime)
    assert typed == [True, False]


@pytest.mark.parametrize("stored", ["mot\u00a0ngay", "ho\u0300a", "a\r\nb", "soft\u00adhyphen"])
def test_stored_text_is_not_changed_by_looking_at_it(box: TextBox, stored: str) -> None:
    texts = heard(box)
    box.show_text(stored)
    box.settle()
    assert texts == []


def test_a_tone_mark_of_its_own_joins_its_letter(box: TextBox) -> None:
    QTest.keyClicks(box, "ho")
    QTest.sendKeyEvent(QTest.KeyAction.Click, box, Qt.Key.Key_A, "\u0300", Qt.KeyboardModifier.NoModifier)
    assert box.toPlainText() == "hò"


def test_a_dropped_photo_is_not_for_the_box(box: TextBox) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/photos/cho.jpg")])
    mime.setText("file:///photos/cho.jpg")
    assert not box.canInsertFromMimeData(mime)


def test_a_long_text_scrolls_from_its_eighth_line_on(notes: TextBox) -> None:
    notes.show_text("\n".join("abcdefgh"))
    most = notes.height()
    notes.show_text("\n".join("abcdefghijkl"))
    assert notes.height() == most
