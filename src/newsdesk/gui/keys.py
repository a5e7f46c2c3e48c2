"""The sheet of keys: every command by menu with its keys, from the one table, to be searched."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from newsdesk.desk.commands import COMMANDS, HABITS, HABITS_TITLE, MENU_TITLES, Menu
from newsdesk.desk.matching import match
from newsdesk.gui.actions import PORTABLE
from newsdesk.gui.kit import Kit
from newsdesk.gui.rows import label
from newsdesk.gui.sheet import Sheet

WIDTH: Final = 780
LEFT: Final = (Menu.PIECE, Menu.EDIT, Menu.INSERT, Menu.VIEW)
"""The menus of the left column; the others and the habits stand on the right."""

LINE: Final = 26
"""The least height of a line in pixels: one without a key is as high as one with it."""


class KeysSheet(Sheet):
    """What can be done and which keys do it. Typing leaves only what answers."""

    def __init__(self, host: QWidget, kit: Kit) -> None:
        super().__init__(host, kit.icons, WIDTH)
        self._kit = kit
        self.search = QLineEdit()
        self._groups = [*(KeyGroup(kit, MENU_TITLES[menu], _lines_of(menu)) for menu in Menu)]
        self._groups.append(KeyGroup(kit, HABITS_TITLE, [_Line(each.title, each.keys) for each in HABITS]))
        self._table = QWidget()
        self._nothing = label("muted")
        self._done = QPushButton()
        self._done.setObjectName("primary")
        self._done.clicked.connect(self.close_sheet)
        self.search.textChanged.connect(self._look)
        self._arrange()
        self.retranslate()

    def open_up(self) -> None:
        """Show all keys, at a size that stays while one searches; the search has the caret."""
        self.search.clear()
        self._table.setMinimumHeight(self._table.minimumSizeHint().height())
        self.open_sheet(self.search)

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        self.title.setText(tr("Keyboard shortcuts"))
        self.search.setPlaceholderText(tr("Search commands and keys…"))
        self.search.setAccessibleName(tr("Search commands and keys"))
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))
        self._done.setText(tr("Done"))
        for group in self._groups:
            group.retranslate()
        self._look(self.search.text())

    def _look(self, typed: str) -> None:
        shown = [group.narrow(typed) for group in self._groups]
        self._nothing.setText(self._kit.tr("Nothing is found for “{text}”.", text=typed.strip()))
        self._nothing.setVisible(not any(shown))

    def _arrange(self) -> None:
        find = QAction(self.search)
        self._kit.icons.give(find, "search", find.setIcon, "muted")
        self.search.addAction(find, QLineEdit.ActionPosition.LeadingPosition)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._nothing)
        for menu, group in zip((*Menu, None), self._groups, strict=True):
            (left if menu in LEFT else right).addWidget(group)
        row = QHBoxLayout(self._table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(40)
        for column in (left, right):
            column.setSpacing(16)
            column.addStretch()
            row.addLayout(column, 1)
        self.body.addWidget(self.search)
        self.body.addSpacing(6)
        self.body.addWidget(self._table)
        self.body.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(self._done)


@dataclass(frozen=True, slots=True)
class _Line:
    title: str
    keys: tuple[str, ...]


class KeyGroup(QWidget):
    """One menu: its heading, and a line for each command."""

    def __init__(self, kit: Kit, title: str, lines: list[_Line]) -> None:
        super().__init__()
        self._kit = kit
        self._title = title
        self._heading = label("section")
        self._lines = [(line, KeyLine(line.keys)) for line in lines]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._heading)
        for _line, shown in self._lines:
            column.addWidget(shown)

    def retranslate(self) -> None:
        """Say all words again."""
        self._heading.setText(self._kit.tr(self._title).upper())
        for line, shown in self._lines:
            shown.say(self._kit.tr(line.title))

    def narrow(self, typed: str) -> bool:
        """Leave only the lines that answer to what was typed; whether there are any."""
        answers = [shown.answers(typed) for _line, shown in self._lines]
        for (_line, shown), answer in zip(self._lines, answers, strict=True):
            shown.setVisible(answer)
        self.setVisible(any(answers))
        return any(answers)


class KeyLine(QWidget):
    """What is done, and its keys as caps."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__()
        self._title = label()
        self._sequences = [QKeySequence(key, PORTABLE) for key in keys]
        self._caps = [label("key") for _key in keys]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        self.setMinimumHeight(LINE)
        row.setSpacing(6)
        row.addWidget(self._title, 1)
        for cap in self._caps:
            row.addWidget(cap, 0, Qt.AlignmentFlag.AlignRight)

    def say(self, title: str) -> None:
        """Show the title, and the keys as this system writes them; two that read alike are one."""
        self._title.setText(title.rstrip("…"))
        words = [each.toString(QKeySequence.SequenceFormat.NativeText) for each in self._sequences]
        for at, (cap, word) in enumerate(zip(self._caps, words, strict=True)):
            cap.setText(word)
            cap.setVisible(word not in words[:at])
        self.setAccessibleName(", ".join((self._title.text(), *dict.fromkeys(words))))

    def answers(self, typed: str) -> bool:
        """Whether the title or one of the keys is meant."""
        texts = (self._title.text(), *(cap.text() for cap in self._caps))
        return any(match(typed, text) for text in texts)


def _lines_of(menu: Menu) -> list[_Line]:
    return [_Line(each.title, each.keys) for each in COMMANDS if each.menu is menu]
