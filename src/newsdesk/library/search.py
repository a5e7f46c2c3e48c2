"""The library list: all articles or those a query finds, newest first, page by page."""

from collections.abc import Mapping
from datetime import datetime
from itertools import starmap
from typing import NamedTuple

from newsdesk.library.access import Access
from newsdesk.library.indexing import within
from newsdesk.library.query import expressions

_COLUMNS = """d.sequence, d.id, d.title, d.saved_at, d.photo_count, d.status,
    d.sent_content IS NOT NULL AND d.sent_content <> d.content, d.lead_photo, d.excerpt"""
_LISTED = f"SELECT {_COLUMNS} FROM drafts AS d WHERE d.trashed = ?"
_FOUND = f"""SELECT {_COLUMNS} FROM search AS s CROSS JOIN drafts AS d ON d.sequence = s.rowid
WHERE search MATCH ?"""


class ArticleRow(NamedTuple):
    """One row of the list. `sequence` grows with every save; `lead_photo` is a SHA-256.

    `title` is empty while nothing is written. A named tuple of what the library gives, read further only for
    the rows that are shown: making a page of dataclasses takes as long as finding it.
    """

    sequence: int
    id: str
    title: str
    saved: str
    photo_count: int
    status: str
    changed: int
    lead_photo: str | None
    excerpt: str

    @property
    def saved_at(self) -> datetime:
        """When it was saved last."""
        return datetime.fromisoformat(self.saved)

    @property
    def changed_since_sent(self) -> bool:
        """Whether words or photos, not just the status, are other than those that were sent."""
        return bool(self.changed)


class Search:
    """Finds articles."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def rows(
        self,
        query: str = "",
        *,
        status: str | None = None,
        trashed: bool = False,
        before: int | None = None,
        limit: int = 60,
    ) -> tuple[ArticleRow, ...]:
        """The newest articles that `query` finds, all of them when it is blank.

        `before` is the sequence of the last row of the page before; `limit` the most rows to give.
        """
        if not query.strip():
            filters = {"d.status = ?": status, "d.sequence < ?": before}
            return self._page(_LISTED, int(trashed), filters, f"d.sequence DESC LIMIT {int(limit)}")
        filters = {"d.status = ?": status if trashed else None, "s.rowid < ?": before}
        for expression in (within(found, status, trashed=trashed) for found in expressions(query)):
            rows = self._page(_FOUND, expression, filters, f"s.rowid DESC LIMIT {int(limit)}")
            if rows or (before is not None and self._finds(expression)):
                return rows
        return ()

    def _page(
        self, sql: str, first: int | str, filters: Mapping[str, int | str | None], order: str
    ) -> tuple[ArticleRow, ...]:
        given = {condition: value for condition, value in filters.items() if value is not None}
        sql = " AND ".join((sql, *given)) + f" ORDER BY {order}"
        return tuple(starmap(ArticleRow, self._access.read(sql, [first, *given.values()])))

    def _finds(self, expression: str) -> bool:
        """Whether an expression finds anything on any page: all pages of a query follow the same one."""
        return bool(self._access.read("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", [expression]))
