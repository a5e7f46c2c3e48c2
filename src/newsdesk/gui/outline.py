"""Where the parts of the window stand, and a sketch of them for the moment before they are there."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter

from newsdesk.gui.theme import DENSITIES, Theme, sans

LEFT_WIDTH: Final = 252
RIGHT_WIDTH: Final = 308
RIGHT_FOLDS: Final = 1100
LEFT_FOLDS: Final = 860
"""The widths of the outer columns, and the widths of the window below which they give way, in pixels."""

TOOLBAR_HEIGHT: Final = 33
TOOLBAR_MARGIN: Final = 7
BRAND_LEFT: Final = 35
"""Pixels, to which the padding of the chosen density comes twice."""

BRAND_FROM: Final = 1360
"""The narrowest window that certainly has room for the brand, in pixels."""

STATUS_HEIGHT: Final = 33


class Outline(NamedTuple):
    """The grounds of the parts and the lines between them, in a theme, at a density."""

    theme: Theme
    density: str
    right: bool
    """Whether there will be an article, and with it the right column."""

    @property
    def top(self) -> int:
        """The height of the toolbar in pixels."""
        return TOOLBAR_HEIGHT + 2 * DENSITIES[self.density]

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the parts as they will be."""
        panel, rule = self.theme.color("panel"), self.theme.color("rule")
        top, width, foot = self.top, area.width(), area.height() - STATUS_HEIGHT
        painter.fillRect(area, self.theme.color("page"))
        painter.fillRect(0, top - 1, width, 1, rule)
        if width >= LEFT_FOLDS:
            painter.fillRect(0, top, LEFT_WIDTH, foot - top, panel)
            painter.fillRect(LEFT_WIDTH - 1, top, 1, foot - top, rule)
        if self.right and width >= RIGHT_FOLDS:
            painter.fillRect(width - RIGHT_WIDTH, top, RIGHT_WIDTH, foot - top, panel)
            painter.fillRect(width - RIGHT_WIDTH, top, 1, foot - top, rule)
        painter.fillRect(0, foot, width, STATUS_HEIGHT, panel)
        painter.fillRect(0, foot, width, 1, rule)
        if width >= BRAND_FROM:
            self._paint_brand(painter)

    def _paint_brand(self, painter: QPainter) -> None:
        painter.setFont(sans(12.5, QFont.Weight.Bold))
        painter.setPen(self.theme.color("accent"))
        metrics = painter.fontMetrics()
        room = self.top - 2 * TOOLBAR_MARGIN
        baseline = TOOLBAR_MARGIN + (room - metrics.height()) // 2 + metrics.ascent()
        painter.drawText(BRAND_LEFT + 2 * DENSITIES[self.density], baseline, "newsdesk")
