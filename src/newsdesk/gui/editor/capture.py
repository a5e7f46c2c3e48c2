"""Notices what the toolkit did to the document and brings the lines after it, mending where it tore."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextDocument

from newsdesk.gui.editor.edit import block_end, block_start
from newsdesk.gui.editor.lines import OBJECT, OBJECT_KINDS, Line
from newsdesk.gui.editor.mirror import Mirror
from newsdesk.gui.editor.projection import Projection
from newsdesk.gui.editor.repair import repair


class Capture:
    """Remembers the paragraphs that changed until `reconcile` reads them again, those and no others."""

    def __init__(self, document: QTextDocument, mirror: Mirror, projection: Projection) -> None:
        self._document = document
        self._mirror = mirror
        self._projection = projection
        self._first: int | None = None
        self._tail = 0
        self._paused = 0
        self.repairs = 0
        # Without a layout the toolkit does not tell of changes.
        document.documentLayout()
        document.contentsChange.connect(self._note)

    @property
    def dirty(self) -> bool:
        """Whether something changed since the last `reconcile`."""
        return self._first is not None

    def forget(self) -> None:
        """What changed so far is known already."""
        self._first = None

    def _note(self, position: int, _: int, added: int) -> None:
        if self._paused:
            return
        count = self._document.blockCount()
        first = self._number_at(position, count)
        tail = count - 1 - self._number_at(position + added, count)
        if self._first is None:
            self._first, self._tail = first, tail
        else:
            self._first, self._tail = min(self._first, first), min(self._tail, tail)

    def _number_at(self, position: int, count: int) -> int:
        block = self._document.findBlock(position)
        return block.blockNumber() if block.isValid() else count - 1

    def reconcile(self) -> bool:
        """Read what changed into the mirror. Where it breaks a rule, mend the document and say so."""
        if self._first is None:
            return False
        first, self._first = self._first, None
        end = self._document.blockCount() - self._tail
        old_end = len(self._mirror.lines) - self._tail
        old = self._mirror.lines[first:old_end]
        new = _with_objects(self._projection.read(first, end - first), old)
        if len(old) != len(new) or not all(map(_only_text_changed, old, new)):
            self._mend(first, end, old_end)
            return True
        # A composition dirties the line after it too: what did not change is not touched.
        self._mirror.replace(first, len(old), new)
        return False

    def _mend(self, first: int, end: int, old_end: int) -> None:
        """Widen to whole blocks, so that repair sees what belongs together, and write it anew.

        It is written even when it is sound: joined paragraphs keep the faces they had.
        """
        lines = self._mirror.lines
        start = block_start(lines, min(first, len(lines) - 1))
        wide_end = block_end(lines, old_end - 1) if old_end > start else old_end
        old = lines[start:wide_end]
        raw = _with_objects(self._projection.read(start, end + wide_end - old_end - start), old)
        sound = repair(raw, self._mirror.taken_outside(start, len(old)))
        self.repairs += sound != raw
        with self.pausing():
            self._projection.rewrite(start, len(raw), sound)
        self._mirror.replace(start, len(old), sound)

    @contextmanager
    def pausing(self) -> Iterator[None]:
        """Take no notice of changes that the lines know of already."""
        self._paused += 1
        try:
            yield
        finally:
            self._paused -= 1


def _only_text_changed(old: Line, new: Line) -> bool:
    same = old.id == new.id and old.kind is new.kind
    return same and (OBJECT not in new.text) and (old.kind not in OBJECT_KINDS or not new.runs)


def _with_objects(raw: Sequence[Line], old: Sequence[Line]) -> list[Line]:
    """Give object lines read from the document their objects again: the document holds only their ids."""
    objects = {line.id: line.object for line in old if line.object is not None}
    return [replace(line, object=objects.get(line.id)) if line.kind in OBJECT_KINDS else line for line in raw]
