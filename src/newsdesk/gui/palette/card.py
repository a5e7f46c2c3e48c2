"""The palette itself: a card over the page with a field and a list."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from newsdesk.desk.searching import ArticleRow
from newsdesk.errors import NewsdeskError
from newsdesk.gui.actions import Actions
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.overlay import Layer
from newsdesk.gui.palette.choice_row import ChoiceRow
from newsdesk.gui.palette.choices import Choices, spoken
from newsdesk.gui.palette.entries import Entry, browsed, found
from newsdesk.gui.palette.field import Field
from newsdesk.gui.palette.offers import SELF, WRITING, Offers
from newsdesk.gui.rows import label

WIDTH: Final = 640
HEIGHT: Final = 500
MARGIN: Final = 24
REST: Final = 120
"""Milliseconds of rest in typing before the library is asked."""

FEWEST_LETTERS: Final = 2
ARTICLES: Final = 7
SLASH: Final = "/"


class Palette(Layer):
    """Opens when asked for; Enter or a click does what is chosen, with the caret back where it was.

    `article_wanted` names an article to open, `place_wanted` a block to go to. `slash_wanted` tells
    that the sign that opened the palette is to be written after all.
    """

    article_wanted = Signal(str)
    place_wanted = Signal(str)
    slash_wanted = Signal()

    def __init__(self, host: QWidget, kit: Kit, manuscript: Manuscript, actions: Actions) -> None:
        super().__init__(host)
        self._kit = kit
        self._manuscript = manuscript
        self._offers = Offers(kit, manuscript, actions, self.article_wanted.emit, self.place_wanted.emit)
        self._held: tuple[Entry, ...] = ()
        self._articles: tuple[Entry, ...] = ()
        self._typed = ""
        self._by_slash = False
        self.field = Field()
        self.choices = Choices()
        self.list = QListView()
        self._nothing = label("muted", wrap=True)
        self._hint = label("palette_hint")
        self._card = QFrame(self)
        self._middle = QStackedWidget()
        self._arrange()
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._later.timeout.connect(self._ask_library)
        self.field.wanted.connect(self._look)
        self.field.walked.connect(self._walk)
        self.field.accepted.connect(lambda: self._run(self.list.currentIndex()))
        self.list.clicked.connect(self._run)
        for key in actions[SELF].shortcuts():
            # The command itself is off while the palette is there.
            same = QShortcut(key, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            same.activated.connect(self.put_away)
        self.retranslate()

    def open_up(self) -> None:
        """Offer everything."""
        self._open(by_slash=False)

    def open_by_slash(self) -> None:
        """Offer what can be made at the caret first; a second slash is written."""
        self._open(by_slash=True)

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        self.field.setPlaceholderText(tr("Find a command, a place in this article or another article…"))
        self.field.setAccessibleName(tr("Find a command…"))
        self.list.setAccessibleName(tr("Found"))

    def fit(self) -> None:
        """Keep the card in the upper middle of the host; its size does not follow what is found."""
        super().fit()
        width = min(WIDTH, self.width() - 2 * MARGIN)
        height = min(HEIGHT, self.height() - 2 * MARGIN)
        top = max(MARGIN, (self.height() - height) // 3)
        self._card.setGeometry((self.width() - width) // 2, top, width, height)

    def put_away(self) -> None:
        self._later.stop()
        super().put_away()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The field is the only stop: Tab walks through the list."""
        self._walk(1 if forward else -1)
        return True

    def _open(self, *, by_slash: bool) -> None:
        self._manuscript.settle()
        self._held = self._offers.commands() + self._offers.places()
        self._articles = ()
        self._by_slash = by_slash
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._typed = ""
        self._show()
        self.appear(self.field)

    def _look(self, typed: str) -> None:
        if typed == self._typed:
            return
        if self._by_slash and typed == SLASH:
            self.put_away()
            self.slash_wanted.emit()
            return
        self._typed = typed
        if len(typed.strip()) < FEWEST_LETTERS:
            self._articles = ()
            self._later.stop()
        else:
            self._later.start()
        self._show()

    def _show(self, keep: str = "") -> None:
        """Show what answers, the best chosen; or the entry `keep` chosen if it is still there."""
        typed = self._typed.strip()
        if typed:
            rows = found(self._held + self._articles, typed, self._offers.shelves())
        else:
            rows = browsed(entry for entry in self._held if not self._by_slash or _makes(entry))
        self.choices.show(rows)
        kept = self.choices.row_of(keep) if keep else -1
        self._choose(kept if kept >= 0 else self.choices.beside(-1, 1))
        self._nothing.setText(self._kit.tr("Nothing is found for “{text}”.", text=typed))
        self._middle.setCurrentIndex(0 if rows else 1)

    def _choose(self, row: int) -> None:
        index = self.choices.index(row)
        self.list.setCurrentIndex(index)
        if row == self.choices.beside(-1, 1):
            self.list.scrollToTop()
        entry = self.choices.entry_at(row)
        self.field.setAccessibleDescription(spoken(entry) if entry else self._nothing.text())
        self._hint.setText((entry.reason if entry else "") or self._keys())

    def _keys(self) -> str:
        tr = self._kit.tr
        if self._by_slash and not self._typed:
            return tr("↑ ↓ to choose · Enter to insert · / again to write a slash · Esc to close")
        return tr("↑ ↓ to choose · Enter to do it · Esc to close")

    def _walk(self, step: int) -> None:
        row = self.choices.beside(self.list.currentIndex().row(), step)
        if row >= 0:
            self._choose(row)

    def _run(self, index: QModelIndex) -> None:
        entry = self.choices.entry_at(index.row())
        if entry is None or entry.reason:
            return
        self.put_away()
        entry.run()

    def _ask_library(self) -> None:
        typed = self._typed

        def done(rows: tuple[ArticleRow, ...]) -> None:
            if typed == self._typed and self.isVisible():
                self._articles = self._offers.articles(rows)
                current = self.choices.entry_at(self.list.currentIndex().row())
                self._show(current.id if current else "")

        def failed(_problem: NewsdeskError) -> None:
            done(())  # The list of the library says what is wrong with it; commands are found all the same.

        self._kit.tasks.start(
            lambda _work: self._kit.desk.searching.rows(typed, limit=ARTICLES), done, failed
        )

    def _arrange(self) -> None:
        self._card.setObjectName("palette")
        self.field.setObjectName("palette_field")
        find = QAction(self.field)
        self._kit.icons.give(find, "search", find.setIcon, "muted")
        self.field.addAction(find, QLineEdit.ActionPosition.LeadingPosition)
        head = QFrame()
        head.setObjectName("palette_head")
        QVBoxLayout(head).addWidget(self.field)
        self._list_in_place()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle.addWidget(self.list)
        self._middle.addWidget(self._nothing)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (head, self._middle, self._hint):
            column.addWidget(part, 1 if part is self._middle else 0)

    def _list_in_place(self) -> None:
        self.list.setObjectName("palette_list")
        self.list.setModel(self.choices)
        self.list.setItemDelegate(ChoiceRow(self.list, self._kit.appearance, self._kit.icons))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)


def _makes(entry: Entry) -> bool:
    return entry.id.startswith(WRITING)
