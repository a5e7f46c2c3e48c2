"""Which command lines can only mean the window."""

from pathlib import Path

import pytest

from newsdesk.cli.wish import Wish, wish_for_window


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("bài.txt", "list", "-x.txt"):
        (tmp_path / name).touch()


@pytest.mark.parametrize(
    ("line", "wish"),
    [
        ([], Wish(None, None, None)),
        (["--lang", "en"], Wish(None, "en", None)),
        (["--library", "tin", "--lang", "vi", "bài.txt"], Wish(Path("tin"), "vi", Path("bài.txt"))),
        (["bài.txt"], Wish(None, None, Path("bài.txt"))),
    ],
)
def test_a_wish_for_the_window_is_understood(line: list[str], wish: Wish) -> None:
    assert wish_for_window(line) == wish


@pytest.mark.parametrize(
    "line",
    [
        ["list"],  # a command, though a file is called so too
        ["-x.txt"],
        ["không-có.txt"],
        ["bài.txt", "thêm"],
        ["demo"],
        ["-h"],
        ["--json"],
        ["--lang"],
        ["--lang", "fr"],
        ["--library", "--lang"],
        ["x" * 5000 + ".txt"],
        ["a\0.txt"],
    ],
)
def test_everything_else_is_left_to_the_grammar(line: list[str]) -> None:
    assert wish_for_window(line) is None
