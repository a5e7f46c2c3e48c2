"""How long an article is, for the foot of the window."""

from dataclasses import dataclass

from newsdesk.article.blocks import Figure, text_of
from newsdesk.article.model import Article
from newsdesk.language.counting import count, words


@dataclass(frozen=True, slots=True)
class Length:
    """Words (Vietnamese: syllables) and photos of an article, and how many minutes it takes to read."""

    words: int
    photos: int
    minutes: int


def length_of(article: Article) -> Length:
    """Count the standfirst and the body, captions included; an article with any word takes a minute."""
    counted = count((article.standfirst, *map(text_of, article.blocks)))
    photos = sum(isinstance(block, Figure) for block in article.blocks)
    return Length(counted.words, photos, -(-counted.reading_seconds // 60))


def words_in(text: str) -> int:
    """How many words (Vietnamese: syllables) a text has."""
    return words(text)
