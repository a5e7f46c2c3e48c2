"""What came before: the revisions of the article, and a way back to each that can itself be undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from newsdesk.article.model import Article
from newsdesk.desk.writing import RevisionRow as Revision
from newsdesk.errors import NewsdeskError
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.moments import clock, when
from newsdesk.gui.panels.nothing import Nothing
from newsdesk.gui.panels.revision_row import RevisionRow
from newsdesk.gui.rows import Banner, clear, label
from newsdesk.gui.tasks import Running
from newsdesk.system.locale import N_

EVENTS: Final = {
    "created": N_("Article started"),
    "imported": N_("Taken from a file"),
    "put": N_("Put in by the command line"),
    "exported": N_("Exported"),
    "sent": N_("Sent to the CMS"),
    "restored": N_("An older state brought back"),
    "checkpoint": N_("Kept before a large change"),
}
QUIET: Final = "checkpoint"
MOST: Final = 30
"""Revisions that are shown at first, and how many more each time."""


class HistoryPanel(QFrame):
    """Loads when it is shown, and again when the library hears of something new."""

    def __init__(self, kit: Kit, manuscript: Manuscript) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._kit = kit
        self._manuscript = manuscript
        self._stale = True
        self._loading: Running | None = None
        self._shown = MOST
        self._revisions: tuple[Revision, ...] = ()
        self.rows: list[RevisionRow] = []
        self.message = Banner()
        self._empty = Nothing("clock", kit.icons)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.more = QPushButton()
        self.more.setObjectName("quiet")
        self.more.clicked.connect(self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 24)
        column.setSpacing(8)
        for part in (self.message, self._empty):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addWidget(self.more)
        column.addStretch()
        manuscript.opened.connect(self._begin)
        self.retranslate()

    def hear_of(self, article_id: str) -> None:
        """Something happened to an article (empty: to many)."""
        if article_id in ("", self._manuscript.article.id):
            self._stale = True
            self._load()

    def restore(self, number: int) -> None:
        """Bring a revision back as one undo step; what stands now is kept as a revision first."""
        self._manuscript.settle()
        writing, article_id = self._kit.desk.writing, self._manuscript.article.id

        def load(_work: object) -> Article:
            writing.name_revision(article_id, QUIET)
            return writing.revision(article_id, number)

        self._kit.tasks.start(load, self._become, self._tell)

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        self._empty.say(
            tr("No history yet"), tr("Exports and deliveries of the article will be listed here.")
        )
        self.more.setText(tr("Show older ones"))
        self.message.hide()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()

    def _begin(self) -> None:
        self._stale = True
        self._shown = MOST
        self._revisions = ()
        self.message.hide()
        self._show()
        self._load()

    def _load(self) -> None:
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        article_id = self._manuscript.article.id

        def take(revisions: tuple[Revision, ...]) -> None:
            self._loading = None
            if self._manuscript.article.id == article_id and revisions != self._revisions:
                self._revisions = revisions
                self._show()

        if self._loading is not None:
            self._loading.forget()
        self._loading = self._kit.tasks.start(
            lambda _work: self._kit.desk.writing.revisions(article_id), take, self._tell
        )

    def _become(self, article: Article) -> None:
        tr, now = self._kit.tr, self._manuscript.article
        if article.id != now.id:
            return
        # Where the article stands on the CMS is no part of what was written.
        wanted = replace(article, status=now.status)
        if wanted == now:
            self.message.show_words("info", tr("This is how the article reads now."))
        else:
            self._manuscript.become(wanted, origin=self)
            self.message.show_words("info", tr("The older state is back on the page. Undo takes it away."))

    def _tell(self, problem: NewsdeskError) -> None:
        self._loading = None
        self.message.show_words("error", self._kit.wording.error(problem))

    def _show_more(self) -> None:
        self._shown += MOST
        self._show()

    def _show(self) -> None:
        self.rows.clear()
        clear(self._list)
        now = datetime.now(UTC)
        shown = self._revisions[: self._shown]
        for day, revisions in groupby(shown, lambda revision: self._day(revision, now)):
            heading = label("section")
            heading.setText(day.upper())
            heading.setContentsMargins(0, 8, 0, 2)
            self._list.addWidget(heading)
            self._show_day(list(revisions))
        self._empty.setVisible(not self._revisions)
        self.more.setVisible(len(self._revisions) > len(shown))

    def _show_day(self, revisions: Sequence[Revision]) -> None:
        tr = self._kit.tr
        for revision in revisions:
            row = RevisionRow(
                tr(EVENTS[revision.event]),
                clock(revision.at),
                self._kit.appearance,
                quiet=revision.event == QUIET,
                last=revision is revisions[-1],
            )
            row.offer_back(tr("Bring this state back"), self._kit.icons)
            row.wanted.connect(lambda number=revision.number: self.restore(number))
            self.rows.append(row)
            self._list.addWidget(row)

    def _day(self, revision: Revision, now: datetime) -> str:
        today = revision.at.astimezone().date() == now.astimezone().date()
        return self._kit.tr("Today") if today else when(revision.at, now, self._kit.tr)
