"""The window over a real library: what a reporter does in it, and what it shows."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget

from making.windows import Bench, bench, window_on
from newsdesk.article.blocks import Heading, Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Status
from newsdesk.article.text import Mark, plain, runs_of
from newsdesk.errors import StorageError
from newsdesk.gui.window import Window


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


@pytest.fixture
def window(made: Bench) -> Iterator[Window]:
    with window_on(made) as shown:
        yield shown


def article(headline: str = "Bến sông cũ", text: str = "Sáng 21/11.") -> Article:
    return Article(new_id(), headline=headline, blocks=(Paragraph(new_id(), runs_of(text)),))


def opened(window: Window, made: Bench, qtbot: Any, piece: Article | None = None) -> Article:
    """Put a piece into the library and onto the page."""
    piece = made.desk.writing.create(piece or article())
    window.opening.open(piece.id)
    qtbot.waitUntil(lambda: window.opening.current == piece.id)
    return piece


def titles(window: Window) -> list[str]:
    listed = window.library.articles
    return [listed.index(row).data() for row in range(listed.rowCount())]


def test_empty_library_teaches(window: Window, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: "first article" in window.blank._title.text())
    assert window.blank.isVisible()
    assert window.columns.left_shown()
    assert not window.columns.right_shown()


def test_the_article_of_last_time_comes_back(made: Bench, qtbot: Any) -> None:
    first, _second = (made.desk.writing.create(article(f"Bài {number}")) for number in (1, 2))
    made.settings.choose("last_article", first.id)
    with window_on(made) as window:
        qtbot.waitUntil(lambda: window.opening.current == first.id)
        assert window.windowTitle() == "Bài 1 – newsdesk"


def test_without_one_of_last_time_the_newest_is_shown(made: Bench, qtbot: Any) -> None:
    _first, second = (made.desk.writing.create(article(f"Bài {number}")) for number in (1, 2))
    made.settings.choose("last_article", "of another library")
    with window_on(made) as window:
        qtbot.waitUntil(lambda: window.opening.current == second.id)
        assert not window.toasts.kept


def test_a_new_reporter_is_greeted_once(made: Bench, qtbot: Any) -> None:
    made.settings.choose("welcomed", False)
    with window_on(made) as window:
        qtbot.waitUntil(window.welcome.isVisible)
        assert not window.commands["piece.new"].isEnabled()
        window.welcome.close_sheet()
        assert window.commands["piece.new"].isEnabled()
    with window_on(made) as window:
        qtbot.waitUntil(lambda: not made.kit.tasks.busy)
        assert window.welcome.isHidden()


def test_new_article_opens_and_is_signed(window: Window, made: Bench, qtbot: Any) -> None:
    made.settings.choose("name", "Hoàng Gia")
    window.commands["piece.new"].trigger()
    qtbot.waitUntil(lambda: bool(window.opening.current))
    assert [byline.name for byline in window.manuscript.article.bylines] == ["Hoàng Gia"]
    assert window.editing.page.isVisible()


def test_typing_reaches_the_disk(window: Window, made: Bench, qtbot: Any) -> None:
    piece = opened(window, made, qtbot)
    window.editing.page.setFocus()
    QTest.keyClicks(window.editing.page, "Mai ")
    assert window.saved.text() == "Saving…"
    qtbot.waitUntil(lambda: window.saved.text().startswith("Saved"))
    stored = made.desk.writing.open(piece.id).article.blocks[0]
    assert isinstance(stored, Paragraph)
    assert plain(stored.runs) == "Mai Sáng 21/11."


def test_undo_and_redo_commands_follow_the_history(window: Window, made: Bench, qtbot: Any) -> None:
    opened(window, made, qtbot)
    undo, redo = window.commands["edit.undo"], window.commands["edit.redo"]
    assert not undo.isEnabled()
    window.editing.page.setFocus()
    QTest.keyClicks(window.editing.page, "a")
    assert undo.isEnabled()
    undo.trigger()
    assert redo.isEnabled() and not undo.isEnabled()


def test_commands_act_on_the_text(window: Window, made: Bench, qtbot: Any) -> None:
    opened(window, made, qtbot)
    window.editing.page.setFocus()
    qtbot.waitUntil(lambda: window.commands["style.heading"].isEnabled())
    window.commands["style.heading"].trigger()
    assert isinstance(window.manuscript.article.blocks[0], Heading)
    window.editing.page.selectAll()
    window.commands["mark.italic"].trigger()
    block = window.manuscript.article.blocks[0]
    assert isinstance(block, Heading)
    assert block.runs[0].marks == {Mark.ITALIC}
    assert window.commands["mark.italic"].isChecked()


def test_search_as_you_type_needs_no_marks(window: Window, made: Bench, qtbot: Any) -> None:
    for headline in ("Đường lên Đồng Văn", "Giá gạo tăng", "Bão đổi hướng"):
        made.desk.writing.create(article(headline, ""))
    qtbot.waitUntil(lambda: len(titles(window)) == 3)
    window.library.search.setText("dong van")
    qtbot.waitUntil(lambda: titles(window) == ["Đường lên Đồng Văn"])
    window.library.search.setText("không có bài này")
    qtbot.waitUntil(lambda: "Nothing found" in window.library._nothing.text())
    QTest.keyClick(window.library.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(window)) == 3)


def test_filters_count_and_choose(window: Window, made: Bench, qtbot: Any) -> None:
    made.desk.writing.create(article("Nháp"))
    made.desk.writing.create(Article(new_id(), headline="Đã đăng", status=Status.PUBLISHED))
    qtbot.waitUntil(lambda: len(titles(window)) == 2)
    window.library.filters.choose(Status.PUBLISHED)
    qtbot.waitUntil(lambda: titles(window) == ["Đã đăng"])


def test_long_lists_come_a_page_at_a_time(window: Window, made: Bench, qtbot: Any) -> None:
    for number in range(130):
        made.desk.writing.create(Article(new_id(), headline=f"Bài {number:03}"))
    listed = window.library.articles
    qtbot.waitUntil(lambda: listed.rowCount() >= 60)
    window.library.reload()
    for _ in range(4):
        window.library.list.scrollToBottom()
        qtbot.wait(0)
    qtbot.waitUntil(lambda: _all_fetched(window))
    assert titles(window) == [f"Bài {number:03}" for number in reversed(range(130))]


def _all_fetched(window: Window) -> bool:
    window.library.list.scrollToBottom()
    return window.library.articles.rowCount() == 130


def test_trash_and_back(window: Window, made: Bench, qtbot: Any) -> None:
    piece = opened(window, made, qtbot)
    window.commands["piece.trash"].trigger()
    qtbot.waitUntil(lambda: window.blank.isVisible())
    message = window.toasts.kept[0]
    assert message.action == "Undo"
    assert message.act is not None
    message.act()
    qtbot.waitUntil(lambda: window.opening.current == piece.id)
    assert not made.desk.writing.open(piece.id).trashed


def test_language_changes_while_running(window: Window, made: Bench, qtbot: Any) -> None:
    opened(window, made, qtbot)
    english = window.toolbar._export.text()
    made.settings.choose("language", "vi")
    assert window.commands["piece.new"].text() == made.kit.tr("New article")
    assert window.toolbar._export.text().strip() == made.kit.tr("Export DOCX")
    made.settings.choose("language", "en")
    assert window.toolbar._export.text() == english


def test_theme_changes_while_running(window: Window, made: Bench, qtbot: Any) -> None:
    opened(window, made, qtbot)
    before = window.grab().toImage().pixelColor(QPoint(640, 600))
    made.settings.choose("theme", "dark")
    after = window.grab().toImage().pixelColor(QPoint(640, 600))
    assert before.lightness() > 200 > 60 > after.lightness()
    made.settings.choose("density", "compact")
    assert made.kit.appearance.pad < 8


def cut_off(window: Window) -> list[str]:
    """Visible controls of the frame that stick out of their parents."""
    found = []
    for kind in (QPushButton, QToolButton):
        for control in window.findChildren(kind):
            parent = control.parentWidget()
            if control.isVisible() and parent is not None and parent in (window.toolbar, window.status):
                inside = parent.rect().contains(control.geometry())
                roomy = control.width() >= control.minimumSizeHint().width()
                found += [] if inside and roomy else [control.accessibleName() or control.text()]
    return found


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", [(1440, 960), (1280, 720), (1000, 700), (820, 640), (720, 480)])
def test_nothing_is_cut_off(
    window: Window, made: Bench, qtbot: Any, size: tuple[int, int], language: str
) -> None:
    opened(window, made, qtbot)
    made.settings.choose("language", language)
    window.resize(*size)
    qtbot.waitUntil(lambda: window.toolbar.width() == size[0] and cut_off(window) == [])
    assert (window.width(), window.height()) == size


@pytest.mark.parametrize(
    ("width", "left", "right"), [(1280, True, True), (1000, True, False), (800, False, False)]
)
def test_columns_fold(window: Window, made: Bench, qtbot: Any, width: int, left: bool, right: bool) -> None:
    opened(window, made, qtbot)
    window.resize(width, 640)
    qtbot.waitUntil(lambda: window.columns.width() == width)
    assert (window.columns.left_shown(), window.columns.right_shown()) == (left, right)
    window.commands["view.inspector"].trigger()
    assert window.columns.right_shown() is not right
    window.commands["view.library"].trigger()
    assert window.columns.left_shown()
    assert window.library.search.hasFocus()


def test_focus_mode_shows_the_page_alone(window: Window, made: Bench, qtbot: Any) -> None:
    opened(window, made, qtbot)
    window.commands["view.focus"].trigger()
    assert not window.columns.left_shown() and not window.columns.right_shown()
    window.commands["view.focus"].trigger()
    assert window.columns.left_shown() and window.columns.right_shown()


def _belongs_to_a_named_line(control: QWidget) -> bool:
    """The arrow in a line does what the Down key does; a screen reader hears the line."""
    line = control.parentWidget()
    return isinstance(line, QLineEdit) and bool(line.accessibleName())


def test_every_control_has_a_name(window: Window, made: Bench, qtbot: Any) -> None:
    opened(window, made, qtbot)
    nameless = [
        control
        for kind in (QPushButton, QToolButton)
        for control in window.findChildren(kind)
        if control.isVisible()
        and not (control.accessibleName() or control.text() or control.toolTip())
        and not _belongs_to_a_named_line(control)
    ]
    assert [(each.parentWidget(), each.geometry()) for each in nameless] == []


def test_closing_writes_first(window: Window, made: Bench, qtbot: Any) -> None:
    piece = opened(window, made, qtbot)
    window.editing.page.setFocus()
    QTest.keyClicks(window.editing.page, "Cuoi ")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    stored = made.desk.writing.open(piece.id).article.blocks[0]
    assert isinstance(stored, Paragraph)
    assert plain(stored.runs).startswith("Cuoi ")


def test_closing_stays_when_the_disk_refuses(
    window: Window, made: Bench, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, made, qtbot)

    def refuse(_writing: object) -> None:
        raise StorageError("storage.full")

    with monkeypatch.context() as patched:
        patched.setattr(type(made.desk.writing), "flush", refuse)
        window.close()
        qtbot.waitUntil(lambda: bool(window.toasts.kept))
    assert window.isVisible()
    message = window.toasts.kept[0]
    assert message.action == "Close without saving"
    assert message.act is not None
    message.act()
    assert not window.isVisible()


def test_the_second_start_brings_its_file(
    window: Window, made: Bench, tmp_path: Path, qtbot: Any, qtlog: Any
) -> None:
    file = tmp_path / "bài.txt"
    file.write_text("Giá gạo tăng tuần thứ ba\nĐoạn đầu tiên của bài.\n", encoding="utf-8")
    with qtlog.disabled():
        window.come_forward(str(file))
    qtbot.waitUntil(lambda: bool(window.opening.current))
    assert window.manuscript.article.headline == "Giá gạo tăng tuần thứ ba"


def test_a_bad_file_is_named_and_nothing_changes(
    window: Window, made: Bench, tmp_path: Path, qtbot: Any
) -> None:
    window.open_file(tmp_path / "không có.txt")
    qtbot.waitUntil(lambda: bool(window.toasts.kept))
    assert "không có.txt" in window.toasts.kept[0].text
    assert window.opening.current == ""


def test_messages_never_take_the_caret(window: Window, made: Bench, qtbot: Any) -> None:
    opened(window, made, qtbot)
    window.editing.page.setFocus()
    qtbot.waitUntil(window.editing.page.hasFocus)
    for number in range(6):
        window.toasts.say(f"Message {number}", "Undo", lambda: None)
    qtbot.wait(0)
    assert window.editing.page.hasFocus()
    assert all(
        child.focusPolicy() == Qt.FocusPolicy.NoFocus for child in window.toasts.findChildren(QPushButton)
    )
    assert [message.text for message in window.toasts.kept][:2] == ["Message 5", "Message 4"]


def test_status_of_the_cms_is_taken_over_without_an_undo_step(
    window: Window, made: Bench, qtbot: Any
) -> None:
    from dataclasses import replace

    piece = opened(window, made, qtbot)
    made.desk.writing.record(replace(piece, status=Status.SUBMITTED))
    window.opening.catch_up()
    qtbot.waitUntil(lambda: window.manuscript.article.status is Status.SUBMITTED)
    assert not window.manuscript.can_undo


def test_work_of_the_window_leaves_the_windows_thread(window: Window, made: Bench, qtbot: Any) -> None:
    threads: set[str] = set()
    made.desk.events.subscribe(lambda _event: threads.add(threading.current_thread().name))
    window.commands["piece.new"].trigger()
    qtbot.waitUntil(lambda: bool(window.opening.current))
    assert threads and "MainThread" not in threads


def test_sheets_give_the_caret_back(window: Window, made: Bench, qtbot: Any) -> None:
    opened(window, made, qtbot)
    window.editing.page.setFocus()
    qtbot.waitUntil(window.editing.page.hasFocus)
    window.commands["program.preferences"].trigger()
    assert not window.editing.page.hasFocus()
    stops: set[QWidget | None] = set()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.add(QApplication.focusWidget())
    assert len(stops) > 5
    assert all(stop is not None and window.preferences.isAncestorOf(stop) for stop in stops)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.editing.page.hasFocus()
    assert window.preferences.isHidden()
