"""Draws the objects of the page: photos, placeholders, embeds, dividers. The document holds no pixels."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from newsdesk.article.blocks import Divider, Embed, Figure
from newsdesk.gui.editor.formats import COLUMN, Formats, id_of
from newsdesk.gui.editor.lines import Kind, LineObject
from newsdesk.gui.editor.previews import Previews
from newsdesk.gui.editor.prints import Prints
from newsdesk.system.locale import Translator

LIKELY_RATIO = 2 / 3
TALLEST = 0.86
"""Height by width above which a photo no longer fills the column: it must fit the screen."""

EMBED_HEIGHT = 64.0
DIVIDER_HEIGHT = 28.0
PLACEHOLDER_RATIO = 0.3
ROUND = 6.0


class ObjectPainter(QPyTextObject):
    """Measures and draws the single object of an object line; looks its block up by the line's id."""

    def __init__(
        self,
        parent: QObject,
        objects: Callable[[str], LineObject | None],
        previews: Previews,
        formats: Formats,
        tr: Translator,
    ) -> None:
        super().__init__(parent)
        self._objects = objects
        self._previews = previews
        self._tr = tr
        self._prints = Prints()
        self.formats = formats
        self.width = float(COLUMN)
        self.selected: str = ""
        self.target: str = ""

    def intrinsicSize(self, document: QTextDocument, position: int, _: QTextFormat) -> QSizeF:
        return self.size_of(self._objects(id_of(document.findBlock(position))))

    def size_of(self, line_object: LineObject | None) -> QSizeF:
        """How large an object is on the page."""
        match line_object:
            case Figure() as figure:
                return QSizeF(self.width, self._height(figure))
            case Embed():
                return QSizeF(self.width, EMBED_HEIGHT)
            case _:
                return QSizeF(self.width, DIVIDER_HEIGHT)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, _: QTextFormat
    ) -> None:
        line_object = self._objects(id_of(document.findBlock(position)))
        if line_object is not None:
            self.draw(painter, QRectF(rect), line_object)

    def draw(self, painter: QPainter, area: QRectF, line_object: LineObject) -> None:
        """Draw an object into its area, with a ring when it is selected."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        match line_object:
            case Figure() as figure:
                self._draw_figure(painter, area, figure)
            case Embed() as embed:
                self._draw_embed(painter, area, embed)
            case Divider():
                self._draw_divider(painter, area)
        if line_object.id == self.selected:
            self._draw_ring(painter, area)
        painter.restore()

    def _ratio(self, figure: Figure) -> float:
        known = self._previews.ratio(figure.photo, figure.crop) if figure.photo else None
        return known or LIKELY_RATIO

    def _height(self, figure: Figure) -> float:
        if figure.photo is None or self._previews.failed(figure.photo):
            return round(self.width * PLACEHOLDER_RATIO)
        return round(self.width * min(self._ratio(figure), TALLEST))

    def _draw_figure(self, painter: QPainter, area: QRectF, figure: Figure) -> None:
        if figure.photo is None:
            self._draw_placeholder(painter, area, self._tr("Drop a photo here"), figure.id == self.target)
            return
        if self._previews.failed(figure.photo):
            self._draw_placeholder(painter, area, self._tr("This photo cannot be shown"), False)
            return
        device = painter.device()
        scale = device.devicePixelRatio() if device is not None else 1.0
        picture = self._previews.pixmap(figure.photo, figure.crop, round(area.width() * scale))
        if picture is None:
            shape = QPainterPath()
            shape.addRoundedRect(area, ROUND, ROUND)
            painter.fillPath(shape, self.formats.theme.color("panel"))
        else:
            made = self._prints.get(picture, area.size(), scale, self.formats.theme, ROUND)
            painter.drawPixmap(area.topLeft().toPoint(), made)

    def _draw_placeholder(self, painter: QPainter, area: QRectF, word: str, wanted: bool) -> None:
        theme = self.formats.theme
        frame = area.adjusted(1, 1, -1, -1)
        painter.setBrush(theme.color("selection" if wanted else "panel"))
        painter.setPen(QPen(theme.color("accent" if wanted else "edge"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        painter.setFont(self.formats.font(Kind.CREDIT))
        painter.setPen(theme.color("muted"))
        _draw_photo_sign(painter, QPointF(frame.center().x(), frame.center().y() - 16), theme.color("faint"))
        painter.drawText(frame.adjusted(0, 36, 0, 0), Qt.AlignmentFlag.AlignCenter, word)

    def _draw_embed(self, painter: QPainter, area: QRectF, embed: Embed) -> None:
        theme = self.formats.theme
        card = area.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.color("panel"))
        painter.setPen(QPen(theme.color("rule"), 1))
        painter.drawRoundedRect(card, ROUND, ROUND)
        _draw_play_sign(painter, QPointF(card.left() + 34, card.center().y()), theme.color("accent"))
        text = card.adjusted(68, 10, -16, -10)
        self._draw_words(painter, text, Kind.BOX, embed.title or embed.url, "text", top=True)
        self._draw_words(painter, text, Kind.CREDIT, embed.url, "muted", top=False)

    def _draw_words(
        self, painter: QPainter, area: QRectF, kind: Kind, words: str, token: str, *, top: bool
    ) -> None:
        font = self.formats.font(kind)
        elided = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(self.formats.theme.color(token))
        edge = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, edge | Qt.AlignmentFlag.AlignLeft, elided)

    def _draw_divider(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.formats.theme.color("faint"))
        for step in (-1, 0, 1):
            painter.drawEllipse(area.center() + QPointF(22 * step, 0), 2.2, 2.2)

    def _draw_ring(self, painter: QPainter, area: QRectF) -> None:
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.formats.theme.color("accent"), 2.5))
        painter.drawRoundedRect(area.adjusted(1.2, 1.2, -1.2, -1.2), ROUND - 1, ROUND - 1)


def _draw_photo_sign(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.translate(centre)
    painter.drawRoundedRect(QRectF(-14, -11, 28, 22), 3, 3)
    painter.drawPolyline([QPointF(-14, 6), QPointF(-5, -3), QPointF(2, 4), QPointF(6, 0), QPointF(14, 7)])
    painter.drawEllipse(QPointF(6, -5), 1.8, 1.8)
    painter.restore()


def _draw_play_sign(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    sign = QPainterPath()
    sign.moveTo(centre + QPointF(-6, -9))
    sign.lineTo(centre + QPointF(10, 0))
    sign.lineTo(centre + QPointF(-6, 9))
    sign.closeSubpath()
    painter.fillPath(sign, colour)
