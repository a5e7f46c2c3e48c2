"""A field of the inspector: as high as its text, up to a point."""

from collections.abc import Callable
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from newsdesk.gui.editor.entry import ENTER, Entry

MOST_LINES: Final = 8
"""A longer text scrolls."""


class TextBox(Entry):
    """`edited` tells the new text, the caret before and after, and whether it was typed or came in one go."""

    edited = Signal(str, object, object, bool)

    def __init__(self, place: str = "", *, paragraphs: bool = False, least: int = 1) -> None:
        super().__init__(place, paragraphs=paragraphs)
        self._least = least
        self.setObjectName("text_box")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _leave_by(self, event: QKeyEvent) -> Callable[[], object] | None:
        return self.focusNextChild if event.key() in ENTER and not self._paragraphs else None

    def _tell(self, text: str, *, typing: bool) -> None:
        self.edited.emit(text, self._before, self._caret(), typing)

    def _changed(self) -> None:
        self._fit()
        super()._changed()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted, most = ceil(self.document().size().height()), MOST_LINES * line
        margins = self.contentsMargins()
        chrome = margins.top() + margins.bottom()
        self.setFixedHeight(max(self._least * line, min(wanted, most)) + chrome)
        scrolling = wanted > most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolling else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
