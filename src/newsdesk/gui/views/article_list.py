"""The rows of the library list, fetched a page at a time in a worker."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from newsdesk.desk.searching import ArticleRow, Searching
from newsdesk.desk.wording import Wording
from newsdesk.errors import NewsdeskError
from newsdesk.gui.moments import full
from newsdesk.gui.tasks import Tasks

PAGE: Final = 60
ROW: Final = int(Qt.ItemDataRole.UserRole)
OPEN: Final = ROW + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list shows: a search, within one state, or the trash."""

    query: str = ""
    status: str | None = None
    trashed: bool = False


class ArticleList(QAbstractListModel):
    """Newest articles first. `settled` tells that an answer has come, `failed` that none could."""

    settled = Signal()
    failed = Signal(object)

    def __init__(self, searching: Searching, tasks: Tasks, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._searching = searching
        self._tasks = tasks
        self._wording = wording
        self._rows: list[ArticleRow] = []
        self._more = False
        self._turn = 0
        self._open = ""
        self.asked = Asked()

    def ask(self, asked: Asked) -> None:
        """Show what was asked for, from the start."""
        self.asked = asked
        self._fetch(None, PAGE)

    def refresh(self) -> None:
        """Read again as many rows as are shown."""
        self._fetch(None, max(PAGE, len(self._rows)))

    def mark_open(self, article_id: str) -> None:
        """Mark the article that is on the desk."""
        self._open = article_id
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def id_at(self, index: Index) -> str:
        """The article of a row."""
        return self._rows[index.row()].id

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.title}\n{full(row.saved_at)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}, {self._wording.status(row.status)}"
            case _ if role == ROW:
                return row
            case _ if role == OPEN:
                return row.id == self._open
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._more = False
            self._fetch(self._rows[-1].sequence, PAGE)

    def _fetch(self, before: int | None, limit: int) -> None:
        self._turn += 1
        turn, asked = self._turn, self.asked

        def done(rows: tuple[ArticleRow, ...]) -> None:
            if turn == self._turn:
                self._take(rows, before is not None, len(rows) == limit)

        def failed(problem: NewsdeskError) -> None:
            if turn == self._turn:
                self.failed.emit(problem)

        self._tasks.start(
            lambda _work: self._searching.rows(
                asked.query, status=asked.status, trashed=asked.trashed, before=before, limit=limit
            ),
            done,
            failed,
        )

    def _take(self, rows: tuple[ArticleRow, ...], append: bool, more: bool) -> None:
        if append and rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        elif [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        elif not append:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        self._more = more
        self.settled.emit()
