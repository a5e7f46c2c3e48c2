"""Commands on whole blocks: kinds, moving, inserting figures and other objects, pasting."""

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.article.identity import new_id
from newsdesk.article.text import Run, normalised
from newsdesk.gui.editor.edit import Edit, Go, Lines, Place, block_end, block_start, caret, head, joined, tail
from newsdesk.gui.editor.lines import LINE_BREAK, OBJECT_KINDS, PLAIN_KINDS, TEXT_KINDS, Kind, Line


def with_kind(lines: Lines, first: int, last: int, kind: Kind, go: Go) -> Edit:
    """Make all text lines from `first` to `last` of one kind; when they all are, paragraphs again."""
    texts = [line for line in lines[first : last + 1] if line.kind in TEXT_KINDS]
    target = Kind.PARAGRAPH if texts and all(line.kind is kind for line in texts) else kind
    new = tuple(
        replace(line, kind=target) if line.kind in TEXT_KINDS else line for line in lines[first : last + 1]
    )
    return Edit(first, len(new), new, go)


def moved(lines: Lines, first: int, last: int, step: int, go: Go) -> Edit | None:
    """Move the blocks of these lines one block up (`step` -1) or down (1); None at the edge."""
    start, end = block_start(lines, first), block_end(lines, last)
    block = tuple(lines[start:end])
    if step < 0:
        if start == 0:
            return None
        other = block_start(lines, start - 1)
        shift = other - start
        new = (*block, *lines[other:start])
        return Edit(other, end - other, new, _shifted(go, shift))
    if end == len(lines):
        return None
    other = block_end(lines, end)
    return Edit(start, other - start, (*lines[end:other], *block), _shifted(go, other - end))


def _shifted(go: Go, by: int) -> Go:
    return Go(replace(go.anchor, line=go.anchor.line + by), replace(go.caret, line=go.caret.line + by))


def with_objects(lines: Lines, place: Place, new: Sequence[Line]) -> Edit:
    """Put figures or other objects in: before the line when the caret is at its start, else after its block.

    The caret goes to the first caption; an object without caption is followed by a line to write on.
    """
    line = lines[place.line]
    before = line.kind in TEXT_KINDS and place.offset == 0
    start = place.line if before else block_end(lines, place.line)
    if new[0].kind is Kind.IMAGE:
        return Edit(start, 0, tuple(new), caret(start + 1, 0))
    end = start + len(new)
    if start < len(lines) and lines[start].kind in TEXT_KINDS:
        return Edit(start, 0, tuple(new), caret(end, 0))
    return Edit(start, 0, (*new, Line(Kind.PARAGRAPH, new_id())), caret(end, 0))


def pasted(lines: Lines, place: Place, incoming: Sequence[Line]) -> Edit | None:
    """Put lines in at the caret. The first and the last text line join the text around the caret."""
    host = lines[place.line]
    if not incoming:
        return None
    if host.kind in PLAIN_KINDS:
        return _pasted_plain(host, place, incoming)
    if host.kind in OBJECT_KINDS:
        start = block_end(lines, place.line)
        return Edit(start, 0, tuple(incoming), _end_of(incoming, start))
    if len(incoming) == 1 and incoming[0].kind in TEXT_KINDS:
        return _pasted_inline(host, place, incoming[0])
    return _pasted_blocks(host, place, incoming)


def _end_of(incoming: Sequence[Line], start: int) -> Go:
    return caret(start + len(incoming) - 1, incoming[-1].length)


def _pasted_plain(host: Line, place: Place, incoming: Sequence[Line]) -> Edit:
    text = " ".join(line.text.replace(LINE_BREAK, " ") for line in incoming if line.text)
    runs = normalised((*head(host, place.offset).runs, Run(text), *tail(host, place.offset).runs))
    return Edit(place.line, 1, (replace(host, runs=runs),), caret(place.line, place.offset + len(text)))


def _pasted_inline(host: Line, place: Place, line: Line) -> Edit:
    if not host.runs:
        changed = replace(host, kind=line.kind if host.kind is Kind.PARAGRAPH else host.kind, runs=line.runs)
    else:
        before, after = head(host, place.offset), tail(host, place.offset)
        changed = replace(host, runs=normalised((*before.runs, *line.runs, *after.runs)))
    return Edit(place.line, 1, (changed,), caret(place.line, place.offset + line.length))


def _pasted_blocks(host: Line, place: Place, incoming: Sequence[Line]) -> Edit:
    before, after = head(host, place.offset), tail(host, place.offset)
    new = list(incoming)
    if before.runs and new[0].kind in TEXT_KINDS:
        new[0] = joined(before, new[0])
    elif before.runs:
        new.insert(0, before)
    go = _end_of(new, place.line)
    if new[-1].kind in TEXT_KINDS:
        own = new[-1].id if before.runs else host.id
        new[-1] = replace(new[-1], id=own, runs=normalised((*new[-1].runs, *after.runs)))
    elif after.runs or not before.runs:
        new.append(replace(after, id=new_id() if before.runs else host.id))
        go = caret(place.line + len(new) - 1, 0)
    return Edit(place.line, 1, tuple(new), go)
