"""The photo as the panel shows it: what the crop leaves, on a quiet ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.article.blocks import Figure
from newsdesk.gui.editor.previews import Previews
from newsdesk.gui.icons import Icons
from newsdesk.gui.theme import Appearance

HIGHEST, PLACEHOLDER, RADIUS, ICON = 216, 132, 8, 28


class Thumbnail(QWidget):
    """As wide as the panel; a placeholder without a photo is a dashed frame."""

    def __init__(self, previews: Previews, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self._previews = previews
        self._appearance = appearance
        self._icons = icons
        self._figure: Figure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        previews.ready.connect(self._take)
        appearance.changed.connect(self.update)

    def show_figure(self, figure: Figure | None) -> None:
        """Show another figure."""
        self._figure = figure
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        photo = self._figure.photo
        if photo is None or self._previews.failed(photo):
            self._paint_empty(painter)
        else:
            self._paint_photo(painter, photo)
        painter.end()

    def _paint_photo(self, painter: QPainter, photo: str) -> None:
        figure = self._figure
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), self._appearance.theme.color("chip"))
        ratio = self.devicePixelRatioF()
        crop = figure.crop if figure else None
        picture = self._previews.pixmap(photo, crop, round(self.width() * ratio))
        if picture is None:
            return
        size = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawPixmap(QRectF(left, top, size.width(), size.height()), picture, QRectF(picture.rect()))

    def _paint_empty(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        painter.setPen(QPen(theme.color("edge"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        icon = self._icons.pixmap("photo", "faint", ICON, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - ICON) // 2, (self.height() - ICON) // 2, icon)

    def _fit(self) -> None:
        """Be as high as the picture at this width, but never so high that its words are pushed away."""
        figure = self._figure
        ratio = self._previews.ratio(figure.photo, figure.crop) if figure and figure.photo else None
        self.setFixedHeight(min(HIGHEST, round(self.width() * ratio)) if ratio else PLACEHOLDER)
        self.update()

    def _take(self, photo: str) -> None:
        if self._figure is not None and self._figure.photo == photo:
            self._fit()
