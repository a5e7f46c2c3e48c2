"""The checks tab: grouped, in words, with ways to the places and fixes that can be undone."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from making.pages import compose
from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline
from newsdesk.article.text import plain, runs_of
from newsdesk.gui.panels.checks import ChecksPanel
from newsdesk.gui.panels.finding_row import FindingRow
from newsdesk.gui.window import Window

Open = Callable[[Article], Article]


def a_piece(**given: Any) -> Article:
    whole = {
        "headline": "Bến sông cũ",
        "standfirst": "Sau mười tám tháng cải tạo.",
        "section": "Đô thị",
        "bylines": (Byline("An"),),
        "blocks": (Paragraph("p", runs_of("Sáng 21/11, mưa.")),),
    }
    return Article(new_id(), **{**whole, **given})


@pytest.fixture
def check(window: Window, opened: Open, qtbot: Any) -> Callable[[Article], ChecksPanel]:
    def checked(article: Article) -> ChecksPanel:
        opened(article)
        window.editing.inspector.choose("checks")
        panel = window.editing.furniture.checks
        qtbot.waitUntil(lambda: panel.verdict.text() != "Checking…")
        return panel

    return checked


def row_of(panel: ChecksPanel, finding: str) -> FindingRow:
    return next(row for row in panel.rows if row.finding.id == finding)


def test_a_piece_in_order_is_ready(check: Callable[[Article], ChecksPanel]) -> None:
    panel = check(a_piece())
    assert panel.verdict.text() == "Ready to send"
    assert panel.verdict.property("tone") == "ok"
    assert panel.rows == []


def test_errors_come_first_and_are_counted(check: Callable[[Article], ChecksPanel]) -> None:
    panel = check(a_piece(headline="", section="", standfirst=""))
    assert panel.verdict.text() == "2 errors left"
    assert panel.verdict.property("tone") == "error"
    assert [row.finding.id for row in panel.rows] == [
        "headline.missing",
        "section.missing",
        "standfirst.missing",
    ]


def test_a_row_names_its_place_and_says_it_in_a_sentence(check: Callable[[Article], ChecksPanel]) -> None:
    panel = check(a_piece(blocks=(*a_piece().blocks, Figure("f", credit="An"))))
    row = row_of(panel, "figure.caption_missing")
    assert row.accessibleName().startswith("Photo 1 · caption: Figure 1 has no caption")


def test_checks_follow_what_is_written(
    check: Callable[[Article], ChecksPanel], window: Window, qtbot: Any
) -> None:
    panel = check(a_piece(headline=""))
    window.editing.furniture.front.fields["headline"].setFocus()
    QTest.keyClicks(window.editing.furniture.front.fields["headline"], "Ben song")
    qtbot.waitUntil(lambda: panel.verdict.text() == "Ready to send")


def test_a_fix_is_one_step(check: Callable[[Article], ChecksPanel], window: Window, qtbot: Any) -> None:
    panel = check(a_piece(blocks=(Paragraph("p", runs_of("Sáng  21/11, mưa.")),)))
    row_of(panel, "text.double_space").fixed.emit(" ")
    block = window.manuscript.article.blocks[0]
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == window.editing.page.lines[0].text == "Sáng 21/11, mưa."
    qtbot.waitUntil(lambda: panel.rows == [])
    window.manuscript.undo()
    assert window.editing.page.lines[0].text == "Sáng  21/11, mưa."
    assert not window.manuscript.can_undo


def test_a_fix_of_what_has_changed_since_is_not_made(
    check: Callable[[Article], ChecksPanel], window: Window
) -> None:
    panel = check(a_piece(headline="Bến sông cũ."))
    row = row_of(panel, "headline.full_stop")
    field = window.editing.furniture.front.fields["headline"]
    field.setFocus()
    QTest.keyClicks(field, "A")
    written = window.manuscript.article.headline
    row.fixed.emit("")
    assert window.manuscript.article.headline == written


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_go_to_the_place(check: Callable[[Article], ChecksPanel], window: Window, key: Qt.Key) -> None:
    panel = check(a_piece(blocks=(*a_piece().blocks, Paragraph("q", runs_of("Hai  chữ.")))))
    row = row_of(panel, "text.double_space")
    row.setFocus()
    QTest.keyClick(row, key)
    page = window.editing.page
    assert page.hasFocus()
    assert page.textCursor().selectedText() == "  "


def test_every_place_can_be_reached(check: Callable[[Article], ChecksPanel], window: Window) -> None:
    panel = check(
        a_piece(
            headline="",
            section="",
            bylines=(),
            slug="Bến Sông",
            blocks=(*a_piece().blocks, Figure("f", caption="Bến", credit="An")),
        )
    )
    furniture = window.editing.furniture
    row_of(panel, "headline.missing").click()
    assert furniture.front.fields["headline"].hasFocus()
    row_of(panel, "byline.missing").click()
    assert furniture.front.isAncestorOf(window.focusWidget())
    row_of(panel, "section.missing").click()
    assert furniture.article.section.hasFocus()
    row_of(panel, "slug.malformed").click()
    assert furniture.article.slug.hasFocus()
    row_of(panel, "figure.alt_missing").click()
    assert furniture.photo.boxes["alt"].hasFocus()
    row_of(panel, "figure.photo_missing").click()
    assert window.editing.page.current_figure() == "f"


def test_nothing_is_checked_while_a_word_is_composed(
    check: Callable[[Article], ChecksPanel], window: Window, qtbot: Any
) -> None:
    panel = check(a_piece(headline=""))
    page, checker = window.editing.page, window.editing.furniture.checker
    heard: list[object] = []
    checker.found.connect(heard.append)
    page.setFocus()
    compose(page, "đ", "đư")
    checker.check()
    qtbot.waitUntil(lambda: not panel._kit.tasks.busy)
    assert heard == []
    compose(page, commit="đường")
    qtbot.waitUntil(lambda: bool(heard))


def test_findings_of_an_older_state_are_dropped(
    check: Callable[[Article], ChecksPanel], window: Window, qtbot: Any
) -> None:
    panel = check(a_piece(headline=""))
    checker = window.editing.furniture.checker
    heard: list[tuple[Any, ...]] = []
    checker.found.connect(heard.append)
    checker.check()
    field = window.editing.furniture.front.fields["headline"]
    field.setFocus()
    QTest.keyClicks(field, "Ben")
    qtbot.waitUntil(lambda: panel.verdict.text() == "Ready to send")
    assert heard == [()]


def test_underlines_are_drawn_on_the_page(
    check: Callable[[Article], ChecksPanel], window: Window, qtbot: Any
) -> None:
    check(a_piece(blocks=(Paragraph("p", runs_of("Sáng  21/11, mưa.")),)))
    qtbot.waitUntil(lambda: bool(window.editing.page.extraSelections()))


def test_another_piece_begins_anew(
    check: Callable[[Article], ChecksPanel], window: Window, opened: Open
) -> None:
    panel = check(a_piece(headline=""))
    opened(a_piece())
    assert panel.verdict.text() == "Checking…"
    assert panel.rows == []


def test_a_long_list_is_cut_and_says_so(check: Callable[[Article], ChecksPanel]) -> None:
    panel = check(a_piece(blocks=tuple(Paragraph(str(n), ()) for n in range(70)) + a_piece().blocks))
    assert len(panel.rows) == 60
