"""Lines come back from the document as they went in."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from making.articles import anything, blocks
from making.page_operations import random_block
from newsdesk.article.blocks import Block, Paragraph
from newsdesk.article.text import runs_of
from newsdesk.gui.editor.edit import Place
from newsdesk.gui.editor.formats import Formats
from newsdesk.gui.editor.lines import Line, to_lines
from newsdesk.gui.editor.projection import Projection
from newsdesk.gui.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")
bodies = st.lists(blocks(anything | st.sampled_from(["Hà Giang ", "😀", "a\u2028b"])), min_size=1, max_size=6)


def bare(lines: list[Line]) -> list[Line]:
    """Without the objects, which the document does not hold."""
    return [Line(line.kind, line.id, line.runs) for line in lines]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies)
def test_lines_come_back(body: list[Block]) -> None:
    document = QTextDocument()
    projection = Projection(document, Formats(LIGHT))
    lines = to_lines(body)
    projection.load(lines)
    assert projection.read(0, document.blockCount()) == bare(lines)


@pytest.mark.parametrize("seed", range(20))
def test_replacing_shows_the_new_lines(seed: int) -> None:
    rng = random.Random(seed)
    document = QTextDocument()
    projection = Projection(document, Formats(LIGHT))
    lines = to_lines(random_block(rng) for _ in range(6))
    projection.load(lines)
    for _ in range(20):
        start = rng.randrange(len(lines) + 1)
        count = rng.randrange(min(4, len(lines) - start) + 1)
        new = to_lines(random_block(rng) for _ in range(rng.randrange(3)))
        if not new and count == len(lines):
            continue
        projection.replace(start, lines[start : start + count], new)
        lines[start : start + count] = new
        assert projection.read(0, document.blockCount()) == bare(lines)


def test_places_count_characters_not_utf16_units() -> None:
    document = QTextDocument()
    projection = Projection(document, Formats(LIGHT))
    projection.load(to_lines([Paragraph("p", runs_of("a😀b")), Paragraph("q", runs_of("c"))]))
    assert [projection.position(Place(0, offset)) for offset in range(4)] == [0, 1, 3, 4]
    assert [projection.place(position).offset for position in (0, 1, 3, 4)] == [0, 1, 2, 3]
    assert projection.place(5) == Place(1, 0)
