"""What is known of the photos of a library. Their bytes lie in the folder of originals."""

import json
import sqlite3
from concurrent.futures import Future

from newsdesk.article.blocks import figures
from newsdesk.article.fields import FieldError
from newsdesk.article.model import Article
from newsdesk.article.photo import Photo
from newsdesk.errors import LibraryDamaged
from newsdesk.library.access import Access
from newsdesk.library.facts import from_dict, merged, to_dict

SCHEMA = """
CREATE TABLE photos (
    sha256 TEXT PRIMARY KEY,
    facts TEXT NOT NULL
) STRICT;
"""

_MANY = 500
"""Digests asked for at once; SQLite bounds the parameters of a statement."""


class PhotoRows:
    """Keeps facts of photos by the SHA-256 of their originals."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, photo: Photo) -> Future[None]:
        """Remember a photo. What was already known of it stays; only gaps are filled."""
        return self._access.write(lambda connection: _add(connection, photo))

    def get(self, sha256: str) -> Photo | None:
        """What is known of one photo.

        Raises:
            LibraryDamaged: `photo.facts_damaged`.
        """
        rows = self._access.read("SELECT sha256, facts FROM photos WHERE sha256 = ?", (sha256,))
        return _photo(rows[0]) if rows else None

    def of(self, article: Article) -> dict[str, Photo]:
        """The known photos of an article by digest, in reading order.

        Raises:
            LibraryDamaged: `photo.facts_damaged`.
        """
        wanted = list(dict.fromkeys(figure.photo for figure in figures(article.blocks) if figure.photo))
        found: dict[str, Photo] = {}
        for start in range(0, len(wanted), _MANY):
            some = wanted[start : start + _MANY]
            marks = ", ".join("?" * len(some))
            rows = self._access.read(f"SELECT sha256, facts FROM photos WHERE sha256 IN ({marks})", some)
            found |= {row["sha256"]: _photo(row) for row in rows}
        return {sha256: found[sha256] for sha256 in wanted if sha256 in found}


def _add(connection: sqlite3.Connection, photo: Photo) -> None:
    row = connection.execute("SELECT sha256, facts FROM photos WHERE sha256 = ?", (photo.sha256,)).fetchone()
    facts = photo if row is None else merged(_photo(row), photo)
    connection.execute(
        "INSERT OR REPLACE INTO photos (sha256, facts) VALUES (?, ?)",
        (photo.sha256, json.dumps(to_dict(facts), ensure_ascii=False)),
    )


def _photo(row: sqlite3.Row) -> Photo:
    try:
        return from_dict(json.loads(row["facts"]))
    except (ValueError, FieldError) as error:
        raise LibraryDamaged("photo.facts_damaged", photo=row["sha256"]) from error
