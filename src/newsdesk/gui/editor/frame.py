"""The column in the middle of the page, and the header (kicker, headline, sapo, bylines) above the text."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.gui.editor.formats import COLUMN, GUTTER
from newsdesk.gui.editor.surface import Surface

BELOW_FRONT = 14
BELOW_TEXT = 96
ABOVE_CARET = 40


class Frame(QObject):
    """Keeps the text column centred at its width and moves the header along with the text."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._front: QWidget | None = None
        self._headroom = 0
        surface.verticalScrollBar().valueChanged.connect(self._scroll)

    @property
    def text_width(self) -> int:
        """The width of the text column in pixels."""
        return max(120, min(COLUMN, self._surface.width() - 2 * GUTTER - self._bar()))

    def set_front(self, front: QWidget) -> None:
        """Put a widget above the text; it scrolls with it."""
        self._front = front
        front.setParent(self._surface.viewport())
        front.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._reveal)
        front.show()
        self.lay_out()

    def set_headroom(self, pixels: int) -> None:
        """Leave room above all text for what floats over the top of the page.

        The text in view stays where it is, unless the page is at its very top.
        """
        bar = self._surface.verticalScrollBar()
        wanted = bar.value() + pixels - self._headroom if bar.value() else 0
        self._headroom = pixels
        self._place_front()
        bar.setValue(wanted)

    def reveal(self, top: int, bottom: int) -> None:
        """Scroll until what stands at these heights of the viewport is in view, clear of the headroom."""
        height = self._surface.viewport().height()
        if top < self._headroom or bottom > height - ABOVE_CARET:
            bar = self._surface.verticalScrollBar()
            bar.setValue(bar.value() + top - max(self._headroom, height // 3))

    def lay_out(self) -> None:
        """Fit column and header to the widget's width."""
        spare = max(0, self._surface.width() - self._bar() - COLUMN - 2 * GUTTER)
        left = spare // 2
        self._surface.setViewportMargins(left, 0, spare - left, 0)
        self._place_front()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._place_front()
        return False

    def _bar(self) -> int:
        return self._surface.verticalScrollBar().sizeHint().width()

    def _place_front(self) -> None:
        front = self._front
        height = GUTTER
        if front is not None:
            width = self.text_width + 2 * GUTTER
            wanted = front.heightForWidth(width) if front.hasHeightForWidth() else front.sizeHint().height()
            front.resize(width, max(wanted, front.minimumSizeHint().height()))
            height = self._headroom + front.height() + BELOW_FRONT
            self._scroll(self._surface.verticalScrollBar().value())
        self._leave_room(height)

    def _leave_room(self, height: int) -> None:
        frame = self._surface.document().rootFrame()
        form = frame.frameFormat()
        if form.topMargin() == height and form.bottomMargin() == BELOW_TEXT:
            return
        form.setTopMargin(height)
        form.setBottomMargin(BELOW_TEXT)
        with self._surface.capture.pausing():
            frame.setFrameFormat(form)

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whatever of the header gets the caret comes into view."""
        if new is None or self._front is None or not self._front.isAncestorOf(new):
            return
        bar, top = self._surface.verticalScrollBar(), new.mapTo(self._front, QPoint(0, 0)).y()
        lowest = self._headroom + top + min(new.height(), self._surface.viewport().height() - self._headroom)
        if not bar.value() <= top <= lowest <= bar.value() + self._surface.viewport().height():
            bar.setValue(max(0, top - ABOVE_CARET))

    def _scroll(self, value: int) -> None:
        if self._front is not None:
            self._front.move(0, self._headroom - value)
