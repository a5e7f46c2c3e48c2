"""The library list: all pieces or those a query finds, newest first, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Row
from typing import Any

from newsdesk.library.access import Access
from newsdesk.library.indexing import LIVE, TRASHED
from newsdesk.library.query import expressions

_LAST = 2**63 - 1
"""Above every sequence."""

_COLUMNS = """
SELECT d.sequence, d.id, d.title, d.saved_at, d.photo_count, d.status,
    d.sent_content IS NOT NULL AND d.sent_content <> d.content, d.lead_photo, d.excerpt
"""
_LISTED = f"{_COLUMNS} FROM drafts AS d WHERE d.trashed = ? AND d.sequence < ?"
_FOUND = f"""{_COLUMNS} FROM search AS s CROSS JOIN drafts AS d ON d.sequence = s.rowid
WHERE search MATCH ? AND s.rowid < ?"""
_OF_STATUS = " AND d.status = ?"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row of the list. `sequence` grows with every save; `lead_photo` is a SHA-256.

    `title` is empty while nothing is written; `changed_since_sent` is about words and photos, not the status.
    """

    sequence: int
    id: str
    title: str
    saved_at: datetime
    photo_count: int
    status: str
    changed_since_sent: bool
    lead_photo: str | None
    excerpt: str


class Search:
    """Finds pieces."""

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
        """The newest pieces that `query` finds, all of them when it is blank.

        `before` is the sequence of the last row of the page before; `limit` the most rows to give.
        """
        below = _LAST if before is None else before
        if not query.strip():
            order, conditions = "d.sequence", [int(trashed), below]
            return self._page(_LISTED, order, conditions, status, limit)
        found = self._expression(query, TRASHED if trashed else LIVE if status is None else status)
        if found is None:
            return ()
        return self._page(_FOUND, "s.rowid", [found, below], status if trashed else None, limit)

    def _page(
        self, sql: str, order: str, conditions: Sequence[Any], status: str | None, limit: int
    ) -> tuple[ArticleRow, ...]:
        if status is not None:
            sql, conditions = sql + _OF_STATUS, [*conditions, status]
        rows = self._access.read(f"{sql} ORDER BY {order} DESC LIMIT ?", [*conditions, limit])
        return tuple(map(_article_row, rows))

    def _expression(self, query: str, place: str) -> str | None:
        """The strictest reading of a query that finds anything, so that all its pages follow the same one."""
        within = f'place : "{place}" AND '
        for expression in expressions(query):
            if self._access.read("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", [within + expression]):
                return within + expression
        return None


def _article_row(row: Row) -> ArticleRow:
    sequence, article, title, saved_at, photo_count, status, changed, lead_photo, excerpt = row
    return ArticleRow(
        sequence=sequence,
        id=article,
        title=title,
        saved_at=datetime.fromisoformat(saved_at),
        photo_count=photo_count,
        status=status,
        changed_since_sent=bool(changed),
        lead_photo=lead_photo,
        excerpt=excerpt,
    )
