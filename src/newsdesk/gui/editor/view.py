"""Which lines of a text edit are in view, found without a walk through all of them."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit


class View:
    """The part of the text that is on screen.

    The toolkit searches for its first line from the start of the text, so the last answer is tried first.
    """

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._top = 0

    def lines(self) -> Iterator[tuple[int, QRectF]]:
        """Line numbers with their rectangles in the viewport, from one above the view to the last in it."""
        layout, bottom = self._edit.document().documentLayout(), self._edit.viewport().height()
        scrolled = self._edit.verticalScrollBar().value()
        block = self._first(scrolled)
        while block.isValid():
            area = layout.blockBoundingRect(block).translated(0, -scrolled)
            if area.top() > bottom:
                return
            yield block.blockNumber(), area
            block = block.next()

    def _first(self, scrolled: int) -> QTextBlock:
        """A line that begins above the view, as near to it as is easily known."""
        document = self._edit.document()
        layout, block = document.documentLayout(), document.findBlockByNumber(self._top)
        after = block.next()
        above = self._top == 0 or layout.blockBoundingRect(block).bottom() < scrolled
        if after.isValid() and above and layout.blockBoundingRect(after).bottom() >= scrolled:
            return block
        found = self._edit.cursorForPosition(QPoint(0, 0)).block()
        self._top = max(0, found.blockNumber() - 1)
        return document.findBlockByNumber(self._top)
