"""How lines look: colours, faces and measures of the page, as formats of the toolkit's document."""

from dataclasses import dataclass, field

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from newsdesk.article.text import Mark, Run
from newsdesk.gui.editor.lines import OBJECT_KINDS, Kind, Line
from newsdesk.gui.theme import Theme, sans, serif

USER = QTextFormat.Property.UserProperty.value
KIND, ID, MARKS = USER + 1, USER + 2, USER + 3
OBJECT_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
BITS = {Mark.BOLD: 1, Mark.ITALIC: 2, Mark.SUPERSCRIPT: 4, Mark.SUBSCRIPT: 8}
MARKS_OF_BITS = tuple(frozenset(mark for mark, bit in BITS.items() if bits & bit) for bits in range(16))

BODY_SIZE = 13.0
"""Points of body text."""

COLUMN = 680
"""Pixels of the text column; a window that grows does not break lines anew."""

GUTTER = 24


@dataclass(frozen=True, slots=True)
class Style:
    """One kind of line: size relative to body text, line pitch in em, margins in pixels."""

    size: float = 1.0
    pitch: float = 1.62
    top: int = 0
    bottom: int = 13
    left: int = 0
    right: int = 0
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False
    plain: bool = False
    colour: str = "text"


STYLES = {
    Kind.PARAGRAPH: Style(top=10),
    Kind.HEADING_1: Style(size=1.45, pitch=1.35, top=18, bottom=8, weight=QFont.Weight.Bold),
    Kind.HEADING_2: Style(size=1.15, pitch=1.4, top=12, bottom=6, weight=QFont.Weight.Bold),
    Kind.QUOTE: Style(size=1.12, pitch=1.55, top=12, bottom=20, left=26, right=20, italic=True),
    Kind.BULLET_1: Style(bottom=5, left=30),
    Kind.BULLET_2: Style(bottom=5, left=60),
    Kind.NUMBER_1: Style(bottom=5, left=30),
    Kind.NUMBER_2: Style(bottom=5, left=60),
    Kind.BOX: Style(size=0.94, pitch=1.55, top=22, bottom=22, left=20, right=20, plain=True),
    Kind.IMAGE: Style(size=0.6, pitch=0, top=10, bottom=0, plain=True),
    Kind.CAPTION: Style(size=0.85, pitch=1.5, top=7, bottom=0, italic=True, plain=True),
    Kind.CREDIT: Style(size=0.77, pitch=1.5, top=1, bottom=22, plain=True, colour="muted"),
    Kind.EMBED: Style(size=0.6, pitch=0, top=4, bottom=16, plain=True),
    Kind.DIVIDER: Style(size=0.6, pitch=0, top=4, bottom=14, plain=True),
}


@dataclass(frozen=True, slots=True)
class Formats:
    """Makes block and text formats and keeps those made: a page asks for the same few again and again."""

    theme: Theme
    size: float = BODY_SIZE
    _blocks: dict[Kind, QTextBlockFormat] = field(default_factory=dict)
    _texts: dict[tuple[Kind, frozenset[Mark], str | None], QTextCharFormat] = field(default_factory=dict)

    def block(self, line: Line) -> QTextBlockFormat:
        """The block format of a line, its kind and id among the properties."""
        made = self._blocks.get(line.kind)
        if made is None:
            made = self._blocks[line.kind] = self._make_block(line.kind)
        result = QTextBlockFormat(made)
        result.setProperty(ID, line.id)
        return result

    def text(self, kind: Kind, run: Run | None = None) -> QTextCharFormat:
        """The character format of a run in a line of this kind; without a run, of unmarked text."""
        key = (kind, run.marks, run.href) if run else (kind, frozenset[Mark](), None)
        made = self._texts.get(key)
        if made is None:
            made = self._texts[key] = self._make_text(*key)
        return made

    def object(self) -> QTextCharFormat:
        """The character format of the object character of an object line."""
        result = QTextCharFormat()
        result.setObjectType(OBJECT_TYPE)
        return result

    def font(self, kind: Kind) -> QFont:
        """The face and size that a kind of line is set in."""
        style = STYLES[kind]
        face = sans if style.plain else serif
        made = face(round(self.size * style.size, 1), style.weight)
        made.setItalic(style.italic)
        return made

    def _make_block(self, kind: Kind) -> QTextBlockFormat:
        style, made = STYLES[kind], QTextBlockFormat()
        made.setProperty(KIND, kind.value)
        for margin, set_margin in (
            (style.bottom, made.setBottomMargin),
            (style.top, made.setTopMargin),
            (style.left, made.setLeftMargin),
            (style.right, made.setRightMargin),
        ):
            # The toolkit looks through all properties of every line below a key press: none for nothing.
            if margin:
                set_margin(margin)
        if kind not in OBJECT_KINDS:
            made.setLineHeight(
                self._line_height(kind), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
        if kind in (Kind.HEADING_1, Kind.HEADING_2):
            made.setHeadingLevel(1 if kind is Kind.HEADING_1 else 2)
        return made

    def _line_height(self, kind: Kind) -> float:
        """Per cent of the face's own height that give the wanted pitch; faces differ, the page should not.

        Never less than the own height, where stacked marks (Ễ, Ậ) would touch the line above.
        """
        font = self.font(kind)
        metrics = QFontMetricsF(font)
        return max(
            100.0, 100 * STYLES[kind].pitch * font.pointSizeF() * metrics.fontDpi() / 72 / metrics.height()
        )

    def _make_text(self, kind: Kind, marks: frozenset[Mark], href: str | None) -> QTextCharFormat:
        style, made = STYLES[kind], QTextCharFormat()
        made.setFont(self.font(kind))
        made.setForeground(self.theme.color(style.colour))
        made.setProperty(MARKS, sum(BITS[mark] for mark in marks))
        if Mark.BOLD in marks:
            made.setFontWeight(QFont.Weight.Bold)
        if Mark.ITALIC in marks:
            made.setFontItalic(not style.italic)
        if Mark.SUPERSCRIPT in marks:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if Mark.SUBSCRIPT in marks:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        if href is not None:
            made.setAnchor(True)
            made.setAnchorHref(href)
            made.setForeground(self.theme.color("accent"))
            made.setFontUnderline(True)
        return made


def id_of(block: QTextBlock) -> str:
    """The id of the block that a paragraph of the document shows."""
    return block.blockFormat().stringProperty(ID)
