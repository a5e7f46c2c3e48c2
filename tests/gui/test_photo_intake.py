"""Photos come in by file, drop and paste; a bad one is named and the others go in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from making.photos import corners, encoded
from making.windows import Bench, bench, window_on
from newsdesk.article.blocks import Figure, Paragraph, figures
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.desk.work import Work
from newsdesk.errors import Cancelled
from newsdesk.gui.photo_intake import exchanged, take_all
from newsdesk.gui.window import Window


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


@pytest.fixture
def window(made: Bench, qtbot: Any) -> Iterator[Window]:
    with window_on(made) as shown:
        placeholder = Figure(new_id(), caption="Chợ phiên", credit="")
        blocks = (Paragraph(new_id(), runs_of("Mở đầu.")), placeholder)
        article = made.desk.writing.create(Article(new_id(), headline="Chợ", blocks=blocks))
        shown.opening.open(article.id)
        qtbot.waitUntil(lambda: shown.opening.current == article.id)
        yield shown


def photo_file(folder: Path, name: str, width: int = 640) -> Path:
    file = folder / name
    file.write_bytes(encoded(corners(width, 480)))
    return file


def photos_in(window: Window) -> list[str | None]:
    return [figure.photo for figure in figures(window.manuscript.article.blocks)]


def test_files_become_figures_at_the_caret(window: Window, tmp_path: Path, qtbot: Any) -> None:
    window.editing.page.enter_from_above()
    files = [photo_file(tmp_path, "a.jpg", 640), photo_file(tmp_path, "b.jpg", 800)]
    window.editing.photos.take_files(files, "")
    qtbot.waitUntil(lambda: len(photos_in(window)) == 3, timeout=20_000)
    window.manuscript.undo()
    assert len(photos_in(window)) == 1, "one undo step takes all of them back"


def test_a_drop_on_a_placeholder_fills_it(window: Window, tmp_path: Path, qtbot: Any) -> None:
    figure = next(iter(figures(window.manuscript.article.blocks)))
    window.editing.page.photos_dropped.emit([photo_file(tmp_path, "a.jpg")], figure.id)
    qtbot.waitUntil(lambda: photos_in(window) != [None], timeout=20_000)
    now = next(iter(figures(window.manuscript.article.blocks)))
    assert (now.id, now.caption) == (figure.id, "Chợ phiên")


def test_a_bad_file_is_named_and_the_good_one_goes_in(window: Window, tmp_path: Path, qtbot: Any) -> None:
    bad = tmp_path / "hỏng.jpg"
    bad.write_bytes(b"\xff\xd8\xff not a photo")
    window.editing.photos.take_files([bad, photo_file(tmp_path, "a.jpg")], "")
    qtbot.waitUntil(lambda: len(photos_in(window)) == 2, timeout=20_000)
    assert "hỏng.jpg" in window.toasts.kept[0].text


def test_nothing_changes_when_no_file_can_be_used(window: Window, tmp_path: Path, qtbot: Any) -> None:
    before = window.manuscript.article
    window.editing.photos.take_files([tmp_path / "không có.jpg"], "")
    qtbot.waitUntil(lambda: bool(window.toasts.kept))
    assert window.manuscript.article is before


def test_photos_for_another_article_stay_out(window: Window, made: Bench, tmp_path: Path, qtbot: Any) -> None:
    other = made.desk.writing.create(Article(new_id(), headline="Khác"))
    window.editing.photos.take_files([photo_file(tmp_path, "a.jpg")], "")
    window.opening.open(other.id)
    qtbot.waitUntil(lambda: window.opening.current == other.id)
    qtbot.waitUntil(lambda: not window._kit.tasks.busy, timeout=20_000)
    assert photos_in(window) == []


def test_what_was_written_stays_when_a_photo_comes() -> None:
    written = Figure("f", None, "Của tôi", "", "")
    fresh = Figure("x", "a" * 64, "Trong tệp", "Lê Quốc Đạt", "Bến sông", people=("An",))
    figure = exchanged(written, fresh)
    assert (figure.id, figure.photo, figure.caption) == ("f", "a" * 64, "Của tôi")
    assert (figure.credit, figure.alt, figure.people) == ("Lê Quốc Đạt", "Bến sông", ("An",))


def test_taking_in_can_be_stopped() -> None:
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        take_all([lambda: pytest.fail("taken in")], work)
