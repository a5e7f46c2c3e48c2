"""Pasted HTML as lines, by whitelist: paragraphs, headings, lists, emphasis, links, nothing else."""

import re
from typing import Any

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextListFormat

from newsdesk.article.text import Mark, Run, Runs, normalised
from newsdesk.gui.editor.lines import LINE_BREAK, OBJECT, Kind, Line, list_kind, typed

ALLOWED_LINK = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)
NUMBERED = frozenset(
    {
        QTextListFormat.Style.ListDecimal,
        QTextListFormat.Style.ListLowerAlpha,
        QTextListFormat.Style.ListUpperAlpha,
        QTextListFormat.Style.ListLowerRoman,
        QTextListFormat.Style.ListUpperRoman,
    }
)
Vertical = QTextCharFormat.VerticalAlignment


class _Inert(QTextDocument):
    """A document that loads nothing: no picture, no style sheet, no tracking pixel."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return QByteArray()


def lines_of_html(html: str) -> list[Line]:
    """Read HTML as the toolkit does and keep what an article can hold. Empty paragraphs are dropped."""
    document = _Inert()
    document.setUndoRedoEnabled(False)
    document.setHtml(html)
    lines: list[Line] = []
    block = document.begin()
    while block.isValid():
        line = _line(block)
        if line.text.strip():
            lines.append(line)
        block = block.next()
    return lines


def _line(block: QTextBlock) -> Line:
    kind = _kind(block)
    heading = kind in (Kind.HEADING_1, Kind.HEADING_2)
    runs: list[Run] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        marks = _marks(fragment.charFormat(), heading)
        runs.append(Run(_text(fragment.text()), marks, _href(fragment.charFormat())))
        fragments += 1
    return Line(kind, "", _stripped(normalised(runs)))


def _text(text: str) -> str:
    return typed(text.replace(OBJECT, ""))


def _kind(block: QTextBlock) -> Kind:
    level = block.blockFormat().headingLevel()
    if level:
        return Kind.HEADING_1 if level <= 2 else Kind.HEADING_2
    if block.blockFormat().objectIndex() < 0:
        return Kind.PARAGRAPH
    form = block.textList().format()
    return list_kind(form.style() in NUMBERED, 2 if form.indent() > 1 else 1)


def _marks(form: QTextCharFormat, heading: bool) -> frozenset[Mark]:
    marks = set()
    if form.fontWeight() >= QFont.Weight.DemiBold.value and not heading:
        marks.add(Mark.BOLD)
    if form.fontItalic():
        marks.add(Mark.ITALIC)
    if form.verticalAlignment() == Vertical.AlignSuperScript:
        marks.add(Mark.SUPERSCRIPT)
    if form.verticalAlignment() == Vertical.AlignSubScript:
        marks.add(Mark.SUBSCRIPT)
    return frozenset(marks)


def _href(form: QTextCharFormat) -> str | None:
    href = form.anchorHref()
    return href if ALLOWED_LINK.fullmatch(href) else None


def _stripped(runs: Runs) -> Runs:
    """Without space at either end, as web pages indent their source."""
    blank = " " + LINE_BREAK
    pieces = list(runs)
    while pieces and not (text := pieces[0].text.lstrip(blank)):
        del pieces[0]
    if pieces:
        pieces[0] = Run(text, pieces[0].marks, pieces[0].href)
    while pieces and not (text := pieces[-1].text.rstrip(blank)):
        del pieces[-1]
    if pieces:
        pieces[-1] = Run(text, pieces[-1].marks, pieces[-1].href)
    return tuple(pieces)
