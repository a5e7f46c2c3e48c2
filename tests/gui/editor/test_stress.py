"""Whatever is done to a page, its structure holds, and undo and redo are exact."""

import random
from typing import Any

import pytest
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from making.page_operations import Worker, assert_sound, random_block
from making.pages import a_page
from newsdesk.gui.editor.page import Page


class Unguarded(Page):
    """A page whose keys and compositions go straight to the toolkit: only the repair is left."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.manuscript.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.manuscript.redo()
        else:
            with self.changing():
                QTextEdit.keyPressEvent(self, event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        with self.changing():
            self.composing = bool(event.preeditString())
            QTextEdit.inputMethodEvent(self, event)


def work(page: Page, seed: int, steps: int) -> None:
    worker = Worker(page, random.Random(seed))
    done: list[str] = []
    for number in range(steps):
        done.append(worker.step())
        what = f"seed {seed} step {number} {done[-3:]}"
        assert_sound(page, what, dressed=not isinstance(page, Unguarded))


def a_random_page(qtbot: QtBot, seed: int, kind: type[Page] = Page) -> Page:
    rng = random.Random(seed)
    page = a_page((random_block(rng) for _ in range(rng.randrange(0, 14))), kind=kind)
    qtbot.addWidget(page)
    return page


def undo_and_redo_everything(page: Page, start: object) -> None:
    manuscript = page.manuscript
    while manuscript.can_redo:
        manuscript.redo()
    end = manuscript.article.blocks
    while manuscript.can_undo:
        manuscript.undo()
        assert_sound(page, "undo", dressed=not isinstance(page, Unguarded))
    assert manuscript.article.blocks == start
    while manuscript.can_redo:
        manuscript.redo()
    assert_sound(page, "redo")
    assert manuscript.article.blocks == end


@pytest.mark.parametrize("seed", range(6))
def test_structure_holds(qtbot: QtBot, seed: int) -> None:
    page = a_random_page(qtbot, seed)
    start = page.manuscript.article.blocks
    work(page, seed, 120)
    undo_and_redo_everything(page, start)


@pytest.mark.parametrize("seed", range(3))
def test_guards_leave_nothing_to_repair(qtbot: QtBot, seed: int) -> None:
    page = a_random_page(qtbot, 100 + seed)
    work(page, seed, 80)
    assert page.capture.repairs == 0


@pytest.mark.parametrize("seed", range(4))
def test_repair_alone_holds_the_structure(qtbot: QtBot, qtlog: Any, seed: int) -> None:
    page = a_random_page(qtbot, seed, Unguarded)
    start = page.manuscript.article.blocks
    with qtlog.disabled():  # the toolkit complains of replacements before the start of the text
        work(page, seed, 120)
    assert page.capture.repairs > 0
    undo_and_redo_everything(page, start)


@pytest.mark.real
@pytest.mark.parametrize("seed", range(1000, 1040))
def test_structure_holds_for_long(qtbot: QtBot, seed: int) -> None:
    page = a_random_page(qtbot, seed)
    start = page.manuscript.article.blocks
    work(page, seed, 1000)
    assert page.capture.repairs == 0
    undo_and_redo_everything(page, start)


@pytest.mark.real
@pytest.mark.parametrize("seed", range(2000, 2020))
def test_repair_alone_holds_for_long(qtbot: QtBot, qtlog: Any, seed: int) -> None:
    page = a_random_page(qtbot, seed, Unguarded)
    start = page.manuscript.article.blocks
    with qtlog.disabled():
        work(page, seed, 500)
    undo_and_redo_everything(page, start)
