"""The configured destinations, and what each of them has: sections, tags, people."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from newsdesk.errors import UsageError
from newsdesk.library.access import Access

SCHEMA = """
CREATE TABLE destinations (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    user TEXT NOT NULL,
    ca_file TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE directory (
    destination TEXT NOT NULL REFERENCES destinations ON DELETE CASCADE,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    parent TEXT NOT NULL DEFAULT '',
    pen_name TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    place INTEGER NOT NULL,
    PRIMARY KEY (destination, kind, id)
) WITHOUT ROWID;
"""

SECTION, TAG, PERSON = "section", "tag", "person"


@dataclass(frozen=True, slots=True)
class Destination:
    """A CMS the reporter may send to. `kind` names the connector, `ca_file` an extra certificate authority.

    The token is not here: the credentials keep it under the destination's name and user.
    """

    name: str
    kind: str
    url: str
    user: str
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One section, tag or person as a destination has it; `pen_name` and `role` are a person's."""

    id: str
    name: str
    parent: str = ""
    pen_name: str = ""
    role: str = ""


class Directory:
    """Destinations and the copies of their lists that pickers use without a network."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def destinations(self) -> tuple[Destination, ...]:
        """All of them, by name."""
        rows = self._access.read("SELECT name, kind, url, user, ca_file FROM destinations ORDER BY name")
        return tuple(Destination(*row) for row in rows)

    def destination(self, name: str) -> Destination:
        """The one with this name.

        Raises:
            UsageError: `destination.unknown`.
        """
        for destination in self.destinations():
            if destination.name == name:
                return destination
        raise UsageError("destination.unknown", name=name)

    def put(self, destination: Destination) -> None:
        """Add a destination, or change the one of that name; its lists stay."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO destinations (name, kind, url, user, ca_file) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, url = excluded.url,"
                " user = excluded.user, ca_file = excluded.ca_file",
                (destination.name, destination.kind, destination.url, destination.user, destination.ca_file),
            )

        self._access.write(change).result()

    def remove(self, name: str) -> None:
        """Forget a destination and its lists; what was sent to it stays in the outbox."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM directory WHERE destination = ?", (name,))
            connection.execute("DELETE FROM destinations WHERE name = ?", (name,))

        self._access.write(change).result()

    def replace(self, destination: str, kind: str, entries: Iterable[Entry]) -> None:
        """Put a freshly fetched list in the place of the old one, in its order."""
        rows = [
            (destination, kind, entry.id, entry.name, entry.parent, entry.pen_name, entry.role, place)
            for place, entry in enumerate(entries)
        ]

        def change(connection: sqlite3.Connection) -> None:
            connection.execute(
                "DELETE FROM directory WHERE destination = ? AND kind = ?", (destination, kind)
            )
            connection.executemany("INSERT OR REPLACE INTO directory VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

        self._access.write(change).result()

    def entries(self, destination: str, kind: str) -> tuple[Entry, ...]:
        """The last fetched list, in the order of the CMS."""
        rows = self._access.read(
            "SELECT id, name, parent, pen_name, role FROM directory"
            " WHERE destination = ? AND kind = ? ORDER BY place",
            (destination, kind),
        )
        return tuple(Entry(*row) for row in rows)
