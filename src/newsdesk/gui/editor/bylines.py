"""The bylines under the standfirst: chips in the reporter's order, and a place to add more."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise, takewhile

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.article.model import Byline
from newsdesk.article.splice import Change, FieldChange
from newsdesk.desk.signing import Person
from newsdesk.errors import NewsdeskError
from newsdesk.gui.editor.adder import Adder
from newsdesk.gui.editor.chip import MIME, Chip
from newsdesk.gui.editor.signatures import Bylines, added, changed, moved, removed, renamed
from newsdesk.gui.flow import Flow
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Caret, Manuscript


class BylineBar(QWidget):
    """Changes the bylines of the manuscript. `left_up` and `left_down` pass the caret on."""

    left_up = Signal()
    left_down = Signal()

    def __init__(self, kit: Kit, manuscript: Manuscript) -> None:
        super().__init__()
        self.setObjectName("bylines")
        self.setAcceptDrops(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._kit = kit
        self._manuscript = manuscript
        self._chips: list[Chip] = []
        self._renaming: int | None = None
        self._neighbours: tuple[QWidget, ...] = ()
        self._flow = Flow(self)
        self._adder = Adder(self._suggest)
        self._adder.entered.connect(self._add)
        self._adder.given_up.connect(self._stop_renaming)
        self._adder.left_up.connect(self.left_up)
        self._adder.left_down.connect(self.left_down)
        self._adder.left_back.connect(lambda: self._focus(len(self._chips) - 1))
        self._flow.addWidget(self._adder)
        manuscript.opened.connect(self._show)
        manuscript.changed.connect(self._follow)
        manuscript.caret_wanted.connect(self._want_caret)
        manuscript.settling.connect(self._adder.settle)
        self.retranslate()

    def stand_between(self, before: QWidget, after: QWidget) -> None:
        """Be reached by Tab from the one widget and lead to the other."""
        self._neighbours = (before, after)
        self._order_focus()

    def take_caret(self) -> None:
        """Let the reporter type a name."""
        self._adder.setFocus()

    def retranslate(self) -> None:
        """Say the words again."""
        self._adder.setPlaceholderText(self._kit.tr("+ Add an author"))
        self._adder.setAccessibleName(self._kit.tr("Add an author"))
        self.setAccessibleName(self._kit.tr("Bylines"))
        self._drop_from(0)
        self._show()

    def minimumSizeHint(self) -> QSize:
        # One line: the layout alone would ask for room for all chips below each other.
        return QSize(self._adder.width(), self._adder.sizeHint().height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME) and event.source() in self._chips:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        chip = event.source()
        if isinstance(chip, Chip) and chip in self._chips:
            event.acceptProposedAction()
            index = self._chips.index(chip)
            others = (each for each in self._chips if each is not chip)
            target = _place_at(event.position().toPoint(), others)
            self._move(index, target - index)

    @property
    def _bylines(self) -> Bylines:
        return self._manuscript.article.bylines

    def _suggest(self, typed: str, show: Callable[[list[str]], None]) -> None:
        def found(people: tuple[Person, ...]) -> None:
            signed = {byline.name for byline in self._bylines}
            show([person.name for person in people if person.name not in signed])

        self._kit.tasks.start(lambda _work: self._kit.desk.signing.people(typed), found, _stay_silent)

    def _add(self, text: str) -> None:
        """Sign with the names of a text.

        The names are looked up at once and not in a worker: the article may be saved or closed next.
        """
        index, self._renaming = self._renaming, None
        try:
            new = self._kit.desk.signing.bylines_of(text)
        except NewsdeskError:
            new = (Byline(text),)
        if index is not None and index < len(self._bylines):
            self._push(renamed(self._bylines, index, new))
        else:
            self._push(added(self._bylines, new))

    def _push(self, bylines: Bylines) -> None:
        old = self._bylines
        if bylines != old:
            here = self._caret()
            self._manuscript.push(FieldChange("bylines", old, bylines), origin=self, before=here, after=here)
            self._show()

    def _caret(self) -> Caret:
        """The chip with the focus by its number; the field to type in stands after the last one."""
        index = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), len(self._chips))
        return Caret("bylines", index, index)

    def _want_caret(self, caret: Caret) -> None:
        if caret.place == "bylines":
            self._focus(caret.position)

    def _stop_renaming(self) -> None:
        self._renaming = None

    def _follow(self, change: Change, origin: object) -> None:
        if origin is not self and isinstance(change, FieldChange) and change.name == "bylines":
            self._show()

    def _show(self) -> None:
        """Show the signatures as they are; chips before the first change stay, one may have the focus."""
        self._renaming = None
        pairs = zip(self._chips, self._bylines, strict=False)
        kept = sum(1 for _ in takewhile(lambda pair: pair[0].byline == pair[1], pairs))
        self._drop_from(kept)
        for index, byline in enumerate(self._bylines[kept:], start=kept):
            chip = self._chip(index, byline)
            self._chips.append(chip)
            self._flow.insert(index, chip)
            chip.show()
        self._order_focus()
        self.updateGeometry()

    def _drop_from(self, index: int) -> None:
        for chip in self._chips[index:]:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del self._chips[index:]

    def _order_focus(self) -> None:
        """Tab goes from chip to chip and then to the field, between what stands around the bar."""
        before, after = self._neighbours[:1], self._neighbours[1:]
        for first, second in pairwise((*before, *self._chips, self._adder, *after)):
            self.setTabOrder(first, second)

    def _chip(self, index: int, byline: Byline) -> Chip:
        chip = Chip(byline, self._kit.icons, self._kit.wording, self._kit.tr)
        chip.setParent(self)
        chip.removed.connect(lambda: self._remove(index))
        chip.moved.connect(lambda by: self._move(index, by))
        chip.walked.connect(lambda by: self._walk(index + by))
        chip.renaming.connect(lambda: self._rename(index))
        chip.role_chosen.connect(lambda role: self._put(index, replace(byline, role=role)))
        chip.contributor_chosen.connect(lambda on: self._put(index, replace(byline, contributor=on)))
        return chip

    def _put(self, index: int, byline: Byline) -> None:
        self._push(changed(self._bylines, index, byline))
        self._focus(index)

    def _remove(self, index: int) -> None:
        self._push(removed(self._bylines, index))
        self._focus(min(index, len(self._chips) - 1))

    def _move(self, index: int, by: int) -> None:
        target = max(0, min(len(self._bylines) - 1, index + by))
        self._push(moved(self._bylines, index, target))
        self._focus(target)

    def _walk(self, index: int) -> None:
        if index < 0:
            self.left_up.emit()
        else:
            self._focus(index)

    def _rename(self, index: int) -> None:
        """Let the name be typed anew; the signature keeps its place and its role."""
        self._adder.begin(self._bylines[index].name)
        self._renaming = index

    def _focus(self, index: int) -> None:
        if 0 <= index < len(self._chips):
            self._chips[index].setFocus()
        else:
            self._adder.setFocus()


def _place_at(point: QPoint, chips: Iterable[Chip]) -> int:
    """How many of the chips stand before a point, line by line."""

    def before(area: QRect) -> bool:
        beside = area.top() <= point.y() and area.center().x() < point.x()
        return area.bottom() < point.y() or beside

    return sum(before(chip.geometry()) for chip in chips)


def _stay_silent(_problem: NewsdeskError) -> None:
    """Names are only an offer: without a directory the reporter types on."""
