"""Checks of the figures: a photo, large enough, with its words."""

from collections.abc import Iterator

from newsdesk.article.blocks import Figure, figures
from newsdesk.article.model import Article
from newsdesk.article.photo import Photo, Photos
from newsdesk.checks.finding import Finding, Level
from newsdesk.checks.limits import Limits


def check_figures(article: Article, photos: Photos, limits: Limits) -> Iterator[Finding]:
    """Check each figure in reading order. `photos` are those the library knows, by digest."""
    used: set[str] = set()
    for number, figure in enumerate(figures(article.blocks), 1):
        yield from _check_photo(figure, number, photos, limits)
        yield from _check_words(figure, number)
        if figure.photo in used:
            yield _finding("figure.repeated", Level.WARNING, figure, "photo", number)
        if figure.photo is not None:
            used.add(figure.photo)


def _check_photo(figure: Figure, number: int, photos: Photos, limits: Limits) -> Iterator[Finding]:
    if figure.photo is None:
        yield _finding("figure.photo_missing", Level.ERROR, figure, "photo", number)
        return
    photo = photos.get(figure.photo)
    if photo is None:
        yield _finding("figure.photo_unknown", Level.ERROR, figure, "photo", number)
        return
    long_edge = _shown_long_edge(figure, photo)
    if long_edge < limits.photo_long_edge:
        yield _finding(
            "photo.too_small",
            Level.WARNING,
            figure,
            "photo",
            number,
            pixels=long_edge,
            limit=limits.photo_long_edge,
        )


def _check_words(figure: Figure, number: int) -> Iterator[Finding]:
    if not figure.caption.strip():
        yield _finding("figure.caption_missing", Level.ERROR, figure, "caption", number)
    if not figure.credit.strip():
        yield _finding("figure.credit_missing", Level.ERROR, figure, "credit", number)
    if not figure.alt.strip() and not figure.decorative:
        yield _finding("figure.alt_missing", Level.WARNING, figure, "alt", number)
    elif figure.alt.strip() and figure.alt.strip() == figure.caption.strip():
        yield _finding("figure.alt_repeats_caption", Level.INFO, figure, "alt", number)


def _shown_long_edge(figure: Figure, photo: Photo) -> int:
    """Pixels of the longer edge of what the crop leaves."""
    if figure.crop is None:
        return max(photo.width, photo.height)
    width = (figure.crop.right - figure.crop.left) * photo.width
    height = (figure.crop.bottom - figure.crop.top) * photo.height
    return round(max(width, height))


def _finding(finding: str, level: Level, figure: Figure, field: str, number: int, **params: int) -> Finding:
    return Finding(finding, level, {"number": number, **params}, figure.id, field)
