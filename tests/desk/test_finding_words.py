"""Every code that the rooms of text give has its sentence, and no sentence is left over."""

import re
from pathlib import Path
from string import Formatter

import pytest

import newsdesk
from newsdesk.desk.finding_words import FINDING_WORDS, INPUT_WORDS, NOTE_WORDS
from newsdesk.desk.step_words import FILE_STEP_WORDS

HOUSE = Path(newsdesk.__file__).parent
SOURCES = [*(HOUSE / "checks").glob("*.py"), *(HOUSE / "interchange").glob("*.py")]
DESK = [HOUSE / "desk" / name for name in ("importing.py", "album.py")]


def codes(pattern: str, files: list[Path]) -> set[str]:
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return set(re.findall(pattern, text))


def test_findings() -> None:
    given = codes(r'(?:Finding|_finding|_at)\(\s*(?:field, )?"([a-z_.]+)"', SOURCES)
    too_long = {"headline.too_long", "standfirst.too_long"}
    unclean = {"text.not_nfc", "text.hidden_character"}
    assert given | too_long | unclean == set(FINDING_WORDS)


def test_notes() -> None:
    assert codes(r'"(import\.[a-z_]+)"', [*SOURCES, *DESK]) - {"import.read", "import.photo"} == set(
        NOTE_WORDS
    )


def test_steps() -> None:
    others = ("desk/exporting.py", "desk/formats.py", "gui/photo_intake.py")
    given = codes(r'Step\("([a-z_.]+)"', [*DESK, *(HOUSE / name for name in others)])
    assert given == set(FILE_STEP_WORDS)


def test_input_errors() -> None:
    given = codes(r'BadInput\(\s*"([a-z_.0-9]+)"', [*SOURCES, *DESK])
    assert given - {"file.missing", "file.unreadable"} == set(INPUT_WORDS)


@pytest.mark.parametrize("table", [FINDING_WORDS, NOTE_WORDS, INPUT_WORDS, FILE_STEP_WORDS])
def test_sentences_are_sentences(table: dict[str, str]) -> None:
    for sentence in table.values():
        assert sentence[0].isupper() or sentence[0] in "{“"
        assert sentence.endswith((".", "}", "…"))
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(sentence))
