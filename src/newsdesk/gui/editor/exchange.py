"""The page and the world outside it: clipboard, drag and drop of text, blocks and photos."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication

from newsdesk.article.blocks import Figure
from newsdesk.gui.editor.clipboard import lines_from, photo_files, picture_from, plain_lines, to_mime
from newsdesk.gui.editor.commands import Commands
from newsdesk.gui.editor.edit import Go, block_start
from newsdesk.gui.editor.excerpt import excerpt
from newsdesk.gui.editor.lines import FIGURE_KINDS
from newsdesk.gui.editor.removal import remove


class Exchange(Commands):
    """A surface that gives to and takes from clipboard and drops."""

    photos_dropped = Signal(list, str)
    """Paths of photo files, and the id of the placeholder they are meant for or ""."""

    picture_pasted = Signal(object, str)
    """A `clipboard.Picture` without a file, and the id of the placeholder or ""."""

    target_changed = Signal(str)
    """The id of the placeholder that a dragged photo would fill, or ""."""

    def cut(self) -> None:
        """Cut the selection, never half a figure."""
        go = self.selection()
        if go.anchor != go.caret:
            self.copy()
            self.carry_out(remove(self.lines, min(go.anchor, go.caret), max(go.anchor, go.caret)))

    def paste(self) -> None:
        """Paste what the clipboard holds."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None:
            self.insertFromMimeData(mime)

    def paste_plain(self) -> None:
        """Paste the clipboard's text without formatting."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None:
            self.paste_lines(plain_lines(mime))

    def createMimeDataFromSelection(self) -> QMimeData:
        return to_mime(excerpt(self.lines, self.selection()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage() or bool(photo_files(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = photo_files(source)
        if files:
            self.photos_dropped.emit(files, self._placeholder_at(self.selection().caret.line))
            return
        lines = lines_from(source)
        if lines:
            self.paste_lines(lines)
        elif (picture := picture_from(source)) is not None:
            self.picture_pasted.emit(picture, self._placeholder_at(self.selection().caret.line))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        files = photo_files(event.mimeData())
        self.target_changed.emit(self._placeholder_under(event.position().toPoint()) if files else "")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.target_changed.emit("")

    def dropEvent(self, event: QDropEvent) -> None:
        super().dragLeaveEvent(QDragLeaveEvent())
        self.target_changed.emit("")
        self.settle()
        point, mime = event.position().toPoint(), event.mimeData()
        files = photo_files(mime)
        if files:
            self._drop_photos(point, files)
        else:
            inside = event.source() in (self, self.viewport())
            self.drop_at(point, mime, move=inside and event.dropAction() == Qt.DropAction.MoveAction)
        event.acceptProposedAction()

    def drop_at(self, point: QPoint, mime: QMimeData, *, move: bool) -> None:
        """Put dragged text or blocks in at a point of the viewport; `move` takes them from the selection."""
        landing = self.cursorForPosition(point)
        target, go = self.projection.place(landing.position()), self.selection()
        start, end = min(go.anchor, go.caret), max(go.anchor, go.caret)
        if move and start <= target <= end:
            return
        with self.changing():
            if move and start != end:
                # The landing is a cursor of the document: it stays where it is while text before it goes.
                self.apply(remove(self.lines, start, end))
            self.setTextCursor(landing)
            self.insertFromMimeData(mime)
        self.setFocus()

    def _drop_photos(self, point: QPoint, files: list[Path]) -> None:
        placeholder = self._placeholder_under(point)
        if not placeholder:
            place = self.projection.place(self.cursorForPosition(point).position())
            self.go(Go(place, place))
        self.photos_dropped.emit(files, placeholder)

    def _placeholder_under(self, point: QPoint) -> str:
        return self._placeholder_at(self.cursorForPosition(point).blockNumber())

    def _placeholder_at(self, line: int) -> str:
        """The id of the figure without a photo that a line belongs to, or ""."""
        if self.lines[line].kind not in FIGURE_KINDS:
            return ""
        figure = self.lines[block_start(self.lines, line)].object
        return figure.id if isinstance(figure, Figure) and figure.photo is None else ""
