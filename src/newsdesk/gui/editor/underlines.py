"""Findings as quiet lines under the text in view: drawn when idle, never in the word being typed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.gui.editor.edit import Place
from newsdesk.gui.editor.formats import Formats
from newsdesk.gui.editor.lines import OBJECT_KINDS, Kind, Line
from newsdesk.gui.editor.overprint import Overprint
from newsdesk.gui.editor.surface import Surface

IDLE = 250
"""Milliseconds without typing or scrolling before lines are drawn."""

TOKENS = {"error": "error", "warning": "warn", "info": "info"}
FIELD_KINDS = {"caption": Kind.CAPTION, "credit": Kind.CREDIT}


class Placed(Protocol):
    """A finding as far as it is drawn. `start` and `end` are code points of the field's text."""

    @property
    def level(self) -> str: ...
    @property
    def block(self) -> str | None: ...
    @property
    def field(self) -> str | None: ...
    @property
    def start(self) -> int | None: ...
    @property
    def end(self) -> int | None: ...


class Underlines:
    """Draws findings as extra selections of the lines in view; a line that changed since loses its own."""

    def __init__(self, surface: Surface, overprint: Overprint, formats: Formats) -> None:
        self._surface = surface
        self._print = overprint.layer()
        self.formats = formats
        self._findings: Mapping[tuple[str, Kind | None], list[Placed]] = {}
        self._texts: dict[tuple[str, Kind | None], str] = {}
        self._idle = QTimer(surface, interval=IDLE, singleShot=True)
        self._idle.timeout.connect(self.draw)
        surface.verticalScrollBar().valueChanged.connect(self._wait)
        surface.document().contentsChanged.connect(self._wait)
        surface.cursorPositionChanged.connect(self._wait)

    def show(self, findings: Iterable[Placed]) -> None:
        """Draw these findings from now on, as far as they have a place in the text."""
        self._findings = {}
        grouped: dict[tuple[str, Kind | None], list[Placed]] = {}
        for finding in findings:
            if finding.block is not None and finding.start is not None and finding.end is not None:
                kind = FIELD_KINDS.get(finding.field or "")
                grouped.setdefault((finding.block, kind), []).append(finding)
        self._findings = grouped
        self._texts = {key: line.text for line in self._surface.lines if (key := _key(line)) in grouped}
        self.draw()

    def draw(self) -> None:
        """Draw now. While a word is composed nothing is drawn anew."""
        if not self._surface.composing:
            self._print(self._selections() if self._findings else ())

    def _wait(self) -> None:
        if self._findings:
            self._idle.start()

    def _selections(self) -> Iterator[QTextEdit.ExtraSelection]:
        caret = self._surface.selection().caret
        for index, _ in self._surface.visible():
            line = self._surface.lines[index]
            if line.kind in OBJECT_KINDS or self._texts.get(_key(line)) != line.text:
                continue
            for finding in self._findings.get(_key(line), ()):
                start, end = finding.start or 0, min(finding.end or 0, line.length)
                typing_here = self._surface.hasFocus() and caret.line == index
                if start < end and not (typing_here and _in_word(line.text, caret.offset, start, end)):
                    yield self._selection(Place(index, start), Place(index, end), finding.level)

    def _selection(self, start: Place, end: Place, level: str) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self.formats.theme.color(TOKENS.get(level, "info")))
        cursor = QTextCursor(self._surface.document())
        cursor.setPosition(self._surface.projection.position(start))
        cursor.setPosition(self._surface.projection.position(end), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = form
        return selection


def _key(line: Line) -> tuple[str, Kind | None]:
    return line.id, line.kind if line.kind in FIELD_KINDS.values() else None


def _in_word(text: str, caret: int, start: int, end: int) -> bool:
    """Whether the word at the caret, up to the caret, overlaps a stretch."""
    begin = caret
    while begin and not text[begin - 1].isspace():
        begin -= 1
    return begin < caret and start < caret and begin < end and caret <= end + 1
