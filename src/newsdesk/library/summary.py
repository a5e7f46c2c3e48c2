"""What a row of the library list says about an article."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.article.blocks import figures, text_of
from newsdesk.article.model import Article

TITLE_LENGTH = 160
EXCERPT_LENGTH = 160
"""Code points; a longer text is cut at a space and ends in an ellipsis."""


@dataclass(frozen=True, slots=True)
class Summary:
    """`title` is the headline or the first words, empty when nothing is written yet.

    `lead_photo` is the SHA-256 of the photo that stands for the article.
    """

    title: str
    excerpt: str
    photo_count: int
    lead_photo: str | None


def summary_of(article: Article) -> Summary:
    """The row of `article`."""
    texts = _texts(article)
    title = article.headline.strip() or next(texts, "")
    photos = {figure.id: figure.photo for figure in figures(article.blocks) if figure.photo}
    return Summary(
        title=_cut(title, TITLE_LENGTH),
        excerpt=_cut(next(texts, ""), EXCERPT_LENGTH),
        photo_count=len(photos),
        lead_photo=photos.get(article.lead or "") or next(iter(photos.values()), None),
    )


def _texts(article: Article) -> Iterator[str]:
    """Standfirst and blocks in reading order, the empty ones left out."""
    candidates = (article.standfirst, *map(text_of, article.blocks))
    return (text for candidate in candidates if (text := " ".join(candidate.split())))


def _cut(text: str, length: int) -> str:
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return (head[: head.rfind(" ")] if " " in head else head) + "…"
