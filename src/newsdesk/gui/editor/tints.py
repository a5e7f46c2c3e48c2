"""Found words tinted where they are in view, on the page and in its head. The text is never touched."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.desk.seeking import Wanted, stretches
from newsdesk.gui.editor.edit import Place
from newsdesk.gui.editor.field import Field
from newsdesk.gui.editor.lines import OBJECT_KINDS
from newsdesk.gui.editor.overprint import Overprint
from newsdesk.gui.editor.page import Page
from newsdesk.gui.editor.projection import utf16_length
from newsdesk.gui.theme import Theme

PAUSE = 40
"""Milliseconds of rest in typing and scrolling before tints follow."""


class Tints(QObject):
    """Tints what is wanted. Nothing is drawn anew where a word is being composed."""

    def __init__(self, page: Page, fields: Mapping[str, Field], theme: Theme) -> None:
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._wanted: Wanted | None = None
        self._show_on_page = page.overprint.layer()
        self._shows = [(field, Overprint(field).layer()) for field in fields.values()]
        self._rest = QTimer(self, interval=PAUSE, singleShot=True)
        self._rest.timeout.connect(self._draw)
        page.document().contentsChanged.connect(self._wait)
        page.verticalScrollBar().valueChanged.connect(self._wait)
        page.verticalScrollBar().rangeChanged.connect(self._wait)
        for field in fields.values():
            field.document().contentsChanged.connect(self._wait)

    def show(self, wanted: Wanted | None) -> None:
        """Tint this from now on; None takes all tints away."""
        self._wanted = wanted
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Tint in the colour of another theme."""
        self._theme = theme
        self._draw()

    def _wait(self) -> None:
        if self._wanted is not None:
            self._rest.start()

    def _draw(self) -> None:
        if not self._page.composing:
            self._show_on_page(self._on_page())
        for field, show in self._shows:
            if not field.composing:
                show(self._in_field(field))

    def _on_page(self) -> Iterator[QTextEdit.ExtraSelection]:
        page = self._page
        for index, _ in page.visible():
            if page.lines[index].kind not in OBJECT_KINDS:
                for start, end in self._places(page.lines[index].text):
                    first, last = (page.projection.position(Place(index, each)) for each in (start, end))
                    yield self._tint(page, first, last)

    def _in_field(self, field: Field) -> Iterator[QTextEdit.ExtraSelection]:
        text = field.toPlainText()
        for start, end in self._places(text):
            yield self._tint(field, utf16_length(text[:start]), utf16_length(text[:end]))

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        return iter(()) if self._wanted is None else stretches(text, self._wanted)

    def _tint(self, edit: QTextEdit, start: int, end: int) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        form.setBackground(self._theme.color("found"))
        form.setForeground(self._theme.color("text"))
        cursor = QTextCursor(edit.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = form
        return selection
