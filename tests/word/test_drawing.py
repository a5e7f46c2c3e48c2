"""Photos on paper: their size, their name, what they show."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsdesk.article.blocks import Figure
from newsdesk.word.drawing import EMU_PER_CM, TALLEST, WIDEST, Placed, draw, printed_size
from newsdesk.word.job import Picture
from newsdesk.word.wordml import DECORATIVE, WP, w

sides = st.integers(1, 12_000)


@given(sides, sides)
def test_photos_fit_the_page_and_keep_their_shape(width: int, height: int) -> None:
    across, up = printed_size(Picture(b"", "image/jpeg", width, height))
    assert 0 < across <= WIDEST
    assert 0 < up <= TALLEST
    if min(across, up) > 10_000:
        assert across / up == pytest.approx(width / height, rel=0.01)


@pytest.mark.parametrize(
    ("pixels", "centimetres"),
    [
        ((2000, 1000), (16, 8)),
        ((2000, 1333), (16, 10.66)),
        ((1000, 2000), (5.5, 11)),
        ((300, 200), (7.94, 5.29)),
    ],
)
def test_sizes(pixels: tuple[int, int], centimetres: tuple[float, float]) -> None:
    across, up = printed_size(Picture(b"", "image/jpeg", *pixels))
    assert (across / EMU_PER_CM, up / EMU_PER_CM) == pytest.approx(centimetres, abs=0.01)


def properties(figure: Figure) -> etree._Element:
    paragraph = etree.Element(w("p"))
    draw(paragraph, figure, Placed(Picture(b"", "image/jpeg", 4, 3), "rId1", 7))
    return cast(etree._Element, paragraph.find(f".//{{{WP}}}docPr"))


def test_alt_text_is_the_description_and_never_a_title() -> None:
    found = properties(Figure("f1", "ab" * 32, alt="Phà chở người"))
    assert dict(found.attrib) == {"id": "7", "name": "nd-photo-abababab", "descr": "Phà chở người"}


def test_a_decorative_photo_says_so_and_has_no_description() -> None:
    found = properties(Figure("f1", "ab" * 32, alt="thừa", decorative=True))
    assert "descr" not in found.attrib
    mark = found.find(f".//{{{DECORATIVE}}}decorative")
    assert mark is not None
    assert mark.get("val") == "1"


def test_a_missing_alt_text_is_not_an_empty_one() -> None:
    assert "descr" not in properties(Figure("f1", "ab" * 32)).attrib
