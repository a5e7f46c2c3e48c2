"""Typing must cost what it costs in the bare toolkit, at any length."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from benchmarks.pairing import THREAD, Budget, Versus
from making.page_operations import WORDS
from making.pages import a_page
from newsdesk.article.blocks import Block, Figure, Paragraph, text_of
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.desk.autosave import Autosave
from newsdesk.desk.events import Events
from newsdesk.gui.editor.formats import Formats
from newsdesk.gui.editor.lines import Kind, to_lines
from newsdesk.gui.editor.page import Page
from newsdesk.gui.theme import LIGHT
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts

pytestmark = pytest.mark.real

KEYS = 60
SMALL, USUAL, LARGE = (1_000, 3), (10_000, 30), (100_000, 300)
"""Words and figures."""


@pytest.fixture
def sizes(measuring: bool) -> list[tuple[int, int]]:
    return [SMALL, USUAL, LARGE] if measuring else [SMALL]


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


def shown(qtbot: QtBot, edit: QTextEdit) -> QTextEdit:
    """Open, of the size of a window, and ready for keys in its third paragraph."""
    qtbot.addWidget(edit)
    edit.resize(800, 800)
    with qtbot.waitExposed(edit):
        edit.show()
    # The toolkit lays out the rest of a long text while idle, which would be measured as typing.
    edit.document().documentLayout().blockBoundingRect(edit.document().lastBlock())
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(2).position() + 20)
    edit.setTextCursor(cursor)
    return edit


def bare(body: tuple[Block, ...]) -> QTextEdit:
    """A text edit with the same text in the same face, as the toolkit has it."""
    edit = QTextEdit()
    edit.setFont(Formats(LIGHT).font(Kind.PARAGRAPH))
    edit.setPlainText("\n".join(line.text for line in to_lines(body)))
    return edit


def typing(edit: QTextEdit) -> Callable[[], None]:
    """Letters by keys; after each, whatever it set off, and the view painted."""

    def type_and_paint() -> None:
        for _ in range(KEYS):
            QTest.keyClick(edit, Qt.Key.Key_A)
            QTest.qWait(0)
            edit.viewport().repaint()

    return type_and_paint


def named(size: tuple[int, int]) -> str:
    return f"{size[0]:,} words, {size[1]} figures"


def test_key_to_paint(qtbot: QtBot, versus: Versus, sizes: list[tuple[int, int]]) -> None:
    """Within the budget at any length: what grows with the text is the toolkit's own work."""
    for size in sizes:
        body = blocks(*size)
        page, edit = shown(qtbot, a_page(body)), shown(qtbot, bare(body))
        versus(
            f"key to paint, {named(size)}",
            typing(page),
            "bare QTextEdit",
            typing(edit),
            Budget(ratio=1.3),
            each=KEYS,
        )
        page.close()
        edit.close()


@pytest.fixture
def autosave(tmp_path: Path) -> Iterator[Autosave]:
    """Autosave into a library on disk."""
    database = Database.open(tmp_path)
    autosave = Autosave(Drafts(database).save, Events())
    yield autosave
    autosave.close()
    database.close()


def last_paragraph(page: Page) -> int:
    return max(number for number, line in enumerate(page.lines) if line.kind is Kind.PARAGRAPH)


def recorded(page: Page, autosave: Autosave) -> Callable[[], None]:
    """Letters that become splices, history and the newest state to save."""
    page.manuscript.changed.connect(lambda *_: autosave.record(page.manuscript.article))

    def insert() -> None:
        cursor = QTextCursor(page.document().findBlockByNumber(last_paragraph(page)))
        for _ in range(KEYS):
            with page.changing(typing=True):
                cursor.insertText("a")

    return insert


def unrecorded(page: Page) -> Callable[[], None]:
    """The same letters in a document that nobody watches."""

    def insert() -> None:
        cursor = QTextCursor(page.document().findBlockByNumber(last_paragraph(page)))
        with page.capture.pausing():
            for _ in range(KEYS):
                cursor.insertText("a")

    return insert


def test_bookkeeping(qtbot: QtBot, versus: Versus, autosave: Autosave, sizes: list[tuple[int, int]]) -> None:
    """All that a key costs on top of the toolkit's own work: read, compare, splice, history, autosave."""
    for size in sizes:
        body = blocks(*size)
        page, unobserved = a_page(body), a_page(body)
        versus(
            f"splice, history and autosave of a key, {size[0]:,} words",
            recorded(page, autosave),
            "insertion alone",
            unrecorded(unobserved),
            Budget(more=100e-6),
            meter=THREAD,
            each=KEYS,
        )
        assert len(page.manuscript.article.blocks) == len(body)


def test_open(qtbot: QtBot, versus: Versus, measuring: bool) -> None:
    size = USUAL if measuring else SMALL
    body = blocks(*size)
    page, edit = a_page(), bare(())
    html = "".join(f"<p>{text_of(block)}</p>" for block in body)
    for widget in (page, edit):
        shown(qtbot, widget)

    def open_and_paint() -> None:
        page.manuscript.open(Article(new_id(), blocks=body))
        page.grab()

    def set_html() -> None:
        edit.setHtml(html)
        edit.grab()

    versus(f"open and paint, {named(size)}", open_and_paint, "setHtml", set_html, Budget(ours=0.100))
