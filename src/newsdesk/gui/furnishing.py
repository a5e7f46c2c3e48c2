"""The header of the page and the panels of the inspector, made for one manuscript and wired to its page."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from newsdesk.desk.checking import Finding
from newsdesk.gui.editor.bylines import BylineBar
from newsdesk.gui.editor.front import Front
from newsdesk.gui.editor.page import Page
from newsdesk.gui.editor.previews import Previews
from newsdesk.gui.inspector import PHOTO, Tab
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.panels.article import ArticlePanel
from newsdesk.gui.panels.checker import Checker
from newsdesk.gui.panels.checks import ChecksPanel
from newsdesk.gui.panels.history import HistoryPanel
from newsdesk.gui.panels.photo import PhotoPanel
from newsdesk.system.locale import N_

ON_PAGE = frozenset({"caption", "credit"})
"""The fields of a figure that are written on the page as well."""


@runtime_checkable
class Composes(Protocol):
    """Something a word may be composed in."""

    @property
    def composing(self) -> bool: ...


class Furniture(QObject):
    """What stands around the text of the open article.

    `tab_wanted` names a tab that is to come to the front, `photo_wanted` the figure whose photo is to
    be shown; `page_wanted` tells that the caret goes to the page.
    """

    tab_wanted = Signal(str)
    photo_wanted = Signal(str)
    page_wanted = Signal()

    def __init__(self, kit: Kit, manuscript: Manuscript, page: Page, previews: Previews) -> None:
        super().__init__(manuscript)
        self._page = page
        self.front = Front(manuscript, kit.tr, BylineBar(kit, manuscript), kit.desk.checking.limits)
        self.checker = Checker(kit, manuscript, partial(_is_composing, kit.application))
        self.article = ArticlePanel(kit, manuscript)
        self.photo = PhotoPanel(kit, manuscript, previews)
        self.checks = ChecksPanel(kit, manuscript, self.checker)
        self.history = HistoryPanel(kit, manuscript)
        self.tabs = (
            Tab("article", N_("Article"), self.article),
            Tab(PHOTO, N_("Photo"), self.photo),
            Tab("checks", N_("Checks"), self.checks),
            Tab("history", N_("History"), self.history),
        )
        self._wire_front()
        self._wire_panels()

    def begin(self) -> None:
        """Give the caret to the headline."""
        self.front.begin()

    def hear_of(self, article_id: str) -> None:
        """Something outside the page happened to an article (empty: to many)."""
        self.history.hear_of(article_id)

    def show_place(self, finding: Finding) -> None:
        """Take the caret to where a finding points."""
        if finding.block is not None:
            self._show_in_body(finding)
        elif finding.field in self.front.fields:
            self.page_wanted.emit()
            self.front.fields[finding.field].take_caret(at_end=True)
        elif finding.field in ("bylines", "body", "lead"):
            self.page_wanted.emit()
            self._places()[finding.field]()
        else:
            self.article.take_caret(finding.field or "")

    def show_block(self, block_id: str) -> None:
        """Take the caret to a block of the text."""
        self.page_wanted.emit()
        self._page.show_block(block_id)

    def retranslate(self) -> None:
        """Say all words again."""
        for part in (self.front, self.article, self.photo, self.checks, self.history):
            part.retranslate()

    def _wire_front(self) -> None:
        self.front.left_downwards.connect(self._page.enter_from_above)
        self._page.left_upwards.connect(self.front.enter_from_below)
        self._page.set_front(self.front)

    def _wire_panels(self) -> None:
        self._page.figure_selected.connect(self.photo.show_figure)
        self.checker.began.connect(lambda: self._show_findings(()))
        self.checker.found.connect(self._show_findings)
        self.checks.jump.connect(self.show_place)
        self.article.wanted.connect(lambda: self.tab_wanted.emit("article"))
        self.photo.wanted.connect(self._bring_photo)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self._page.show_findings(findings)
        self.photo.show_findings(findings)

    def _show_in_body(self, finding: Finding) -> None:
        block_id = finding.block or ""
        self.page_wanted.emit()
        self._page.show_block(block_id, finding.start, finding.end, finding.field)
        if self.photo.figure == block_id and finding.field not in ON_PAGE:
            self._bring_photo(block_id)
            self.photo.take_caret(finding.field or "")

    def _bring_photo(self, block_id: str) -> None:
        if self.photo.figure != block_id:
            self._page.show_block(block_id)
        self.photo_wanted.emit(block_id)

    def _places(self) -> dict[str, Callable[[], None]]:
        above = self._page.enter_from_above
        return {"bylines": self.front.enter_from_below, "body": above, "lead": above}


def furnish(kit: Kit, manuscript: Manuscript, page: Page, previews: Previews) -> Furniture:
    """Make header and panels, and wire them to the page."""
    return Furniture(kit, manuscript, page, previews)


def _is_composing(app: QApplication) -> bool:
    widget: object = app.focusWidget()
    return isinstance(widget, Composes) and widget.composing
