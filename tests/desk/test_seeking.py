"""Words are found as reporters type them: without marks, with some, in another case, anywhere in a piece."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making.articles import articles
from newsdesk.article.blocks import Divider, Embed, Figure, Heading, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.desk.seeking import Match, Wanted, following, matches, preceding, stretches
from newsdesk.language.folding import fold

LETTERS = st.sampled_from("aáăằeệoòơuýdđnhgHĐ ß.😀\u0301\u0323")
TEXTS = st.text(LETTERS, max_size=24)
ASKED = st.text(LETTERS, min_size=1, max_size=4)
WANTED = st.builds(Wanted, ASKED, st.booleans(), st.booleans(), st.booleans())
PIECE = Article(
    "x",
    kicker="Du lịch",
    headline="Đường lên Đồng Văn",
    standfirst="Một con đường",
    blocks=(
        Heading("h", runs_of("Đường cũ")),
        Figure("f", caption="Đường đèo", credit="Ảnh: Đường Văn An", alt="đường"),
        Divider("d"),
        Paragraph("p", (Run("Con đư"), Run("ờng", frozenset({Mark.BOLD})), Run(" dài và duong"))),
        Embed("e", "https://vi.example/duong", "Phim: đường đèo"),
    ),
)


def found(text: str, asked: str, **options: bool) -> list[str]:
    return [text[start:end] for start, end in stretches(text, Wanted(asked, **options))]


def test_every_text_that_a_reader_sees_is_read_in_order() -> None:
    assert [(match.block, match.field) for match in matches(PIECE, Wanted("duong"))] == [
        (None, "headline"),
        (None, "standfirst"),
        ("h", "text"),
        ("f", "caption"),
        ("f", "credit"),
        ("p", "text"),
        ("p", "text"),
        ("e", "title"),
    ]


def test_places_are_code_points_across_runs() -> None:
    assert Match("p", "text", 4, 9) in matches(PIECE, Wanted("đường"))


@pytest.mark.parametrize(
    ("text", "asked", "wanted"),
    [
        ("Huế hue HUỆ", "hue", ["Huế", "hue", "HUỆ"]),
        ("Huế hue HUỆ", "huế", ["Huế"]),
        ("Đà Đa da", "đà", ["Đà"]),
        ("Đà Đa da", "da", ["Đà", "Đa", "da"]),
        ("đã da dà", "đa", ["đã"]),
        ("hoà hòa hoả", "hoà", ["hoà", "hòa"]),
        ("hoà hòa hoả", "hòa", ["hoà", "hòa"]),
        ("hoàn thuý thúy quý", "hoà", ["hoà"]),
        ("thuý thúy thùy", "thúy", ["thuý", "thúy"]),
        ("HOÀ HÒA", "hòa", ["HOÀ", "HÒA"]),
        ("a  b   c", "  ", ["  ", "  "]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("Ðắk Lắk", "đắk", ["Ðắk"]),
        ("Straße", "ss", ["ß"]),
        ("Straße", "s", ["S"]),
        ("năm\u00a02026", "nam 2026", ["năm\u00a02026"]),
        ("😀 vui 😀", "😀", ["😀", "😀"]),
        ("cà phê", "́", []),
        ("cà phê", "", []),
    ],
)
def test_without_marks_any_with_marks_only_those(text: str, asked: str, wanted: list[str]) -> None:
    assert found(text, asked) == wanted


def test_marks_as_typed_and_no_others() -> None:
    assert found("Hue Huế huệ", "hue", marks=True) == ["Hue"]
    assert found("hoà hòa", "hòa", marks=True) == ["hòa"]
    assert found("đa da", "da", marks=True) == ["da"]


def test_whole_words() -> None:
    assert found("an toàn, An-đéc (an) bàn ban", "an", words=True) == ["an", "An", "an"]
    assert found("toán", "toa", words=True) == []
    assert found(unicodedata.normalize("NFD", "toá ta"), "to", words=True) == []
    assert found("a – b–c", "–", words=True) == ["–", "–"]


def test_capitals() -> None:
    assert found("Đường đường ĐƯỜNG", "Duong", case=True) == ["Đường"]
    assert found("Đường đường ĐƯỜNG", "đường", case=True) == ["đường"]


def test_text_is_found_however_its_marks_are_encoded() -> None:
    apart = unicodedata.normalize("NFD", "Nguyễn Huệ")
    assert found(apart, "Nguyễn") == [unicodedata.normalize("NFD", "Nguyễn")]
    assert found("Nguyễn Huệ", unicodedata.normalize("NFD", "huệ")) == ["Huệ"]


@given(TEXTS, WANTED)
def test_places_are_apart_in_order_and_fold_to_what_was_asked(text: str, wanted: Wanted) -> None:
    done = 0
    for start, end in stretches(text, wanted):
        assert done <= start < end <= len(text)
        assert fold(text[start:end]) == fold(wanted.text)
        done = end


@given(
    st.text(st.sampled_from("aáệđ oHĐ"), max_size=8),
    st.text(st.sampled_from("aệđHo"), min_size=1, max_size=4),
)
def test_what_stands_there_is_found_by_every_option(around: str, asked: str) -> None:
    text = f"{around} {asked} {around}"
    for options in ({}, {"marks": True}, {"words": True}, {"case": True}):
        assert asked in found(text, asked, **options)
    assert len(found(text, asked)) <= len(found(text, fold(asked)))


@given(TEXTS, WANTED)
def test_encoding_does_not_change_the_count(text: str, wanted: Wanted) -> None:
    whole, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert len(list(stretches(whole, wanted))) == len(list(stretches(apart, wanted)))


def test_next_and_previous_go_round() -> None:
    places = matches(PIECE, Wanted("duong"))
    assert following(PIECE, places, Match(None, "kicker", 0, 0)) == 0
    assert following(PIECE, places, Match("h", "text", 0, 0)) == 2
    assert following(PIECE, places, Match("h", "text", 1, 1)) == 3
    assert following(PIECE, places, Match("f", "credit", 0, 0)) == 4
    assert following(PIECE, places, Match("d", "text", 0, 0)) == 5
    assert following(PIECE, places, Match("e", "title", 9, 9)) == 0
    assert preceding(PIECE, places, Match("f", "credit", 0, 0)) == 3
    assert preceding(PIECE, places, Match(None, "headline", 0, 0)) == len(places) - 1
    assert following(PIECE, places, Match("of an empty page", "text", 0, 0)) == 2


def test_without_matches_there_is_no_next() -> None:
    with pytest.raises(ValueError):
        following(PIECE, (), Match(None, "kicker", 0, 0))


@given(articles(), st.sampled_from(["a", "đ", "ng", "2026", "–"]))
def test_walking_meets_every_place_once(article: Article, asked: str) -> None:
    places = matches(article, Wanted(asked))
    for index, place in enumerate(places):
        after = Match(place.block, place.field, place.end, place.end)
        assert following(article, places, place) == index
        assert following(article, places, after) == (index + 1) % len(places)
        assert preceding(article, places, place) == (index - 1) % len(places)
