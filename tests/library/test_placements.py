"""What stands where."""

from dataclasses import replace

import pytest

from newsdesk.library.database import Database
from newsdesk.library.placements import PlacedArticle, PlacedPhoto, Placements

ARTICLE = PlacedArticle('"1"', 1, "digest", "draft", "")
PHOTO = PlacedPhoto("figure", "media", "picture", "a" * 64)


@pytest.fixture
def placements(database: Database) -> Placements:
    return Placements(database)


def test_articles_by_destination(placements: Placements) -> None:
    assert placements.article("đài", "bài") is None
    placements.put_article("đài", "bài", ARTICLE)
    newer = replace(ARTICLE, etag='"2"', version=2, status="published", url="https://dai.example/1")
    placements.put_article("đài", "bài", newer)
    assert placements.article("đài", "bài") == newer
    assert placements.article("khác", "bài") is None


def test_photos_by_figure(placements: Placements) -> None:
    assert placements.photo("đài", "bài", "figure") is None
    placements.put_photo("đài", "bài", PHOTO)
    newer = replace(PHOTO, media="another", sha256="b" * 64)
    placements.put_photo("đài", "bài", newer)
    assert placements.photo("đài", "bài", "figure") == newer
    assert placements.photo("đài", "bài", "khác") is None
