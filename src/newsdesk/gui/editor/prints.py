"""Photos as the page shows them: scaled once to the pixels of the screen, with round corners."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from newsdesk.gui.theme import Theme

KEPT = 24
"""Prints kept; more than a screen shows at once."""

Key = tuple[int, int, int, float, str]


class Prints:
    """Scaling a photo at every paint would cost more than all the text around it.

    A print is opaque, its corners in the page's colour: blending would cost as much again.
    """

    def __init__(self) -> None:
        self._made: OrderedDict[Key, QPixmap] = OrderedDict()

    def get(self, picture: QPixmap, size: QSizeF, scale: float, theme: Theme, round_by: float) -> QPixmap:
        """The picture whole and centred on a ground of `size` logical pixels, `scale` device pixels each."""
        key = (picture.cacheKey(), round(size.width()), round(size.height()), scale, theme.name)
        if key not in self._made:
            self._made[key] = _printed(picture, QSizeF(key[1], key[2]), scale, theme, round_by)
            if len(self._made) > KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(key)
        return self._made[key]


def _printed(picture: QPixmap, size: QSizeF, scale: float, theme: Theme, round_by: float) -> QPixmap:
    made = QPixmap(QSize(round(size.width() * scale), round(size.height() * scale)))
    made.setDevicePixelRatio(scale)
    made.fill(theme.color("page"))
    area = QRectF(QPointF(0, 0), size)
    shape = QPainterPath()
    shape.addRoundedRect(area, round_by, round_by)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillPath(shape, theme.color("panel"))
    painter.setClipPath(shape)
    place = QRectF(QPointF(0, 0), QSizeF(picture.size()).scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    place.moveCenter(area.center())
    painter.drawPixmap(place, picture, QRectF(picture.rect()))
    painter.end()
    return made
