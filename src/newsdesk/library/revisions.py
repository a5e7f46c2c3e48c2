"""The revisions of an article: named moments, each kept as what it changed against the one before.

A frame is the article's JSON compressed by zlib (RFC 1950) with the revision before as the dictionary. Every
fiftieth frame stands alone, so that reading never walks far and damage never spreads far. A SHA-256 of the
JSON is kept beside each frame and compared whenever it is read.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime

from newsdesk.article.codec import to_json
from newsdesk.article.model import Article
from newsdesk.errors import ChangeRefused, LibraryDamaged
from newsdesk.library.access import Access
from newsdesk.library.drafts import content_digest, decoded

SCHEMA = """
CREATE TABLE revisions (
    article TEXT NOT NULL REFERENCES drafts (id),
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    key INTEGER NOT NULL,
    digest BLOB NOT NULL,
    frame BLOB NOT NULL,
    PRIMARY KEY (article, number)
) STRICT;
"""
"""`key` is the number of the frame that stands alone and from which this one is reached."""

KEY_EVERY = 50

CHECKPOINT, SENT = "checkpoint", "sent"
EVENTS = frozenset({"created", "imported", "put", "exported", "restored", SENT, CHECKPOINT})

_CHAIN = """
SELECT number, digest, frame FROM revisions
WHERE article = ?1 AND number BETWEEN (SELECT key FROM revisions WHERE article = ?1 AND number = ?2) AND ?2
ORDER BY number
"""


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision: its number, counted from 1, when (UTC) and why it was kept."""

    number: int
    at: datetime
    event: str


class Revisions:
    """Keeps revisions. Nothing here ever changes or deletes one."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def record(self, article: Article, event: str, at: datetime) -> Future[int]:
        """Keep `article` as its newest revision and give the number.

        A checkpoint of what the last revision holds, and a repeated event on the same text, give that
        revision's number and keep nothing new. `sent` also remembers what was sent.

        Raises (the future):
            ChangeRefused: `article.unknown`: the article was never saved.
        """
        if event not in EVENTS:
            raise ValueError(f"no revision event is called {event}")
        return self._access.write(lambda connection: keep(connection, article, event, at))

    def rows(self, article_id: str) -> tuple[RevisionRow, ...]:
        """The revisions of an article, the newest first."""
        rows = self._access.read(
            "SELECT number, at, event FROM revisions WHERE article = ? ORDER BY number DESC", (article_id,)
        )
        return tuple(RevisionRow(number, datetime.fromisoformat(at), event) for number, at, event in rows)

    def load(self, article_id: str, number: int) -> Article:
        """An article as it stood at a revision.

        Raises:
            ChangeRefused: `revision.unknown`.
            LibraryDamaged: `revision.damaged`.
        """
        chain = self._access.read(_CHAIN, (article_id, number))
        if not chain:
            raise ChangeRefused("revision.unknown", id=article_id, revision=number)
        return decoded(unpacked(chain, article_id).decode(), article_id)


def keep(connection: sqlite3.Connection, article: Article, event: str, at: datetime) -> int:
    """Record a revision inside a transaction that is already open."""
    text = to_json(article).encode()
    number = _same_as_last(connection, article.id, hashlib.sha256(text).digest(), event)
    if number is None:
        number = _next_number(connection, article.id)
        _append(connection, RevisionRow(number, at.astimezone(UTC), event), article.id, text)
    if event == SENT:
        connection.execute(
            "UPDATE drafts SET sent_revision = ?, sent_content = ? WHERE id = ?",
            (number, content_digest(article), article.id),
        )
    return number


def unpacked(chain: Iterable[sqlite3.Row], article_id: str) -> bytes:
    """The text of the last frame of a chain that begins with one that stands alone.

    Raises:
        LibraryDamaged: `revision.damaged`: a frame does not give the text it was made from.
    """
    text = b""
    for number, digest, frame in chain:
        try:
            text = zlib.decompressobj(zdict=text).decompress(frame)
        except zlib.error as error:
            raise LibraryDamaged("revision.damaged", id=article_id, revision=number) from error
        if hashlib.sha256(text).digest() != digest:
            raise LibraryDamaged("revision.damaged", id=article_id, revision=number)
    return text


def _same_as_last(connection: sqlite3.Connection, article_id: str, digest: bytes, event: str) -> int | None:
    last = connection.execute(
        "SELECT number, digest, event FROM revisions WHERE article = ? ORDER BY number DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    if last is None or last["digest"] != digest or event not in (CHECKPOINT, last["event"]):
        return None
    return int(last["number"])


def _next_number(connection: sqlite3.Connection, article_id: str) -> int:
    numbers = connection.execute(
        "UPDATE drafts SET revision = revision + 1 WHERE id = ? RETURNING revision", (article_id,)
    ).fetchall()
    if not numbers:
        raise ChangeRefused("article.unknown", id=article_id)
    return int(numbers[0][0])


def _append(connection: sqlite3.Connection, row: RevisionRow, article_id: str, text: bytes) -> None:
    key, before = _reached_from(connection, article_id, row.number)
    packer = zlib.compressobj(level=9, zdict=before)
    connection.execute(
        "INSERT INTO revisions (article, number, at, event, key, digest, frame) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            row.number,
            row.at.isoformat(),
            row.event,
            key,
            hashlib.sha256(text).digest(),
            packer.compress(text) + packer.flush(),
        ),
    )


def _reached_from(connection: sqlite3.Connection, article_id: str, number: int) -> tuple[int, bytes]:
    """The key frame of a new revision and the text before it; it stands alone where the chain is damaged."""
    chain = connection.execute(_CHAIN, (article_id, number - 1)).fetchall()
    if len(chain) not in range(1, KEY_EVERY):
        return number, b""
    try:
        return chain[0]["number"], unpacked(chain, article_id)
    except LibraryDamaged:
        return number, b""
