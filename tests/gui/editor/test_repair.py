"""Any lines whatever become sound lines, and no text is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from making.articles import blocks, runs
from newsdesk.article.blocks import Block, Divider, Figure
from newsdesk.article.text import Run
from newsdesk.gui.editor.lines import LINE_BREAK, OBJECT, OBJECT_KINDS, Kind, Line, to_lines
from newsdesk.gui.editor.repair import broken, repair

ids = st.sampled_from(["", "a", "b", "c"])
objects = st.none() | st.sampled_from([Figure("a"), Figure("b"), Divider("c")])
odd_runs = runs(st.sampled_from(["một", "hai " + OBJECT, LINE_BREAK, OBJECT + OBJECT, "😀"]))
odd_lines = st.lists(st.builds(Line, st.sampled_from(Kind), ids, odd_runs, objects), max_size=8)


def readable(lines: list[Line]) -> str:
    text = "".join(line.text for line in lines)
    return text.replace(OBJECT, "").replace(LINE_BREAK, " ")


@given(odd_lines)
def test_any_lines_become_sound(lines: list[Line]) -> None:
    assert broken(repair(lines)) == ""


@given(odd_lines)
def test_no_text_is_lost(lines: list[Line]) -> None:
    assert sorted(readable(repair(lines))) == sorted(readable(lines))


@given(odd_lines)
def test_mending_twice_changes_nothing(lines: list[Line]) -> None:
    once = repair(lines)
    assert repair(once) == once


@given(st.lists(blocks(), min_size=1, max_size=6))
def test_sound_lines_are_left_alone(body: list[Block]) -> None:
    lines = to_lines(body)
    assert repair(lines) == lines


def test_ids_in_use_elsewhere_are_not_taken() -> None:
    lines = to_lines([Figure("taken", None, "x")])
    mended = repair(lines, lambda wanted: wanted == "taken")
    assert len({line.id for line in mended}) == 1
    assert mended[0].id != "taken"
    assert mended[0].object is not None
    assert mended[0].object.id == mended[0].id


def test_an_orphaned_caption_becomes_a_paragraph() -> None:
    (line,) = repair([Line(Kind.CAPTION, "f", (Run("chú thích"),))])
    assert (line.kind, line.text) == (Kind.PARAGRAPH, "chú thích")
    assert line.kind not in OBJECT_KINDS
