"""Lines ↔ the toolkit's document. The lines are the truth; the document shows them and takes the typing.

Places count code points, the toolkit counts UTF-16 units; they part at the first emoji.
"""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from newsdesk.article.text import Run, Runs, normalised
from newsdesk.gui.editor.edit import Place
from newsdesk.gui.editor.formats import ID, KIND, MARKS, MARKS_OF_BITS, OBJECT_TYPE, Formats
from newsdesk.gui.editor.lines import OBJECT, OBJECT_KINDS, PLAIN_KINDS, Kind, Line
from newsdesk.gui.editor.repair import flattened

Keep = QTextCursor.MoveMode.KeepAnchor
Op = QTextCursor.MoveOperation
KINDS = {kind.value: kind for kind in Kind}


class Projection:
    """Writes lines into a document and reads them back."""

    def __init__(self, document: QTextDocument, formats: Formats) -> None:
        self.formats = formats
        self._document = document

    def load(self, lines: Sequence[Line]) -> None:
        """Show these lines and no others."""
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        self._become(cursor, lines[0])
        for line in lines[1:]:
            self._append(cursor, line)
        cursor.endEditBlock()

    def replace(self, start: int, old: Sequence[Line], new: Sequence[Line]) -> None:
        """Show `new` where `old` stands from paragraph `start` on; equal ends are left alone."""
        head, shorter = 0, min(len(old), len(new))
        while head < shorter and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        self.rewrite(start + head, len(old) - head - tail, new[head : len(new) - tail])

    def rewrite(self, start: int, count: int, new: Sequence[Line]) -> None:
        """Show `new` in place of `count` paragraphs from `start` on."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        if count and new:
            self._overwrite(cursor, start, count, new)
        elif count:
            self._delete(cursor, start, count)
        elif new:
            self._insert(cursor, start, new)
        cursor.endEditBlock()

    def _overwrite(self, cursor: QTextCursor, start: int, count: int, new: Sequence[Line]) -> None:
        first, last = self._block(start), self._block(start + count - 1)
        cursor.setPosition(first.position())
        cursor.setPosition(last.position() + last.length() - 1, Keep)
        cursor.removeSelectedText()
        self._become(cursor, new[0])
        for line in new[1:]:
            self._append(cursor, line)

    def _insert(self, cursor: QTextCursor, start: int, new: Sequence[Line]) -> None:
        if start == self._document.blockCount():
            cursor.movePosition(Op.End)
            for line in new:
                self._append(cursor, line)
            return
        below = self._block(start)
        kept_block, kept_text = below.blockFormat(), below.charFormat()
        cursor.setPosition(below.position())
        for line in new:
            cursor.insertBlock(kept_block, kept_text)
            cursor.movePosition(Op.PreviousBlock)
            self._become(cursor, line)
            cursor.movePosition(Op.NextBlock)

    def _delete(self, cursor: QTextCursor, start: int, count: int) -> None:
        """Remove whole paragraphs. Joining carries a format over, so the survivor is given its own again."""
        first, after = self._block(start), self._block(start + count)
        if after.isValid():
            survivor, begin, end = after, first.position(), after.position()
        else:
            survivor = first.previous()
            begin = survivor.position() + survivor.length() - 1
            end = self._document.characterCount() - 1
        kept_block, kept_text = survivor.blockFormat(), survivor.charFormat()
        cursor.setPosition(begin)
        cursor.setPosition(end, Keep)
        cursor.removeSelectedText()
        cursor.setBlockFormat(kept_block)
        cursor.setBlockCharFormat(kept_text)

    def _become(self, cursor: QTextCursor, line: Line) -> None:
        """Make the empty paragraph at the cursor this line."""
        unmarked = self.formats.text(line.kind)
        cursor.setBlockFormat(self.formats.block(line))
        cursor.setBlockCharFormat(unmarked)
        cursor.setCharFormat(unmarked)
        self._put(cursor, line)

    def _append(self, cursor: QTextCursor, line: Line) -> None:
        cursor.insertBlock(self.formats.block(line), self.formats.text(line.kind))
        self._put(cursor, line)

    def _put(self, cursor: QTextCursor, line: Line) -> None:
        if line.kind in OBJECT_KINDS:
            cursor.insertText(OBJECT, self.formats.object())
        for run in line.runs:
            cursor.insertText(run.text, self.formats.text(line.kind, run))

    def read(self, start: int, count: int) -> list[Line]:
        """The lines of `count` paragraphs from `start` on, as they stand; objects are left out."""
        block, lines = self._block(start), []
        for _ in range(count):
            lines.append(read_line(block))
            block = block.next()
        return lines

    def position(self, place: Place) -> int:
        """Where a place is in the document, in its UTF-16 units."""
        block = self._block(place.line)
        text = block.text()
        if len(text) == block.length() - 1:
            return block.position() + min(place.offset, len(text))
        return block.position() + utf16_length(text[: place.offset])

    def place(self, position: int) -> Place:
        """The place at a document position."""
        block = self._document.findBlock(position)
        return Place(block.blockNumber(), offset_in(block, position))

    def _block(self, number: int) -> QTextBlock:
        return self._document.findBlockByNumber(number)


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text) + sum(character > "\uffff" for character in text)


def offset_in(block: QTextBlock, position: int) -> int:
    """The code-point offset of a document position in its paragraph."""
    units, text = position - block.position(), block.text()
    if len(text) == block.length() - 1:
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def read_line(block: QTextBlock) -> Line:
    """One paragraph as a line. A lost or doubled object shows as stray text, so that repair sees it."""
    block_format = block.blockFormat()
    kind = KINDS.get(block_format.stringProperty(KIND), Kind.PARAGRAPH)
    runs, objects = _read_runs(block)
    if kind in OBJECT_KINDS and objects != 1:
        runs = (*runs, Run(OBJECT * (objects + 1)))
    elif kind not in OBJECT_KINDS and objects:
        runs = (*runs, Run(OBJECT * objects))
    elif kind in PLAIN_KINDS:
        runs = flattened(runs)
    return Line(kind, block_format.stringProperty(ID), runs)


def _read_runs(block: QTextBlock) -> tuple[Runs, int]:
    runs: list[Run] = []
    objects = 0
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        text, text_format = fragment.text(), fragment.charFormat()
        if text_format.objectType() == OBJECT_TYPE:
            objects += text.count(OBJECT)
        else:
            marks = MARKS_OF_BITS[text_format.intProperty(MARKS)]
            runs.append(Run(text, marks, text_format.anchorHref() or None))
        fragments += 1
    return normalised(runs), objects
