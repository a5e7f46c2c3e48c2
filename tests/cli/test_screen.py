"""Without a screen newsdesk says so; Qt would end the process with a core dump."""

from pathlib import Path

import pytest

from cli.conftest import Newsdesk
from newsdesk.cli.screen import has_screen


@pytest.fixture
def dark(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux machine without a display."""
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("dark")
def test_the_window_without_a_screen_is_refused_in_words(newsdesk: Newsdesk, piece: Path) -> None:
    for words in ([], [piece]):
        ran = newsdesk(*words, "--lang", "en")
        assert (ran.code, ran.out) == (2, "")
        assert "no screen" in ran.err


@pytest.mark.usefixtures("dark")
@pytest.mark.parametrize("name", ["improt", "không có.txt", "a" * 300])
def test_a_word_that_is_neither_command_nor_file_is_named(newsdesk: Newsdesk, name: str) -> None:
    ran = newsdesk(name)
    assert (ran.code, ran.out) == (3, "")
    assert name in ran.err


@pytest.mark.usefixtures("dark")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_what_shows_that_there_is_a_screen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not has_screen()
    monkeypatch.setenv(name, ":0")
    assert has_screen()
