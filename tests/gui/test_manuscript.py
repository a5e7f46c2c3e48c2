"""One undo history: exact, by words, for body and fields alike."""

import pytest
from pytestqt.qtbot import QtBot

from making.pages import Clock
from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.splice import FieldChange, Splice
from newsdesk.article.text import runs_of
from newsdesk.gui.manuscript import Caret, Manuscript

BODY = (Paragraph("p", runs_of("một")), Figure("f", None, "chú thích"))
ARTICLE = Article("a", headline="Bến cũ", blocks=BODY)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def manuscript(qapp: object, clock: Clock) -> Manuscript:
    return Manuscript(ARTICLE, clock=clock)


class Writer:
    """Types into the headline, a stroke at a time, as a field does."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript

    def type(self, strokes: str) -> None:
        for stroke in strokes:
            old = self.manuscript.article.headline
            new = old[:-1] if stroke == "\b" else old + stroke
            before, after = Caret("headline", len(old), len(old)), Caret("headline", len(new), len(new))
            change = FieldChange("headline", old, new)
            self.manuscript.push(change, origin=self, before=before, after=after, typing=True)


def headlines_by_undo(manuscript: Manuscript) -> list[str]:
    seen = []
    while manuscript.can_undo:
        manuscript.undo()
        seen.append(manuscript.article.headline)
    return seen


def test_undo_and_redo_go_through_body_and_fields(manuscript: Manuscript) -> None:
    new = Paragraph("p", runs_of("hai"))
    manuscript.push(Splice(0, (ARTICLE.blocks[0],), (new,)), origin=None)
    manuscript.push(FieldChange("headline", "Bến cũ", "Bến mới"), origin=None)
    end = manuscript.article
    manuscript.undo()
    assert manuscript.article.headline == "Bến cũ"
    assert manuscript.article.blocks[0] == new
    manuscript.undo()
    assert manuscript.article == ARTICLE
    manuscript.redo()
    manuscript.redo()
    assert manuscript.article == end
    assert not manuscript.can_redo


def test_views_hear_of_a_change_with_its_origin(manuscript: Manuscript, qtbot: QtBot) -> None:
    heard: list[tuple[object, object]] = []
    manuscript.changed.connect(lambda change, origin: heard.append((change, origin)))
    change = FieldChange("headline", "Bến cũ", "x")
    origin = object()
    manuscript.push(change, origin=origin)
    manuscript.undo()
    assert heard == [(change, origin), (FieldChange("headline", "x", "Bến cũ"), None)]


def test_undo_asks_for_the_caret_before_and_redo_for_the_one_after(manuscript: Manuscript) -> None:
    wanted: list[Caret] = []
    manuscript.caret_wanted.connect(wanted.append)
    before, after = Caret("headline", 1, 1), Caret("headline", 2, 2)
    manuscript.push(FieldChange("headline", "Bến cũ", "x"), origin=None, before=before, after=after)
    manuscript.undo()
    manuscript.redo()
    assert wanted == [before, after]


def test_a_change_that_does_not_fit_changes_nothing(manuscript: Manuscript) -> None:
    with pytest.raises(ValueError, match="does not match"):
        manuscript.push(FieldChange("headline", "sai", "x"), origin=None)
    with pytest.raises(ValueError, match="does not match"):
        manuscript.push_together(
            (FieldChange("headline", "Bến cũ", "x"), FieldChange("headline", "sai", "y")), origin=None
        )
    assert manuscript.article == ARTICLE
    assert not manuscript.can_undo


def test_undo_goes_by_words(manuscript: Manuscript) -> None:
    Writer(manuscript).type(" rất xưa lắm")
    assert headlines_by_undo(manuscript) == ["Bến cũ rất xưa ", "Bến cũ rất ", "Bến cũ ", "Bến cũ"]


def test_backspaces_of_an_input_method_stay_in_their_word(manuscript: Manuscript) -> None:
    Writer(manuscript).type(" toa\b\bọa ddaf\b\b\b\bđà")
    assert manuscript.article.headline == "Bến cũ tọa đà"
    assert headlines_by_undo(manuscript) == ["Bến cũ tọa ", "Bến cũ ", "Bến cũ"]


def test_erasing_by_hand_is_a_step_of_its_own(manuscript: Manuscript, clock: Clock) -> None:
    writer = Writer(manuscript)
    writer.type(" xưa")
    clock.now += 1
    writer.type("\b\b\b")
    clock.now += 1
    writer.type("nay")
    assert headlines_by_undo(manuscript) == ["Bến cũ xưa", "Bến cũ ", "Bến cũ"]


def test_erasing_goes_by_words_too(manuscript: Manuscript) -> None:
    Writer(manuscript).type("\b" * 6)
    assert headlines_by_undo(manuscript) == ["Bến ", "Bến cũ"]


def test_a_pause_or_a_moved_caret_ends_the_step(manuscript: Manuscript, clock: Clock) -> None:
    writer = Writer(manuscript)
    writer.type("x")
    clock.now += 10
    writer.type("y")
    change = FieldChange("headline", "Bến cũxy", "zBến cũxy")
    here = Caret("headline", 0, 0)
    manuscript.push(change, origin=None, before=here, after=Caret("headline", 1, 1), typing=True)
    assert headlines_by_undo(manuscript) == ["Bến cũxy", "Bến cũx", "Bến cũ"]


def test_typing_that_comes_to_nothing_leaves_no_step(manuscript: Manuscript) -> None:
    Writer(manuscript).type("x")
    old, new = manuscript.article.headline, "Bến cũ"
    caret = Caret("headline", len(old), len(old))
    manuscript.push(FieldChange("headline", old, new), origin=None, before=caret, after=caret, typing=True)
    manuscript.undo()
    manuscript.undo()
    assert manuscript.article == ARTICLE


def test_typing_in_caption_and_credit_are_different_steps(manuscript: Manuscript) -> None:
    figure = ARTICLE.blocks[1]
    one = Figure("f", None, "chú thíchx")
    two = Figure("f", None, "chú thíchx", "y")
    caret = Caret("body", 0, 0)
    for old, new in ((figure, one), (one, two)):
        manuscript.push(Splice(1, (old,), (new,)), origin=None, before=caret, after=caret, typing=True)
    manuscript.undo()
    assert manuscript.article.blocks[1] == one


def test_another_state_of_the_piece_is_one_step(manuscript: Manuscript) -> None:
    other = Article("a", headline="Khác", kicker="Đô thị", blocks=(Paragraph("q"),))
    manuscript.become(other, origin=None)
    assert manuscript.article == other
    manuscript.undo()
    assert manuscript.article == ARTICLE
    manuscript.redo()
    assert manuscript.article == other


def test_opening_forgets_the_history(manuscript: Manuscript, qtbot: QtBot) -> None:
    Writer(manuscript).type("x")
    with qtbot.waitSignals([manuscript.settling, manuscript.opened, manuscript.history_changed]):
        manuscript.open(Article("b"))
    assert not manuscript.can_undo
    manuscript.undo()
    manuscript.redo()
    assert manuscript.article == Article("b")


def test_history_has_a_limit(qapp: object) -> None:
    manuscript = Manuscript(ARTICLE, limit=3)
    for number in range(5):
        manuscript.push(FieldChange("slug", manuscript.article.slug, str(number)), origin=None)
    while manuscript.can_undo:
        manuscript.undo()
    assert manuscript.article.slug == "1"
