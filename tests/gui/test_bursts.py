"""Reading a change as a stroke of typing."""

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.blocks import Embed, Figure, Heading, Paragraph
from newsdesk.article.splice import FieldChange, Splice
from newsdesk.article.text import runs_of
from newsdesk.gui.bursts import Stroke, stroke_of

texts = st.text("aăâ 😀", max_size=200)


@given(texts, texts)
def test_a_stroke_tells_what_was_done(before: str, after: str) -> None:
    stroke = stroke_of(FieldChange("headline", before, after))
    assert stroke is not None
    kept = before[: stroke.at], before[stroke.at + len(stroke.removed) :]
    assert kept[0] + stroke.inserted + kept[1] == after
    assert before[stroke.at :].startswith(stroke.removed)


@given(texts, texts, texts)
def test_a_stroke_is_as_small_as_can_be(start: str, inserted: str, end: str) -> None:
    stroke = stroke_of(FieldChange("headline", start + end, start + inserted + end))
    assert stroke is not None
    assert (stroke.removed, len(stroke.inserted)) == ("", len(inserted))


def test_strokes_are_named_after_their_text() -> None:
    old = Figure("f", None, "một", "An")
    credit = stroke_of(Splice(3, (old,), (Figure("f", None, "một", "Anh"),)))
    assert credit == Stroke("f.credit", 2, "", "h")
    text = stroke_of(Splice(0, (Paragraph("p", runs_of("ab")),), (Paragraph("p", runs_of("b")),)))
    assert text == Stroke("p", 0, "a", "")
    assert text.deletes


def test_what_is_no_typing() -> None:
    assert stroke_of(FieldChange("tags", (), ("a",))) is None
    assert stroke_of(Splice(0, (Figure("f"),), (Embed("f", "u"),))) is None
    assert stroke_of(Splice(0, (Embed("e", "u"),), (Embed("e", "u", "t"),))) is None
    assert stroke_of(Splice(0, (), (Figure("f"),))) is None
    assert stroke_of(Splice(0, (Paragraph("a"), Paragraph("b")), (Heading("a"),))) == Stroke("a", 0, "", "")
