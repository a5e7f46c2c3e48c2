"""What is known of the article as a whole: section, tags, address, source, notes for the desk."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from newsdesk.article.model import Source
from newsdesk.article.splice import Change, FieldChange
from newsdesk.desk.labelling import Labelling, slug_of
from newsdesk.errors import NewsdeskError
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Caret, Manuscript
from newsdesk.gui.panels.offer import Offer
from newsdesk.gui.panels.picker import Picker, Suggest
from newsdesk.gui.panels.tags import TagBar
from newsdesk.gui.panels.text_box import TextBox
from newsdesk.gui.rows import field
from newsdesk.system.locale import N_

CAPTIONS: Final = {
    "section": N_("Section"),
    "tags": N_("Tags"),
    "slug": N_("Name in the address"),
    "source.label": N_("Source"),
    "source.url": N_("Address of the source"),
    "notes": N_("Notes for the desk; they are not published"),
}
HINTS: Final = {
    "section": N_("Choose a section"),
    "source.label": N_("If the article is taken over"),
    "source.url": "https://",
}
JUMPS: Final = {"source": "source.url"}
"""Where the caret goes for a field of the article that is shown under another name here."""


class ArticlePanel(QFrame):
    """Pushes what is written to the manuscript and follows it. `wanted` asks to be brought to the front."""

    wanted = Signal()

    def __init__(self, kit: Kit, manuscript: Manuscript) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._kit = kit
        self._manuscript = manuscript
        labelling = Labelling(kit.desk.delivering)
        self.section = Picker("section", self._suggest(labelling.sections), kit.icons)
        self.tags = TagBar(self._suggest(labelling.tags), kit.icons, kit.tr)
        self.slug = TextBox("slug")
        self.source = TextBox("source.label")
        self.address = TextBox("source.url")
        self.notes = TextBox("notes", paragraphs=True, least=3)
        self.suggestion = Offer()
        self._captions = {name: QLabel() for name in CAPTIONS}
        self._arrange()
        self._connect()
        self.retranslate()
        self._show()

    def take_caret(self, name: str) -> None:
        """Come to the front with the caret in a field of the article."""
        control = self._controls().get(JUMPS.get(name, name))
        if control is not None:
            self.wanted.emit()
            control.setFocus()

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        for name, control in self._controls().items():
            self._captions[name].setText(tr(CAPTIONS[name]))
            control.setAccessibleName(tr(CAPTIONS[name]))
            if isinstance(control, TextBox | Picker) and name in HINTS:
                control.setPlaceholderText(tr(HINTS[name]))
        self.tags.retranslate()
        self._suggest_slug()

    def _controls(self) -> Mapping[str, QWidget]:
        return {"tags": self.tags, **self._texts()}

    def _texts(self) -> Mapping[str, TextBox | Picker]:
        written = (self.section, self.slug, self.source, self.address, self.notes)
        return {control.place: control for control in written}

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 24)
        column.setSpacing(14)
        for name, control in self._controls_in_order():
            column.addLayout(field(self._captions[name], control))
            if control is self.slug:
                column.addWidget(self.suggestion)
            if control in (self.tags, self.address):
                column.addWidget(_rule())
        column.addStretch()

    def _controls_in_order(self) -> list[tuple[str, QWidget]]:
        controls = self._controls()
        return [(name, controls[name]) for name in CAPTIONS]

    def _connect(self) -> None:
        for control in self._texts().values():
            control.edited.connect(self._writer(control.place))
            self._manuscript.settling.connect(control.settle)
        self.section.picked.connect(lambda name: self._push("section", name))
        self._manuscript.settling.connect(self.tags.settle)
        self.tags.changed.connect(lambda tags: self._push("tags", tags))
        self.suggestion.taken.connect(lambda slug: self._push("slug", slug))
        self._manuscript.opened.connect(self._show)
        self._manuscript.changed.connect(self._follow)
        self._manuscript.caret_wanted.connect(self._want_caret)

    def _suggest(self, find: Callable[[str], tuple[str, ...]]) -> Suggest:
        def suggest(typed: str, show: Callable[[list[str]], None]) -> None:
            self._kit.tasks.start(lambda _work: find(typed), lambda names: show(list(names)), _stay_silent)

        return suggest

    def _writer(self, place: str) -> Callable[[str, Caret, Caret, bool], None]:
        def write(text: str, before: Caret, after: Caret, typing: bool) -> None:
            name, _, part = place.partition(".")
            old = getattr(self._manuscript.article, name)
            new = _with_part(old, part, text) if part else text
            if new != old:
                change = FieldChange(name, old, new)
                self._manuscript.push(change, origin=self, before=before, after=after, typing=typing)
                self._suggest_slug()

        return write

    def _push(self, name: str, value: object) -> None:
        old = getattr(self._manuscript.article, name)
        if value != old:
            self._manuscript.push(FieldChange(name, old, value), origin=None)

    def _follow(self, change: Change, origin: object) -> None:
        if not isinstance(change, FieldChange) or origin is self:
            return
        if change.name == "headline":
            self._suggest_slug()
        else:
            self._show()

    def _show(self) -> None:
        article = self._manuscript.article
        source = article.source or Source()
        self.section.show_text(article.section)
        self.tags.show_tags(article.tags)
        self.slug.show_text(article.slug)
        self.source.show_text(source.label)
        self.address.show_text(source.url)
        self.notes.show_text(article.notes)
        self._suggest_slug()

    def _suggest_slug(self) -> None:
        article = self._manuscript.article
        slug = slug_of(article.headline)
        self.suggestion.offer(self._kit.tr("From the headline"), slug, wanted=not article.slug)

    def _want_caret(self, caret: Caret) -> None:
        control = self._texts().get(caret.place)
        if control is not None:
            self.take_caret(caret.place)
            control.put_caret(caret.anchor, caret.position)


def _with_part(source: Source | None, part: str, text: str) -> Source | None:
    """A source line with another label or address; one with neither is no source line."""
    changed = replace(source or Source(), **{part: text})
    return changed if changed.label or changed.url else None


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def _stay_silent(_problem: NewsdeskError) -> None:
    """Names are only an offer: without a directory the reporter types on."""
