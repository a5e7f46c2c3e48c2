"""How one row of the library list looks: headline, when, photos, state, a dot once changed since sending."""

from datetime import UTC, datetime
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.desk.searching import ArticleRow
from newsdesk.desk.wording import Wording
from newsdesk.gui.moments import when
from newsdesk.gui.statuses import grounds_of
from newsdesk.gui.theme import Appearance, sans
from newsdesk.gui.views.article_list import OPEN, ROW
from newsdesk.system.locale import Translator

SIDE: Final = 10
INSET: Final = 11
LINES: Final = 2
META_HEIGHT: Final = 21

Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """Paints rows; long headlines take two lines and then end in an ellipsis."""

    def __init__(self, view: QListView, appearance: Appearance, wording: Wording, tr: Translator) -> None:
        super().__init__(view)
        self._view = view
        self._appearance = appearance
        self._wording = wording
        self._tr = tr
        self._title_font = sans(10, QFont.Weight.DemiBold)
        self._small_font = sans(9)
        self._chip_font = sans(8.5, QFont.Weight.DemiBold)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        lines = broken(self._title(index.data(ROW)), self._title_font, width - 2 * (SIDE + INSET))
        line = QFontMetricsF(self._title_font).lineSpacing()
        pad = self._appearance.pad
        return QSize(width, round(len(lines) * line) + META_HEIGHT + 2 * pad + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ArticleRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(SIDE, 1, -SIDE, -1)
        self._paint_ground(painter, box, option.state, bool(index.data(OPEN)))
        inner = box.adjusted(INSET, self._appearance.pad, -INSET, -self._appearance.pad)
        self._paint_title(painter, inner, row)
        self._paint_meta(
            painter, QRect(inner.left(), inner.bottom() - META_HEIGHT + 1, inner.width(), META_HEIGHT), row
        )
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag, is_open: bool) -> None:
        theme = self._appearance.theme
        token = "selection" if is_open else "hover" if state & QStyle.StateFlag.State_MouseOver else ""
        painter.setPen(Qt.PenStyle.NoPen)
        if token:
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(box, 8, 8)
        current = state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus
        if current:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_title(self, painter: QPainter, inner: QRect, row: ArticleRow) -> None:
        painter.setPen(self._appearance.theme.color("text" if row.title else "faint"))
        painter.setFont(self._title_font)
        metrics = QFontMetricsF(self._title_font)
        y = inner.top() + metrics.ascent()
        for line in broken(self._title(row), self._title_font, inner.width()):
            painter.drawText(QPointF(inner.left(), y), line)
            y += metrics.lineSpacing()

    def _paint_meta(self, painter: QPainter, line: QRect, row: ArticleRow) -> None:
        theme = self._appearance.theme
        right = self._paint_chip(painter, line, row)
        left = line.left()
        if row.changed_since_sent:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(QPointF(left + 3.5, line.center().y() + 1), 3.5, 3.5)
            left += 13
        painter.setFont(self._small_font)
        painter.setPen(theme.color("muted"))
        place = QRect(left, line.top(), right - left - 6, line.height())
        text = QFontMetricsF(self._small_font).elidedText(
            self._meta(row), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_chip(self, painter: QPainter, line: QRect, row: ArticleRow) -> int:
        theme = self._appearance.theme
        text = self._wording.status(row.status)
        width = QFontMetricsF(self._chip_font).horizontalAdvance(text) + 18
        chip = QRectF(line.right() - width + 1, line.top() + 1, width, line.height() - 2)
        ground, ink = grounds_of(row.status)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(theme.color(ink))
        painter.setFont(self._chip_font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        return int(chip.left())

    def _title(self, row: ArticleRow) -> str:
        return row.title or self._tr("No headline yet")

    def _meta(self, row: ArticleRow) -> str:
        photos = self._tr.plural("{count} photo", "{count} photos", row.photo_count)
        return f"{when(row.saved_at, datetime.now(UTC), self._tr)} · {photos}"


def broken(text: str, font: QFont, width: float) -> list[str]:
    """The text in at most two lines of `width` pixels; what does not fit ends in an ellipsis."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    lines = [text[start:end].rstrip() for start, end in pairwise(starts)]
    last = text[starts[-1] :] if starts else ""
    return [*lines, QFontMetricsF(font).elidedText(last, Qt.TextElideMode.ElideRight, width)]
