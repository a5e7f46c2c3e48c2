"""Painted around the text: quote bars, box grounds, bullets, numbers, and the words in empty lines."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from newsdesk.gui.editor.formats import GUTTER, STYLES, Formats
from newsdesk.gui.editor.lines import LIST_KINDS, Kind, Line, depth
from newsdesk.gui.editor.surface import Surface
from newsdesk.system.locale import Translator

Visible = tuple[int, QRectF]
BOX_PADDING = 12.0
ORDERED = frozenset({Kind.NUMBER_1, Kind.NUMBER_2})


class Decorations:
    """Paints below and above the text of the lines in view, never more than those."""

    def __init__(self, surface: Surface, formats: Formats, tr: Translator) -> None:
        self._surface = surface
        self._tr = tr
        self.formats = formats

    def paint_under(self, visible: list[Visible]) -> None:
        """Grounds: boxes and quote bars, one for neighbouring lines of a kind."""
        grounds = self._grounds(visible)
        if not grounds:
            return
        painter = QPainter(self._surface.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, area in grounds:
            if kind is Kind.BOX:
                painter.setBrush(self.formats.theme.color("chip"))
                painter.drawRoundedRect(area, 8, 8)
            else:
                painter.setBrush(self.formats.theme.color("accent"))
                painter.drawRoundedRect(QRectF(area.left(), area.top(), 3, area.height()), 1.5, 1.5)
        painter.end()

    def paint_over(self, painter: QPainter, visible: list[Visible]) -> None:
        """Bullets, numbers and the words that say what an empty line is for."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._surface.lines
        number = self._number_before(visible[0][0]) if visible else [0, 0, 0]
        here = self._surface.textCursor().blockNumber()
        for index, area in visible:
            line = lines[index]
            if line.kind in LIST_KINDS:
                number_here = self._count(number, line)
                self._paint_sign(painter, line.kind, number_here, self._baseline(index, area))
            else:
                number[:] = [0, 0, 0]
                if not line.runs and not (self._surface.composing and here == index):
                    self._paint_hint(painter, line, index, self._baseline(index, area))

    def _grounds(self, visible: list[Visible]) -> list[tuple[Kind, QRectF]]:
        lines, found = self._surface.lines, list[tuple[Kind, QRectF]]()
        for position, (index, area) in enumerate(visible):
            kind = lines[index].kind
            if kind not in (Kind.BOX, Kind.QUOTE):
                continue
            left, width = float(GUTTER), self._surface.viewport().width() - 2.0 * GUTTER
            space = BOX_PADDING if kind is Kind.BOX else 0
            ground = QRectF(left, area.top() - space, width, area.height() + 2 * space)
            goes_on = position and lines[index - 1].kind is kind and found
            if goes_on:
                ground = found.pop()[1].united(ground)
            found.append((kind, ground))
        return found

    def _number_before(self, index: int) -> list[int]:
        """How far the numbering of each depth has come above a line."""
        lines, first = self._surface.lines, index
        while first and lines[first - 1].kind in LIST_KINDS:
            first -= 1
        number = [0, 0, 0]
        for line in lines[first:index]:
            self._count(number, line)
        return number

    def _count(self, number: list[int], line: Line) -> int:
        level = depth(line.kind)
        number[level] = number[level] + 1 if line.kind in ORDERED else 0
        if level == 1:
            number[2] = 0
        return number[level]

    def _paint_sign(self, painter: QPainter, kind: Kind, number: int, baseline: float) -> None:
        """The bullet or the number of a list item, right-aligned before its text."""
        right = GUTTER + STYLES[kind].left - 10.0
        outer, theme = depth(kind) == 1, self.formats.theme
        painter.setFont(self.formats.font(kind))
        metrics = painter.fontMetrics()
        if number:
            sign = f"{number}." if outer else f"{_letter(number)}."
            painter.setPen(theme.color("muted"))
            painter.drawText(QPointF(right - metrics.horizontalAdvance(sign), baseline), sign)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if outer else "faint"))
        centre = QPointF(right - 4, baseline - metrics.xHeight() / 2)
        size = QPointF(3, 3) if outer else QPointF(4, 0.8)
        painter.drawRoundedRect(QRectF(centre - size, centre + size), size.y(), size.y())

    def _paint_hint(self, painter: QPainter, line: Line, index: int, baseline: float) -> None:
        word = self._hint(line, index)
        if word:
            painter.setFont(self.formats.font(line.kind))
            painter.setPen(self.formats.theme.color("faint"))
            painter.drawText(QPointF(GUTTER + STYLES[line.kind].left, baseline), word)

    def _baseline(self, index: int, area: QRectF) -> float:
        layout = self._surface.document().findBlockByNumber(index).layout()
        if not layout.lineCount():  # not laid out yet: asking for its first line would crash the toolkit
            return area.bottom()
        first = layout.lineAt(0)
        return area.bottom() - layout.boundingRect().height() + first.y() + first.ascent()

    def _hint(self, line: Line, index: int) -> str:
        if line.kind is Kind.CAPTION:
            return self._tr("Caption")
        if line.kind is Kind.CREDIT:
            return self._tr("Photo credit")
        if len(self._surface.lines) == 1 and line.kind is Kind.PARAGRAPH:
            return self._tr("Write the article here")
        return ""


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)
