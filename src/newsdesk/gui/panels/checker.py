"""Runs the checks in a worker whenever the reporter rests; never while a word is being composed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.article.model import Article
from newsdesk.desk.checking import Finding
from newsdesk.errors import NewsdeskError
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.tasks import Running

IDLE: Final = 400
"""Milliseconds of rest before the article is checked."""

Findings = tuple[Finding, ...]


class Checker(QObject):
    """`found` tells the findings of the article as it stands; `began` that another one is to be checked."""

    began = Signal()
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, kit: Kit, manuscript: Manuscript, composing: Callable[[], bool]) -> None:
        super().__init__(manuscript)
        self._kit = kit
        self._manuscript = manuscript
        self._composing = composing
        self._running: Running | None = None
        self._idle = QTimer(self, interval=IDLE, singleShot=True)
        self._idle.timeout.connect(self.check)
        manuscript.opened.connect(self._begin)
        manuscript.changed.connect(lambda _change, _origin: self._idle.start())

    def again(self) -> None:
        """Check soon: something outside the article may have changed."""
        self._idle.start()

    def check(self) -> None:
        """Check now; if a word is being composed, soon after."""
        if self._composing():
            self._idle.start()
            return
        if self._running is not None:
            self._running.forget()
        article = self._manuscript.article
        self._running = self._kit.tasks.start(
            lambda _work: self._kit.desk.checking.check(article),
            lambda findings: self._take(article, findings),
            self._fail,
        )

    def _begin(self) -> None:
        self.began.emit()
        self._idle.start()

    def _take(self, article: Article, findings: Findings) -> None:
        self._running = None
        if self._manuscript.article is not article:
            return
        if self._composing():
            self._idle.start()
        else:
            self.found.emit(findings)

    def _fail(self, problem: NewsdeskError) -> None:
        self._running = None
        self.failed.emit(problem)
