"""The photo the caret is in: what it is, its words, and what its file says of itself."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from newsdesk.article.blocks import Figure
from newsdesk.article.edits import edit_figure
from newsdesk.article.photo import Photo
from newsdesk.article.splice import Change, Splice, between
from newsdesk.desk.checking import Finding
from newsdesk.desk.labelling import split_labels
from newsdesk.errors import NewsdeskError
from newsdesk.gui.editor.previews import Previews
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Caret, Manuscript
from newsdesk.gui.panels.nothing import Nothing
from newsdesk.gui.panels.offer import Offer
from newsdesk.gui.panels.remark import Remark
from newsdesk.gui.panels.sizes import described
from newsdesk.gui.panels.text_box import TextBox
from newsdesk.gui.panels.thumbnail import Thumbnail
from newsdesk.gui.rows import Pages, clear, field, label
from newsdesk.system.locale import N_

CAPTIONS: Final = {
    "caption": N_("Caption"),
    "credit": N_("Credit"),
    "alt": N_("Alt text"),
    "people": N_("People, from left to right"),
}
HINTS: Final = {
    "caption": N_("What, where, when, who"),
    "credit": N_("Who took the photo"),
    "alt": N_("The photo for those who cannot see it"),
    "people": N_("Names, separated by commas"),
}
TICKS: Final = {"decorative": N_("Decorative: needs no alt text"), "ai_made": N_("Made by AI")}
PLACE = "figure"


class PhotoPanel(QFrame):
    """Changes the figure the caret is in. `wanted` asks to be shown with the figure of this id."""

    wanted = Signal(str)

    def __init__(self, kit: Kit, manuscript: Manuscript, previews: Previews) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._kit = kit
        self._manuscript = manuscript
        self._figure: Figure | None = None
        self._photo: Photo | None = None
        self._findings: tuple[Finding, ...] = ()
        self.thumbnail = Thumbnail(previews, kit.appearance, kit.icons)
        self.boxes = {name: TextBox(least=2 if name in ("caption", "alt") else 1) for name in CAPTIONS}
        self.offers = {name: Offer() for name in CAPTIONS}
        self.ticks = {name: QCheckBox() for name in TICKS}
        self.file = label("file", wrap=True)
        self.facts = label("small", wrap=True)
        self._captions = {name: QLabel() for name in CAPTIONS}
        self.remarks: tuple[str, ...] = ()
        self._remarks = QVBoxLayout()
        self.empty = Nothing("photo", kit.icons)
        self._form = QWidget()
        self._pages = Pages(self.empty, self._form)
        self._arrange()
        self._connect()
        self.retranslate()

    @property
    def figure(self) -> str:
        """The id of the figure that is shown, empty when there is none."""
        return self._figure.id if self._figure else ""

    def show_figure(self, block_id: str) -> None:
        """Show a figure of the article, or (empty) that there is none to show."""
        for box in self.boxes.values():
            box.settle()
        self._figure = _find(self._manuscript, block_id)
        self._photo = None
        self._pages.turn(self._form if self._figure else self.empty)
        for name, box in self.boxes.items():
            box.place = f"{PLACE}:{self.figure}:{name}"
        self._show()
        self._show_findings()
        self._ask_photo()

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Say what the checks found in photos."""
        self._findings = tuple(findings)
        self._show_findings()

    def take_caret(self, name: str) -> None:
        """Put the caret into a field of the figure that is shown."""
        if name in self.boxes and self._figure is not None:
            self.boxes[name].setFocus()

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        for name, box in self.boxes.items():
            self._captions[name].setText(tr(CAPTIONS[name]))
            box.setAccessibleName(tr(CAPTIONS[name]))
            box.setPlaceholderText(tr(HINTS[name]))
        for name, tick in self.ticks.items():
            tick.setText(tr(TICKS[name]))
        self.empty.say(tr("No photo is selected"), tr("Click a photo on the page to describe it here."))
        self._show()
        self._show_findings()

    def _arrange(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(12)
        form.addWidget(self.thumbnail)
        facts = QVBoxLayout()
        facts.setSpacing(1)
        facts.addWidget(self.file)
        facts.addWidget(self.facts)
        form.addLayout(facts)
        form.addLayout(self._remarks)
        self._remarks.setSpacing(2)
        for name, box in self.boxes.items():
            column = field(self._captions[name], box)
            column.addWidget(self.offers[name])
            if name == "alt":
                column.addWidget(self.ticks["decorative"])
            form.addLayout(column)
        form.addWidget(self.ticks["ai_made"])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 24)
        column.addWidget(self._pages)
        column.addStretch()

    def _connect(self) -> None:
        for name, box in self.boxes.items():
            box.edited.connect(self._writer(name))
            self.offers[name].taken.connect(self._taker(name))
            self._manuscript.settling.connect(box.settle)
        for name, tick in self.ticks.items():
            tick.clicked.connect(lambda on, name=name: self._edit(**{name: on}))
        self._manuscript.opened.connect(lambda: self.show_figure(self.figure))
        self._manuscript.changed.connect(self._follow)
        self._manuscript.caret_wanted.connect(self._want_caret)

    def _writer(self, name: str) -> Callable[[str, Caret, Caret, bool], None]:
        def write(text: str, before: Caret, after: Caret, typing: bool) -> None:
            self._edit((before, after), typing, **{name: _value(name, text)})

        return write

    def _taker(self, name: str) -> Callable[[str], None]:
        return lambda text: self._edit(**{name: _value(name, text)})

    def _edit(
        self, carets: tuple[Caret, Caret] | None = None, typing: bool = False, /, **changes: Any
    ) -> None:
        """Change the figure; what was written in a box comes with its carets."""
        if self._figure is None:
            return
        article = self._manuscript.article
        change = between(article.blocks, edit_figure(article, self._figure.id, **changes).blocks)
        if change is None:
            return
        before, after = carets or (None, None)
        self._manuscript.push(change, origin=self, before=before, after=after, typing=typing)
        self._figure = _find(self._manuscript, self.figure)
        if carets is None:
            self._show()
        self._show_offers()

    def _follow(self, change: Change, origin: object) -> None:
        if origin is self or self._figure is None or not isinstance(change, Splice):
            return
        figure = _find(self._manuscript, self._figure.id)
        if figure is None or figure.photo != self._figure.photo:
            self.show_figure(self._figure.id)
        elif figure != self._figure:
            self._figure = figure
            self._show()

    def _show(self) -> None:
        figure = self._figure
        self.thumbnail.show_figure(figure)
        if figure is None:
            return
        for name, text in _texts(figure).items():
            box = self.boxes[name]
            if _value(name, box.text) != getattr(figure, name):
                box.show_text(text)
        for name, tick in self.ticks.items():
            tick.setChecked(getattr(figure, name))
        self.boxes["alt"].setEnabled(not figure.decorative)
        self._show_facts()
        self._show_offers()

    def _show_facts(self) -> None:
        tr, photo = self._kit.tr, self._photo
        waiting = self._figure is not None and self._figure.photo is None
        self.file.setText(
            tr("This figure waits for its photo") if waiting else photo.filename if photo else ""
        )
        self.facts.setText(
            tr("Drop a photo on its frame in the page.") if waiting else described(photo, tr) if photo else ""
        )

    def _show_offers(self) -> None:
        known = _known(self._photo) if self._photo else {}
        for name, offer in self.offers.items():
            text = known.get(name, "")
            differs = self._figure is not None and _value(name, text) != getattr(self._figure, name)
            hidden = name == "alt" and self._figure is not None and self._figure.decorative
            offer.offer(self._kit.tr("From the photo"), text, wanted=differs and not hidden)

    def _show_findings(self) -> None:
        own = [finding for finding in self._findings if finding.block == self.figure and self.figure]
        said = {self._kit.wording.finding(finding): finding.level for finding in own}
        if tuple(said) != self.remarks:
            self.remarks = tuple(said)
            clear(self._remarks)
            for sentence, level in said.items():
                self._remarks.addWidget(Remark(level, sentence, self._kit.icons))

    def _ask_photo(self) -> None:
        figure = self._figure
        if figure is None or figure.photo is None:
            return
        sha256 = figure.photo

        def know(photo: Photo | None) -> None:
            if self._figure is not None and self._figure.photo == sha256:
                self._photo = photo
                self._show_facts()
                self._show_offers()

        self._kit.tasks.start(lambda _work: self._kit.desk.illustrating.photo(sha256), know, _stay_silent)

    def _want_caret(self, caret: Caret) -> None:
        kind, _, rest = caret.place.partition(":")
        block_id, _, name = rest.partition(":")
        if kind == PLACE and _find(self._manuscript, block_id) is not None:
            self.wanted.emit(block_id)
            self.take_caret(name)
            self.boxes[name].put_caret(caret.anchor, caret.position)


def _find(manuscript: Manuscript, block_id: str) -> Figure | None:
    blocks = manuscript.article.blocks
    return next((each for each in blocks if isinstance(each, Figure) and each.id == block_id), None)


def _value(name: str, text: str) -> str | tuple[str, ...]:
    return split_labels(text) if name == "people" else text


def _texts(figure: Figure) -> Mapping[str, str]:
    people = ", ".join(figure.people)
    return {"caption": figure.caption, "credit": figure.credit, "alt": figure.alt, "people": people}


def _known(photo: Photo) -> Mapping[str, str]:
    credit, people = photo.credit or photo.creator, ", ".join(photo.people)
    return {"caption": photo.caption, "credit": credit, "alt": photo.alt, "people": people}


def _stay_silent(_problem: NewsdeskError) -> None:
    """Without what the library knows of the photo there is nothing to offer; the checks say why."""
