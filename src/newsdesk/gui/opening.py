"""Bringing articles onto the page and putting them away: open, new, from a file, to the trash and back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline
from newsdesk.article.splice import FieldChange
from newsdesk.desk.writing import StoredArticle
from newsdesk.errors import ChangeRefused, NewsdeskError
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.toasts import Toasts


class Opening(QObject):
    """Works in workers; `opened` tells that the page shows another article, `left` that it shows none.

    `returned` tells that the article on the page was asked for again.
    """

    opened = Signal(object)
    left = Signal()
    returned = Signal()

    def __init__(self, kit: Kit, manuscript: Manuscript, toasts: Toasts) -> None:
        super().__init__(manuscript)
        self._kit = kit
        self._manuscript = manuscript
        self._toasts = toasts
        self._wanted = ""
        self.current = ""

    def open(self, article_id: str) -> None:
        """Put an article on the page; the last wish wins."""
        if article_id == self.current:
            self.returned.emit()
            return
        self._manuscript.settle()
        self._wanted = article_id
        self._kit.tasks.start(lambda _work: self._kit.desk.writing.open(article_id), self._show, self.tell)

    def begin(self, last: str, nothing: Callable[[], None]) -> None:
        """Open the article of last time, or else the newest; call `nothing` when the library is empty."""

        def look(_work: object) -> StoredArticle | None:
            try:
                return self._kit.desk.writing.open(last)
            except ChangeRefused:
                rows = self._kit.desk.searching.rows(limit=1)
                return self._kit.desk.writing.open(rows[0].id) if rows else None

        def done(found: StoredArticle | None) -> None:
            if found is None:
                nothing()
            elif not self._wanted:
                self._wanted = found.article.id
                self._show(found)

        self._kit.tasks.start(look, done, self.tell)

    def new(self) -> None:
        """Start an article, signed with the reporter's name if they like that."""
        self._kit.tasks.start(
            lambda _work: self._kit.desk.writing.create(self._blank()), self._go_to, self.tell
        )

    def take_file(self, file: Path) -> None:
        """Make an article of a text file, with the photos that lie beside it."""

        def take(_work: object) -> str:
            return self._kit.desk.importing.import_file(file).id

        def done(article_id: str) -> None:
            self._toasts.say(self._kit.tr("{file} is in the library now.", file=file.name))
            if article_id == self.current:
                self._take_newest(article_id)
            else:
                self.open(article_id)

        self._manuscript.settle()
        self._kit.tasks.start(take, done, self.tell)

    def trash(self, article_id: str) -> None:
        """Move an article to the trash; the message offers to take it back."""

        def done(_nothing: None) -> None:
            tr = self._kit.tr
            self._toasts.say(tr("Moved to the trash."), tr("Undo"), lambda: self.restore(article_id))
            if article_id == self.current:
                self.current = self._wanted = ""
                self.left.emit()

        self._manuscript.settle()
        self._kit.tasks.start(lambda _work: self._kit.desk.writing.trash(article_id), done, self.tell)

    def restore(self, article_id: str) -> None:
        """Take an article back out of the trash and open it."""
        self._kit.tasks.start(
            lambda _work: self._kit.desk.writing.untrash(article_id),
            lambda _nothing: self.open(article_id),
            self.tell,
        )

    def catch_up(self) -> None:
        """The CMS may have moved the open article on: take its status over."""
        current = self.current

        def take_over(stored: StoredArticle) -> None:
            held, found = self._manuscript.article.status, stored.article.status
            if self.current == current and held != found:
                self._manuscript.accept(FieldChange("status", held, found))

        if current:
            self._kit.tasks.start(lambda _work: self._kit.desk.writing.open(current), take_over, self.tell)

    def tell(self, problem: NewsdeskError) -> None:
        """Say what went wrong."""
        self._toasts.say(self._kit.wording.error(problem))

    def _blank(self) -> Article:
        settings = self._kit.settings
        name = settings.text("name").strip() if settings.flag("sign_new") else ""
        return Article(id=new_id(), bylines=(Byline(name),) if name else ())

    def _take_newest(self, article_id: str) -> None:
        """The open article was changed in the library: show its newest state, as one undo step."""

        def take_over(stored: StoredArticle) -> None:
            if stored.article.id == self.current:
                self._manuscript.become(stored.article, origin=None)

        self._kit.tasks.start(lambda _work: self._kit.desk.writing.open(article_id), take_over, self.tell)

    def _go_to(self, article: Article) -> None:
        self.open(article.id)

    def _show(self, stored: StoredArticle) -> None:
        if stored.article.id != self._wanted:
            return
        self.current = stored.article.id
        self._manuscript.open(stored.article)
        self.opened.emit(stored)
