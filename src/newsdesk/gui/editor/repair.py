"""Bring any lines whatever into order without losing text: the net under the guards."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from newsdesk.article.blocks import Divider, Embed, Figure
from newsdesk.article.identity import new_id
from newsdesk.article.text import Run, Runs, normalised
from newsdesk.gui.editor.lines import (
    LINE_BREAK,
    OBJECT,
    OBJECT_KINDS,
    PLAIN_KINDS,
    TEXT_KINDS,
    Kind,
    Line,
)

OBJECT_TYPES = {Kind.EMBED: Embed, Kind.DIVIDER: Divider}


def repair(lines: Sequence[Line], taken: Callable[[str], bool] = lambda _: False) -> list[Line]:
    """Make lines sound: whole figures, ids unique and not `taken`, no stray object character, not empty.

    Sound lines come back equal. A caption or credit that lost its image becomes a paragraph.
    """
    mender = _Mender(taken)
    index = 0
    while index < len(lines):
        index += mender.take(lines, index)
    return mender.lines or [Line(Kind.PARAGRAPH, new_id())]


class _Mender:
    def __init__(self, taken: Callable[[str], bool]) -> None:
        self.lines: list[Line] = []
        self._taken = taken
        self._seen: set[str] = set()

    def take(self, lines: Sequence[Line], index: int) -> int:
        """Mend the block at `index`; return how many lines it used up."""
        line = lines[index]
        if line.kind is Kind.IMAGE and isinstance(line.object, Figure):
            return self._figure(line, line.object, lines[index + 1 : index + 3])
        block = line.object
        if isinstance(block, Embed | Divider) and isinstance(block, OBJECT_TYPES.get(line.kind, ())):
            self._object(line, block)
        elif line.kind in TEXT_KINDS:
            self.lines.append(Line(line.kind, self._own_id(line.id), without_objects(line.runs)))
        else:
            self._rest(without_objects(line.runs))
        return 1

    def _figure(self, image: Line, figure: Figure, following: Sequence[Line]) -> int:
        texts: dict[Kind, Runs] = {}
        used = 1
        for kind, line in zip((Kind.CAPTION, Kind.CREDIT), following, strict=False):
            if line.kind is not kind or line.id != image.id:
                break
            texts[kind] = line.runs
            used += 1
        own = self._own_id(image.id)
        self.lines.append(Line(Kind.IMAGE, own, (), replace(figure, id=own, caption="", credit="")))
        for kind in (Kind.CAPTION, Kind.CREDIT):
            self.lines.append(Line(kind, own, flattened(texts.get(kind, ()))))
        self._rest(without_objects(image.runs))
        return used

    def _object(self, line: Line, block: Embed | Divider) -> None:
        own = self._own_id(line.id)
        self.lines.append(Line(line.kind, own, (), replace(block, id=own)))
        self._rest(without_objects(line.runs))

    def _rest(self, runs: Runs) -> None:
        if runs:
            self.lines.append(Line(Kind.PARAGRAPH, self._own_id(""), runs))

    def _own_id(self, wanted: str) -> str:
        own = wanted if wanted and wanted not in self._seen and not self._taken(wanted) else new_id()
        self._seen.add(own)
        return own


def without_objects(runs: Iterable[Run]) -> Runs:
    """The runs without stray object characters."""
    return normalised(Run(run.text.replace(OBJECT, ""), run.marks, run.href) for run in runs)


def flattened(runs: Iterable[Run]) -> Runs:
    """The runs as a caption holds them: one line, no marks."""
    return normalised(Run(run.text.replace(OBJECT, "").replace(LINE_BREAK, " ")) for run in runs)


def broken(lines: Sequence[Line]) -> str:
    """Why lines are not sound, empty when they are: the invariants that tests and repair hold to."""
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if line.kind in PLAIN_KINDS:
            before = lines[index - 1] if index else None
            wanted = Kind.IMAGE if line.kind is Kind.CAPTION else Kind.CAPTION
            if before is None or before.kind is not wanted or before.id != line.id:
                return f"line {index}: {line.kind} without its figure"
            if line.runs != flattened(line.runs):
                return f"line {index}: {line.kind} with marks or breaks"
            continue
        if not line.id or line.id in seen:
            return f"line {index}: id {line.id!r} missing or used twice"
        seen.add(line.id)
        if reason := _broken_block(lines, index):
            return f"line {index}: {reason}"
    return "" if lines else "no line"


def _broken_block(lines: Sequence[Line], index: int) -> str:
    line = lines[index]
    if (line.kind in OBJECT_KINDS) != (line.object is not None):
        return "object line without object, or the reverse"
    if line.object is not None and (line.runs or line.object.id != line.id):
        return "object line with text or a foreign object"
    if OBJECT in line.text:
        return "stray object character"
    following = tuple(after.kind for after in lines[index + 1 : index + 3])
    if line.kind is Kind.IMAGE and following != (Kind.CAPTION, Kind.CREDIT):
        return "figure not whole"
    return ""
