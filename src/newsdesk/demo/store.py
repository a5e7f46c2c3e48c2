"""What the CMS keeps: one SQLite file, and one file a photo. A change is on the disk before its answer."""

import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsdesk.demo import clock

SCHEMA = """
CREATE TABLE IF NOT EXISTS clock (only INTEGER PRIMARY KEY CHECK (only = 1), last TEXT NOT NULL);
INSERT OR IGNORE INTO clock VALUES (1, '2000-01-01T00:00:00.000000Z');
CREATE TABLE IF NOT EXISTS terms (
    kind TEXT NOT NULL, id TEXT NOT NULL, updated_at TEXT NOT NULL, same_name TEXT NOT NULL,
    document TEXT NOT NULL, PRIMARY KEY (kind, id));
CREATE INDEX IF NOT EXISTS terms_by_time ON terms (kind, updated_at, id);
CREATE UNIQUE INDEX IF NOT EXISTS tags_by_name ON terms (same_name) WHERE kind = 'tags';
CREATE TABLE IF NOT EXISTS media (id TEXT PRIMARY KEY, document TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, status TEXT NOT NULL, updated_at TEXT NOT NULL, publish_at TEXT,
    published_at TEXT, path TEXT, words TEXT NOT NULL, document TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS articles_by_time ON articles (updated_at, id);
CREATE INDEX IF NOT EXISTS articles_by_path ON articles (path);
CREATE TABLE IF NOT EXISTS placements (
    article TEXT NOT NULL, media TEXT NOT NULL, PRIMARY KEY (media, article));
CREATE TABLE IF NOT EXISTS answers (
    user TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, etag TEXT NOT NULL, body BLOB NOT NULL,
    at TEXT NOT NULL, PRIMARY KEY (user, key));
"""


class Store:
    """The data folder of one CMS. Safe for many threads; one process at a time writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writing = threading.Lock()
        for part in (folder, folder / "media", folder / "incoming"):
            part.mkdir(parents=True, exist_ok=True)
        with closing(self._connect()) as connection:
            connection.executescript("PRAGMA journal_mode = WAL;" + SCHEMA)
        for left_over in (folder / "incoming").glob("*.part"):
            left_over.unlink()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state."""
        with closing(self._connect()) as connection:
            connection.execute("BEGIN")
            yield connection
            connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept, together and on the disk, when the block ends well."""
        with self._writing, closing(self._connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    def media_file(self, media_id: str) -> Path:
        """Where the bytes of a photo are once they are complete."""
        return self._folder / "media" / f"{media_id}.bin"

    def resumable_file(self, media_id: str) -> Path:
        """Where the bytes of an interrupted upload wait for the rest."""
        return self._folder / "incoming" / f"{media_id}.tus"

    def new_file(self, media_id: str) -> Path:
        """A file of one's own for bytes that come whole or not at all."""
        return self._folder / "incoming" / f"{media_id}.{secrets.token_hex(4)}.part"

    def accept(self, arrived: Path, media_id: str) -> None:
        """Put complete bytes in their place, for good."""
        target = self.media_file(media_id)
        arrived.replace(target)
        flush_folder(target.parent)

    def secret(self) -> bytes:
        """The key of this CMS for its tokens and signatures, made at the first start."""
        path = self._folder / "secret"
        if not path.exists():
            fresh = path.with_suffix(".new")
            fresh.touch(mode=0o600)
            fresh.write_bytes(secrets.token_bytes(32))
            fresh.replace(path)
        return path.read_bytes()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._folder / "cms.sqlite", timeout=30, isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = FULL")
        return connection


def tick(connection: sqlite3.Connection) -> str:
    """The moment of a change: later than that of every change before, whatever the machine's clock does."""
    (last,) = connection.execute("SELECT last FROM clock").fetchone()
    moment = clock.later(clock.now(), last)
    connection.execute("UPDATE clock SET last = ?", (moment,))
    return moment


def flush_folder(folder: Path) -> None:
    """Make a rename in the folder lasting, where the system has a way to ask for it."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
