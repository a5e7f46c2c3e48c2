"""Finding articles again: the library list and its search box."""

from collections.abc import Mapping

from newsdesk.library.drafts import Drafts
from newsdesk.library.search import ArticleRow, Search

__all__ = ["ArticleRow", "Searching"]


class Searching:
    """The rows of the library list."""

    def __init__(self, search: Search, drafts: Drafts) -> None:
        self._search = search
        self._drafts = drafts

    def rows(
        self,
        query: str = "",
        *,
        status: str | None = None,
        trashed: bool = False,
        before: int | None = None,
        limit: int = 60,
    ) -> tuple[ArticleRow, ...]:
        """Up to `limit` rows, newest first; `before` is the sequence of the last row of the page before."""
        return self._search.rows(query, status=status, trashed=trashed, before=before, limit=limit)

    def counts(self) -> Mapping[str, int]:
        """How many articles stand at each status, and under `trash` how many lie in the bin."""
        return self._drafts.count_by_status()
