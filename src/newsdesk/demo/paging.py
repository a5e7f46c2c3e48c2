"""Walking a list that may change meanwhile: keyset pages over (updatedAt, id), with signed cursors."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

from newsdesk.demo.problem import bad_parameter


@dataclass(frozen=True, slots=True)
class Query:
    """What is listed: a table, conditions with their values, and where the walk stands."""

    table: str
    conditions: tuple[str, ...]
    values: tuple[Any, ...]
    limit: int
    cursor: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page, and the cursor of the next."""

    rows: Sequence[sqlite3.Row]
    next_cursor: str | None


class Pages:
    """Makes pages and reads cursors. A cursor is only good for the query that it came from."""

    def __init__(self, secret: bytes) -> None:
        self._signer = URLSafeSerializer(secret, salt="cursor")

    def page(self, connection: sqlite3.Connection, query: Query) -> Page:
        """The page at the query's cursor. Raises the problem of an unknown cursor (400)."""
        place = self._place(query)
        where = " AND ".join((*query.conditions, "(updated_at, id) > (?, ?)"))
        rows = connection.execute(
            f"SELECT * FROM {query.table} WHERE {where} ORDER BY updated_at, id LIMIT ?",
            (*query.values, *place, query.limit + 1),
        ).fetchall()
        shown = rows[: query.limit]
        more = len(rows) > len(shown)
        return Page(shown, self._cursor(query, shown[-1]) if more else None)

    def _cursor(self, query: Query, last: sqlite3.Row) -> str:
        return str(self._signer.dumps([last["updated_at"], last["id"], self._name(query)]))

    def _place(self, query: Query) -> tuple[str, str]:
        if query.cursor is None:
            return "", ""
        try:
            moment, item, name = self._signer.loads(query.cursor)
        except (BadData, ValueError) as error:
            raise bad_parameter("cursor", "bad_value", "not a cursor of this site") from error
        if name != self._name(query):
            raise bad_parameter("cursor", "bad_value", "a cursor of another query")
        return moment, item

    def _name(self, query: Query) -> str:
        return "|".join(map(str, (query.table, *query.conditions, *query.values)))
