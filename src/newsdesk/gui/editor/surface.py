"""The text edit under the page: its document follows the body, and every change of it becomes one splice."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from newsdesk.article.splice import Change, Splice
from newsdesk.gui.editor.capture import Capture
from newsdesk.gui.editor.edit import Edit, Go, Place, settled
from newsdesk.gui.editor.formats import GUTTER, Formats
from newsdesk.gui.editor.guards import enter
from newsdesk.gui.editor.lines import OBJECT_KINDS, Line
from newsdesk.gui.editor.mirror import Mirror
from newsdesk.gui.editor.projection import Projection
from newsdesk.gui.editor.removal import remove
from newsdesk.gui.editor.view import View
from newsdesk.gui.manuscript import Caret, Manuscript

BODY = "body"


class Surface(QTextEdit):
    """Shows the body of the manuscript and pushes what is done to it.

    The toolkit's own undo is off. Changes run inside `changing()`, which pushes one splice at its end;
    while a word is being composed nothing is pushed until the composition ends.
    """

    rested = Signal()
    """The caret may have moved, and lines and document are in step."""

    def __init__(self, manuscript: Manuscript, formats: Formats) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        document = self.document()
        document.setDocumentMargin(GUTTER)
        self.manuscript = manuscript
        self.mirror = Mirror()
        self.projection = Projection(document, formats)
        self.capture = Capture(document, self.mirror, self.projection)
        self.composing = False
        self._depth = 0
        self._before: Caret | None = None
        self._view = View(self)
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.catch_up)
        self.textChanged.connect(self._notice)
        self.cursorPositionChanged.connect(self._rest)
        manuscript.opened.connect(self._open)
        manuscript.changed.connect(self._follow)
        manuscript.caret_wanted.connect(self._want_caret)
        manuscript.settling.connect(self.settle)
        self._open()

    @contextmanager
    def changing(self, *, typing: bool = False) -> Iterator[None]:
        """Whatever is done inside becomes one undo step; `typing` lets it join the word being typed."""
        if self._before is None:
            self._before = self._caret()
        self._depth += 1
        try:
            yield
        finally:
            if self._depth == 1:
                self._reconcile()
            self._depth -= 1
            if not self._depth:
                if not self.composing:
                    self._hand_in(typing)
                self._rest()

    def apply(self, edit: Edit) -> None:
        """Make a change of lines, inside `changing()`."""
        self._reconcile()
        old = self.mirror.lines[edit.start : edit.start + edit.count]
        with self.capture.pausing():
            self.projection.replace(edit.start, old, edit.lines)
        self.mirror.replace(edit.start, edit.count, edit.lines)
        self.go(edit.go)

    def carry_out(self, answer: Edit | Go | None) -> None:
        """Make the change or the selection that a guard or command came to."""
        if isinstance(answer, Edit):
            with self.changing():
                self.apply(answer)
        elif answer is not None:
            self.go(answer)

    def make_room(self) -> None:
        """Have the caret where text can be written: the selection goes, beside an object a line is made."""
        if self.textCursor().hasSelection():
            go = self.selection()
            start, end = min(go.anchor, go.caret), max(go.anchor, go.caret)
            self.apply(remove(self.lines, start, end, to_write=True))
        if self.lines[self.textCursor().blockNumber()].kind in OBJECT_KINDS:
            answer = enter(self.lines, self.selection().caret)
            if isinstance(answer, Edit):
                self.apply(answer)

    @property
    def lines(self) -> list[Line]:
        """The body as lines; to be read only."""
        return self.mirror.lines

    def selection(self) -> Go:
        """What is selected, as places."""
        cursor = self.textCursor()
        caret = self.projection.place(cursor.position())
        if not cursor.hasSelection():
            return Go(caret, caret)
        return Go(self.projection.place(cursor.anchor()), caret)

    def go(self, go: Go) -> None:
        """Select; a bare caret beside an object selects the object."""
        go = settled(self.lines, go)
        anchor, position = self.projection.position(go.anchor), self.projection.position(go.caret)
        self._select(anchor, position)

    def settle(self) -> None:
        """End a composition and push what was held back for it."""
        if self.composing:
            self.commit_composition()
            self.composing = False
        self.catch_up()

    def commit_composition(self) -> None:
        """Ask the input method for the word it holds; it would be lost where the caret goes next."""
        QGuiApplication.inputMethod().commit()

    def show_again(self, formats: Formats) -> None:
        """Show the whole body anew in other colours and faces; caret and scroll position stay."""
        self.settle()
        cursor, scrolled = self.textCursor(), self.verticalScrollBar().value()
        anchor, position = cursor.anchor(), cursor.position()
        self.projection.formats = formats
        self._load()
        self._select(anchor, position)
        self.verticalScrollBar().setValue(scrolled)

    def visible(self) -> Iterator[tuple[int, QRectF]]:
        """The lines in view with their rectangles in the viewport."""
        return self._view.lines() if not self.capture.dirty else iter(())

    def _open(self) -> None:
        self.composing = False
        self._before = None
        self.mirror.load(self.manuscript.article.blocks)
        self._load()
        self.go(Go(Place(0, 0), Place(0, 0)))
        self.verticalScrollBar().setValue(0)

    def _load(self) -> None:
        with self._in_step():
            self.projection.load(self.lines)
        self.capture.forget()

    def _follow(self, change: Change, origin: object) -> None:
        if origin is self or not isinstance(change, Splice):
            return
        if self.mirror.changed or self.capture.dirty:
            # Only while a composition holds back a change: the article as it stands wins.
            self._open()
            return
        held = self.selection()
        start, old, new = self.mirror.follow(change)
        with self._in_step():
            self.projection.replace(start, old, new)
        self._hold(held, start, len(old), len(new))
        self._rest()

    def _hold(self, held: Go, start: int, old: int, new: int) -> None:
        """Keep a caret where it was when its own lines were written anew by someone else."""
        if old == new and start <= held.caret.line < start + old:
            self.go(held)

    def _want_caret(self, caret: Caret) -> None:
        if caret.place == BODY:
            self._select(caret.anchor, caret.position)
            self.setFocus()

    def _caret(self) -> Caret:
        cursor = self.textCursor()
        return Caret(BODY, cursor.anchor(), cursor.position())

    def _select(self, anchor: int, position: int) -> None:
        end, cursor = self.document().characterCount() - 1, self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _reconcile(self) -> None:
        caret = self._caret()
        if self.capture.reconcile():
            self._select(caret.anchor, caret.position)

    def _hand_in(self, typing: bool) -> None:
        before, self._before = self._before, None
        splice = self.mirror.take(self.manuscript.article.blocks)
        if splice is not None:
            self.manuscript.push(splice, origin=self, before=before, after=self._caret(), typing=typing)

    @contextmanager
    def _in_step(self) -> Iterator[None]:
        """Write to the document what the lines say already."""
        self._depth += 1
        with self.capture.pausing():
            yield
        self._depth -= 1

    def _rest(self) -> None:
        if not self._depth and not self.capture.dirty:
            self.rested.emit()

    def _notice(self) -> None:
        if self.capture.dirty and not self._depth:
            self._later.start()

    def catch_up(self) -> None:
        """Take over what the toolkit changed on its own, outside any key or command of ours."""
        if not self._depth and (self.capture.dirty or self.mirror.changed) and not self.composing:
            with self.changing():
                pass
