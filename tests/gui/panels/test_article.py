"""The article tab writes to the one history and follows it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from making.pages import compose
from making.windows import Bench
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Source
from newsdesk.desk.delivering import Destination
from newsdesk.gui.panels.article import ArticlePanel
from newsdesk.gui.window import Window

Open = Callable[[Article], Article]


def panel_of(window: Window) -> ArticlePanel:
    window.editing.inspector.choose("article")
    return window.editing.furniture.article


def test_shows_what_the_piece_holds(window: Window, opened: Open) -> None:
    source = Source("Báo Núi", "https://nui.example/a")
    opened(
        Article(new_id(), section="Văn hóa", tags=("chè", "núi"), slug="che", source=source, notes="Gọi lại")
    )
    panel = panel_of(window)
    assert (panel.section.text(), panel.slug.text, panel.notes.text) == ("Văn hóa", "che", "Gọi lại")
    assert (panel.source.text, panel.address.text) == ("Báo Núi", "https://nui.example/a")


def test_typing_is_one_step_a_word_and_undo_gives_the_caret_back(window: Window, opened: Open) -> None:
    opened(Article(new_id()))
    panel, manuscript = panel_of(window), window.manuscript
    panel.notes.setFocus()
    QTest.keyClicks(panel.notes, "goi lai")
    assert manuscript.article.notes == "goi lai"
    window.editing.page.setFocus()
    window.editing.inspector.choose("photo")
    manuscript.undo()
    assert panel.notes.text == "goi "
    assert window.editing.inspector.shown == "article"
    manuscript.undo()
    assert manuscript.article.notes == ""
    manuscript.redo()
    manuscript.redo()
    assert panel.notes.text == "goi lai"


def test_composition_holds_everything_back(window: Window, opened: Open) -> None:
    opened(Article(new_id()))
    panel = panel_of(window)
    for control in (panel.section, panel.notes):
        control.setFocus()
        compose(control, "v", "vă")
        assert window.manuscript.article == replace(window.manuscript.article, section="", notes="")
        window.manuscript.settle()
        held = replace(window.manuscript.article, **{control.place: "vă"})
        assert window.manuscript.article == held
        window.manuscript.undo()


def test_a_source_with_nothing_left_is_no_source(window: Window, opened: Open) -> None:
    opened(Article(new_id()))
    panel = panel_of(window)
    panel.source.setFocus()
    QTest.keyClicks(panel.source, "TTX")
    assert window.manuscript.article.source == Source("TTX")
    window.manuscript.undo()
    assert window.manuscript.article.source is None
    assert not window.manuscript.can_undo


def test_tags_are_added_and_removed_as_steps(window: Window, opened: Open) -> None:
    opened(Article(new_id(), tags=("chè",)))
    panel = panel_of(window)
    adder = panel.tags.focusProxy()
    adder.setFocus()
    QTest.keyClicks(adder, "vung cao, che")
    QTest.keyClick(adder, Qt.Key.Key_Return)
    assert window.manuscript.article.tags == ("chè", "vung cao", "che")
    window.manuscript.undo()
    assert window.manuscript.article.tags == ("chè",)


def test_a_tag_half_typed_is_handed_in(window: Window, opened: Open) -> None:
    opened(Article(new_id()))
    panel = panel_of(window)
    adder = panel.tags.focusProxy()
    adder.setFocus()
    QTest.keyClicks(adder, "vung cao")
    window.manuscript.settle()
    assert window.manuscript.article.tags == ("vung cao",)


def test_slug_is_offered_from_the_headline(window: Window, opened: Open) -> None:
    opened(Article(new_id(), headline="Lũng Sương đỏ lửa"))
    panel = panel_of(window)
    assert panel.suggestion.isVisible()
    panel.suggestion.click()
    assert window.manuscript.article.slug == panel.slug.text == "lung-suong-do-lua"
    assert not panel.suggestion.isVisible()


def test_sections_of_a_destination_are_offered(
    window: Window, opened: Open, made: Bench, qtbot: Any, tmp_path: Any
) -> None:
    cms = made.newsroom.demonstration_cms(tmp_path / "cms", 0)
    made.desk.delivering.add(Destination("Đài", "station", cms.url, cms.user), cms.token)
    made.desk.delivering.sync("Đài")
    cms.close()
    opened(Article(new_id()))
    panel = panel_of(window)
    panel.section.offer_all()
    qtbot.waitUntil(panel.section.offering)
    assert "Văn hóa" in panel.section.names
    QTest.keyClicks(panel.section, "van h")
    qtbot.waitUntil(lambda: panel.section.names == ("Văn hóa",))
    assert panel.section.text() == "van h", "nothing is completed inside what is typed"
    panel.section.picked.emit("Văn hóa")
    assert window.manuscript.article.section == "Văn hóa"


def test_words_change_with_the_language(window: Window, opened: Open, made: Bench) -> None:
    opened(Article(new_id()))
    panel = panel_of(window)
    made.settings.choose("language", "vi")
    made.settings.choose("language", "en")
    assert panel.notes.accessibleName() == "Notes for the desk; they are not published"
