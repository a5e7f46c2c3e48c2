"""Export from the window: the file, its name, and what is said when it cannot be written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

import pytest
from PySide6.QtWidgets import QApplication

from making.windows import Bench, bench, window_on
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.gui.exporting import file_name
from newsdesk.gui.window import Window


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


@pytest.fixture
def window(made: Bench, qtbot: Any) -> Iterator[Window]:
    with window_on(made) as shown:
        article = made.desk.writing.create(Article(new_id(), headline="Bến sông cũ"))
        shown.opening.open(article.id)
        qtbot.waitUntil(lambda: shown.opening.current == article.id)
        yield shown


def test_docx_is_written_in_a_worker(window: Window, made: Bench, tmp_path: Path, qtbot: Any) -> None:
    target = tmp_path / "Bến sông cũ.docx"
    window.export.write(target)
    assert window.status._sending.isVisible()
    qtbot.waitUntil(lambda: bool(window.toasts.kept), timeout=20_000)
    assert is_zipfile(target)
    assert window.toasts.kept[0].text == "Exported: Bến sông cũ.docx"
    assert window.toasts.kept[0].action == "Open"
    assert not window.status._sending.isVisible()
    assert made.settings.text("last_folder") == str(tmp_path)
    assert made.desk.writing.revisions(window.opening.current)[0].event == "exported"


def test_a_place_that_cannot_be_written_is_named(window: Window, tmp_path: Path, qtbot: Any) -> None:
    window.export.write(tmp_path / "no folder" / "a.docx")
    qtbot.waitUntil(lambda: bool(window.toasts.kept), timeout=20_000)
    assert "a.docx" in window.toasts.kept[0].text
    assert not window.status._sending.isVisible()


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Bến sông cũ", "Bến sông cũ"),
        ("Lãi suất: 4/5 ngân hàng?", "Lãi suất 4 5 ngân hàng"),
        ("  ..  ", ""),
        ("Hết giờ...", "Hết giờ"),
        ("dòng\nhai", "dòng hai"),
        ("x" * 300, "x" * 80),
    ],
)
def test_file_name(headline: str, name: str) -> None:
    assert file_name(Article("a", headline=headline)) == name
