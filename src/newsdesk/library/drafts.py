"""The newest state of every article, and what the library list shows of it."""

import hashlib
import sqlite3
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from newsdesk.article.codec import from_json, to_json
from newsdesk.article.fields import FieldError
from newsdesk.article.model import Article, Status
from newsdesk.errors import ChangeRefused, LibraryDamaged
from newsdesk.library import indexing
from newsdesk.library.access import Access
from newsdesk.library.summary import summary_of

SCHEMA = """
CREATE TABLE drafts (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    status TEXT NOT NULL,
    trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
    photo_count INTEGER NOT NULL,
    lead_photo TEXT,
    saved_at TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    sent_revision INTEGER,
    content BLOB NOT NULL,
    sent_content BLOB,
    document TEXT NOT NULL
) STRICT;
CREATE INDEX drafts_by_place ON drafts (trashed);
CREATE INDEX drafts_by_status ON drafts (trashed, status);
"""
"""`sequence` grows with every save, so that newest first is the order of the table itself.

`document` is the article as JSON. `content` is a digest of it without its status; `sent_content` is the
`content` of what was sent last.
"""

TRASH = "trash"
"""The key of the bin among the counts by status."""

_UPSERT = """
INSERT INTO drafts
    (sequence, id, title, excerpt, status, photo_count, lead_photo, saved_at, content, document)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    sequence = excluded.sequence, title = excluded.title, excerpt = excluded.excerpt,
    status = excluded.status, photo_count = excluded.photo_count, lead_photo = excluded.lead_photo,
    saved_at = excluded.saved_at, content = excluded.content, document = excluded.document
"""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the library holds it. `revision` is the newest one recorded, 0 before the first."""

    article: Article
    revision: int
    saved_at: datetime
    trashed: bool
    sent_revision: int | None


class Drafts:
    """Keeps articles. Nothing here ever deletes one."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def save(self, article: Article, at: datetime) -> Future[None]:
        """Make this the newest state of the article; a state that already stands keeps its time."""
        return self._access.write(lambda connection: store(connection, article, at))

    def load(self, article_id: str) -> StoredArticle:
        """The newest state of an article.

        Raises:
            ChangeRefused: `article.unknown`.
            LibraryDamaged: `article.damaged`: what is stored cannot be read.
        """
        rows = self._access.read(
            "SELECT document, revision, saved_at, trashed, sent_revision FROM drafts WHERE id = ?",
            (article_id,),
        )
        if not rows:
            raise ChangeRefused("article.unknown", id=article_id)
        document, revision, saved_at, trashed, sent_revision = rows[0]
        return StoredArticle(
            article=decoded(document, article_id),
            revision=revision,
            saved_at=datetime.fromisoformat(saved_at),
            trashed=bool(trashed),
            sent_revision=sent_revision,
        )

    def holds(self, article_id: str) -> bool:
        """Whether there is such an article."""
        return bool(self._access.read("SELECT 1 FROM drafts WHERE id = ?", (article_id,)))

    def trash(self, article_id: str) -> None:
        """Put an article into the bin; on disk when this returns.

        Raises:
            ChangeRefused: `article.unknown`.
        """
        self._access.write(lambda connection: _place(connection, article_id, trashed=True)).result()

    def untrash(self, article_id: str) -> None:
        """Take an article out of the bin; on disk when this returns.

        Raises:
            ChangeRefused: `article.unknown`.
        """
        self._access.write(lambda connection: _place(connection, article_id, trashed=False)).result()

    def count_by_status(self) -> Mapping[str, int]:
        """How many articles stand at each status outside the bin, and under `trash` how many lie in it."""
        rows = self._access.read("SELECT trashed, status, count(*) FROM drafts GROUP BY trashed, status")
        counts = dict.fromkeys((*(status.value for status in Status), TRASH), 0)
        for trashed, status, count in rows:
            counts[TRASH if trashed else status] += count
        return counts


def store(connection: sqlite3.Connection, article: Article, at: datetime) -> None:
    """Save an article inside a transaction that is already open."""
    document = to_json(article)
    row = connection.execute(
        "SELECT sequence, trashed, document FROM drafts WHERE id = ?", (article.id,)
    ).fetchone()
    if row is not None and row["document"] == document:
        return
    sequence = connection.execute("SELECT coalesce(max(sequence), 0) + 1 FROM drafts").fetchone()[0]
    summary = summary_of(article)
    connection.execute(
        _UPSERT,
        (
            sequence,
            article.id,
            summary.title,
            summary.excerpt,
            article.status.value,
            summary.photo_count,
            summary.lead_photo,
            at.astimezone(UTC).isoformat(),
            content_digest(article),
            document,
        ),
    )
    if row is not None:
        indexing.remove(connection, row["sequence"])
    indexing.add(connection, sequence, article, trashed=row is not None and bool(row["trashed"]))


def content_digest(article: Article) -> bytes:
    """SHA-256 of an article without its status, which sending itself changes."""
    return hashlib.sha256(to_json(replace(article, status=Status.DRAFT)).encode()).digest()


def decoded(document: str, article_id: str) -> Article:
    """The article a stored document holds.

    Raises:
        LibraryDamaged: `article.damaged`.
    """
    try:
        return from_json(document)
    except FieldError as error:
        raise LibraryDamaged("article.damaged", id=article_id, field=error.path) from error


def _place(connection: sqlite3.Connection, article_id: str, *, trashed: bool) -> None:
    row = connection.execute("SELECT sequence, status FROM drafts WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise ChangeRefused("article.unknown", id=article_id)
    connection.execute("UPDATE drafts SET trashed = ? WHERE id = ?", (trashed, article_id))
    indexing.move(connection, row["sequence"], row["status"], trashed=trashed)
