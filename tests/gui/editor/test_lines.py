"""Blocks as lines and back, and what text is fit for a page."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from making.articles import anything, blocks
from newsdesk.article.blocks import Block, Figure, Paragraph
from newsdesk.article.text import Run
from newsdesk.gui.editor.lines import OBJECT, Kind, fit, one_line, to_blocks, to_lines, typed
from newsdesk.gui.editor.repair import broken


@given(st.lists(blocks(), min_size=1, max_size=8))
def test_blocks_come_back_from_lines(body: list[Block]) -> None:
    lines = to_lines(body)
    assert to_blocks(lines) == tuple(body)
    assert broken(lines) == ""


def test_a_figure_is_three_lines_of_one_id() -> None:
    lines = to_lines([Figure("f", "a" * 64, "chú thích", "Ảnh: An", alt="cầu")])
    assert [(line.kind, line.id, line.text) for line in lines] == [
        (Kind.IMAGE, "f", ""),
        (Kind.CAPTION, "f", "chú thích"),
        (Kind.CREDIT, "f", "Ảnh: An"),
    ]


def test_what_the_toolkit_keeps_for_itself_never_reaches_the_page() -> None:
    text = "a\r\nb\nc\u2029d\x00e\ufdd0f\ufffcg\uffffh"
    (line,) = to_lines([Paragraph("p", (Run(text),))])
    assert line.text == "a\u2028b\u2028c\u2028defgh"
    figure = to_lines([Figure("f", None, "hai\ndòng\ufffc", "a\u2028b")])
    assert [line.text for line in figure] == ["", "hai dòng", "a b"]


def test_typed_text_is_clean() -> None:
    decomposed = unicodedata.normalize("NFD", "tọa đàm")
    assert typed(decomposed) == "tọa đàm"
    assert typed("\u00d0ức\u00a0Anh\u200b\ufeff") == "Đức Anh"
    assert typed("a\tb\nc") == "a b\u2028c"


@given(anything)
def test_fit_text_stays_fit(text: str) -> None:
    assert OBJECT not in fit(text)
    assert fit(fit(text)) == fit(text)
    assert typed(typed(text)) == typed(text)
    assert "\u2028" not in one_line(text)
