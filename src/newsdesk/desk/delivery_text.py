"""The article of a delivery: put once, over nobody's changes, and then taken to its status."""

from collections.abc import Collection

from newsdesk.cms.connector import Connector, Payload, RemoteArticle
from newsdesk.cms.receipt import compare
from newsdesk.desk.delivery_journal import Journal
from newsdesk.desk.work import Step, Work
from newsdesk.errors import CmsConflict
from newsdesk.library.outbox import StepKey
from newsdesk.library.placements import PlacedArticle, Placements

FURTHER = {
    "draft": frozenset(
        {"draft", "submitted", "in_review", "returned", "scheduled", "published", "unpublished"}
    ),
    "submitted": frozenset({"submitted", "in_review", "scheduled", "published"}),
    "published": frozenset({"published"}),
}
"""By wanted status: those that need no further move, because the article is there or beyond."""


class Text:
    """Puts one article on one destination. `ours` are the revisions that this machine ever sent of it."""

    def __init__(
        self,
        connector: Connector,
        placements: Placements,
        journal: Journal,
        destination: str,
        ours: Collection[str],
    ) -> None:
        self._connector = connector
        self._placements = placements
        self._journal = journal
        self._destination = destination
        self._ours = ours

    def put(self, payload: Payload, work: Work) -> RemoteArticle:
        """Make the content stand there.

        Raises:
            CmsConflict: `cms.conflict`, somebody changed the copy on the CMS.
            CmsError: it was refused, or cannot be sent now.
        """
        work.report(Step("delivery.article"))
        step = StepKey("article", payload.id, payload.id)
        remote = self._connector.find_article(payload.id)
        if remote is not None and self._stands(payload, remote):
            self._journal.arrived(step)
            return self._kept(remote)
        etag = None if remote is None else self._accepted(remote).etag

        def look() -> RemoteArticle | None:
            found = self._connector.find_article(payload.id)
            return found if found and self._stands(payload, found) else None

        sent = self._journal.perform(step, lambda: self._connector.put_article(payload, etag), look, work)
        return self._kept(sent)

    def move(self, article: RemoteArticle, wanted: str, key: str, work: Work) -> RemoteArticle:
        """Take the article to the wanted status, unless it is there or beyond.

        Raises:
            CmsError: it was refused (the content stands), or cannot be sent now.
        """
        step = StepKey("status", article.id, key)
        if article.status in FURTHER.get(wanted, {wanted}):
            self._journal.arrived(step)
            return article
        work.report(Step("delivery.status"))

        def look() -> RemoteArticle | None:
            found = self._connector.find_article(article.id)
            return found if found and found.status == wanted else None

        moved = self._journal.perform(step, lambda: self._connector.move(article, wanted, key), look, work)
        return self._kept(moved)

    def _stands(self, payload: Payload, remote: RemoteArticle) -> bool:
        """Whether this very content is there: it reads the same, or it is the next version, put by us."""
        return not compare(payload, remote) or (
            remote.revision == payload.revision and remote.version == self._next_version(remote.id)
        )

    def _accepted(self, remote: RemoteArticle) -> RemoteArticle:
        """A version that may be replaced: what we put there, or what only changed its status since."""
        placed = self._placed(remote.id)
        unchanged = placed is not None and placed.content == remote.content
        lost = remote.revision in self._ours and remote.version == self._next_version(remote.id)
        if not (unchanged or lost):
            raise CmsConflict("cms.conflict", status=412, detail="", request="")
        return self._kept(remote)

    def _next_version(self, article_id: str) -> int:
        placed = self._placed(article_id)
        return placed.version + 1 if placed else 1

    def _placed(self, article_id: str) -> PlacedArticle | None:
        return self._placements.article(self._destination, article_id)

    def _kept(self, remote: RemoteArticle) -> RemoteArticle:
        placed = PlacedArticle(remote.etag, remote.version, remote.content, remote.status, remote.public_url)
        if placed != self._placed(remote.id):
            self._placements.put_article(self._destination, remote.id, placed)
        return remote
