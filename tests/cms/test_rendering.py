"""An article in the words of the contract; the contract itself is the judge."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from making.articles import articles
from making.delivering import figure, piece
from newsdesk.article.blocks import Figure, FocalPoint, figures
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Source
from newsdesk.cms.rendering import Terms, render, texts_of
from newsdesk.system.paths import resources

TERMS = Terms("c-kinh-te", ("t-1",), frozenset({"p-thu-ha"}))


@cache
def contract() -> Draft202012Validator:
    """Accepts what may be sent as an article."""
    document = yaml.safe_load((resources() / "api" / "newsdesk-v1.yaml").read_text(encoding="utf-8"))
    return Draft202012Validator({**document, "$ref": "#/components/schemas/ArticleInput"})


def placed(article: Article) -> dict[str, str]:
    return {one.id: new_id() for one in figures(article.blocks) if one.photo}


def fields(article: Article, terms: Terms = TERMS) -> dict[str, Any]:
    payload, _ = render(article, "r", terms, placed(article))
    return dict(payload.fields)


@settings(max_examples=60)
@given(articles())
def test_what_is_rendered_keeps_the_contract(article: Article) -> None:
    named = replace(article, bylines=tuple(one for one in article.bylines if one.name.strip()))
    errors = [error.message for error in contract().iter_errors(fields(named))]
    assert errors == []


def test_the_judge_can_say_no() -> None:
    assert not contract().is_valid({**fields(piece()), "headline": 7})
    assert not contract().is_valid({**fields(piece()), "unknown": 7})


def test_rendering_is_pure() -> None:
    article = piece()
    media = placed(article)
    assert render(article, "r", TERMS, media) == render(article, "r", TERMS, media)


def test_bylines_keep_their_order_and_only_known_people_are_linked() -> None:
    payload, losses = render(piece(), "r", TERMS, {})
    assert [(one["name"], one["personId"]) for one in payload.fields["bylines"]] == [
        ("Trần Thu Hà", "p-thu-ha"),
        ("Lò Văn Đức", None),
        ("Minh An", None),
    ]
    assert [loss.params["name"] for loss in losses if loss.code == "loss.person"] == ["Minh An"]


def test_figures_and_their_placements_agree() -> None:
    article = piece(photos=2)
    media = placed(article)
    payload, _ = render(article, "r", TERMS, media)
    assert [one["id"] for one in payload.fields["media"]] == list(media.values())
    assert payload.fields["coverMediaId"] == next(iter(media.values()))
    assert payload.fields["body"]["html"].count("data-media=") == 2


def test_the_lead_figure_is_the_cover() -> None:
    article = piece(photos=2)
    second = [one for one in article.blocks if isinstance(one, Figure)][1]
    media = placed(article)
    payload, _ = render(replace(article, lead=second.id), "r", TERMS, media)
    assert payload.fields["coverMediaId"] == media[second.id]


def test_a_placeholder_is_left_out_and_said() -> None:
    article = replace(piece(photos=0), blocks=(replace(figure(1), photo=None),))
    payload, losses = render(article, "r", TERMS, {})
    assert payload.fields["media"] == []
    assert payload.fields["coverMediaId"] is None
    assert [loss.code for loss in losses if loss.code != "loss.person"] == ["loss.figure_without_photo"]


def test_a_decorative_photo_has_no_alt_text() -> None:
    assert texts_of(replace(figure(1), decorative=True)).alt == ""


def test_words_of_a_photo_travel_clean_with_its_focal_point() -> None:
    texts = texts_of(replace(figure(1), caption="Ha\u0300\x00", focal_point=FocalPoint(0.25, 0.5)))
    assert texts.caption == "Hà"
    assert texts.focal_point == FocalPoint(0.25, 0.5)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (None, None),
        (Source(), None),
        (Source("Báo"), {"label": "Báo", "url": ""}),
        (Source("", "https://b.example/1"), {"label": "", "url": "https://b.example/1"}),
    ],
)
def test_sources(source: Source | None, expected: object) -> None:
    assert fields(replace(piece(), source=source))["source"] == expected


def test_a_headline_is_one_line() -> None:
    article = replace(piece(), headline="Dòng một\u2028dòng hai", bylines=(Byline("A\nB"),))
    rendered = fields(article)
    assert (rendered["headline"], rendered["bylines"][0]["name"]) == ("Dòng một dòng hai", "A B")
