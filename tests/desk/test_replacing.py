"""Found words give way to others; ids, marks and links stay, and every step can be taken back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making.articles import articles
from newsdesk.article.blocks import Embed, Figure, Paragraph, text_of
from newsdesk.article.model import Article
from newsdesk.article.splice import Change, FieldChange, Splice, apply, inverse
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.desk.replacing import Swap, behind, replaced, replaced_at
from newsdesk.desk.seeking import Match, Wanted, matches, texts_of

BOLD = frozenset({Mark.BOLD})
ADDRESS = "https://vi.example/"


def after(article: Article, changes: tuple[Change, ...]) -> Article:
    for change in changes:
        article = apply(article, change)
    return article


def all_replaced(article: Article, asked: str, by: str) -> Article:
    return after(article, replaced(article, Swap(Wanted(asked), by)))


def test_marks_and_links_are_those_of_the_first_letter() -> None:
    runs = (Run("Xã "), Run("Đồng Văn", BOLD, ADDRESS), Run(", Đồng"), Run(" Văn", BOLD), Run("."))
    article = all_replaced(Article("x", blocks=(Paragraph("p", runs),)), "dong van", "Mèo Vạc")
    (paragraph,) = article.blocks
    new = (Run("Xã "), Run("Mèo Vạc", BOLD, ADDRESS), Run(", Mèo Vạc."))
    assert paragraph == Paragraph("p", new)


def test_all_texts_and_nothing_else() -> None:
    article = Article(
        "x",
        kicker="lũ",
        headline="Lũ về",
        standfirst="mùa lũ",
        blocks=(
            Figure("f", caption="lũ", credit="Ảnh: lũ", alt="lũ"),
            Embed("e", "https://vi.example/lũ", "lũ"),
        ),
    )
    new = all_replaced(article, "lũ", "nước")
    assert (new.kicker, new.headline, new.standfirst) == ("nước", "Nước về", "mùa nước")
    assert new.blocks == (
        Figure("f", caption="nước", credit="Ảnh: nước", alt="lũ"),
        Embed("e", "https://vi.example/lũ", "nước"),
    )


def test_neighbours_are_one_splice_and_what_lies_between_is_left_alone() -> None:
    words = ("a", "a", "b", "a")
    article = Article(
        "x", headline="a", blocks=tuple(Paragraph(str(n), runs_of(word)) for n, word in enumerate(words))
    )
    changes = replaced(article, Swap(Wanted("a"), "c"))
    assert changes[0] == FieldChange("headline", "a", "c")
    assert [(change.index, len(change.old)) for change in changes[1:] if isinstance(change, Splice)] == [
        (0, 2),
        (3, 1),
    ]


def test_one_place_only() -> None:
    article = Article("x", blocks=(Paragraph("p", runs_of("an an an")),))
    (change,) = replaced_at(article, [Match("p", "text", 3, 5)], Swap(Wanted("an"), "An"))
    assert text_of(apply(article, change).blocks[0]) == "an An an"


@pytest.mark.parametrize(
    ("found", "asked", "by", "written"),
    [
        ("Đường", "đường", "lối", "Lối"),
        ("đường", "đường", "lối", "lối"),
        ("Hà giang", "ha giang", "đồng văn", "Đồng văn"),
        ("Đường", "Đường", "lối", "lối"),
        ("đường", "duong", "Lối", "Lối"),
        ("UBND", "ubnd", "ủy ban", "ủy ban"),
        ("A", "a", "b", "B"),
        ("Đường", "đường", "", ""),
        ("Đường", "đường", "ßa", "ßa"),
        ("Đường", "đường", "– lối", "– lối"),
    ],
)
def test_a_capital_passes_on(found: str, asked: str, by: str, written: str) -> None:
    assert Swap(Wanted(asked), by).words(found) == written


def test_a_capital_that_is_minded_does_not() -> None:
    assert Swap(Wanted("đường", case=True), "lối").words("Đường") == "lối"


def test_new_words_are_clean() -> None:
    article = Article("x", headline="a", blocks=(Paragraph("p", runs_of("a")),))
    new = all_replaced(article, "a", "Ðắk\u00a0La\u0306k\u200b")
    assert new.headline == text_of(new.blocks[0]) == "Đắk Lăk"


def test_the_caret_goes_behind_the_clean_words() -> None:
    assert behind(Match("p", "text", 3, 5), Swap(Wanted("an"), "La\u0306k")) == Match("p", "text", 6, 6)


def test_the_same_words_are_no_change() -> None:
    assert (
        replaced(
            Article("x", headline="an", blocks=(Paragraph("p", runs_of("an")),)), Swap(Wanted("an"), "an")
        )
        == ()
    )


@given(articles(), st.sampled_from(["a", "đ", "ng", "đường", " ", "2026"]), st.sampled_from(["", "x", "ngõ"]))
def test_blocks_keep_their_ids_and_the_way_back_is_exact(article: Article, asked: str, by: str) -> None:
    changes = replaced(article, Swap(Wanted(asked), by))
    new = after(article, changes)
    assert [block.id for block in new.blocks] == [block.id for block in article.blocks]
    assert after(new, tuple(inverse(change) for change in reversed(changes))) == article
    assert replace(new, kicker="", headline="", standfirst="", blocks=()) == replace(
        article, kicker="", headline="", standfirst="", blocks=()
    )


@given(articles(), st.sampled_from(["a", "đ", "ng", "đường", " ", "2026"]), st.sampled_from(["", "x", "ngõ"]))
def test_the_text_beside_the_places_stays(article: Article, asked: str, by: str) -> None:
    wanted = Wanted(asked)
    swap = Swap(wanted, by)
    new = after(article, replaced(article, swap))
    for old_block, new_block in zip(article.blocks, new.blocks, strict=True):
        for (field, old), (_, text) in zip(texts_of(old_block), texts_of(new_block), strict=True):
            places = [
                each for each in matches(article, wanted) if (each.block, each.field) == (old_block.id, field)
            ]
            for place in reversed(places):
                old = old[: place.start] + swap.words(old[place.start : place.end]) + old[place.end :]
            assert text == old
