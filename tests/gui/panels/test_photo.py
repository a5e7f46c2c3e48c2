"""The photo tab follows the caret, changes the figure, and offers what the file says of itself."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from making.pages import compose
from making.photos import caption_xmp, corners, encoded
from making.windows import Bench
from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.gui.panels.photo import PhotoPanel
from newsdesk.gui.window import Window

Open = Callable[[Article], Article]


def a_piece(figure: Figure) -> Article:
    return Article(new_id(), blocks=(Paragraph("p", runs_of("Mở đầu.")), figure))


@pytest.fixture
def photo(made: Bench) -> str:
    data = encoded(corners(1200, 800), xmp=caption_xmp("Bến sông trong sương"))
    return made.desk.illustrating.take_in_bytes(data, "DSC_4471.jpg").sha256


@pytest.fixture
def show(window: Window, opened: Open) -> Callable[[Figure], PhotoPanel]:
    def shown(figure: Figure) -> PhotoPanel:
        opened(a_piece(figure))
        window.editing.page.show_block(figure.id)
        return window.editing.furniture.photo

    return shown


def figure_in(window: Window) -> Figure:
    figure = window.manuscript.article.blocks[1]
    assert isinstance(figure, Figure)
    return figure


def test_empty_until_the_caret_is_in_a_figure(window: Window, show: Callable[[Figure], PhotoPanel]) -> None:
    panel = show(Figure("f", caption="Bến sông"))
    assert window.editing.inspector.shown == "photo"
    assert panel.boxes["caption"].isVisible()
    window.editing.page.show_block("p")
    assert panel.figure == ""
    window.editing.inspector.choose("photo")
    assert panel.empty.isVisible()


def test_says_what_the_photo_is(show: Callable[[Figure], PhotoPanel], photo: str, qtbot: Any) -> None:
    panel = show(Figure("f", photo=photo))
    qtbot.waitUntil(lambda: panel.file.text() == "DSC_4471.jpg")
    assert panel.facts.text().startswith("1200 × 800 · ")


def test_a_placeholder_says_what_to_do(show: Callable[[Figure], PhotoPanel]) -> None:
    panel = show(Figure("f", caption="Bến sông"))
    assert panel.file.text() == "This figure waits for its photo"


def test_what_the_file_carries_is_offered_and_taken(
    window: Window, show: Callable[[Figure], PhotoPanel], photo: str, qtbot: Any
) -> None:
    panel = show(Figure("f", photo=photo, caption="Của tôi"))
    offer = panel.offers["caption"]
    qtbot.waitUntil(offer.isVisible)
    offer.click()
    assert figure_in(window).caption == panel.boxes["caption"].text == "Bến sông trong sương"
    assert not offer.isVisible()
    assert window.editing.page.lines[2].text == "Bến sông trong sương"
    window.manuscript.undo()
    assert figure_in(window).caption == "Của tôi"
    assert offer.isVisible()


def test_typing_an_alt_text_is_undone_by_words(window: Window, show: Callable[[Figure], PhotoPanel]) -> None:
    panel = show(Figure("f"))
    box = panel.boxes["alt"]
    box.setFocus()
    QTest.keyClicks(box, "ben song")
    assert figure_in(window).alt == "ben song"
    window.editing.page.show_block("p")
    window.manuscript.undo()
    assert figure_in(window).alt == box.text == "ben "
    assert window.editing.inspector.shown == "photo"
    assert panel.figure == "f"


def test_composition_reaches_the_figure_when_it_ends(
    window: Window, show: Callable[[Figure], PhotoPanel]
) -> None:
    panel = show(Figure("f"))
    box = panel.boxes["caption"]
    box.setFocus()
    compose(box, "đ", "đư")
    assert figure_in(window).caption == ""
    window.manuscript.settle()
    assert figure_in(window).caption == "đư"


def test_half_a_word_goes_to_the_figure_it_was_typed_for(
    window: Window, show: Callable[[Figure], PhotoPanel]
) -> None:
    panel = show(Figure("f"))
    panel.boxes["credit"].setFocus()
    compose(panel.boxes["credit"], "Qua")
    window.editing.page.show_block("p")
    assert figure_in(window).credit == "Qua"


def test_people_are_names_in_their_order(window: Window, show: Callable[[Figure], PhotoPanel]) -> None:
    panel = show(Figure("f", people=("Sâm",)))
    box = panel.boxes["people"]
    assert box.text == "Sâm"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, ", An ")
    assert figure_in(window).people == ("Sâm", "An")
    assert box.text == "Sâm, An ", "what is typed is not tidied under the reporter's hands"


def test_decorative_needs_no_alt_text(window: Window, show: Callable[[Figure], PhotoPanel]) -> None:
    panel = show(Figure("f"))
    panel.ticks["decorative"].click()
    assert figure_in(window).decorative
    assert not panel.boxes["alt"].isEnabled()
    window.manuscript.undo()
    assert not panel.ticks["decorative"].isChecked()
    panel.ticks["ai_made"].click()
    assert figure_in(window).ai_made


def test_follows_what_is_written_on_the_page(window: Window, show: Callable[[Figure], PhotoPanel]) -> None:
    panel = show(Figure("f"))
    window.editing.page.show_block("f", field="caption")
    QTest.keyClicks(window.editing.page, "Cho")
    assert panel.boxes["caption"].text == "Cho"


def test_a_figure_that_is_gone_is_let_go(window: Window, show: Callable[[Figure], PhotoPanel]) -> None:
    panel = show(Figure("f"))
    QTest.keyClick(window.editing.page, Qt.Key.Key_Delete)
    assert len(window.manuscript.article.blocks) == 1
    assert panel.figure == ""


def test_says_what_the_checks_found_in_it(
    window: Window, show: Callable[[Figure], PhotoPanel], made: Bench, qtbot: Any
) -> None:
    panel = show(Figure("f", caption="Bến sông", credit="An"))
    qtbot.waitUntil(lambda: len(panel.remarks) == 2)
    assert "waiting for its photo" in panel.remarks[0]
