"""Findings are drawn under the text they speak of, when idle, and never where a word is being typed."""

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from making.pages import a_page, caret_at, compose, type_text
from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.text import runs_of
from newsdesk.gui.editor.page import Page

BODY = (
    Paragraph("a", runs_of("lan tỏa 😀 sau rộng")),
    Figure("f", "a" * 64, "chú  thích", "An"),
    *(Paragraph(f"p{number}", runs_of("dài " * 60)) for number in range(40)),
)


@dataclass(frozen=True)
class Found:
    level: str
    block: str | None
    field: str | None = None
    start: int | None = None
    end: int | None = None


FOUND = [
    Found("warning", "a", "text", 10, 13),
    Found("error", "f", "caption", 3, 5),
    Found("error", "f", "alt"),
    Found("error", None, "headline", 0, 3),
    Found("info", "p39", "text", 0, 3),
    Found("info", "gone", "text", 0, 3),
]


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = a_page(BODY)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    caret_at(page, 3, 0)
    return page


def drawn(page: Page) -> list[str]:
    return [selection.cursor.selectedText() for selection in page.extraSelections()]


def test_only_what_is_in_view_is_drawn(page: Page, qtbot: QtBot) -> None:
    page.show_findings(FOUND)
    assert drawn(page) == ["sau", "  "]
    page.show_block("p39")
    qtbot.waitUntil(lambda: drawn(page) == ["dài"])


def test_a_line_that_changed_loses_its_findings(page: Page, qtbot: QtBot) -> None:
    page.show_findings(FOUND)
    caret_at(page, 0, 0)
    type_text(page, "x")
    qtbot.waitUntil(lambda: drawn(page) == ["  "])
    page.manuscript.undo()
    qtbot.waitUntil(lambda: drawn(page) == ["sau", "  "])


def test_the_word_being_typed_is_left_alone(page: Page, qtbot: QtBot) -> None:
    page.setFocus()
    caret_at(page, 0, 13)
    page.show_findings(FOUND)
    expected = ["  "] if page.hasFocus() else ["sau", "  "]
    assert drawn(page) == expected
    caret_at(page, 0, 14)
    page.show_findings(FOUND)
    assert drawn(page) == ["sau", "  "]


def test_nothing_is_drawn_anew_while_composing(page: Page) -> None:
    compose(page, "vi")
    page.show_findings(FOUND)
    assert drawn(page) == []
    compose(page, commit="việt")
    page.show_findings(FOUND)
    assert drawn(page) == ["sau", "  "]


def test_no_findings_no_lines(page: Page) -> None:
    page.show_findings(FOUND)
    page.show_findings([])
    assert drawn(page) == []
    assert page.manuscript.article.blocks == BODY
