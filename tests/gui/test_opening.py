"""A package of the article that is open changes the page too, and undo brings back what was typed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from making.windows import Bench, bench, window_on
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.library.handoff import write_package


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


def test_a_package_of_the_open_article_is_shown_and_can_be_undone(
    made: Bench, tmp_path: Path, qtbot: Any
) -> None:
    mine = made.desk.writing.create(Article(new_id(), headline="Bản của tôi"))
    package = tmp_path / "bài.newsdesk"
    package.write_bytes(write_package(replace(mine, headline="Bản của bạn"), {}))
    with window_on(made) as window:
        window.opening.open(mine.id)
        qtbot.waitUntil(lambda: window.opening.current == mine.id)
        window.open_file(package)
        qtbot.waitUntil(lambda: window.manuscript.article.headline == "Bản của bạn")
        window.manuscript.undo()
        assert window.manuscript.article.headline == "Bản của tôi"


def test_asking_for_the_open_article_again_gives_the_caret_to_the_page(made: Bench, qtbot: Any) -> None:
    mine = made.desk.writing.create(Article(new_id(), headline="Bản của tôi"))
    with window_on(made) as window:
        window.opening.open(mine.id)
        qtbot.waitUntil(lambda: window.opening.current == mine.id)
        window.library.search.setFocus()
        window.opening.open(mine.id)
        qtbot.waitUntil(window.editing.page.hasFocus)
