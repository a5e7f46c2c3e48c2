"""The states a reporter can look through in the library, each with how many articles stand there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsdesk.article.model import Status
from newsdesk.desk.wording import Wording
from newsdesk.gui.icons import Icons
from newsdesk.system.locale import Translator

TRASH: Final = "trash"


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to look: everything (`status` None), one state, or the trash."""

    status: str | None
    icon: str


FILTERS: Final = (
    Filter(None, "page"),
    Filter(Status.DRAFT, "pen"),
    Filter(Status.SUBMITTED, "clock"),
    Filter(Status.RETURNED, "restore"),
    Filter(Status.PUBLISHED, "check"),
    Filter(TRASH, "trash"),
)


class FilterButton(QPushButton):
    """A row with an icon, a title and a count."""

    def __init__(self, each: Filter, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("filter")
        self.setCheckable(True)
        self.filter = each
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 10, 0)
        row.setSpacing(9)
        picture = QLabel()
        icons.give(picture, each.icon, lambda icon: picture.setPixmap(icon.pixmap(16, 16)), "muted")
        self._name = QLabel()
        self._name.setObjectName("filter_name")
        self._count = QLabel()
        self._count.setObjectName("filter_count")
        for label in (picture, self._name, self._count):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(picture)
        row.addWidget(self._name, 1)
        row.addWidget(self._count)

    def show_words(self, title: str, count: int) -> None:
        """Say what it is and how many there are."""
        self._name.setText(title)
        self._count.setText(str(count) if count else "")
        self.setAccessibleName(f"{title}, {count}")


class Filters(QWidget):
    """One filter is always chosen."""

    chosen = Signal(object)

    def __init__(self, icons: Icons, wording: Wording, tr: Translator) -> None:
        super().__init__()
        self._wording = wording
        self._tr = tr
        self._counts: Mapping[str, int] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self._buttons = [FilterButton(each, icons) for each in FILTERS]
        for button in self._buttons:
            self._group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _checked, status=button.filter.status: self.chosen.emit(status))
        self._buttons[0].setChecked(True)
        self.retranslate()

    @property
    def status(self) -> str | None:
        """The chosen state; None for everything, or `trash`."""
        return next(button.filter.status for button in self._buttons if button.isChecked())

    def choose(self, status: str | None) -> None:
        """Look through another state."""
        for button in self._buttons:
            if button.filter.status == status:
                button.setChecked(True)
                self.chosen.emit(status)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many articles stand at each state."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Say the titles again."""
        for button in self._buttons:
            status = button.filter.status
            title = self._wording.status(status) if status else self._tr("All articles")
            button.show_words(title, self._count_of(status))

    def _count_of(self, status: str | None) -> int:
        if status is None:
            return sum(count for name, count in self._counts.items() if name != TRASH)
        return self._counts.get(status, 0)
