"""The history tab lists what happened and brings old states back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from making.windows import Bench
from newsdesk.article.blocks import Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Status
from newsdesk.article.splice import FieldChange
from newsdesk.article.text import runs_of
from newsdesk.gui.panels.history import HistoryPanel
from newsdesk.gui.window import Window

Open = Callable[[Article], Article]


def a_piece() -> Article:
    return Article(new_id(), headline="Trước", blocks=(Paragraph("p", runs_of("Đoạn cũ.")),))


def history_of(window: Window) -> HistoryPanel:
    window.editing.inspector.choose("history")
    return window.editing.furniture.history


def titles(panel: HistoryPanel) -> list[str]:
    return [row.accessibleName().partition(",")[0] for row in panel.rows]


def test_named_moments_stand_newest_first(window: Window, opened: Open, made: Bench, qtbot: Any) -> None:
    piece = opened(a_piece())
    panel = history_of(window)
    qtbot.waitUntil(lambda: titles(panel) == ["Article started"])
    made.desk.writing.name_revision(piece.id, "exported")
    qtbot.waitUntil(lambda: titles(panel) == ["Exported", "Article started"])


def test_what_happens_elsewhere_is_not_shown(window: Window, opened: Open, made: Bench, qtbot: Any) -> None:
    opened(a_piece())
    panel = history_of(window)
    other = made.desk.writing.create(a_piece())
    made.desk.writing.name_revision(other.id, "exported")
    qtbot.waitUntil(lambda: not made.kit.tasks.busy and bool(panel.rows))
    assert titles(panel) == ["Article started"]


def test_an_old_state_comes_back_as_one_step(window: Window, opened: Open, made: Bench, qtbot: Any) -> None:
    opened(a_piece())
    panel, manuscript = history_of(window), window.manuscript
    qtbot.waitUntil(lambda: bool(panel.rows))
    now = replace(
        manuscript.article, headline="Sau", section="Đô thị", blocks=(Paragraph("q", runs_of("Đoạn mới.")),)
    )
    manuscript.become(now, origin=None)
    panel.rows[-1].wanted.emit()
    qtbot.waitUntil(lambda: manuscript.article.headline == "Trước")
    assert window.editing.page.lines[0].text == "Đoạn cũ."
    assert panel.message.isVisible()
    manuscript.undo()
    assert manuscript.article == now
    qtbot.waitUntil(lambda: titles(panel)[0] == "Kept before a large change")


def test_where_the_piece_stands_is_not_brought_back(window: Window, opened: Open, qtbot: Any) -> None:
    opened(a_piece())
    panel, manuscript = history_of(window), window.manuscript
    qtbot.waitUntil(lambda: bool(panel.rows))
    manuscript.push(FieldChange("headline", "Trước", "Sau"), origin=None)
    manuscript.accept(FieldChange("status", Status.DRAFT, Status.PUBLISHED))
    panel.rows[-1].wanted.emit()
    qtbot.waitUntil(lambda: manuscript.article.headline == "Trước")
    assert manuscript.article.status is Status.PUBLISHED


def test_a_long_history_shows_more_when_asked(window: Window, opened: Open, made: Bench, qtbot: Any) -> None:
    piece = opened(a_piece())
    for number in range(35):
        made.desk.writing.record(replace(piece, headline=str(number)))
        made.desk.writing.name_revision(piece.id, "exported")
    panel = history_of(window)
    qtbot.waitUntil(lambda: not made.kit.tasks.busy and len(panel.rows) == 30)
    panel.more.click()
    assert len(panel.rows) == 36
    assert not panel.more.isVisible()


def test_the_state_that_is_there_already_is_no_step(window: Window, opened: Open, qtbot: Any) -> None:
    opened(a_piece())
    panel = history_of(window)
    qtbot.waitUntil(lambda: bool(panel.rows))
    panel.rows[0].wanted.emit()
    qtbot.waitUntil(panel.message.isVisible)
    assert panel.message.text() == "This is how the article reads now."
    assert not window.manuscript.can_undo
