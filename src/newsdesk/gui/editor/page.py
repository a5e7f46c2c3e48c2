"""The page: where the body is written. The window's commands and panels meet it here."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.article.blocks import Figure
from newsdesk.gui.editor.composition import prepare
from newsdesk.gui.editor.decorations import Decorations
from newsdesk.gui.editor.edit import caret, object_selected, on_object
from newsdesk.gui.editor.exchange import Exchange
from newsdesk.gui.editor.figures import ObjectPainter
from newsdesk.gui.editor.formats import OBJECT_TYPE, Formats
from newsdesk.gui.editor.frame import Frame
from newsdesk.gui.editor.keyboard import Keyboard
from newsdesk.gui.editor.lines import FIGURE_KINDS, LIST_KINDS, OBJECT_KINDS
from newsdesk.gui.editor.menu import menu_of
from newsdesk.gui.editor.overprint import Overprint
from newsdesk.gui.editor.previews import Previews
from newsdesk.gui.editor.underlines import Placed, Underlines
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.theme import Theme
from newsdesk.system.locale import Translator

TINT = 0.24
"""How much of the accent is in the ground of selected text."""


class Page(Exchange):
    """The body editor of the open article."""

    figure_selected = Signal(str)
    """The id of the figure that the caret has come into, empty when it has left figures."""

    left_upwards = Signal()
    """The caret wants to go to the header above the text."""

    def __init__(self, manuscript: Manuscript, previews: Previews, theme: Theme, tr: Translator) -> None:
        formats = Formats(theme)
        super().__init__(manuscript, formats)
        self.setObjectName("page")
        self.setTabChangesFocus(True)
        self.setAcceptDrops(True)
        self._tr = tr
        self._figure = ""
        self._objects = ObjectPainter(self, lambda name: self.mirror.objects.get(name), previews, formats, tr)
        self.document().documentLayout().registerHandler(OBJECT_TYPE, self._objects)
        self._decorations = Decorations(self, formats, tr)
        self.overprint = Overprint(self)
        self._underlines = Underlines(self, self.overprint, formats)
        self._keyboard = Keyboard(self, super().keyPressEvent, self.left_upwards.emit)
        self.frame = Frame(self)
        previews.ready.connect(self._show_photo)
        self.target_changed.connect(self._aim)
        self.rested.connect(self._follow_caret)
        self._colour_selection(theme)
        self.retranslate()
        self._remeasure()

    def retranslate(self) -> None:
        """Say the page's own words in the language chosen now."""
        self.setAccessibleName(self._tr("Text of the article"))
        self.viewport().update()

    def set_theme(self, theme: Theme, size: float | None = None) -> None:
        """Show the page in another theme, or its text at another size in points."""
        formats = Formats(theme, size or self.projection.formats.size)
        self._objects.formats = formats
        self._decorations.formats = formats
        self._underlines.formats = formats
        self._colour_selection(theme)
        self.show_again(formats)
        self._underlines.draw()

    def _colour_selection(self, theme: Theme) -> None:
        """Selected text is tinted, not turned over: its marks and findings stay readable."""
        page, accent = theme.color("page"), theme.color("accent")
        share = TINT
        tint = QColor(
            round(page.red() + (accent.red() - page.red()) * share),
            round(page.green() + (accent.green() - page.green()) * share),
            round(page.blue() + (accent.blue() - page.blue()) * share),
        )
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, tint)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("text"))
        self.setPalette(palette)

    def set_front(self, front: QWidget) -> None:
        """Put the header above the text; it scrolls with it."""
        self.frame.set_front(front)

    def enter_from_above(self) -> None:
        """Take the caret from the header: to the start of the text."""
        self.setFocus()
        self.go(caret(0, 0))

    def show_findings(self, findings: Iterable[Placed]) -> None:
        """Underline these findings where they have a place in the text."""
        self._underlines.show(findings)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        if self._keyboard.claims(event):
            return super().event(event)
        event.ignore()
        return False

    def focusNextPrevChild(self, forth: bool) -> bool:
        # In a list, Tab changes the depth of the item; everywhere else it goes on to the next control.
        # The header's parts ask here too, since they stand inside the page.
        deeper = self.hasFocus() and self.current_kind() in LIST_KINDS
        return not deeper and super().focusNextPrevChild(forth)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.catch_up()
        self._keyboard.press(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        with self.changing(typing=True):
            prepare(self, event)
            super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.settle()
        line = self._object_at(event.position().toPoint())
        if line is not None and self.selection() != object_selected(line):
            self.go(object_selected(line))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.go(self.selection())

    def context_menu(self) -> QMenu:
        """The menu for what can be done here and now."""
        return menu_of(self, self._tr)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.settle()
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        visible = list(self.visible())
        self._decorations.paint_under(visible)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._decorations.paint_over(painter, visible)
        self._paint_selected(painter, visible)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.frame.lay_out()
        super().resizeEvent(event)
        self._remeasure()

    def _paint_selected(self, painter: QPainter, visible: list[tuple[int, QRectF]]) -> None:
        """The toolkit tints a selected object; a photo is to be seen as it is, with a ring around it."""
        if not self._objects.selected:
            return
        for index, area in visible:
            line = self.lines[index]
            if line.object is not None and line.id == self._objects.selected:
                painter.fillRect(area.adjusted(0, 0, 0, 2), self.projection.formats.theme.color("page"))
                place = QRectF(area.topLeft(), self._objects.size_of(line.object))
                self._objects.draw(painter, place, line.object)

    def _object_at(self, point: QPoint) -> int | None:
        """The line of the object under a point, if there is one."""
        for index, area in self.visible():
            if self.lines[index].kind in OBJECT_KINDS and area.contains(point.toPointF()):
                return index
        return None

    def _follow_caret(self) -> None:
        line = self.lines[self.textCursor().blockNumber()]
        selected = line.id if line.kind in OBJECT_KINDS and on_object(self.lines, self.selection()) else ""
        if selected != self._objects.selected:
            self._objects.selected = selected
            self.viewport().update()
        figure = line.id if line.kind in FIGURE_KINDS else ""
        if figure != self._figure:
            self._figure = figure
            self.figure_selected.emit(figure)

    def _aim(self, placeholder: str) -> None:
        if placeholder != self._objects.target:
            self._objects.target = placeholder
            self.viewport().update()

    def _show_photo(self, photo: str) -> None:
        """A picture has come: where its height is not what was expected, its line is laid out again."""
        for block_id, figure in self.mirror.objects.items():
            if isinstance(figure, Figure) and figure.photo == photo:
                self._remeasure_line(self.mirror.find(block_id))
        self.viewport().update()

    def _remeasure(self) -> None:
        """The column has another width: objects are as wide as it is."""
        if self._objects.width != self.frame.text_width:
            self._objects.width = self.frame.text_width
            with self.capture.pausing():
                self.document().markContentsDirty(0, self.document().characterCount())

    def _remeasure_line(self, index: int | None) -> None:
        if index is not None:
            block = self.document().findBlockByNumber(index)
            with self.capture.pausing():
                self.document().markContentsDirty(block.position(), block.length())
