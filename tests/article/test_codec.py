# ruff: noqa: E501 - the table below reads best one case a line
import json
from typing import Any

import pytest
from hypothesis import given

from making.articles import anything, articles
from newsdesk.article.codec import from_dict, from_json, to_dict, to_json
from newsdesk.article.fields import FieldError
from newsdesk.article.model import Article


@given(articles(anything))
def test_every_article_comes_back_as_it_went(article: Article) -> None:
    assert from_json(to_json(article)) == article


@given(articles())
def test_encoding_is_stable(article: Article) -> None:
    assert to_json(from_json(to_json(article))) == to_json(article)


def test_json_keeps_the_keys_that_scripts_rely_on() -> None:
    document = from_dict({"blocks": [{"type": "paragraph", "text": "Chợ phiên"}, {"type": "figure"}]})
    shown = to_dict(document)
    assert {
        "id",
        "kicker",
        "headline",
        "standfirst",
        "blocks",
        "bylines",
        "source",
        "section",
        "tags",
    } <= shown.keys()
    paragraph, figure = shown["blocks"]
    assert paragraph["runs"] == [{"text": "Chợ phiên", "marks": [], "href": None}]
    assert {"photo", "caption", "credit", "alt", "decorative", "crop", "ai"} <= figure.keys()


@pytest.mark.parametrize(
    ("document", "path", "reason"),
    [
        ([], "", "not_an_object"),
        ({"schema": 99}, "schema", "newer_version"),
        ({"headline": 3}, "headline", "not_text"),
        ({"blocks": {}}, "blocks", "not_a_list"),
        ({"blocks": [{"text": "x"}]}, "blocks[0].type", "missing"),
        ({"blocks": [{"type": "marquee"}]}, "blocks[0].type", "not_allowed"),
        ({"blocks": [{"type": "paragraph", "runs": [{"text": 1}]}]}, "blocks[0].runs[0].text", "not_text"),
        ({"blocks": [{"type": "paragraph", "text": "a", "runs": [{"text": "b"}]}]}, "blocks[0].text", "differs_from_runs"),
        ({"blocks": [{"type": "paragraph", "runs": [{"text": "a", "marks": ["loud"]}]}]}, "blocks[0].runs[0].marks[0]", "not_allowed"),
        ({"blocks": [{"type": "heading", "level": 4}]}, "blocks[0].level", "not_allowed"),
        ({"blocks": [{"type": "figure", "photo": "abc"}]}, "blocks[0].photo", "not_a_digest"),
        ({"blocks": [{"type": "figure", "crop": {"left": 2}}]}, "blocks[0].crop.left", "not_a_fraction"),
        ({"blocks": [{"type": "divider", "id": "a"}, {"type": "divider", "id": "a"}]}, "blocks[1].id", "duplicate"),
        ({"bylines": [{"name": "An", "share": 140}]}, "bylines[0].share", "not_a_percentage"),
        ({"bylines": [{"name": "An", "role": "king"}]}, "bylines[0].role", "not_allowed"),
        ({"status": "lost"}, "status", "not_allowed"),
        ({"headline": "\ud800"}, "headline", "not_unicode"),
        ({"tags": ["Lúa", "\ud800"]}, "tags[1]", "not_unicode"),
        ({"tags": ["Lúa", 3]}, "tags[1]", "not_text"),
    ],
)  # fmt: skip
def test_a_bad_field_is_named(document: Any, path: str, reason: str) -> None:
    with pytest.raises(FieldError) as caught:
        from_dict(document)
    assert (caught.value.path, caught.value.reason) == (path, reason)


@pytest.mark.parametrize("text", ["{", "", "[" * 200_000, '{"id": NaN,}'])
def test_text_that_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(FieldError) as caught:
        from_json(text)
    assert caught.value.reason == "not_json"


def test_an_article_without_id_gets_one() -> None:
    assert json.loads(to_json(from_dict({})))["id"]
