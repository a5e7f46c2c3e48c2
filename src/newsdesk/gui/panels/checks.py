"""What the checks found, gravest first, and whether the article may leave."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from newsdesk.article.model import Article
from newsdesk.desk.checking import Finding, Level
from newsdesk.errors import NewsdeskError
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.panels.checker import Checker
from newsdesk.gui.panels.finding_row import FindingRow
from newsdesk.gui.panels.mending import mended
from newsdesk.gui.panels.passed import passed
from newsdesk.gui.panels.places import Places
from newsdesk.gui.panels.remark import Remark
from newsdesk.gui.rows import Banner, clear, label
from newsdesk.system.locale import N_

GROUPS: Final = {
    Level.ERROR: N_("Must be fixed"),
    Level.WARNING: N_("Should be fixed"),
    Level.INFO: N_("Suggestions"),
}
MOST: Final = 60
"""Rows of one group; the rest is counted. They come when the first ones are mended."""


class ChecksPanel(QFrame):
    """Lists findings. `jump` tells the finding whose place the reporter wants to see."""

    jump = Signal(object)

    def __init__(self, kit: Kit, manuscript: Manuscript, checker: Checker) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._kit = kit
        self._manuscript = manuscript
        self._checker = checker
        self._article: Article | None = None
        self._findings: tuple[Finding, ...] = ()
        self._stale = False
        self.rows: list[FindingRow] = []
        self.verdict = Banner()
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 24)
        column.setSpacing(10)
        column.addWidget(self.verdict)
        column.addLayout(self._list)
        column.addStretch()
        checker.began.connect(self._wait)
        checker.found.connect(self._take)
        checker.failed.connect(self._tell)
        self._wait()

    def retranslate(self) -> None:
        """Say all words again."""
        if self._article is None:
            self._wait()
        else:
            self._show()

    def _wait(self) -> None:
        self._article = None
        self._findings = ()
        self._stale = False
        self.rows.clear()
        clear(self._list)
        self.verdict.show_words("", self._kit.tr("Checking…"))

    def _take(self, findings: tuple[Finding, ...]) -> None:
        known = self._article is not None and findings == self._findings
        self._article = self._manuscript.article
        self._findings = findings
        if not known:
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._list_findings()

    def _tell(self, problem: NewsdeskError) -> None:
        self._wait()
        self.verdict.show_words("warn", self._kit.wording.error(problem))

    def _show(self) -> None:
        self._say_verdict()
        self._stale = True
        if self.isVisible():
            self._list_findings()

    def _list_findings(self) -> None:
        self._stale = False
        focused = self._focused_row()
        if focused is not None:
            # A row that goes must not hand the caret to just any control.
            self.setFocus()
        self.rows.clear()
        clear(self._list)
        places = Places(self._manuscript.article, self._kit.tr)
        for level, title in GROUPS.items():
            group = [finding for finding in self._findings if finding.level is level]
            if group:
                self._show_group(self._kit.tr(title), group, places)
        self._show_passed()
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus()

    def _focused_row(self) -> int | None:
        focus = QApplication.focusWidget()
        held = (row is focus or (focus is not None and row.isAncestorOf(focus)) for row in self.rows)
        return next((index for index, here in enumerate(held) if here), None)

    def _show_group(self, title: str, group: Sequence[Finding], places: Places) -> None:
        self._head(f"{title} · {len(group)}")
        for finding in group[:MOST]:
            sentence = self._kit.wording.finding(finding)
            row = FindingRow(finding, places.of(finding), sentence, self._kit.icons, self._kit.tr)
            row.clicked.connect(lambda _on=False, finding=finding: self.jump.emit(finding))
            row.fixed.connect(lambda fix, finding=finding: self._mend(finding, fix))
            self.rows.append(row)
            self._list.addWidget(row)
        if len(group) > MOST:
            more = label("small")
            more.setText(self._kit.tr("and {count} more", count=len(group) - MOST))
            self._list.addWidget(more)

    def _show_passed(self) -> None:
        sentences = tuple(passed(self._manuscript.article, self._findings, self._kit.tr))
        if sentences:
            self._head(self._kit.tr("In order"))
        for sentence in sentences:
            remark = Remark(None, sentence, self._kit.icons)
            remark.setContentsMargins(10, 0, 10, 0)
            self._list.addWidget(remark)

    def _head(self, title: str) -> None:
        heading = label("section")
        heading.setText(title.upper())
        heading.setContentsMargins(10, 10, 0, 4)
        self._list.addWidget(heading)

    def _say_verdict(self) -> None:
        tr = self._kit.tr
        errors = sum(finding.level is Level.ERROR for finding in self._findings)
        others = len(self._findings) - errors
        if errors:
            words = tr.plural("{count} error left", "{count} errors left", errors)
            self.verdict.show_words("error", words)
        elif others:
            words = tr.plural("{count} thing worth a look", "{count} things worth a look", others)
            self.verdict.show_words("ok", " · ".join((tr("Ready to send"), words)))
        else:
            self.verdict.show_words("ok", tr("Ready to send"))

    def _mend(self, finding: Finding, fix: str) -> None:
        """Put the fix in as one undo step, unless the article has moved on since it was checked."""
        self._manuscript.settle()
        if self._manuscript.article is self._article:
            self._manuscript.become(mended(self._manuscript.article, finding, fix), origin=self)
        else:
            self._checker.again()
