"""The written contract is valid, its examples keep to it, and the CMS has every path of it and no other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from openapi_spec_validator import validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from making.stations import CONTRACT, RESOURCES
from newsdesk.demo.contract import BASE, FEATURES, ROLES, STATUSES
from newsdesk.demo.server import create_app

SPEC: dict[str, Any] = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
METHODS = {"get", "put", "post", "patch", "head", "delete"}
REGISTRY: Registry[Any] = Registry().with_resource(
    "urn:contract", Resource.from_contents(SPEC, default_specification=DRAFT202012)
)


def absolute(node: Any) -> Any:
    """A schema whose references name the document they point into."""
    if isinstance(node, dict):
        return {
            key: f"urn:contract{value}" if key == "$ref" else absolute(value) for key, value in node.items()
        }
    return [absolute(item) for item in node] if isinstance(node, list) else node


def validator(schema: Any) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(absolute(schema), registry=REGISTRY)


def examples(node: Any, where: str = "") -> Iterator[tuple[str, Any, Any]]:
    if isinstance(node, dict):
        if "schema" in node and "example" in node:
            yield where, node["schema"], node["example"]
        if "schema" in node and "examples" in node:
            for name, example in node["examples"].items():
                yield f"{where}/{name}", node["schema"], example["value"]
        for key, value in node.items():
            yield from examples(value, f"{where}/{key}")
    elif isinstance(node, list):
        for place, item in enumerate(node):
            yield from examples(item, f"{where}/{place}")


def test_is_valid_openapi() -> None:
    validate(SPEC)


@pytest.mark.parametrize(("where", "schema", "example"), list(examples(SPEC)))
def test_example_keeps_to_its_schema(where: str, schema: Any, example: Any) -> None:
    validator(schema).validate(example)


def test_every_answer_with_a_body_has_an_example() -> None:
    shown = {where for where, _, _ in examples(SPEC)}
    lacking = [
        name
        for name, response in SPEC["components"]["responses"].items()
        for kind in response.get("content", {})
        if not any(where.startswith(f"/components/responses/{name}/content/{kind}") for where in shown)
    ]
    assert lacking == []


def test_the_cms_has_every_path_and_no_other(tmp_path: Path) -> None:
    written = {(path, method) for path, item in SPEC["paths"].items() for method in item if method in METHODS}
    built = set()
    for rule in create_app(tmp_path, RESOURCES).url_map.iter_rules():
        if rule.rule.startswith(BASE):
            path = "".join("{id}" if dynamic else text for dynamic, text in rule._trace)
            methods = {name.lower() for name in rule.methods or ()}
            # Flask answers HEAD wherever there is GET, and OPTIONS everywhere.
            methods -= {"options"} | ({"head"} if "get" in methods else set())
            built |= {(path.removeprefix("|").removeprefix(BASE), method) for method in methods}
    assert built == written


def test_words_are_those_of_the_contract() -> None:
    schemas = SPEC["components"]["schemas"]
    assert list(STATUSES) == schemas["Status"]["enum"]
    assert list(ROLES) == schemas["Role"]["enum"]
    for feature in FEATURES:
        assert feature in schemas["Site"]["properties"]["features"]["items"]["description"]
