"""The first page of the send sheet: where to, as what, and whether the article is ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.article.model import Status
from newsdesk.article.splice import FieldChange
from newsdesk.desk.checking import Finding
from newsdesk.desk.delivering import Destination, Loss
from newsdesk.desk.wording import Wording
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.rows import Banner, field, label
from newsdesk.system.locale import N_, Translator

CHOICES: Final = (
    (Status.DRAFT, N_("Keep as a draft on the CMS")),
    (Status.SUBMITTED, N_("Submit for approval")),
    (Status.PUBLISHED, N_("Publish")),
)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What sending to one destination would mean: its sections, what is lost, what the checks found."""

    destination: Destination
    sections: Sequence[str]
    losses: Sequence[Loss]
    findings: Sequence[Finding]

    @property
    def errors(self) -> int:
        """How many findings forbid sending."""
        return sum(finding.level == "error" for finding in self.findings)


class SendForm(QWidget):
    """Fields of the article are changed through the manuscript, so that they can be undone like all else."""

    destination_chosen = Signal(str)
    checks_wanted = Signal()
    set_up_wanted = Signal()

    def __init__(self, manuscript: Manuscript, wording: Wording, tr: Translator) -> None:
        super().__init__()
        self._manuscript = manuscript
        self._wording = wording
        self._tr = tr
        self._names = {name: label() for name in ("destination", "section", "tags", "status")}
        self.destination = QComboBox()
        self.section = QComboBox()
        self.tags = QLineEdit()
        self._group = QButtonGroup(self)
        self._statuses = {status: QRadioButton() for status, _title in CHOICES}
        self.verdict = Banner()
        self.losses = Banner()
        self._checks = QPushButton()
        self._set_up = QPushButton()
        self._prospect: Prospect | None = None
        self._arrange()
        self._connect()
        self.retranslate()

    @property
    def status(self) -> Status:
        """What the article shall be on the CMS."""
        return next(status for status, button in self._statuses.items() if button.isChecked())

    @property
    def ready(self) -> bool:
        """Whether there is somewhere to send to and nothing forbids it."""
        return self._prospect is not None and self._prospect.errors == 0

    def show_destinations(self, destinations: Sequence[Destination], chosen: str) -> None:
        """Offer the configured destinations; none asks for one to be set up."""
        self.destination.blockSignals(True)
        self.destination.clear()
        for destination in destinations:
            self.destination.addItem(f"{destination.name} · {destination.user}", destination.name)
        self.destination.setCurrentIndex(max(0, self.destination.findData(chosen)))
        self.destination.blockSignals(False)
        self._prospect = None
        self._set_up.setVisible(not destinations)
        if not destinations:
            self.verdict.show_words("warn", self._tr("No CMS is set up yet. Set one up, then send."))
        self.losses.show_words("warn", "")
        self._checks.hide()

    def show_prospect(self, prospect: Prospect) -> None:
        """Say what sending to the chosen destination means."""
        self._prospect = prospect
        article = self._manuscript.article
        self.section.blockSignals(True)
        self.section.clear()
        self.section.addItem(self._tr("Choose a section"), "")
        for name in prospect.sections:
            self.section.addItem(name, name)
        if article.section and self.section.findData(article.section) < 0:
            self.section.addItem(article.section, article.section)
        self.section.setCurrentIndex(max(0, self.section.findData(article.section)))
        self.section.blockSignals(False)
        self.tags.setText(", ".join(article.tags))
        self._say_verdict(prospect)

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._tr
        words = {
            "destination": tr("Destination"),
            "section": tr("Section"),
            "tags": tr("Tags, separated by commas"),
            "status": tr("On the CMS"),
        }
        for name, caption in self._names.items():
            caption.setText(words[name])
        controls: dict[str, QWidget] = {
            "destination": self.destination,
            "section": self.section,
            "tags": self.tags,
        }
        for name, control in controls.items():
            control.setAccessibleName(words[name])
        for status, title in CHOICES:
            self._statuses[status].setText(tr(title))
        self._checks.setText(tr("Show the checks"))
        self._set_up.setText(tr("Set up a CMS…"))
        if self._prospect is not None:
            self._say_verdict(self._prospect)

    def _say_verdict(self, prospect: Prospect) -> None:
        tr = self._tr
        warnings = len(prospect.findings) - prospect.errors
        if prospect.errors:
            many = tr.plural(
                "{count} error to fix first.",
                "{count} errors to fix first.",
                prospect.errors,
            )
            self.verdict.show_words("error", many)
        elif warnings:
            few = tr.plural(
                "Ready to send, with {count} suggestion worth a look.",
                "Ready to send, with {count} suggestions worth a look.",
                warnings,
            )
            self.verdict.show_words("ok", few)
        else:
            self.verdict.show_words("ok", tr("Ready to send."))
        self._checks.setVisible(bool(prospect.findings))
        lost = "\n".join(self._wording.loss(loss.code, loss.params) for loss in prospect.losses)
        self.losses.show_words("warn", lost)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(field(self._names["destination"], self.destination))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(field(self._names["section"], self.section), 1)
        row.addLayout(field(self._names["tags"], self.tags), 1)
        column.addLayout(row)
        self._names["status"].setObjectName("small")
        column.addWidget(self._names["status"])
        for choice in self._statuses.values():
            self._group.addButton(choice)
            column.addWidget(choice)
        self._statuses[Status.SUBMITTED].setChecked(True)
        column.addWidget(self.losses)
        column.addWidget(self.verdict)
        for button in (self._checks, self._set_up):
            button.setObjectName("linkish")
            button.hide()
        foot = QHBoxLayout()
        foot.addWidget(self._checks)
        foot.addWidget(self._set_up)
        foot.addStretch()
        column.addLayout(foot)
        column.addStretch()

    def _connect(self) -> None:
        self.destination.activated.connect(
            lambda _index: self.destination_chosen.emit(self.destination.currentData())
        )
        self.section.activated.connect(lambda _index: self._push("section", self.section.currentData()))
        self.tags.editingFinished.connect(lambda: self._push("tags", _split(self.tags.text())))
        self._checks.clicked.connect(self.checks_wanted)
        self._set_up.clicked.connect(self.set_up_wanted)

    def _push(self, name: str, value: object) -> None:
        old = getattr(self._manuscript.article, name)
        if old != value:
            self._manuscript.push(FieldChange(name, old, value), origin=self)
            self.destination_chosen.emit(self.destination.currentData() or "")


def _split(text: str) -> tuple[str, ...]:
    names = (" ".join(part.split()) for part in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name))
