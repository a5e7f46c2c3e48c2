"""Bylines: typed, pasted, renamed, moved and removed, in the order of the reporter and in the one history."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from making.heads import Head, a_head
from making.pages import ALT, CTRL, Key, compose, press, type_text
from newsdesk.article.model import Article, Byline, Role
from newsdesk.gui.editor.chip import MIME, Chip

THREE = (Byline("A"), Byline("B", Role.CAMERA), Byline("C"))


@pytest.fixture
def head(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Head]:
    with a_head(qapp, tmp_path) as made:
        qtbot.waitUntil(made.page.isActiveWindow)
        made.bar.take_caret()
        yield made


@pytest.fixture
def signed(head: Head) -> Head:
    """Three signatures, the caret in the field after them."""
    head.manuscript.open(replace(head.article, bylines=THREE))
    head.bar.take_caret()
    return head


def sign(head: Head, text: str) -> None:
    type_text(head.adder, text)
    press(head.adder, Key.Key_Return)


def paste(head: Head, text: str) -> None:
    QApplication.clipboard().setText(text)
    press(head.adder, Key.Key_V, CTRL)


def steps(head: Head) -> int:
    """How many undo steps there are; all of them are taken back."""
    count = 0
    while head.manuscript.can_undo:
        head.manuscript.undo()
        count += 1
    return count


def test_a_typed_name_becomes_a_signature(head: Head) -> None:
    sign(head, "Lò Văn Minh")
    assert head.article.bylines == (Byline("Lò Văn Minh"),)
    assert head.adder.hasFocus()
    assert head.adder.text() == ""


def test_known_people_carry_their_person(head: Head) -> None:
    sign(head, "Hoàng Gia")
    assert head.article.bylines == (Byline("Hoàng Gia", person="p0"),)


@pytest.mark.parametrize("text", ["A – B – C", "A - B, C", "A, B và C"])
def test_a_typed_line_of_names_is_three_signatures_in_order(head: Head, text: str) -> None:
    sign(head, text)
    assert head.names == ["A", "B", "C"]
    assert [chip.byline.name for chip in head.chips] == ["A", "B", "C"]
    assert steps(head) == 1


@pytest.mark.parametrize("text", ["A – B – C", "A\nB\nC", " A – B\n– C \n"])
def test_a_pasted_line_of_names_needs_no_enter(head: Head, text: str) -> None:
    paste(head, text)
    assert head.names == ["A", "B", "C"]
    assert steps(head) == 1


def test_a_paste_into_a_name_goes_on_being_typed(head: Head) -> None:
    type_text(head.adder, "Lò ")
    paste(head, "Văn\u00a0Minh")
    assert head.names == []
    assert head.adder.text() == "Lò Văn Minh"


def test_a_composed_name_waits_for_its_commit_and_is_nfc(head: Head) -> None:
    compose(head.adder, "H", "Ha", "Hà")
    assert head.names == []
    compose(head.adder, commit="Ha\u0300")
    press(head.adder, Key.Key_Return)
    assert head.names == ["Hà"]


def test_nobody_signs_twice(signed: Head) -> None:
    sign(signed, "B – D")
    assert signed.names == ["A", "B", "C", "D"]


@pytest.mark.parametrize("end", ["settle", "focus", "open"])
def test_a_half_typed_name_survives(head: Head, end: str) -> None:
    first = head.article
    type_text(head.adder, "Lò Văn Minh")
    kept: list[Article] = []
    head.manuscript.changed.connect(lambda _change, _origin: kept.append(head.article))
    match end:
        case "settle":
            head.manuscript.settle()
        case "focus":
            head.page.setFocus()
        case "open":
            head.manuscript.open(Article("other", headline="Khác"))
    assert [article.id for article in kept] == [first.id]
    assert [byline.name for byline in kept[0].bylines] == ["Lò Văn Minh"]
    if end == "open":
        assert head.names == []


def test_undo_of_a_signature_takes_the_caret_to_it(head: Head) -> None:
    sign(head, "Hoàng Gia")
    head.headline.take_caret(at_end=True)
    head.manuscript.undo()
    assert head.names == []
    assert head.chips == []
    assert head.adder.hasFocus()
    head.manuscript.redo()
    assert head.names == ["Hoàng Gia"]


def test_undo_in_the_field_is_the_pieces_when_nothing_is_typed(head: Head, qtbot: QtBot) -> None:
    sign(head, "Hoàng Gia")
    assert not head.adder.isUndoAvailable()
    type_text(head.adder, "x")
    assert head.adder.isUndoAvailable()


def test_a_fresh_signature_wins_over_a_rename_that_was_given_up(signed: Head) -> None:
    press(signed.chips[0], Key.Key_F2)
    assert signed.adder.text() == "A"
    press(signed.adder, Key.Key_Escape)
    sign(signed, "D")
    assert signed.names == ["A", "B", "C", "D"]


def test_renaming_keeps_place_and_role(signed: Head) -> None:
    press(signed.chips[1], Key.Key_F2)
    assert signed.adder.hasFocus()
    assert signed.adder.selectedText() == "B"
    sign(signed, "Hoàng Gia")
    assert signed.article.bylines[1] == Byline("Hoàng Gia", Role.CAMERA, "p0")
    assert signed.names == ["A", "Hoàng Gia", "C"]
    assert steps(signed) == 1


def test_renaming_to_two_names_puts_the_second_behind(signed: Head) -> None:
    press(signed.chips[1], Key.Key_F2)
    sign(signed, "D – E")
    assert signed.names == ["A", "D", "E", "C"]


def test_renaming_to_nothing_leaves_the_name_and_ends_there(signed: Head) -> None:
    press(signed.chips[1], Key.Key_F2)
    signed.adder.setText("")
    press(signed.adder, Key.Key_Return)
    assert signed.names == ["A", "B", "C"]
    signed.bar.take_caret()
    sign(signed, "D")
    assert signed.names == ["A", "B", "C", "D"]


def test_renaming_ends_when_the_piece_changes_under_it(signed: Head) -> None:
    press(signed.chips[2], Key.Key_F2)
    signed.manuscript.open(replace(signed.article, id="other", bylines=THREE[:1]))
    sign(signed, "D")
    assert signed.names == ["A", "D"]


def test_keys_move_a_signature_and_it_keeps_the_focus(signed: Head) -> None:
    press(signed.chips[0], Key.Key_Right, ALT)
    assert signed.names == ["B", "A", "C"]
    assert signed.chips[1].hasFocus()
    press(signed.chips[1], Key.Key_Right, ALT)
    press(signed.chips[2], Key.Key_Right, ALT)
    assert signed.names == ["B", "C", "A"]
    press(signed.chips[2], Key.Key_Left, ALT)
    assert signed.names == ["B", "A", "C"]


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_keys_remove_a_signature_and_the_next_has_the_focus(signed: Head, key: Key) -> None:
    press(signed.chips[1], key)
    assert signed.names == ["A", "C"]
    assert signed.chips[1].hasFocus()
    press(signed.chips[1], key)
    assert signed.chips[0].hasFocus()
    press(signed.chips[0], key)
    assert signed.names == []
    assert signed.adder.hasFocus()


def test_undo_of_a_removal_brings_chip_and_focus_back(signed: Head) -> None:
    signed.chips[1].setFocus()
    press(signed.chips[1], Key.Key_Delete)
    signed.manuscript.undo()
    assert signed.article.bylines == THREE
    assert signed.chips[1].hasFocus()


def test_backspace_in_the_empty_field_goes_to_the_last_signature(signed: Head) -> None:
    press(signed.adder, Key.Key_Backspace)
    assert signed.chips[2].hasFocus()
    assert signed.names == ["A", "B", "C"]


def test_arrows_walk_the_chips(signed: Head) -> None:
    press(signed.adder, Key.Key_Left)
    press(signed.chips[2], Key.Key_Left)
    assert signed.chips[1].hasFocus()
    press(signed.chips[1], Key.Key_Right)
    press(signed.chips[2], Key.Key_Right)
    assert signed.adder.hasFocus()


def test_the_cross_removes(signed: Head) -> None:
    cross = signed.chips[0].findChild(QToolButton, "byline_cross")
    assert cross is not None
    cross.click()
    assert signed.names == ["B", "C"]


class Drop(QDropEvent):
    """A drop that comes from a chip, as the toolkit tells it while dragging."""

    def __init__(self, chip: Chip, point: QPoint, mime: QMimeData) -> None:
        action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        nothing = Qt.KeyboardModifier.NoModifier
        super().__init__(QPointF(point), action, mime, button, nothing, QEvent.Type.Drop)
        self._chip = chip

    def source(self) -> Chip:
        return self._chip


@pytest.mark.parametrize(
    ("moved", "before", "order"),
    [(2, 0, "C A B"), (0, 3, "B C A"), (0, 2, "B A C"), (1, 1, "A B C")],
)
def test_dragging_reorders(signed: Head, moved: int, before: int, order: str) -> None:
    chips = signed.chips
    edge = chips[before].geometry().left() if before < 3 else chips[2].geometry().right()
    point = QPoint(edge + 2, chips[0].geometry().center().y())
    mime = QMimeData()
    mime.setData(MIME, b"")
    signed.bar.dropEvent(Drop(chips[moved], point, mime))
    assert signed.names == order.split()
    assert steps(signed) <= 1


def test_what_is_no_chip_of_this_bar_is_not_taken(signed: Head) -> None:
    mime = QMimeData()
    mime.setText("D")
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    signed.bar.dragEnterEvent(event)
    assert not event.isAccepted()


def test_many_signatures_wrap_and_the_head_grows(head: Head, qtbot: QtBot) -> None:
    before = head.front.heightForWidth(760)
    sign(head, " – ".join(f"Nguyễn Thị Minh {letter}" for letter in "ABCDEFGH"))
    assert head.front.heightForWidth(760) > before
    qtbot.waitUntil(lambda: len({chip.y() for chip in head.chips}) > 1)
    qtbot.waitUntil(lambda: all(head.bar.rect().contains(chip.geometry()) for chip in head.chips))


def test_others_are_followed(signed: Head) -> None:
    signed.manuscript.become(replace(signed.article, bylines=THREE[:1]), origin=None)
    assert [chip.byline.name for chip in signed.chips] == ["A"]


def test_words_follow_the_language(signed: Head) -> None:
    english = signed.chips[1].accessibleName()
    signed.kit.tr.switch("vi")
    signed.front.retranslate()
    role = signed.kit.wording.role(Role.CAMERA)
    assert english != signed.chips[1].accessibleName() == f"B, {role}"


def test_a_chip_keeps_the_focus_it_takes_from_a_typed_name(signed: Head) -> None:
    chip = signed.chips[1]
    type_text(signed.adder, "D")
    chip.setFocus()
    assert signed.names == ["A", "B", "C", "D"]
    assert signed.chips[1] is chip
    assert chip.hasFocus()
