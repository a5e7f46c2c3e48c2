"""The destinations: which there are, what they have, and whether they can be reached."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from newsdesk.cms.address import plain_address
from newsdesk.cms.connector import PERSON, SECTION, TAG, Connector
from newsdesk.desk.delivery_terms import fetch
from newsdesk.desk.delivery_values import Diagnosis
from newsdesk.desk.diagnosis import walk
from newsdesk.desk.events import DirectoryChanged, Events
from newsdesk.desk.work import Work
from newsdesk.library.directory import Destination, Directory, Entry

Connects = Callable[[Destination, Callable[[], bool]], Connector]
"""Opens a connector to a destination; the second argument tells whether anybody still waits for it."""


class KeepsTokens(Protocol):
    """Where tokens are kept."""

    def keep(self, destination: str, user: str, token: str) -> bool:
        """Keep a token; False when it lasts only as long as the program."""

    def forget(self, destination: str, user: str) -> None:
        """Forget a token."""


class Destinations:
    """Where a reporter may send articles to."""

    def __init__(
        self,
        directory: Directory,
        tokens: KeepsTokens,
        connect: Connects,
        events: Events,
        now: Callable[[], datetime],
    ) -> None:
        self._directory = directory
        self._tokens = tokens
        self._connect = connect
        self._events = events
        self._now = now

    def all(self) -> tuple[Destination, ...]:
        """All of them, by name."""
        return self._directory.destinations()

    def get(self, name: str) -> Destination:
        """The one of this name.

        Raises:
            UsageError: `destination.unknown`.
        """
        return self._directory.destination(name)

    def add(self, destination: Destination, token: str) -> bool:
        """Add one, or change the one of that name. False when the token is kept in memory only.

        Raises:
            UsageError: `destination.bad_address`.
        """
        destination = replace(destination, url=plain_address(destination.url))
        self._directory.put(destination)
        kept = self._tokens.keep(destination.name, destination.user, token)
        self._events.publish(DirectoryChanged(destination.name))
        return kept

    def remove(self, name: str) -> None:
        """Forget one, its lists and its token."""
        destination = self.get(name)
        self._directory.remove(name)
        self._tokens.forget(name, destination.user)
        self._events.publish(DirectoryChanged(name))

    @contextmanager
    def connected(self, name: str, work: Work) -> Iterator[Connector]:
        """A connector to the destination for the length of a block."""
        connector = self._connect(self.get(name), lambda: not work.cancelled)
        try:
            yield connector
        finally:
            connector.close()

    def sync(self, name: str, work: Work) -> None:
        """Fetch its sections, tags and people.

        Raises:
            CmsError: it cannot be reached or refuses.
        """
        with self.connected(name, work) as connector:
            fetch(connector, self._directory, name, work)
        self._events.publish(DirectoryChanged(name))

    def sections(self, name: str) -> tuple[Entry, ...]:
        """Its sections as last fetched."""
        return self._directory.entries(name, SECTION)

    def tags(self, name: str) -> tuple[Entry, ...]:
        """Its tags as last fetched."""
        return self._directory.entries(name, TAG)

    def people(self, name: str) -> tuple[Entry, ...]:
        """Its people as last fetched."""
        return self._directory.entries(name, PERSON)

    def test(self, name: str, work: Work) -> Diagnosis:
        """Walk the way to the CMS and say which step fails."""
        with self.connected(name, work) as connector:
            return walk(self.get(name), connector, self._now)
