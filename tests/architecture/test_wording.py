"""Every code that a room can raise has a sentence, and the sentence asks for no more than the code gives."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from newsdesk import errors
from newsdesk.desk.wording import PROBLEM_WORDS

SOURCE = Path(__file__).resolve().parents[2] / "src" / "newsdesk"
KINDS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.NewsdeskError)
}
PARAMETERS = re.compile(r"{(\w+)")


def raised() -> Iterator[tuple[str, set[str] | None]]:
    """Each code raised with a literal, and the names of what is given with it (None: not known here)."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(code))]) if name in KINDS:
                    names = {keyword.arg for keyword in node.keywords}
                    yield code, None if None in names else {str(each) for each in names}


def test_every_code_has_a_sentence() -> None:
    assert sorted({code for code, _ in raised()} - PROBLEM_WORDS.keys()) == []


def test_sentences_ask_only_for_what_is_given() -> None:
    wanting = {
        code: asked - given
        for code, given in raised()
        if given is not None and (asked := set(PARAMETERS.findall(PROBLEM_WORDS.get(code, "")))) - given
    }
    assert wanting == {}
