"""A body is accepted exactly when the written schema accepts it; wrong ones are named."""

import copy
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from making.stations import CONTRACT, facts, piece
from newsdesk.demo import contract
from newsdesk.demo.fields import Reading, Record
from newsdesk.demo.problem import Problem

SPEC: dict[str, Any] = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
REGISTRY: Registry[Any] = Registry().with_resource(
    "urn:contract", Resource.from_contents(SPEC, default_specification=DRAFT202012)
)
RECORDS = {
    "MediaInput": contract.MEDIA,
    "ArticleInput": contract.ARTICLE,
    "TransitionInput": contract.TRANSITION,
    "TagInput": contract.TAG,
}
FULL: dict[str, dict[str, Any]] = {
    "MediaInput": facts(caption="Hoa", takenAt="2026-11-22T08:00:00+07:00", focalPoint={"x": 0.5, "y": 1}),
    "ArticleInput": piece(
        kicker="Du lịch",
        source={"label": "Báo", "url": "https://bao.example/"},
        slug="hoa",
        embargoUntil="2026-11-22T08:00:00Z",
        editorialNote="Xem giúp",
        coverMediaId=None,
        media=[
            {
                "id": "019ab1c2-7d00-7a11-8f00-0242ac120003",
                "caption": "c",
                "alt": "a",
                "credit": "b",
                "people": ["An"],
            }
        ],
    ),
    "TransitionInput": {"to": "returned", "note": "Bổ sung", "publishAt": None},
    "TagInput": {"name": "Lễ hội"},
}
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, 1, 1.0, -1, 2.5, "", "x", "a" * 6000, [], {}, [1], {"x": 1}, "draft", 10**20]
)


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something can be put instead."""
    found = [path] if path else []
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        found += places(value, (*path, key))
    return found


def put(node: Any, path: tuple[Any, ...], value: Any) -> Any:
    changed = copy.deepcopy(node)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed


def accepted(record: Record, value: Any) -> bool:
    reading = Reading()
    record.read(value, "", reading)
    return not reading.errors


def allowed(name: str, value: Any) -> bool:
    checker = jsonschema.FormatChecker(formats=[])
    schema = {"$ref": f"urn:contract#/components/schemas/{name}"}
    return bool(
        jsonschema.Draft202012Validator(schema, registry=REGISTRY, format_checker=checker).is_valid(value)
    )


@pytest.mark.parametrize("name", RECORDS)
def test_a_full_body_is_accepted(name: str) -> None:
    assert accepted(RECORDS[name], FULL[name])
    assert allowed(name, FULL[name])


@settings(max_examples=250)
@given(st.data())
def test_changed_bodies_are_judged_as_the_schema_judges(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(RECORDS)))
    place = data.draw(st.sampled_from(places(FULL[name])))
    value = put(FULL[name], place, data.draw(ODD))
    # Times and addresses are judged more strictly than a schema can say.
    if place[-1] not in {"takenAt", "embargoUntil", "publishAt", "url"}:
        assert accepted(RECORDS[name], value) == allowed(name, value)


@pytest.mark.parametrize("name", RECORDS)
def test_names_are_taken_seriously(name: str) -> None:
    for key in FULL[name]:
        without = {other: value for other, value in FULL[name].items() if other != key}
        assert accepted(RECORDS[name], without) == allowed(name, without), key
    assert not accepted(RECORDS[name], {**FULL[name], "strange": 1})
    assert not accepted(RECORDS[name], [FULL[name]])


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"headline": 3}, "/headline", "wrong_type"),
        ({"headline": "a" * 301}, "/headline", "too_long"),
        ({"headline": "\x07"}, "/headline", "bad_characters"),
        ({"headline": "\ud800"}, "/headline", "bad_characters"),
        ({"headline": "a\r\nb"}, "/headline", "bad_characters"),
        ({"a/b~c": 1}, "/a~1b~0c", "unknown_field"),
        ({"embargoUntil": "2026-11-22T08:00:00"}, "/embargoUntil", "bad_time"),
        ({"embargoUntil": "0001-01-01T00:00:00+14:00"}, "/embargoUntil", "bad_time"),
        ({"bylines": [{"name": "", "role": "reporter"}]}, "/bylines/0/name", "too_short"),
        ({"bylines": [{"name": "A", "role": "boss"}]}, "/bylines/0/role", "bad_value"),
        ({"body": {"profile": "html/9", "html": ""}}, "/body/profile", "profile_unknown"),
        ({"source": {"label": "", "url": "javascript:1"}}, "/source/url", "bad_value"),
    ],
)
def test_the_wrong_field_is_named(change: dict[str, Any], pointer: str, code: str) -> None:
    reading = Reading()
    contract.ARTICLE.read(piece(**change), "", reading)
    assert [(error.pointer, error.code) for error in reading.errors] == [(pointer, code)]
    with pytest.raises(Problem) as caught:
        reading.finish()
    assert caught.value.status == 422


def test_text_is_kept_in_nfc_and_the_change_is_told() -> None:
    reading = Reading()
    read = contract.ARTICLE.read(piece(headline="Hà Giang".replace("à", "a\u0300")), "", reading)
    assert read["headline"] == "Hà Giang"
    assert [(warning.code, warning.pointer) for warning in reading.warnings] == [("normalised", "/headline")]


def test_times_are_kept_in_utc() -> None:
    read = contract.ARTICLE.read(piece(embargoUntil="2026-11-23T06:00:00+07:00"), "", Reading())
    assert read["embargoUntil"] == "2026-11-22T23:00:00.000000Z"
