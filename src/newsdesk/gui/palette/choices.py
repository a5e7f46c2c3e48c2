"""The rows of the palette as the toolkit's list model."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from newsdesk.gui.palette.entries import Entry, Row

ROW: Final = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class Choices(QAbstractListModel):
    """Headings and entries; headings can neither be chosen nor clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return tuple(self._rows)

    def show(self, rows: list[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def entry_at(self, row: int) -> Entry | None:
        """The entry of a row; None at a heading and outside the list."""
        return self._rows[row].entry if 0 <= row < len(self._rows) else None

    def row_of(self, entry_id: str) -> int:
        """Where an entry stands, -1 when it does not."""
        ids = (row.entry.id if row.entry else "" for row in self._rows)
        return next((at for at, each in enumerate(ids) if each == entry_id), -1)

    def beside(self, row: int, step: int) -> int:
        """The entry `step` entries further, wrapping around for a step of one; -1 when there is none."""
        stops = [at for at, each in enumerate(self._rows) if each.entry]
        if not stops:
            return -1
        at = stops.index(row) if row in stops else (-1 if step > 0 else len(stops))
        wanted = (at + step) % len(stops) if abs(step) == 1 else max(0, min(at + step, len(stops) - 1))
        return stops[wanted]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.entry.title if row.entry else row.heading
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row.entry) if row.entry else row.heading
            case _ if role == ROW:
                return row
        return None


def spoken(entry: Entry) -> str:
    """An entry as a screen reader says it."""
    return ", ".join(part for part in (entry.title, entry.detail, entry.key, entry.reason) if part)
