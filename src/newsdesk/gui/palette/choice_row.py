"""How one row of the palette looks: icon, title with the typed letters, detail or reason, key."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.gui.icons import Icons
from newsdesk.gui.palette.choices import ROW
from newsdesk.gui.palette.entries import Entry, Row
from newsdesk.gui.theme import Appearance, sans

SIDE: Final = 8
INSET: Final = 12
ICON: Final = 18
BETWEEN: Final = 12
HEADING: Final = 30
KEY_HEIGHT: Final = 22
LEAST_TITLE: Final = 0.45
"""The share of a row that a long title keeps beside a long detail."""

Index = QModelIndex | QPersistentModelIndex
Align = Qt.AlignmentFlag


class ChoiceRow(QStyledItemDelegate):
    """Paints headings and entries; what cannot be done now is quiet and says why."""

    def __init__(self, view: QListView, appearance: Appearance, icons: Icons) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._icons = icons
        self._font = sans(10.5)
        self._small = sans(9)
        self._heading = sans(8, QFont.Weight.Bold)
        self._heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        high = 24 + 2 * self._appearance.pad - 4 if row.entry else HEADING
        return QSize(option.rect.width(), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(SIDE, 1, -SIDE, -1)
        if row.entry is None:
            self._paint_heading(painter, box.adjusted(INSET, 0, -INSET, -5), row.heading)
        else:
            self._paint_ground(painter, box, option.state)
            self._paint_entry(painter, box.adjusted(INSET, 0, -INSET, 0), row, row.entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, text: str) -> None:
        painter.setFont(self._heading)
        painter.setPen(self._appearance.theme.color("muted"))
        painter.drawText(box, Align.AlignLeft | Align.AlignBottom, text.upper())

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        chosen = state & QStyle.StateFlag.State_Selected
        token = "selection" if chosen else "hover" if state & QStyle.StateFlag.State_MouseOver else ""
        if token:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._appearance.theme.color(token))
            painter.drawRoundedRect(box, 8, 8)

    def _paint_entry(self, painter: QPainter, box: QRect, row: Row, entry: Entry) -> None:
        self._paint_icon(painter, box, entry)
        right = self._paint_key(painter, box, entry.key) - BETWEEN if entry.key else box.right()
        words = QRect(box.left() + ICON + BETWEEN, box.top(), 0, box.height())
        words.setRight(right)
        title = QRect(words)
        title.setWidth(self._title_width(entry, words.width()))
        self._paint_title(painter, title, row, entry)
        words.setLeft(title.right() + BETWEEN)
        words.translate(0, 1)
        self._paint_aside(painter, words, entry)

    def _title_width(self, entry: Entry, room: int) -> int:
        """What the title has of the room; beside something long it keeps its share."""
        wanted = QFontMetricsF(self._font).horizontalAdvance(entry.title) + 2
        aside = QFontMetricsF(self._small).horizontalAdvance(entry.reason or entry.detail) + BETWEEN
        return round(min(wanted, max(room - aside, room * LEAST_TITLE)))

    def _paint_icon(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        if entry.icon:
            token = "faint" if entry.reason else "muted"
            ratio = painter.device().devicePixelRatioF()
            top = box.top() + (box.height() - ICON) // 2
            painter.drawPixmap(box.left(), top, self._icons.pixmap(entry.icon, token, ICON, ratio))

    def _paint_key(self, painter: QPainter, box: QRect, key: str) -> int:
        theme = self._appearance.theme
        width = QFontMetricsF(self._small).horizontalAdvance(key) + 14
        top = box.top() + (box.height() - KEY_HEIGHT) / 2
        cap = QRectF(box.right() - width + 0.5, top + 0.5, width, KEY_HEIGHT - 1)
        painter.setPen(theme.color("edge"))
        painter.setBrush(theme.color("field"))
        painter.drawRoundedRect(cap, 5, 5)
        painter.setPen(theme.color("muted"))
        painter.setFont(self._small)
        painter.drawText(cap, Align.AlignCenter, key)
        return int(cap.left())

    def _paint_title(self, painter: QPainter, box: QRect, row: Row, entry: Entry) -> None:
        theme = self._appearance.theme
        shown = QFontMetricsF(self._font).elidedText(entry.title, Qt.TextElideMode.ElideRight, box.width())
        layout = QTextLayout(shown, self._font)
        layout.setTextOption(QTextOption(Align.AlignLeft))
        letters = () if entry.reason else sorted(row.letters)
        layout.setFormats([self._typed(at) for at in letters if at < len(shown)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(box.width() + 1000)
        layout.endLayout()
        painter.setPen(theme.color("faint" if entry.reason else "text"))
        layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))

    def _typed(self, at: int) -> QTextLayout.FormatRange:
        part = QTextLayout.FormatRange()
        part.start, part.length = at, 1
        look = QTextCharFormat()
        look.setForeground(self._appearance.theme.color("accent"))
        part.format = look
        return part

    def _paint_aside(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        """A reason goes on from the title, a detail stands at the right."""
        text, side = (entry.reason, Align.AlignLeft) if entry.reason else (entry.detail, Align.AlignRight)
        painter.setFont(self._small)
        painter.setPen(self._appearance.theme.color("muted"))
        shown = QFontMetricsF(self._small).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Align.AlignVCenter, shown)
