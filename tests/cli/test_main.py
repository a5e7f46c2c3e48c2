"""The grammar: help in both languages with an example each, and usage errors."""

import os
import sys
from pathlib import Path

import pytest

from cli.conftest import Newsdesk
from newsdesk.cli.main import COMMANDS


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_explains_itself_with_an_example(
    command: object, language: str, newsdesk: Newsdesk, capsys: pytest.CaptureFixture[str]
) -> None:
    name = command.name  # type: ignore[attr-defined]
    with pytest.raises(SystemExit) as ended:
        newsdesk(name, "-h", "--lang", language)
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert f"newsdesk {name}" in shown
    assert {"vi": "Ví dụ", "en": "Example"}[language] in shown
    assert {"vi": "usage", "en": "cách dùng"}[language] not in shown


def test_help_lists_the_commands(newsdesk: Newsdesk, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        newsdesk("-h")
    shown = capsys.readouterr().out
    assert all(command.name in shown for command in COMMANDS)


@pytest.mark.parametrize(
    "words", [["import"], ["show"], ["send", "x", "--status", "lost"], ["outbox", "retry"]]
)
def test_a_command_that_is_not_understood_is_usage(newsdesk: Newsdesk, words: list[str]) -> None:
    ran = newsdesk(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_library_may_be_named_on_the_command_line(newsdesk: Newsdesk, piece: Path, tmp_path: Path) -> None:
    newsdesk("import", piece, "--library", tmp_path / "khác")
    assert newsdesk("list", "--json").json["articles"] == []
    assert len(newsdesk("list", "--json", "--library", tmp_path / "khác").json["articles"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="names of POSIX")
def test_a_library_whose_name_no_folder_can_have(newsdesk: Newsdesk, tmp_path: Path) -> None:
    ran = newsdesk("list", "--library", tmp_path / ("a" * 300))
    assert (ran.code, ran.out) == (6, "")
    assert ran.err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_library_whose_name_is_no_unicode(newsdesk: Newsdesk, piece: Path, tmp_path: Path) -> None:
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/th\xff")
    assert newsdesk("import", piece, "--library", folder).code == 0
    assert len(newsdesk("list", "--library", folder, "--json").json["articles"]) == 1


def test_help_says_nothing_in_english_to_a_vietnamese(
    newsdesk: Newsdesk, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        newsdesk("-h", "--lang", "vi")
    assert "options" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "named"),
    [(["import"], "FILE"), (["show", "a", "b"], "b"), (["send", "a", "--status", "lost"], "lost")],
)
def test_usage_errors_name_what_is_wrong_in_vietnamese(
    newsdesk: Newsdesk, words: list[str], named: str
) -> None:
    ran = newsdesk(*words, "--lang", "vi")
    assert ran.code == 2
    assert named in ran.err
    assert "required" not in ran.err and "argument" not in ran.err and "choose" not in ran.err
