"""The head of the page: kicker, headline, standfirst and bylines, in one walk of the caret with the body."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.desk.checking import Limits
from newsdesk.desk.measuring import words_in
from newsdesk.gui.editor.bylines import BylineBar
from newsdesk.gui.editor.field import Field
from newsdesk.gui.editor.formats import GUTTER
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.theme import sans, serif
from newsdesk.system.locale import N_, Translator

TOP = 30
ALMOST = 2
"""A counter shows itself from this many words before its limit on."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What a field is called, what stands in it while it is empty, and its most words (0: no limit)."""

    title: str
    hint: str
    limit: int = 0


class Counter(QLabel):
    """Counts the words of a field; silent until they come near the limit, amber beyond it."""

    def __init__(self, field: Field, words: FieldWords, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("counter")
        self._field = field
        self._words = words
        self._tr = tr
        field.rewritten.connect(self.count)
        self.count()

    def count(self) -> None:
        """Show the count of the field as it stands."""
        count, limit = words_in(self._field.toPlainText()), self._words.limit
        self.setVisible(bool(limit) and count > limit - ALMOST)
        title = self._tr(self._words.title)
        self.setText(self._tr("{field} {count}/{limit} words", field=title, count=count, limit=limit))
        tone = "warn" if count > limit else "quiet"
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().polish(self)


class Front(QWidget):
    """Stands above the body inside the page. `left_downwards` asks the body to take the caret."""

    left_downwards = Signal()

    def __init__(self, manuscript: Manuscript, tr: Translator, bylines: BylineBar, limits: Limits) -> None:
        super().__init__()
        self.setObjectName("front")
        self._tr = tr
        self._words = {
            "kicker": FieldWords(N_("Kicker"), N_("Kicker, if there is one")),
            "headline": FieldWords(N_("Headline"), N_("Headline"), limits.headline_words),
            "standfirst": FieldWords(
                N_("Standfirst"), N_("Standfirst: what, where, when"), limits.standfirst_words
            ),
        }
        self.fields = {name: Field(manuscript, name, font) for name, font in _fonts().items()}
        self.counters = {name: Counter(field, self._words[name], tr) for name, field in self.fields.items()}
        self._bylines = bylines
        self._arrange()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Give the caret to the headline."""
        self.fields["headline"].take_caret(at_end=True)

    def stand_between(self, before: QWidget, after: QWidget) -> None:
        """Be reached by Tab from the one widget and lead to the other."""
        places = (before, *self.fields.values())
        for first, second in pairwise(places):
            self.setTabOrder(first, second)
        self._bylines.stand_between(places[-1], after)

    def enter_from_below(self) -> None:
        """Take the caret from the body."""
        self._bylines.take_caret()

    def retranslate(self) -> None:
        """Say the words again."""
        for name, field in self.fields.items():
            field.setPlaceholderText(self._tr(self._words[name].hint))
            field.setAccessibleName(self._tr(self._words[name].title))
            self.counters[name].count()
        self._bylines.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What no part of the header wants must not go on to the text behind it.
        event.accept()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout else 0

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GUTTER, TOP, GUTTER, 8)
        column.setSpacing(10)
        for field in self.fields.values():
            column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(14)
        for counter in self.counters.values():
            row.addWidget(counter)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._bylines)

    def _connect(self) -> None:
        kicker, headline, standfirst = self.fields.values()
        _walk(kicker, headline)
        _walk(headline, standfirst)
        standfirst.left_down.connect(self._bylines.take_caret)
        self._bylines.left_up.connect(lambda: standfirst.take_caret(at_end=True))
        self._bylines.left_down.connect(self.left_downwards)


def _walk(upper: Field, lower: Field) -> None:
    def go(field: Field, *, at_end: bool) -> Callable[[], None]:
        return lambda: field.take_caret(at_end=at_end)

    upper.left_down.connect(go(lower, at_end=False))
    lower.left_up.connect(go(upper, at_end=True))


def _fonts() -> dict[str, QFont]:
    kicker = sans(9.5, QFont.Weight.Bold)
    kicker.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.0)
    return {"kicker": kicker, "headline": serif(25, QFont.Weight.Bold), "standfirst": serif(13.5)}
