from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making.articles import articles, blocks
from newsdesk.article.blocks import Block, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.splice import FieldChange, Splice, apply, between, inverse, merged
from newsdesk.article.text import runs_of

bodies = st.lists(blocks(), max_size=6).map(tuple)


@given(articles(), bodies)
def test_a_change_and_its_inverse_meet(article: Article, body: tuple[Block, ...]) -> None:
    change = between(article.blocks, body)
    if change is None:
        assert article.blocks == body
        return
    after = apply(article, change)
    assert after.blocks == body
    assert apply(after, inverse(change)) == article


@given(articles(), st.text())
def test_a_field_change_and_its_inverse_meet(article: Article, headline: str) -> None:
    change = FieldChange("headline", article.headline, headline)
    assert apply(apply(article, change), inverse(change)) == article


def test_between_is_smallest() -> None:
    a, b, c = (Paragraph(name) for name in "abc")
    assert between((a, b, c), (a, c)) == Splice(1, (b,), ())
    assert between((a, c), (a, b, c)) == Splice(1, (), (b,))
    assert between((a, a, a), (a, a)) == Splice(2, (a,), ())


def test_a_change_that_does_not_fit_is_refused() -> None:
    article = Article("x", blocks=(Paragraph("a"),))
    with pytest.raises(ValueError, match="block 0"):
        apply(article, Splice(0, (Paragraph("b"),), ()))
    with pytest.raises(ValueError, match="headline"):
        apply(article, FieldChange("headline", "other", "new"))
    with pytest.raises(ValueError, match="id"):
        apply(article, FieldChange("id", "x", "y"))


def test_typing_merges_only_when_it_goes_on() -> None:
    first, second, third = (Paragraph("a", runs_of(text)) for text in ("c", "ch", "chợ"))
    one, two = Splice(0, (first,), (second,)), Splice(0, (second,), (third,))
    assert merged(one, two) == Splice(0, (first,), (third,))
    assert merged(two, one) is None
    article = Article("x", blocks=(first,))
    both = merged(one, two)
    assert both is not None
    assert apply(article, both) == apply(apply(article, one), two)
    assert merged(FieldChange("slug", "a", "b"), FieldChange("slug", "b", "c")) == FieldChange(
        "slug", "a", "c"
    )
    assert merged(FieldChange("slug", "a", "b"), FieldChange("kicker", "b", "c")) is None


def test_equal_bodies_need_no_splice() -> None:
    article = Article("x", blocks=(Paragraph("a"),))
    assert between(article.blocks, replace(article).blocks) is None
