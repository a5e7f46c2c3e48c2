"""Typing must cost what it costs in the bare toolkit, at any length."""

import os
import random

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from benchmarks.conftest import Versus
from making.page_operations import WORDS
from making.pages import a_page, caret_at
from newsdesk.article.blocks import Block, Figure, Paragraph, text_of
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.gui.editor.formats import Formats
from newsdesk.gui.editor.lines import Kind, to_lines
from newsdesk.gui.editor.page import Page
from newsdesk.gui.theme import LIGHT

pytestmark = pytest.mark.real

KEYS = 60
SIZES = [(1_000, 3), (10_000, 30), (100_000, 300)]


def blocks(words: int, figures: int) -> tuple[Block, ...]:
    """A body of paragraphs of 60 words, figures spread evenly."""
    rng = random.Random(1)
    result: list[Block] = []
    paragraphs = words // 60
    for number in range(paragraphs):
        result.append(Paragraph(new_id(), runs_of(" ".join(rng.choices(WORDS, k=60)))))
        if number % max(1, paragraphs // figures) == 3:
            result.append(Figure(new_id(), "a" * 64, "Cầu Long Biên lúc rạng sáng", "Ảnh: An"))
    return tuple(result)


def bare(qtbot: QtBot, body: tuple[Block, ...]) -> QTextEdit:
    """A text edit with the same text in the same face, as the toolkit has it."""
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.resize(800, 800)
    edit.setFont(Formats(LIGHT).font(Kind.PARAGRAPH))
    edit.setPlainText("\n".join(line.text for line in to_lines(body)))
    return edit


def shown(qtbot: QtBot, page: Page) -> Page:
    qtbot.addWidget(page)
    page.resize(800, 800)
    return page


def type_and_paint(edit: QTextEdit) -> None:
    """Letters by keys, the view painted after each as on a slow typist's screen."""
    for _ in range(KEYS):
        QTest.keyClick(edit, Qt.Key.Key_A)
        edit.viewport().repaint()


@pytest.mark.parametrize(("words", "figures"), SIZES)
def test_key_to_paint(qtbot: QtBot, versus: Versus, words: int, figures: int) -> None:
    body = blocks(words, figures)
    page, edit = shown(qtbot, a_page(body)), bare(qtbot, body)
    for widget in (page, edit):
        with qtbot.waitExposed(widget):
            widget.show()
    caret_at(page, 2, 20)
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(2).position() + 20)
    edit.setTextCursor(cursor)
    row = versus(
        f"{KEYS} keys to paint, {words} words, {figures} figures",
        "bare QTextEdit",
        lambda: type_and_paint(page),
        lambda: type_and_paint(edit),
        budget="≤ 1.3",
    )
    assert row.ratio > 0


@pytest.mark.parametrize(("words", "figures"), SIZES)
def test_bookkeeping_of_a_key(qtbot: QtBot, versus: Versus, words: int, figures: int) -> None:
    """All that a key costs on top of the toolkit's own work: read, compare, splice, article, history."""
    body = blocks(words, figures)
    page, unobserved = shown(qtbot, a_page(body)), shown(qtbot, a_page(body))
    middle = len(page.lines) // 2
    while page.lines[middle].kind is not Kind.PARAGRAPH:
        middle += 1

    def keep_books() -> None:
        cursor = QTextCursor(page.document().findBlockByNumber(middle))
        for _ in range(KEYS):
            with page.changing(typing=True):
                cursor.insertText("a")

    def only_insert() -> None:
        cursor = QTextCursor(unobserved.document().findBlockByNumber(middle))
        with unobserved.capture.pausing():
            for _ in range(KEYS):
                cursor.insertText("a")

    row = versus(
        f"{KEYS} keys into the article and its history, {words} words",
        "the same insertions unobserved",
        keep_books,
        only_insert,
        budget="≤ 6 ms more",
    )
    assert len(page.manuscript.article.blocks) == len(body)
    assert row.ratio > 0


def test_open(qtbot: QtBot, versus: Versus) -> None:
    body = blocks(10_000, 30)
    page = shown(qtbot, a_page())
    edit = bare(qtbot, ())
    html = "".join(f"<p>{text_of(block)}</p>" for block in body)

    def open_and_paint() -> None:
        page.manuscript.open(Article(new_id(), blocks=body))
        page.grab()

    def set_html() -> None:
        edit.setHtml(html)
        edit.grab()

    row = versus(
        "open and paint 10,000 words, 30 figures", "setHtml", open_and_paint, set_html, budget="≤ 100 ms"
    )
    assert row.ratio > 0
