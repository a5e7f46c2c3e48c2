"""Find and replace in the open article: the bar, the places that were found, and the steps between them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from newsdesk.article.splice import Change
from newsdesk.desk.replacing import Swap, behind, replaced, replaced_at
from newsdesk.desk.seeking import Match, following, matches, preceding
from newsdesk.gui.editor.carets import Carets
from newsdesk.gui.editor.field import Field
from newsdesk.gui.editor.page import Page
from newsdesk.gui.editor.tints import Tints
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.seek_bar import MARGIN, SeekBar

PAUSE = 200
"""Milliseconds of rest in writing before the places are counted again."""


class Seeking(QObject):
    """Finds in the article as it stands; the caret goes to the places, the keys stay in the bar."""

    def __init__(self, kit: Kit, manuscript: Manuscript, page: Page, fields: Mapping[str, Field]) -> None:
        super().__init__(page)
        self._manuscript = manuscript
        self._page = page
        self._tr = kit.tr
        self._carets = Carets(page, fields)
        self._tints = Tints(page, fields, kit.appearance.theme)
        self._found: tuple[Match, ...] = ()
        self._chosen: tuple[Match, Match] | None = None
        self._again = QTimer(self, interval=PAUSE, singleShot=True)
        self.bar = SeekBar(page, kit.icons, kit.tr)
        self._connect(kit)
        for field in fields.values():
            field.cursorPositionChanged.connect(self._say_count)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What the commands of find and replace do."""
        return {
            "edit.find": self.open,
            "edit.replace": lambda: self.open(replacing=True),
            "edit.find_next": lambda: self._step(following),
            "edit.find_previous": lambda: self._step(preceding),
        }

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar and ask; a selected word is what is looked for first."""
        self._manuscript.settle()
        known = self._in_bar()
        if not known and (words := self._carets.selected_words()):
            known = True
            self.bar.words.setText(words)
        if replacing or self.bar.isHidden():
            self.bar.show_replacing(on=replacing)
        self.bar.show()
        self.bar.raise_()
        self._leave_room()
        self._count()
        line = self.bar.by if replacing and known and self.bar.wanted.text else self.bar.words
        line.setFocus()
        line.selectAll()

    def close(self) -> None:
        """Put the bar away; the caret is where it was or where the bar has taken it."""
        self._carets.take_focus()
        self.bar.hide()
        self._again.stop()
        self._tints.show(None)
        self._leave_room()

    def retranslate(self) -> None:
        """Say all words again."""
        self.bar.retranslate()
        self._say_count()

    def _connect(self, kit: Kit) -> None:
        bar = self.bar
        bar.changed.connect(self._look)
        bar.next_wanted.connect(lambda: self._step(following))
        bar.previous_wanted.connect(lambda: self._step(preceding))
        bar.replace_wanted.connect(self._replace)
        bar.replace_all_wanted.connect(self._replace_all)
        bar.left.connect(self.close)
        bar.resized.connect(self._leave_room)
        kit.application.focusChanged.connect(self._carets.follow_focus)
        kit.appearance.changed.connect(lambda: self._tints.set_theme(kit.appearance.theme))
        self._page.rested.connect(self._say_count)
        self._manuscript.opened.connect(self._wait)
        self._manuscript.changed.connect(lambda _change, _origin: self._wait())
        self._again.timeout.connect(self._count)

    def _wait(self) -> None:
        if self.bar.isVisible():
            self._again.start()

    def _leave_room(self) -> None:
        self._page.frame.set_headroom(0 if self.bar.isHidden() else self.bar.height() + MARGIN)

    def _look(self) -> None:
        """Something else is wanted: go to its first place from here on."""
        self._count()
        if self._found:
            self._go(following(self._manuscript.article, self._found, self._carets.here()))

    def _count(self) -> None:
        self._again.stop()
        self._found = matches(self._manuscript.article, self.bar.wanted)
        self._tints.show(self.bar.wanted if self.bar.isVisible() else None)
        self.bar.allow(found=bool(self._found))
        self._say_count()

    def _say_count(self) -> None:
        if self.bar.isHidden():
            return
        chosen = self._place_here()
        if not self.bar.wanted.text:
            self.bar.words.show_count("")
        elif not self._found:
            self.bar.words.show_count(self._tr("Not found"), missing=True)
        elif chosen is None:
            self.bar.words.show_count(str(len(self._found)))
        else:
            self.bar.words.show_count(f"{chosen + 1}/{len(self._found)}")

    def _here(self) -> Match:
        """The place that was gone to last as long as the caret has not left it, else the selection."""
        here = self._carets.here()
        return self._chosen[0] if self._chosen is not None and self._chosen[1] == here else here

    def _place_here(self) -> int | None:
        """Which of the places is selected."""
        here = self._here()
        if not self._found:
            return None
        index = following(self._manuscript.article, self._found, here)
        return index if self._found[index] == here else None

    def _step(self, way: Callable[..., int]) -> None:
        """Go to the next place or the one before; without one, ask what to look for."""
        self._manuscript.settle()
        self._count()
        if not self._found:
            self.open()
            return
        here = self._here()
        if way is following and here.end > here.start:
            here = Match(here.block, here.field, here.end, here.end)
        self._go(way(self._manuscript.article, self._found, here))

    def _go(self, index: int) -> None:
        match = self._found[index]
        self._carets.select(match)
        self._chosen = (match, self._carets.here())
        if not self._in_bar():
            self._carets.take_focus()
        self._say_count()

    def _replace(self) -> None:
        """Put other words in the selected place and go to the next one; first go to one."""
        self._manuscript.settle()
        self._count()
        index = self._place_here()
        if index is None:
            self._step(following)
            return
        match = self._found[index]
        swap = self._swap()
        self._write(replaced_at(self._manuscript.article, [match], swap))
        if self._found:
            self._go(following(self._manuscript.article, self._found, behind(match, swap)))

    def _replace_all(self) -> None:
        self._manuscript.settle()
        self._count()
        count = len(self._found)
        self._write(replaced(self._manuscript.article, self._swap()))
        self.bar.words.show_count(self._tr.plural("{count} replaced", "{count} replaced", count))

    def _swap(self) -> Swap:
        return Swap(self.bar.wanted, self.bar.by.text())

    def _write(self, changes: tuple[Change, ...]) -> None:
        """Put the other words in as one step; Ctrl+Z in the bar means that step now."""
        self._carets.unselect()
        self._manuscript.push_together(changes, origin=self)
        self._count()
        for line in (self.bar.words, self.bar.by):
            line.forget_typing()

    def _in_bar(self) -> bool:
        focus = self.bar.window().focusWidget()
        return self.bar.isVisible() and focus is not None and self.bar.isAncestorOf(focus)
