"""The open article and its one undo history: body, headline, bylines, alt text, everything."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.splice import FIELDS, Change, FieldChange, apply, between, inverse, merged
from newsdesk.gui.bursts import Stroke, goes_on, same_word, stroke_of


@dataclass(frozen=True, slots=True)
class Caret:
    """A selection. `place` is "body" or a field's name; its view knows what the numbers mean."""

    place: str
    anchor: int
    position: int


@dataclass(frozen=True, slots=True)
class Step:
    """One undo step. `stroke` is the last typing in it, None for a step that nothing joins."""

    changes: tuple[Change, ...]
    before: Caret | None
    after: Caret | None
    stroke: Stroke | None
    at: float


class Manuscript(QObject):
    """Holds the article being written; every view pushes its changes here and follows those of others."""

    opened = Signal()
    changed = Signal(object, object)
    history_changed = Signal()
    caret_wanted = Signal(object)
    settling = Signal()
    """Views push what they hold back (a half-typed word) when they hear this."""

    def __init__(
        self,
        article: Article | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        limit: int = 5000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._article = article or Article(new_id())
        self._clock = clock
        self._limit = limit
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def article(self) -> Article:
        """The article as it stands."""
        return self._article

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    def open(self, article: Article) -> None:
        """Turn to another article; its history starts empty."""
        self.settle()
        self._article = article
        self._done.clear()
        self._undone.clear()
        self.opened.emit()
        self.history_changed.emit()

    def settle(self) -> None:
        """Have every view hand in what it holds back; to be called before saving, sending or closing."""
        self.settling.emit()

    def push(
        self,
        change: Change,
        *,
        origin: object,
        before: Caret | None = None,
        after: Caret | None = None,
        typing: bool = False,
    ) -> None:
        """Make a change and remember it; `typing` lets it join the step of the word being typed.

        Raises:
            ValueError: the change does not start from what the article holds.
        """
        article = apply(self._article, change)
        stroke = stroke_of(change) if typing else None
        self._remember(Step((change,), before, after, stroke, self._clock()))
        self._article = article
        self.changed.emit(change, origin)
        self.history_changed.emit()

    def push_together(self, changes: tuple[Change, ...], *, origin: object) -> None:
        """Make several changes as one undo step; each starts from what the one before left.

        Raises:
            ValueError: a change does not start from what the article holds.
        """
        if not changes:
            return
        article = self._article
        for change in changes:
            article = apply(article, change)
        self._remember(Step(changes, None, None, None, self._clock()))
        self._run(changes, origin)

    def accept(self, change: FieldChange) -> None:
        """Take over a change that happened elsewhere (the CMS moved the article on); undo leaves it alone.

        Raises:
            ValueError: the change does not start from what the article holds.
        """
        self._article = apply(self._article, change)
        self.changed.emit(change, None)

    def become(self, article: Article, *, origin: object) -> None:
        """Turn the article into another state of itself (a restored revision) as one undo step."""
        self.settle()
        old = self._article
        fields = (FieldChange(name, getattr(old, name), getattr(article, name)) for name in sorted(FIELDS))
        changes: list[Change] = [change for change in fields if change.old != change.new]
        splice = between(old.blocks, article.blocks)
        self.push_together((*changes, *((splice,) if splice else ())), origin=origin)

    def undo(self) -> None:
        """Take the last step back."""
        self.settle()
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._run(tuple(inverse(change) for change in reversed(step.changes)), None)
            self._want(step.before)

    def redo(self) -> None:
        """Do the step that was taken back last again."""
        self.settle()
        if self._undone:
            step = self._undone.pop()
            self._done.append(replace(step, stroke=None))
            self._run(step.changes, None)
            self._want(step.after)

    def _run(self, changes: tuple[Change, ...], origin: object) -> None:
        for change in changes:
            self._article = apply(self._article, change)
            self.changed.emit(change, origin)
        self.history_changed.emit()

    def _want(self, caret: Caret | None) -> None:
        if caret is not None:
            self.caret_wanted.emit(caret)

    def _remember(self, step: Step) -> None:
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last is not None and (whole := _joined(last, step)) is not None:
            self._done.pop()
            rewritten = _rewrites_word(last, step) and self._done
            step = (rewritten and _over_word(self._done[-1], whole)) or whole
            if step is not whole:
                self._done.pop()
        if any(change.old != change.new for change in step.changes):
            self._done.append(step)
        del self._done[: -self._limit]


def _joined(last: Step, step: Step) -> Step | None:
    """Both steps as one when typing went on where it was."""
    if last.stroke is None or step.stroke is None or last.after != step.before:
        return None
    if not goes_on(last.stroke, step.stroke, step.at - last.at):
        return None
    return _as_one(last, step)


def _rewrites_word(last: Step, step: Step) -> bool:
    if last.stroke is None or not last.stroke.deletes or step.stroke is None:
        return False
    deletion = stroke_of(last.changes[0])
    if deletion is None:
        return False
    return same_word(deletion, step.stroke, step.at - last.at)


def _over_word(word: Step, rewriting: Step) -> Step | None:
    """The word as it was typed and its rewriting as one step."""
    if word.stroke is None or rewriting.stroke is None or word.after != rewriting.before:
        return None
    if word.stroke.text != rewriting.stroke.text or word.stroke.inserted[-1:].isspace():
        return None
    return _as_one(word, rewriting)


def _as_one(first: Step, second: Step) -> Step | None:
    whole = merged(first.changes[0], second.changes[0])
    if whole is None:
        return None
    return Step((whole,), first.before, second.after, second.stroke, second.at)
