"""The saved state, which tells the truth: nothing is called saved before the disk said so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from newsdesk.errors import NewsdeskError
from newsdesk.gui.bridge import Bridge
from newsdesk.gui.moments import clock
from newsdesk.system.locale import Translator


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence, and a shorter one for a narrow window."""

    whole: str = ""
    short: str = ""


class SavedState(QLabel):
    """Says whether the open article is on disk. `explain` makes the sentence for a problem."""

    def __init__(self, bridge: Bridge, tr: Translator, explain: Callable[[NewsdeskError], str]) -> None:
        super().__init__()
        self.setObjectName("saved")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._tr = tr
        self._explain = explain
        self._article = ""
        self._saying: Callable[[], Saying] = Saying
        bridge.saving.connect(self._saving)
        bridge.saved.connect(self._saved)
        bridge.save_failed.connect(self._failed)

    def follow(self, article_id: str, saved_at: datetime) -> None:
        """Speak of this article from now on."""
        self._article = article_id
        self._saved(article_id, saved_at)

    def leave(self) -> None:
        """No article is open."""
        self._article = ""
        self._say("none", Saying)

    def retranslate(self) -> None:
        """Say it again in the chosen language."""
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def _saving(self, article_id: str) -> None:
        if article_id == self._article:
            self._say("saving", lambda: Saying(self._tr("Saving…")))

    def _saved(self, article_id: str, at: datetime) -> None:
        if article_id == self._article:
            self._say("saved", lambda: self._when_saved(clock(at)))

    def _failed(self, article_id: str, problem: NewsdeskError) -> None:
        if article_id == self._article:
            reason = self._explain
            self._say("failed", lambda: Saying(self._tr("Not saved: {reason}", reason=reason(problem))))

    def _when_saved(self, time: str) -> Saying:
        return Saying(
            self._tr("Saved {time} · on this machine", time=time), self._tr("Saved {time}", time=time)
        )

    def _say(self, state: str, saying: Callable[[], Saying]) -> None:
        self._saying = saying
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)
        self._fill()

    def _fill(self) -> None:
        saying = self._saying()
        self.setToolTip(saying.whole)
        self.setAccessibleName(saying.whole)
        width, metrics = self.width() - 2, self.fontMetrics()
        fits = metrics.horizontalAdvance(saying.whole) <= width
        text = saying.whole if fits else saying.short or saying.whole
        self.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width)))
