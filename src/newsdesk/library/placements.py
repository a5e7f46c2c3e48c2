"""What already stands where: the version of an article and the id of each photo on each destination."""

import sqlite3
from dataclasses import dataclass

from newsdesk.library.access import Access

SCHEMA = """
CREATE TABLE placed_articles (
    destination TEXT NOT NULL,
    article TEXT NOT NULL,
    etag TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    status TEXT NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (destination, article)
) WITHOUT ROWID;
CREATE TABLE placed_photos (
    destination TEXT NOT NULL,
    article TEXT NOT NULL,
    figure TEXT NOT NULL,
    media TEXT NOT NULL,
    picture TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (destination, article, figure)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class PlacedArticle:
    """The last version of an article that this machine put on a destination, or saw its own text in.

    `content` is a digest of what stood there: while it stays the same, only the status was changed by others.
    """

    etag: str
    version: int
    content: str
    status: str
    url: str


@dataclass(frozen=True, slots=True)
class PlacedPhoto:
    """The photo of a figure on a destination.

    `media` is its id there, made and kept before anything is sent. `picture` says which original and crop it
    shows; while that stays the same the bytes are never sent again. `sha256` is that of the bytes.
    """

    figure: str
    media: str
    picture: str
    sha256: str


class Placements:
    """Remembers, per destination, what was placed. Every change is on disk when its method returns."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def article(self, destination: str, article: str) -> PlacedArticle | None:
        """What is known to stand there, None before the first delivery."""
        rows = self._access.read(
            "SELECT etag, version, content, status, url FROM placed_articles"
            " WHERE destination = ? AND article = ?",
            (destination, article),
        )
        return PlacedArticle(*rows[0]) if rows else None

    def put_article(self, destination: str, article: str, placed: PlacedArticle) -> None:
        """Remember a version."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO placed_articles VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    destination,
                    article,
                    placed.etag,
                    placed.version,
                    placed.content,
                    placed.status,
                    placed.url,
                ),
            )

        self._access.write(change).result()

    def photo(self, destination: str, article: str, figure: str) -> PlacedPhoto | None:
        """What is known of the figure's photo there."""
        rows = self._access.read(
            "SELECT figure, media, picture, sha256 FROM placed_photos"
            " WHERE destination = ? AND article = ? AND figure = ?",
            (destination, article, figure),
        )
        return PlacedPhoto(*rows[0]) if rows else None

    def put_photo(self, destination: str, article: str, placed: PlacedPhoto) -> None:
        """Remember a photo."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO placed_photos VALUES (?, ?, ?, ?, ?, ?)",
                (destination, article, placed.figure, placed.media, placed.picture, placed.sha256),
            )

        self._access.write(change).result()
