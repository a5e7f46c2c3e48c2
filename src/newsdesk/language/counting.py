"""How long a text is, as Vietnamese newsrooms say it: in words between spaces, each one a syllable."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final

WORDS_A_MINUTE_READ: Final = 250


@dataclass(frozen=True, slots=True)
class Count:
    """Length of a text."""

    words: int
    characters: int

    @property
    def reading_seconds(self) -> int:
        """How long a reader takes, in whole seconds, rounded up."""
        return ceil(self.words * 60 / WORDS_A_MINUTE_READ)


def words(text: str) -> int:
    """The number of tokens between spaces that hold a letter or a digit; a lone dash is no word."""
    return sum(1 for token in text.split() if token.isalnum() or any(map(str.isalnum, token)))


def characters(text: str) -> int:
    """The number of code points, spaces included and line ends not."""
    return len(text) - sum(map(text.count, "\n\r\u2028\u2029"))


def count(texts: Iterable[str]) -> Count:
    """Count several texts, such as the standfirst and the blocks of an article, as one."""
    total_words = total_characters = 0
    for text in texts:
        total_words += words(text)
        total_characters += characters(text)
    return Count(total_words, total_characters)
