"""Which keystrokes belong to one undo step: a word goes together, however the keyboard sends it.

Input methods such as Unikey type Vietnamese by backspaces and letters: "tọa" comes as t, o, a, two
backspaces, ọ, a. That is one word to the reporter, so it is one step.
"""

from dataclasses import dataclass
from math import isqrt

from newsdesk.article.blocks import (
    Block,
    Box,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    text_of,
)
from newsdesk.article.model import Source
from newsdesk.article.splice import Change, FieldChange, Splice

PAUSE = 3.0
"""Seconds after which typing starts a new step."""

BURST = 0.3
"""Seconds within which a deletion and the letters after it are one movement of an input method."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """What one typing change did to one text: at `at`, `removed` became `inserted`."""

    text: str
    at: int
    removed: str
    inserted: str

    @property
    def deletes(self) -> bool:
        """Whether it only takes away."""
        return bool(self.removed) and not self.inserted


def stroke_of(change: Change) -> Stroke | None:
    """Read a change as typing in one text; None when it is something else.

    Typing over a selection of blocks leaves one: what follows in it goes into the same step.
    """
    match change:
        case FieldChange(name, str(before), str(after)):
            return _stroke(name, before, after)
        case FieldChange(name, Source() | None as before, Source() | None as after):
            return _source_stroke(name, before or Source(), after or Source())
        case Splice(_, (old,), (new,)) if old.id == new.id and type(old) is type(new):
            return _block_stroke(old, new)
        case Splice(_, _, (Paragraph() | Heading() | Quote() | ListItem() | Box() as new,)):
            return Stroke(new.id, 0, "", "")
    return None


def _block_stroke(old: Block, new: Block) -> Stroke | None:
    if isinstance(old, Figure) and isinstance(new, Figure):
        for name in ("caption", "credit", "alt"):
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                return _stroke(f"{old.id}.{name}", before, after)
        return _stroke(f"{old.id}.people", ", ".join(old.people), ", ".join(new.people))
    if isinstance(old, Embed):
        return None
    return _stroke(old.id, text_of(old), text_of(new))


def _source_stroke(name: str, old: Source, new: Source) -> Stroke:
    if old.label != new.label:
        return _stroke(f"{name}.label", old.label, new.label)
    return _stroke(f"{name}.url", old.url, new.url)


def _stroke(text: str, before: str, after: str) -> Stroke:
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return Stroke(text, start, before[start : len(before) - end], after[start : len(after) - end])


def _common(first: str, second: str) -> int:
    """The length of the common start, by stretches first: comparing slices is far faster than a loop here."""
    shorter, start = min(len(first), len(second)), 0
    stretch = max(64, isqrt(shorter))
    while start < shorter and first[start : start + stretch] == second[start : start + stretch]:
        start += stretch
    while start < shorter and first[start] == second[start]:
        start += 1
    return min(start, shorter)


def goes_on(last: Stroke, now: Stroke, pause: float) -> bool:
    """Whether `now` goes into the step that `last` ended, `pause` seconds ago."""
    if last.text != now.text or pause > PAUSE:
        return False
    if now.deletes:
        return last.deletes and (last.removed.isspace() or not now.removed.isspace())
    after_space = now.inserted[:1].isspace() or last.inserted[-1:].isspace()
    return not (after_space and now.inserted.strip())


def same_word(deletion: Stroke, now: Stroke, pause: float) -> bool:
    """Whether a deletion and the letters after it rewrite the end of a word, as input methods do."""
    within = not any(character.isspace() for character in deletion.removed)
    return deletion.deletes and within and deletion.text == now.text and bool(now.inserted) and pause <= BURST
