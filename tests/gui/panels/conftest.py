"""Panels in a real window over a real library; those of a file share it, each with its own piece."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from making.windows import Bench, bench, window_on
from newsdesk.article.model import Article
from newsdesk.gui.window import Window

Open = Callable[[Article], Article]


@pytest.fixture(scope="module")
def made(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with bench(qapp, tmp_path_factory.mktemp("bench")) as parts:
        yield parts


@pytest.fixture(scope="module")
def window(made: Bench) -> Iterator[Window]:
    with window_on(made) as shown:
        yield shown


@pytest.fixture
def opened(window: Window, made: Bench, qtbot: Any) -> Open:
    """Puts a piece into the library and onto the page."""

    def show(article: Article) -> Article:
        made.desk.writing.create(article)
        window.opening.open(article.id)
        qtbot.waitUntil(lambda: window.opening.current == article.id)
        return article

    return show
