"""The command table as Qt actions: one action a command, shared by keys, menu and toolbar."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.desk.commands import COMMANDS, MENU_TITLES, Command, Menu, When, hindrance
from newsdesk.gui.icons import Icons
from newsdesk.system.locale import Translator

TOGGLES: Final = frozenset({"mark.bold", "mark.italic", "mark.superscript", "mark.subscript", "view.focus"})


PORTABLE = QKeySequence.SequenceFormat.PortableText
"""Key names as the table has them; the usual format speaks the window's language, where Return is "Enter"."""


class Actions(QObject):
    """Every command of the table, with its words, keys and icon. Nothing happens until handlers are given."""

    def __init__(self, owner: QWidget, icons: Icons, tr: Translator) -> None:
        super().__init__(owner)
        self._tr = tr
        self._allowed = frozenset(When)
        self._actions = {command.id: self._make(owner, icons, command) for command in COMMANDS}
        self._menus: dict[Menu, QMenu] = {}
        self.menu = self._build_menu(owner)
        self.retranslate()

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    @property
    def allowed(self) -> frozenset[When]:
        """The conditions that hold now."""
        return self._allowed

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
            self._say_tip(command)

    def retranslate(self) -> None:
        """Say everything again in the chosen language."""
        for command in COMMANDS:
            self._actions[command.id].setText(self._tr(command.title))
            self._say_tip(command)
        for menu, child in self._menus.items():
            child.setTitle(self._tr(MENU_TITLES[menu]))

    def _say_tip(self, command: Command) -> None:
        """What it is, its key, and on a second line why it cannot be done now."""
        action = self._actions[command.id]
        tip = f"{action.text().rstrip('…')}  {key_of(action)}".rstrip()
        reason = self._tr(hindrance(command.when, self._allowed))
        action.setToolTip(f"{tip}\n{reason}" if reason else tip)

    def _make(self, owner: QWidget, icons: Icons, command: Command) -> QAction:
        action = QAction(owner)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key, PORTABLE) for key in command.keys])
        action.setCheckable(command.id in TOGGLES)
        if command.icon:
            icons.give(action, command.icon, action.setIcon)
        owner.addAction(action)
        return action

    def _build_menu(self, owner: QWidget) -> QMenu:
        menu = QMenu(owner)
        for each in Menu:
            child = menu.addMenu("")
            child.setToolTipsVisible(True)
            self._menus[each] = child
            for command in COMMANDS:
                if command.menu is each:
                    child.addAction(self._actions[command.id])
        return menu


def key_of(action: QAction) -> str:
    """The first key of an action as this system writes it, empty when it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _without_state(handler: Callable[[], None]) -> Callable[[bool], None]:
    """Actions hand over whether they are checked; commands do not ask."""

    def run(_checked: bool) -> None:
        handler()

    return run
