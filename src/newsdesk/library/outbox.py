"""The outbox: every delivery, and a journal with one row a step that is on disk before the step is sent."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from newsdesk.errors import ChangeRefused, NewsdeskError
from newsdesk.library.access import Access

SCHEMA = """
CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    revision INTEGER NOT NULL,
    title TEXT NOT NULL,
    destination TEXT NOT NULL,
    status TEXT NOT NULL,
    state TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    next_try TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    receipt TEXT NOT NULL DEFAULT ''
);
CREATE INDEX deliveries_by_article ON deliveries (article, destination);
CREATE TABLE journal (
    delivery TEXT NOT NULL REFERENCES deliveries ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    began_at TEXT NOT NULL,
    ended_at TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (delivery, number),
    UNIQUE (delivery, kind, subject)
) WITHOUT ROWID;
"""


class DeliveryState(StrEnum):
    """Where a delivery is. The last four are final until somebody asks for another try."""

    QUEUED = "queued"
    SENDING = "sending"
    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    CONFLICT = "conflict"
    CANCELLED = "cancelled"


OPEN_STATES = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.WAITING)


class StepState(StrEnum):
    """Where a step is. `unknown`: sent, and no answer came; `unsent`: certainly not carried out."""

    SENDING = "sending"
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    UNSENT = "unsent"


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure as the outbox keeps it: the code and parameters of a NewsdeskError."""

    code: str
    parameters: Mapping[str, Any]

    def error(self) -> NewsdeskError:
        """The failure again, to be put into words."""
        return NewsdeskError(self.code, **self.parameters)


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One delivery: this revision of that article to a destination, in the wish to reach a status there."""

    id: str
    article: str
    revision: int
    title: str
    destination: str
    status: str
    state: DeliveryState
    queued_at: datetime
    tries: int = 0
    next_try: datetime | None = None
    problem: Problem | None = None
    receipt: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class StepKey:
    """Names a step of a delivery. `key` is what the CMS knows it by: an id or an idempotency key."""

    kind: str
    subject: str
    key: str


@dataclass(frozen=True, slots=True)
class JournalRow:
    """What became of one step."""

    delivery: str
    number: int
    step: StepKey
    state: StepState
    tries: int
    began_at: datetime
    ended_at: datetime | None
    problem: Problem | None


class Outbox:
    """Deliveries and their journal. Every change is on disk when its method returns."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, row: DeliveryRow) -> None:
        """Queue a delivery; open ones of the same article to the same destination give way to it."""
        values = (row.id, row.article, row.revision, row.title, row.destination, row.status, row.state)

        def change(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE deliveries SET state = ?, next_try = '' WHERE article = ? AND destination = ?"
                " AND state IN (?, ?, ?)",
                (DeliveryState.CANCELLED, row.article, row.destination, *OPEN_STATES),
            )
            connection.execute(
                "INSERT INTO deliveries (id, article, revision, title, destination, status, state, queued_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, row.queued_at.isoformat()),
            )

        self._access.write(change).result()

    def row(self, delivery: str) -> DeliveryRow:
        """One delivery.

        Raises:
            ChangeRefused: `delivery.unknown`.
        """
        rows = self._access.read(f"{_DELIVERIES} WHERE id = ?", (delivery,))
        if not rows:
            raise ChangeRefused("delivery.unknown", id=delivery)
        return _delivery(rows[0])

    def rows(self) -> tuple[DeliveryRow, ...]:
        """All deliveries, the newest first."""
        return tuple(map(_delivery, self._access.read(f"{_DELIVERIES} ORDER BY rowid DESC")))

    def open_rows(self) -> tuple[DeliveryRow, ...]:
        """Those that still have a way to go, the oldest first."""
        rows = self._access.read(f"{_DELIVERIES} WHERE state IN (?, ?, ?) ORDER BY rowid", OPEN_STATES)
        return tuple(map(_delivery, rows))

    def of_article(self, article: str, destination: str) -> tuple[str, ...]:
        """The ids of all deliveries there ever were of an article to a destination, the newest last."""
        rows = self._access.read(
            "SELECT id FROM deliveries WHERE article = ? AND destination = ? ORDER BY rowid",
            (article, destination),
        )
        return tuple(row[0] for row in rows)

    def superseded(self, row: DeliveryRow) -> bool:
        """Whether a later delivery of the same article to the same destination was queued."""
        return self.of_article(row.article, row.destination)[-1] != row.id

    def set_state(
        self,
        delivery: str,
        state: DeliveryState,
        *,
        next_try: datetime | None = None,
        problem: Problem | None = None,
        receipt: Mapping[str, Any] | None = None,
    ) -> None:
        """Record where a delivery is now; entering `sending` counts a try."""
        values = (state, _moment(next_try), _packed(problem), json.dumps(receipt) if receipt else "")
        more = int(state is DeliveryState.SENDING)

        def change(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE deliveries SET state = ?, next_try = ?, problem = ?, receipt = ?, tries = tries + ?"
                " WHERE id = ?",
                (*values, more, delivery),
            )

        self._access.write(change).result()

    def begin(self, delivery: str, step: StepKey, at: datetime) -> None:
        """Write down that a step is about to be sent. Only then may it be."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO journal (delivery, number, kind, subject, key, state, tries, began_at)"
                " SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, 1, ? FROM journal WHERE delivery = ?"
                " ON CONFLICT (delivery, kind, subject) DO UPDATE SET key = excluded.key,"
                " state = excluded.state, tries = tries + 1, began_at = excluded.began_at, ended_at = '',"
                " problem = ''",
                (delivery, step.kind, step.subject, step.key, StepState.SENDING, at.isoformat(), delivery),
            )

        self._access.write(change).result()

    def end(
        self, delivery: str, step: StepKey, state: StepState, at: datetime, problem: Problem | None = None
    ) -> None:
        """Write down what became of a step."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE journal SET state = ?, ended_at = ?, problem = ?"
                " WHERE delivery = ? AND kind = ? AND subject = ?",
                (state, at.isoformat(), _packed(problem), delivery, step.kind, step.subject),
            )

        self._access.write(change).result()

    def interrupted(self, delivery: str) -> None:
        """Call every step in flight unknown: nobody is there any more who waits for its answer."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE journal SET state = ? WHERE delivery = ? AND state = ?",
                (StepState.UNKNOWN, delivery, StepState.SENDING),
            )

        self._access.write(change).result()

    def journal(self, delivery: str) -> tuple[JournalRow, ...]:
        """The steps of a delivery in the order they were first sent."""
        rows = self._access.read(f"{_JOURNAL} WHERE delivery = ? ORDER BY number", (delivery,))
        return tuple(map(_journal_row, rows))


_DELIVERIES = (
    "SELECT id, article, revision, title, destination, status, state, queued_at, tries, next_try, problem,"
    " receipt FROM deliveries"
)
_JOURNAL = (
    "SELECT delivery, number, kind, subject, key, state, tries, began_at, ended_at, problem FROM journal"
)


def _delivery(row: sqlite3.Row) -> DeliveryRow:
    return DeliveryRow(
        id=row["id"],
        article=row["article"],
        revision=row["revision"],
        title=row["title"],
        destination=row["destination"],
        status=row["status"],
        state=DeliveryState(row["state"]),
        queued_at=datetime.fromisoformat(row["queued_at"]),
        tries=row["tries"],
        next_try=_moment_of(row["next_try"]),
        problem=_unpacked(row["problem"]),
        receipt=json.loads(row["receipt"]) if row["receipt"] else None,
    )


def _journal_row(row: sqlite3.Row) -> JournalRow:
    return JournalRow(
        delivery=row["delivery"],
        number=row["number"],
        step=StepKey(row["kind"], row["subject"], row["key"]),
        state=StepState(row["state"]),
        tries=row["tries"],
        began_at=datetime.fromisoformat(row["began_at"]),
        ended_at=_moment_of(row["ended_at"]),
        problem=_unpacked(row["problem"]),
    )


def _moment_of(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _moment(at: datetime | None) -> str:
    return at.isoformat() if at else ""


def _packed(problem: Problem | None) -> str:
    return json.dumps([problem.code, dict(problem.parameters)], default=str) if problem else ""


def _unpacked(text: str) -> Problem | None:
    return Problem(*json.loads(text)) if text else None
