"""The command table as Qt actions: one action a command, shared by keys, menu and toolbar."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.desk.commands import COMMANDS, MENU_TITLES, Command, Menu, When
from newsdesk.gui.icons import Icons
from newsdesk.system.locale import Translator

TOGGLES: Final = frozenset({"mark.bold", "mark.italic", "mark.superscript", "mark.subscript", "view.focus"})


class Actions(QObject):
    """Every command of the table, with its words, keys and icon. Nothing happens until handlers are given."""

    def __init__(self, owner: QWidget, icons: Icons, tr: Translator) -> None:
        super().__init__(owner)
        self._tr = tr
        self._allowed: frozenset[When] | None = None
        self._actions = {command.id: self._make(owner, icons, command) for command in COMMANDS}
        self._menus: dict[Menu, QMenu] = {}
        self.menu = self._build_menu(owner)
        self.retranslate()

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def connect_all(self, handlers: Mapping[str, Callable[[], None]]) -> None:
        """Say what each command does."""
        for command_id, handler in handlers.items():
            self._actions[command_id].triggered.connect(_without_state(handler))

    def allow(self, conditions: AbstractSet[When]) -> None:
        """Enable what is possible under these conditions."""
        if conditions == self._allowed:
            return
        self._allowed = frozenset(conditions)
        for command in COMMANDS:
            self._actions[command.id].setEnabled(command.when in conditions)

    def retranslate(self) -> None:
        """Say everything again in the chosen language."""
        for command in COMMANDS:
            action = self._actions[command.id]
            title = self._tr(command.title)
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(title)
            action.setToolTip(f"{title.rstrip('…')}  {key}".rstrip())
        for menu, child in self._menus.items():
            child.setTitle(self._tr(MENU_TITLES[menu]))

    def _make(self, owner: QWidget, icons: Icons, command: Command) -> QAction:
        action = QAction(owner)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.id in TOGGLES)
        if command.icon:
            icons.give(action, command.icon, action.setIcon)
        owner.addAction(action)
        return action

    def _build_menu(self, owner: QWidget) -> QMenu:
        menu = QMenu(owner)
        for each in Menu:
            child = menu.addMenu("")
            self._menus[each] = child
            for command in COMMANDS:
                if command.menu is each:
                    child.addAction(self._actions[command.id])
        return menu


def _without_state(handler: Callable[[], None]) -> Callable[[bool], None]:
    """Actions hand over whether they are checked; commands do not ask."""

    def run(_checked: bool) -> None:
        handler()

    return run
