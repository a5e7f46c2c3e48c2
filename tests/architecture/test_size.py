"""Budgets of DESIGN.md section 6 for the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

SOURCE = Path(__file__).resolve().parents[2] / "src" / "newsdesk"
FILES = sorted(SOURCE.rglob("*.py"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path, node


def functions() -> Iterator[tuple[str, int]]:
    for path, node in nodes():
        if isinstance(node, Function):
            yield f"{path.name}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_are_small() -> None:
    assert median(map(lines, FILES)) <= 150
    assert [path.name for path in FILES if lines(path) > 500] == []


def test_functions_are_small() -> None:
    sizes = list(functions())
    assert [name for name, size in sizes if size > 60] == []
    assert quantiles([size for _, size in sizes], n=10)[8] <= 25


def test_classes_have_few_methods() -> None:
    crowded = [
        f"{path.name}:{node.name}"
        for path, node in nodes()
        if isinstance(node, ast.ClassDef) and sum(isinstance(item, Function) for item in node.body) > 25
    ]
    assert crowded == []


def test_the_window_stays_a_frame() -> None:
    assert lines(SOURCE / "gui" / "window.py") <= 300


FORBIDDEN_NAMES = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "core"}


def test_rooms_are_named_after_the_newsroom() -> None:
    assert [path for path in FILES if FORBIDDEN_NAMES & {path.stem, path.parent.name}] == []


def forbidden(node: ast.AST) -> str | None:
    match node:
        case ast.Global():
            return "global"
        case ast.ExceptHandler(type=None):
            return "bare except"
        case ast.ExceptHandler(type=ast.Name(id="Exception" | "BaseException")):
            return "broad except"
        case ast.ImportFrom(names=[ast.alias(name="*")]):
            return "star import"
        case ast.Attribute(attr="processEvents"):
            return "processEvents"
        case ast.Name(id="NotImplementedError"):
            return "stub"
    return None


def test_no_forbidden_habits() -> None:
    found = [
        f"{path.name}:{getattr(node, 'lineno', 0)} {habit}"
        for path, node in nodes()
        if (habit := forbidden(node))
    ]
    assert found == []


def test_one_style_sheet_call() -> None:
    calls = [
        path.name
        for path, node in nodes()
        if isinstance(node, ast.Attribute) and node.attr == "setStyleSheet"
    ]
    assert calls == ["theme.py"]
