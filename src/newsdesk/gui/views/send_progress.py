"""The second page of the send sheet: what is happening, in words, over the whole and this photo."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from newsdesk.desk.wording import Wording
from newsdesk.desk.work import Step
from newsdesk.gui.rows import label
from newsdesk.gui.sending import share_done
from newsdesk.system.locale import Translator

THOUSAND = 1000
MEGABYTE = 1_000_000


class SendProgress(QWidget):
    """Two bars and a sentence for each."""

    def __init__(self, wording: Wording, tr: Translator) -> None:
        super().__init__()
        self._wording = wording
        self._tr = tr
        self.words = label("subtitle", wrap=True)
        self.total = QProgressBar(textVisible=False, maximum=THOUSAND)
        self.photo_words = label("small")
        self.photo = QProgressBar(textVisible=False)
        self._hint = label("small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(10)
        for widget in (self.words, self.total, self.photo_words, self.photo, self._hint):
            column.addWidget(widget)
        column.addStretch()
        self.retranslate()

    def start(self) -> None:
        """Begin from nothing."""
        self.words.setText(self._tr("Preparing…"))
        self.total.setMaximum(0)
        self.photo_words.hide()
        self.photo.hide()

    def show_step(self, step: Step) -> None:
        """Show how far the delivery is."""
        self.words.setText(self._wording.step(step))
        self.total.setMaximum(THOUSAND if step.items or step.total else 0)
        self.total.setValue(share_done(step))
        of_photo = bool(step.items and step.total)
        self.photo.setVisible(of_photo)
        self.photo_words.setVisible(of_photo)
        if of_photo:
            self.photo.setMaximum(THOUSAND)
            self.photo.setValue(round(THOUSAND * step.done / step.total))
            self.photo_words.setText(
                self._tr(
                    "Photo {item} of {items}: {done} of {total} MB",
                    item=step.item,
                    items=step.items,
                    done=megabytes(step.done),
                    total=megabytes(step.total),
                )
            )

    def retranslate(self) -> None:
        """Say the standing words again."""
        self._hint.setText(
            self._tr("You can go on writing; the status bar shows the progress. Nothing is ever sent twice.")
        )


def megabytes(count: int) -> str:
    """Bytes as megabytes with one decimal, with the comma of the newsroom."""
    return f"{count / MEGABYTE:.1f}".replace(".", ",")
