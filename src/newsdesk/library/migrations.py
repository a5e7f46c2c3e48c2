"""The form of the library file, version by version. A step, once released, never changes."""

import sqlite3
from pathlib import Path

from newsdesk.errors import LibraryDamaged, StorageError
from newsdesk.library import directory, drafts, indexing, outbox, photos, placements, revisions

APPLICATION = 0x6E64736B
"""The SQLite application id of a library: `ndsk` in ASCII."""

_ROOMS = (drafts, revisions, indexing, photos, outbox, directory, placements)

MIGRATIONS: tuple[str, ...] = ("\n".join(room.SCHEMA for room in _ROOMS),)
"""From nothing to version 1, from version 1 to 2, and so on."""


def version_of(connection: sqlite3.Connection, folder: Path) -> int:
    """The version of an opened library, 0 of an empty file.

    Raises:
        LibraryDamaged: `library.not_a_library`: the file belongs to another program.
        StorageError: `library.newer`: a newer newsdesk made it.
    """
    version = _number(connection, "PRAGMA user_version")
    application = _number(connection, "PRAGMA application_id")
    empty = not _number(connection, "SELECT count(*) FROM sqlite_master")
    if application != APPLICATION and not (empty and application == version == 0):
        raise LibraryDamaged("library.not_a_library", folder=str(folder))
    if version > len(MIGRATIONS):
        raise StorageError("library.newer", folder=str(folder), version=version, known=len(MIGRATIONS))
    return version


def migrate(connection: sqlite3.Connection, folder: Path) -> None:
    """Bring a library to the newest version, each step whole or not at all.

    Raises:
        StorageError: as `version_of`.
    """
    for number in range(version_of(connection, folder) + 1, len(MIGRATIONS) + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE; {MIGRATIONS[number - 1]}"
            f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {number}; COMMIT"
        )


def _number(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])
