"""Bookmarks tell who is who, under names that Word takes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from making.articles import articles
from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.model import Article
from newsdesk.word.markers import (
    Place,
    block_mark,
    byline_mark,
    field_mark,
    original_name,
    part_mark,
    picture_name,
    places,
)

NAME = re.compile(r"_nd_[A-Za-z0-9_]{1,36}")


@given(articles())
def test_every_name_is_hidden_short_and_its_own(article: Article) -> None:
    found = places(article)
    assert all(NAME.fullmatch(name) for name in found)
    blocks = [place for place in found.values() if place.part == "block"]
    assert [place.block for place in blocks] == [block.id for block in article.blocks]


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_id_makes_a_name_and_no_two_share_one(one: str, other: str) -> None:
    first, second = block_mark(Paragraph(one)), block_mark(Paragraph(other))
    assert NAME.fullmatch(first)
    assert (first == second) == (one == other)


def test_spellings_of_one_uuid_are_two_ids() -> None:
    plain = "0198c1a0-0000-7000-8000-00000000000a"
    names = {block_mark(Paragraph(text)) for text in (plain, plain.upper(), plain.replace("-", ""))}
    assert len(names) == 3


def test_the_parts_of_a_figure_have_their_own_marks() -> None:
    figure = Figure("f1")
    found = places(Article("a1", blocks=(figure,)))
    assert found[part_mark(figure, "caption")] == Place("caption", "f1")
    assert found[part_mark(figure, "credit")] == Place("credit", "f1")
    assert found[field_mark("headline")] == Place("headline")
    assert byline_mark(0) == "_nd_x_by_1"


def test_copies_made_by_office_programs_are_told_apart() -> None:
    assert original_name("_nd_p1_Copy_1") == ("_nd_p1", True)
    assert original_name("_nd_p1_copy_12") == ("_nd_p1", True)
    assert original_name("_nd_p1") == ("_nd_p1", False)


def test_a_drawing_is_named_after_its_original() -> None:
    assert picture_name("abcdef0123456789") == "nd-photo-abcdef01"
