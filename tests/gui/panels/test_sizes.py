"""Sizes of photos in words."""

from pathlib import Path

import pytest

from newsdesk.article.photo import Photo
from newsdesk.gui.panels.sizes import described, size_of
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources


def speaker(language: str) -> Translator:
    return Translator(Path(resources()) / "locale", language)


@pytest.mark.parametrize(
    ("count", "language", "words"),
    [
        (400, "vi", "1 KB"),
        (498_400, "vi", "498 KB"),
        (3_940_000, "vi", "3,9 MB"),
        (3_940_000, "en", "3.9 MB"),
    ],
)
def test_sizes(count: int, language: str, words: str) -> None:
    assert size_of(count, speaker(language)) == words


def test_a_photo_without_a_date_says_none() -> None:
    photo = Photo("0" * 64, "a.jpg", "image/jpeg", 4000, 2250, 3_900_000)
    assert described(photo, speaker("en")) == "4000 × 2250 · 3.9 MB"


def test_a_photo_with_a_date_says_the_day() -> None:
    photo = Photo("0" * 64, "a.jpg", "image/jpeg", 40, 22, 900, taken_at="2026-11-21T06:10:00+07:00")
    assert described(photo, speaker("en")) == "40 × 22 · 1 KB · 21/11/2026"
