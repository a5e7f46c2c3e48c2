"""Texts are marked where the extractor of the catalogues can see them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MARKS = {"tr", "_tr", "N_", "plural"}


def hidden(source: str) -> list[int]:
    """Lines with a text marked inside an f-string, where the extractor finds none before Python 3.12."""
    return sorted({call.lineno for held in ast.walk(ast.parse(source)) for call in _marked_in(held)})


def _marked_in(node: ast.AST) -> Iterator[ast.Call]:
    if isinstance(node, ast.JoinedStr):
        yield from (each for each in ast.walk(node) if isinstance(each, ast.Call) and _name(each) in MARKS)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


@pytest.mark.parametrize("room", ["gui", "cli", "desk"])
def test_no_text_is_marked_inside_an_f_string(room: str) -> None:
    files = sorted((ROOT / "src" / "newsdesk" / room).rglob("*.py"))
    assert files
    found = {file.name: lines for file in files if (lines := hidden(file.read_text(encoding="utf-8")))}
    assert not found


def test_one_that_hides_would_be_seen() -> None:
    assert hidden("name = f\"{self._tr('Photo')} {number}\"") == [1]
    assert not hidden("name = self._tr('Photo {number}', number=number)")
