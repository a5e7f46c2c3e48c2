"""The library column: search as you type, states with counts, and the articles."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.desk.searching import Searching
from newsdesk.desk.wording import Wording
from newsdesk.gui.icons import Icons
from newsdesk.gui.tasks import Tasks
from newsdesk.gui.theme import Appearance
from newsdesk.gui.views.article_list import ArticleList, Asked
from newsdesk.gui.views.filters import TRASH, Filters
from newsdesk.gui.views.row_painter import RowPainter
from newsdesk.system.locale import Translator

TYPING_PAUSE = 90
CALM = 250
"""Milliseconds: before a search runs, and before news from the desk makes the list read again."""


class Library(QFrame):
    """What is in the library. Everything it offers is told by signals."""

    opened = Signal(str)
    new_wanted = Signal()
    trash_wanted = Signal(str)
    restore_wanted = Signal(str)
    failed = Signal(object)
    emptiness = Signal(bool)

    def __init__(
        self,
        searching: Searching,
        tasks: Tasks,
        appearance: Appearance,
        icons: Icons,
        wording: Wording,
        tr: Translator,
    ) -> None:
        super().__init__()
        self.setObjectName("library")
        self._searching = searching
        self._tasks = tasks
        self._tr = tr
        self._icons = icons
        self.search = QLineEdit()
        self._glass = QAction(self)
        self.filters = Filters(icons, wording, tr)
        self.list = QListView()
        self.articles = ArticleList(searching, tasks, wording, self)
        self._new = QToolButton()
        self._heading = QLabel()
        self._nothing = QLabel()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._prepare(RowPainter(self.list, appearance, wording, tr))
        self._arrange()
        self._connect(appearance)
        self.retranslate()

    def reload(self) -> None:
        """Read everything now."""
        self.articles.refresh()
        self._tasks.start(lambda _work: self._searching.counts(), self._show_counts, self.failed.emit)

    def heard_of_change(self) -> None:
        """Something in the library changed: read again once it is calm."""
        if not self._calm.isActive():
            self._calm.start()

    def mark_open(self, article_id: str) -> None:
        """Show which article is on the desk."""
        self.articles.mark_open(article_id)

    def retranslate(self) -> None:
        """Say all words again."""
        self.search.setPlaceholderText(self._tr("Search articles…"))
        self.search.setAccessibleName(self._tr("Search articles"))
        self._glass.setText(self._tr("Search articles"))
        self._new.setToolTip(self._tr("New article"))
        self._new.setAccessibleName(self._tr("New article"))
        self._heading.setText(self._tr("Articles").upper())
        self.list.setAccessibleName(self._tr("Articles"))
        self.filters.retranslate()
        self._settle()
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and self._search_key(event.key()):
                return True
            if watched is self.list and self._list_key(event.key()):
                return True
        return super().eventFilter(watched, event)

    def _prepare(self, delegate: RowPainter) -> None:
        self.search.setClearButtonEnabled(True)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._icons.give(self._glass, "search", self._glass.setIcon, "muted")
        self._icons.give(self._new, "plus", self._new.setIcon)
        self._heading.setObjectName("section")
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.list.setObjectName("articles")
        self.list.setModel(self.articles)
        self.list.setItemDelegate(delegate)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.search, 1)
        top.addWidget(self._new)
        head = QVBoxLayout()
        head.setContentsMargins(10, 12, 9, 0)
        head.setSpacing(10)
        head.addLayout(top)
        head.addWidget(self.filters)
        head.addWidget(self._heading)
        blank = QWidget()
        around = QVBoxLayout(blank)
        around.setContentsMargins(20, 28, 20, 20)
        around.addWidget(self._nothing)
        around.addStretch()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._stack, 1)

    def _connect(self, appearance: Appearance) -> None:
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._ask)
        self._calm.timeout.connect(self.reload)
        self.filters.chosen.connect(self._ask)
        self.articles.settled.connect(self._settle)
        self.articles.failed.connect(self.failed)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.customContextMenuRequested.connect(self._offer)
        self._new.clicked.connect(self.new_wanted)
        appearance.changed.connect(self.list.doItemsLayout)

    def _ask(self) -> None:
        status = self.filters.status
        trashed = status == TRASH
        self.articles.ask(Asked(self.search.text().strip(), None if trashed else status, trashed))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.articles.id_at(index))

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
        self.emptiness.emit(not any(counts.values()))

    def _settle(self) -> None:
        empty = self.articles.rowCount() == 0
        self._stack.setCurrentIndex(1 if empty else 0)
        if empty:
            self._nothing.setText(self._why_empty())

    def _why_empty(self) -> str:
        asked = self.articles.asked
        if asked.query:
            return self._tr(
                "Nothing found for “{query}”. Words without marks find marked ones too.", query=asked.query
            )
        if asked.trashed:
            return self._tr("The trash is empty.")
        if asked.status is not None:
            return self._tr("No article has this status now.")
        return self._tr("Your articles will be listed here.")

    def _offer(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if not index.isValid():
            return
        article_id = self.articles.id_at(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._tr("Open"), lambda: self.opened.emit(article_id))
        if self.articles.asked.trashed:
            menu.addAction(self._tr("Restore from the trash"), lambda: self.restore_wanted.emit(article_id))
        else:
            menu.addAction(self._tr("Move to the trash"), lambda: self.trash_wanted.emit(article_id))
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _search_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif key == Qt.Key.Key_Down and self.articles.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self.articles.index(0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.articles.rowCount():
            self._open(self.articles.index(0))
        else:
            return False
        return True

    def _list_key(self, key: int) -> bool:
        index = self.list.currentIndex()
        if key == Qt.Key.Key_Delete and index.isValid() and not self.articles.asked.trashed:
            self.trash_wanted.emit(self.articles.id_at(index))
            return True
        return False
