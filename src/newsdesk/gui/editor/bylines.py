"""The bylines under the standfirst: chips in the reporter's order, and a place to add more."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.article.model import Byline, Role
from newsdesk.article.splice import Change, FieldChange
from newsdesk.desk.signing import Person
from newsdesk.errors import NewsdeskError
from newsdesk.gui.editor.adder import Adder
from newsdesk.gui.editor.chip import MIME, Chip
from newsdesk.gui.flow import Flow
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript

Bylines = tuple[Byline, ...]


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
        self._flow = Flow(self)
        self._adder = Adder(self._suggest)
        self._adder.entered.connect(self._add)
        self._adder.left_up.connect(self.left_up)
        self._adder.left_down.connect(self.left_down)
        self._adder.left_back.connect(lambda: self._focus(len(self._chips) - 1))
        self._flow.addWidget(self._adder)
        manuscript.opened.connect(self._show)
        manuscript.changed.connect(self._follow)
        self._show()
        self.retranslate()

    def take_caret(self) -> None:
        """Let the reporter type a name."""
        self._adder.setFocus()

    def retranslate(self) -> None:
        """Say the words again."""
        self._adder.setPlaceholderText(self._kit.tr("+ Add an author"))
        self._adder.setAccessibleName(self._kit.tr("Add an author"))
        self.setAccessibleName(self._kit.tr("Bylines"))
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
            target = self._place_at(event.position().toPoint(), chip)
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
        index, self._renaming = self._renaming, None

        def sign(new: Bylines) -> None:
            if index is not None and index < len(self._bylines) and new:
                self._put(index, replace(self._bylines[index], name=new[0].name, person=new[0].person))
                return
            signed = {byline.name for byline in self._bylines}
            self._push((*self._bylines, *(byline for byline in new if byline.name not in signed)))

        self._kit.tasks.start(lambda _work: self._kit.desk.signing.bylines_of(text), sign, _stay_silent)

    def _push(self, bylines: Bylines) -> None:
        old = self._bylines
        if bylines != old:
            self._manuscript.push(FieldChange("bylines", old, bylines), origin=self)
            self._show()

    def _follow(self, change: Change, origin: object) -> None:
        if origin is not self and isinstance(change, FieldChange) and change.name == "bylines":
            self._show()

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(index, byline) for index, byline in enumerate(self._bylines)]
        for index, chip in enumerate(self._chips):
            self._flow.insert(index, chip)
            chip.show()
        self._order_focus()
        self.updateGeometry()

    def _order_focus(self) -> None:
        """Tab goes from chip to chip and then to the field."""
        for first, second in pairwise((*self._chips, self._adder)):
            self.setTabOrder(first, second)

    def _chip(self, index: int, byline: Byline) -> Chip:
        chip = Chip(byline, self._kit.icons, self._kit.wording, self._kit.tr)
        chip.setParent(self)
        chip.removed.connect(lambda: self._remove(index))
        chip.moved.connect(lambda by: self._move(index, by))
        chip.renaming.connect(lambda: self._rename(index))
        chip.role_chosen.connect(lambda role: self._choose_role(index, role))
        chip.contributor_chosen.connect(lambda on: self._put(index, replace(byline, contributor=on)))
        return chip

    def _choose_role(self, index: int, role: Role) -> None:
        self._put(index, replace(self._bylines[index], role=role))

    def _put(self, index: int, byline: Byline) -> None:
        bylines = list(self._bylines)
        bylines[index] = byline
        self._push(tuple(bylines))
        self._focus(index)

    def _remove(self, index: int) -> None:
        self._push(self._bylines[:index] + self._bylines[index + 1 :])
        self._focus(min(index, len(self._chips) - 1))

    def _move(self, index: int, by: int) -> None:
        target = max(0, min(len(self._bylines) - 1, index + by))
        bylines = list(self._bylines)
        bylines.insert(target, bylines.pop(index))
        self._push(tuple(bylines))
        self._focus(target)

    def _rename(self, index: int) -> None:
        """Let the name be typed anew; the signature keeps its place and its role."""
        self._renaming = index
        self._adder.setText(self._bylines[index].name)
        self._adder.setFocus()
        self._adder.selectAll()

    def _focus(self, index: int) -> None:
        if 0 <= index < len(self._chips):
            self._chips[index].setFocus()
        else:
            self._adder.setFocus()

    def _place_at(self, point: QPoint, moving: Chip) -> int:
        others = [chip for chip in self._chips if chip is not moving]
        before = [
            chip
            for chip in others
            if chip.geometry().bottom() < point.y()
            or (chip.geometry().top() <= point.y() and chip.geometry().center().x() < point.x())
        ]
        return len(before)


def _stay_silent(_problem: NewsdeskError) -> None:
    """Names are only an offer: without a directory the reporter types on."""
