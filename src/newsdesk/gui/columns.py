"""Three columns: library, page, inspector. In a narrow window the outer ones become drawers over the page."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from newsdesk.gui.outline import LEFT_FOLDS, LEFT_WIDTH, RIGHT_FOLDS, RIGHT_WIDTH
from newsdesk.gui.overlay import Overlay


class Columns(QWidget):
    """Places the columns. `changed` tells that one came or went."""

    changed = Signal()

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__()
        self._left, self._middle, self._right = left, middle, right
        for column in (middle, left, right):
            column.setParent(self)
        self._veil = Overlay(self)
        self._veil.dismissed.connect(self.close_drawers)
        self._hidden: set[QWidget] = set()
        self._drawer: QWidget | None = None
        self._focused = False
        self._offered = False

    @property
    def focus_mode(self) -> bool:
        """Whether only the page is shown."""
        return self._focused

    def set_focus_mode(self, on: bool) -> None:
        """Show the page alone, or everything again."""
        self._focused = on
        self._drawer = None
        self._arrange()

    def offer_right(self, on: bool) -> None:
        """Whether there is anything for the inspector to show."""
        self._offered = on
        self._arrange()

    def left_shown(self) -> bool:
        """Whether the library can be seen."""
        return self._shown(self._left)

    def right_shown(self) -> bool:
        """Whether the inspector can be seen."""
        return self._shown(self._right)

    def show_left(self) -> None:
        """Bring the library, as a drawer if there is no room."""
        self._bring(self._left)

    def show_right(self) -> None:
        """Bring the inspector, as a drawer if there is no room."""
        self._bring(self._right)

    def toggle_right(self) -> None:
        """Bring or put away the inspector."""
        self._toggle(self._right)

    def close_drawers(self) -> None:
        """Put away what lies over the page."""
        if self._drawer is not None:
            self._drawer = None
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawer is not None and self._has_room(self._drawer):
            self._drawer = None
        self._arrange()

    def _has_room(self, column: QWidget) -> bool:
        if self._focused:
            return False
        return self.width() >= (LEFT_FOLDS if column is self._left else RIGHT_FOLDS)

    def _shown(self, column: QWidget) -> bool:
        if column is self._right and not self._offered:
            return False
        return column is self._drawer or (self._has_room(column) and column not in self._hidden)

    def _bring(self, column: QWidget) -> None:
        self._hidden.discard(column)
        if not self._has_room(column):
            self._drawer = column
        self._arrange()

    def _toggle(self, column: QWidget) -> None:
        if not self._shown(column):
            self._bring(column)
            return
        if column is self._drawer:
            self._drawer = None
        else:
            self._hidden.add(column)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        left = LEFT_WIDTH if self._beside(self._left) else 0
        right = RIGHT_WIDTH if self._beside(self._right) else 0
        self._middle.setGeometry(left, 0, width - left - right, height)
        self._left.setGeometry(0, 0, LEFT_WIDTH, height)
        self._right.setGeometry(QRect(width - RIGHT_WIDTH, 0, RIGHT_WIDTH, height))
        self._left.setVisible(self._shown(self._left))
        self._right.setVisible(self._shown(self._right))
        self._veil.setVisible(self._drawer is not None)
        if self._drawer is not None:
            self._veil.fit()
            self._veil.raise_()
            self._drawer.raise_()
        self.changed.emit()

    def _beside(self, column: QWidget) -> bool:
        return self._shown(column) and column is not self._drawer
