"""Writing: new articles, the one on the desk, its revisions, and the bin."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.desk.autosave import Autosave
from newsdesk.desk.events import Events, LibraryChanged
from newsdesk.errors import ChangeRefused
from newsdesk.library.drafts import Drafts, StoredArticle
from newsdesk.library.revisions import RevisionRow, Revisions

__all__ = ["RevisionRow", "StoredArticle", "Writing"]


class Writing:
    """What a reporter does with an article."""

    def __init__(self, drafts: Drafts, revisions: Revisions, autosave: Autosave, events: Events) -> None:
        self._drafts = drafts
        self._revisions = revisions
        self._autosave = autosave
        self._events = events

    def create(self, article: Article | None = None, event: str = "created") -> Article:
        """Put a new article into the library, empty unless one is given, and return it."""
        created = article or Article(id=new_id())
        now = datetime.now(UTC)
        self._drafts.save(created, now).result()
        self._revisions.record(created, event, now).result()
        self._events.publish(LibraryChanged(created.id))
        return created

    def open(self, article_id: str) -> StoredArticle:
        """The newest state of an article, whether or not the disk has all of it yet.

        Raises:
            ChangeRefused: the library has no such article.
        """
        # In this order: what is no longer on its way when that is asked is on the disk when it is read.
        newest = self._autosave.newest(article_id)
        stored = self._drafts.load(article_id)
        return stored if newest is None else replace(stored, article=newest)

    def holds(self, article_id: str) -> bool:
        """Whether the library has such an article."""
        return self._drafts.holds(article_id)

    def record(self, article: Article) -> None:
        """Keep the newest state of an article. Returns at once; events tell when it is on disk."""
        self._autosave.record(article)

    def amend(self, article_id: str, change: Callable[[Article], Article]) -> None:
        """Record a change to the newest state of an article, whoever else records at the same time.

        Raises:
            ChangeRefused: the library has no such article.
        """
        self._autosave.amend(
            article_id, lambda newest: change(newest or self._drafts.load(article_id).article)
        )

    def flush(self) -> None:
        """Wait until everything recorded is on disk.

        Raises:
            StorageError: the disk refused.
        """
        self._autosave.flush()

    def name_revision(self, article_id: str, event: str) -> int:
        """Keep the newest state as a revision of its own, for instance `exported` or `sent`."""
        self.flush()
        article = self._drafts.load(article_id).article
        number = self._revisions.record(article, event, datetime.now(UTC)).result()
        self._events.publish(LibraryChanged(article_id))
        return number

    def put(self, article: Article, base_revision: int | None = None) -> int:
        """Store a whole article as a new revision; one that is unknown becomes a new article.

        Raises:
            ChangeRefused: `base_revision` is not what the library holds now.
        """
        if not self.holds(article.id):
            self.create(article, "put")
            return self._drafts.load(article.id).revision
        self._check_base(article.id, base_revision)
        self.name_revision(article.id, "checkpoint")
        return self._replace(article, "put")

    def revisions(self, article_id: str) -> tuple[RevisionRow, ...]:
        """The revisions of an article, newest first."""
        return self._revisions.rows(article_id)

    def revision(self, article_id: str, number: int) -> Article:
        """An article as it stood at a revision."""
        return self._revisions.load(article_id, number)

    def restore(self, article_id: str, number: int) -> Article:
        """Make an old revision the newest state. What stood before stays among the revisions."""
        self.name_revision(article_id, "checkpoint")
        article = self._revisions.load(article_id, number)
        self._replace(article, "restored")
        return article

    def trash(self, article_id: str) -> None:
        """Put an article into the bin, from where it can be taken back."""
        self.flush()
        self._drafts.trash(article_id)
        self._events.publish(LibraryChanged(article_id))

    def untrash(self, article_id: str) -> None:
        """Take an article back out of the bin."""
        self._drafts.untrash(article_id)
        self._events.publish(LibraryChanged(article_id))

    def close(self) -> None:
        """Write what is pending and stop."""
        self._autosave.close()

    def _replace(self, article: Article, event: str) -> int:
        """Make `article` the newest state; what was typed a moment before is kept and never overwrites it."""
        overtaken = self._autosave.supersede(article)
        now = datetime.now(UTC)
        if overtaken is not None:
            self._revisions.record(overtaken, "checkpoint", now).result()
        self.flush()
        number = self._revisions.record(article, event, now).result()
        self._events.publish(LibraryChanged(article.id))
        return number

    def _check_base(self, article_id: str, base_revision: int | None) -> None:
        held = self._drafts.load(article_id).revision
        if base_revision is not None and base_revision != held:
            raise ChangeRefused("article.changed_since", id=article_id, revision=held, base=base_revision)
