"""Comparing what stands with what was sent: every field that can differ is told, and nothing else."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from making.articles import articles
from making.delivering import piece
from newsdesk.article.blocks import figures
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.cms.connector import Media, MediaTexts, Payload, RemoteArticle, RemoteMedia
from newsdesk.cms.receipt import Receipt, blocks_of, compare, compare_photos
from newsdesk.cms.rendering import Terms, render


def sent(article: Article) -> Payload:
    media = {one.id: new_id() for one in figures(article.blocks) if one.photo}
    return render(article, "r", Terms("c-1", ("t-2", "t-1")), media)[0]


def standing(payload: Payload, **changes: Any) -> RemoteArticle:
    return RemoteArticle(payload.id, '"1"', 1, "draft", "r", "digest", {**payload.fields, **changes})


def codes(payload: Payload, **changes: Any) -> list[tuple[str, int]]:
    return [(one.code, one.place) for one in compare(payload, standing(payload, **changes))]


@settings(max_examples=40)
@given(articles())
def test_what_is_equal_differs_nowhere(article: Article) -> None:
    payload = sent(article)
    assert compare(payload, standing(payload)) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"headline": "Khác"}, "differs.headline"),
        ({"kicker": ""}, "differs.kicker"),
        ({"standfirst": None}, "differs.standfirst"),
        ({"source": None}, "differs.source"),
        ({"coverMediaId": None}, "differs.coverMediaId"),
        ({"language": "en"}, "differs.language"),
        ({"editorialNote": ""}, "differs.editorialNote"),
        ({"embargoUntil": "2026-11-23T00:00:00Z"}, "differs.embargoUntil"),
        ({"categoryIds": []}, "differs.section"),
        ({"tagIds": ["t-1"]}, "differs.tags"),
    ],
)
def test_one_field(change: dict[str, Any], code: str) -> None:
    assert codes(sent(piece()), **change) == [(code, 0)]


def test_bylines_in_another_order_differ() -> None:
    payload = sent(piece())
    assert codes(payload, bylines=payload.fields["bylines"][::-1]) == [("differs.bylines", 0)]


def test_tags_in_another_order_do_not() -> None:
    payload = sent(piece())
    assert codes(payload, tagIds=["t-1", "t-2"], slug="khac", unknown=1) == []


def test_the_same_instant_in_another_zone_does_not() -> None:
    payload = sent(replace(piece(), embargo="2026-11-23T06:00:00+07:00"))
    assert codes(payload, embargoUntil="2026-11-22T23:00:00.000000Z") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("caption", "Khác"),
        ("credit", ""),
        ("alt", "x"),
        ("decorative", True),
        ("people", []),
        ("aiMade", True),
    ],
)
def test_words_of_the_second_photo(name: str, value: object) -> None:
    payload = sent(piece(photos=2))
    first, second = payload.fields["media"]
    assert codes(payload, media=[first, {**second, name: value}]) == [(f"differs.{name}", 2)]


def test_a_photo_that_is_missing_or_too_many() -> None:
    payload = sent(piece(photos=1))
    (one,) = payload.fields["media"]
    assert ("differs.photo", 1) in codes(payload, media=[])
    assert ("differs.photo", 1) in codes(payload, media="nonsense")
    assert codes(payload, media=[one, one]) == [("differs.figures", 0)]


def body(html: str) -> dict[str, Any]:
    return {"body": {"profile": "newsdesk-html/1", "html": html}}


@pytest.mark.parametrize(
    ("found", "places"),
    [
        ("<p>a</p><p>b</p><p>c</p>", []),
        ("<p>a</p>\n<P>b</P> <p>c</p>", []),
        ("<p>a</p><p>B</p><p>c</p>", [2]),
        ("<p>a</p><p>c</p>", [2]),
        ("<p>a</p><p>b</p><p>x</p><p>c</p>", [3]),
        ("", [1, 2, 3]),
    ],
)
def test_blocks(found: str, places: list[int]) -> None:
    payload = Payload("id", "r", body("<p>a</p><p>b</p><p>c</p>"))
    differing = compare(payload, standing(payload, **body(found)))
    assert [one.place for one in differing] == places
    assert {one.code for one in differing} <= {"differs.block"}


def test_a_body_is_cut_where_its_blocks_end() -> None:
    assert blocks_of("<hr><p>a<br>b</p><ul><li>c<ul><li>d</li></ul></li></ul>x</p>") == (
        "<hr>",
        "<p>a<br>b</p>",
        "<ul><li>c<ul><li>d</li></ul></li></ul>",
        "x",
    )
    assert blocks_of("<p b='2' a='1'>&amp;&#39;</p>") == blocks_of('<p a="1" b="2">&#38;\'</p>')


MEDIA = Media("m", "m.jpg", "image/jpeg", 3, "a" * 64, MediaTexts())


@pytest.mark.parametrize(
    "found",
    [
        None,
        RemoteMedia(MEDIA, "processing"),
        RemoteMedia(replace(MEDIA, sha256="b" * 64), "ready"),
        RemoteMedia(replace(MEDIA, size=4), "ready"),
    ],
)
def test_photos_are_compared_by_their_bytes(found: RemoteMedia | None) -> None:
    assert compare_photos([MEDIA], {"m": RemoteMedia(MEDIA, "ready")}) == ()
    (difference,) = compare_photos([MEDIA], {"m": found})
    assert (difference.code, difference.place) == ("differs.photo", 1)


def test_a_receipt_matches_when_nothing_differs() -> None:
    receipt = Receipt("đài", "id", "", "", "draft", ())
    assert receipt.matches
    payload = Payload("id", "r", {"headline": "Dài " * 200})
    different = compare(payload, standing(payload, headline=""))
    assert not replace(receipt, differences=different).matches
    assert len(different[0].sent) == 200
    assert set(different[0].params) == {"place", "sent", "found"}
