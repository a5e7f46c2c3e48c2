"""A slash at an empty paragraph opens the palette; anywhere else it is a slash."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from newsdesk.gui.editor.lines import Kind
from newsdesk.gui.editor.page import Page
from newsdesk.gui.palette.card import SLASH, Palette


class Slash(QObject):
    """Stands between the keys and the page. A second slash, in the palette, comes back here to be written."""

    def __init__(self, page: Page, palette: Palette) -> None:
        super().__init__(page)
        self._page = page
        self._palette = palette
        palette.slash_wanted.connect(self._write)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._calls(event):
            self._palette.open_by_slash()
            return True
        return super().eventFilter(watched, event)

    def _calls(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return event.text() == SLASH and not held and not self._page.composing and self._at_empty_paragraph()

    def _at_empty_paragraph(self) -> bool:
        page = self._page
        page.catch_up()
        cursor = page.textCursor()
        line = page.lines[cursor.blockNumber()]
        return line.kind is Kind.PARAGRAPH and not line.length and not cursor.hasSelection()

    def _write(self) -> None:
        with self._page.changing(typing=True):
            self._page.textCursor().insertText(SLASH)
