"""The row on top: writing tools on the left, the saved state and the way out on the right."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from newsdesk.desk.commands import STYLES
from newsdesk.gui.actions import Actions
from newsdesk.gui.icons import Icons
from newsdesk.gui.outline import LEFT_FOLDS
from newsdesk.gui.saved import SavedState
from newsdesk.system.locale import Translator

GROUPS: Final = (("edit.undo", "edit.redo"), ("mark.bold", "mark.italic", "mark.link"))
QUICK_STYLES: Final = ("style.list", "style.quote", "style.box")
SAVED_NEEDS: Final = 92
"""Pixels that the saved state has at least."""


class Toolbar(QFrame):
    """Shows commands of the table; it decides nothing."""

    def __init__(self, actions: Actions, icons: Icons, saved: SavedState, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self._tr = tr
        self._actions = actions
        self._menu = tool()
        self._menu.setMenu(actions.menu)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.give(self._menu, "menu", self._menu.setIcon)
        self._brand = QLabel("newsdesk")
        self._brand.setObjectName("brand")
        self._style = StyleMenu(actions, icons)
        self._export = ActionButton(actions["piece.export"], icons, "export", "text")
        self._send = ActionButton(actions["piece.send"], icons, "send", "primary_text")
        self._send.setObjectName("primary")
        self._library = tool(actions["view.library"])
        self._inspector = tool(actions["view.inspector"])
        saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        saved.setMinimumWidth(SAVED_NEEDS)
        self._styles = [tool(actions[command_id]) for command_id in QUICK_STYLES]
        self._row = QHBoxLayout(self)
        self._arrange(saved)
        self._dispensable: tuple[Callable[[bool], None], ...] = (
            self._brand.setVisible,
            self._export.show_words,
            self._send.show_words,
            self._show_styles,
        )
        self.retranslate()

    def show_style(self, command_id: str) -> None:
        """Name the style of the paragraph that has the caret."""
        self._style.show_style(command_id)

    def retranslate(self) -> None:
        """Say all words again."""
        self._menu.setToolTip(self._tr("Menu"))
        self._menu.setAccessibleName(self._tr("Menu"))
        self._style.retranslate(self._tr("Paragraph style"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give up, one after the other, what a narrow window has no room for."""
        self._library.setVisible(self.width() < LEFT_FOLDS)
        for given_up in range(len(self._dispensable) + 1):
            for place, show in enumerate(self._dispensable):
                show(place >= given_up)
            if self._row.minimumSize().width() <= self.width():
                return

    def _show_styles(self, on: bool) -> None:
        for button in self._styles:
            button.setVisible(on)

    def _arrange(self, saved: SavedState) -> None:
        row = self._row
        row.setContentsMargins(10, 7, 12, 7)
        row.setSpacing(2)
        row.addWidget(self._menu)
        row.addWidget(self._library)
        row.addSpacing(4)
        row.addWidget(self._brand)
        row.addSpacing(14)
        for group in GROUPS:
            self._add_group(row, group)
        row.addWidget(self._style)
        row.addSpacing(6)
        row.addWidget(separator())
        row.addSpacing(6)
        row.addWidget(tool(self._actions["insert.photo"]))
        for button in self._styles:
            row.addWidget(button)
        row.addSpacing(12)
        row.addWidget(saved, 1)
        row.addSpacing(10)
        row.addWidget(self._export)
        row.addSpacing(6)
        row.addWidget(self._send)
        row.addSpacing(4)
        row.addWidget(self._inspector)

    def _add_group(self, row: QHBoxLayout, group: tuple[str, ...]) -> None:
        for command_id in group:
            row.addWidget(tool(self._actions[command_id]))
        row.addSpacing(6)
        row.addWidget(separator())
        row.addSpacing(6)


class StyleMenu(QToolButton):
    """The style of the paragraph, and the other ones to choose from."""

    def __init__(self, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self._actions = actions
        self._shown = STYLES[0].id
        menu = QMenu(self)
        for style in STYLES:
            menu.addAction(actions[style.id])
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIconSize(QSize(13, 13))
        icons.give(self, "chevron_down", self.setIcon, "muted")

    def show_style(self, command_id: str) -> None:
        """Name a style; one that is none of the table's (a caption) leaves the name as it was."""
        if any(style.id == command_id for style in STYLES):
            self._shown = command_id
            self.setText(self._actions[command_id].text())

    def retranslate(self, title: str) -> None:
        """Say all words again, as wide as the longest one, so that the row never jumps."""
        self.setToolTip(title)
        self.setAccessibleName(title)
        widths = [self.fontMetrics().horizontalAdvance(self._actions[style.id].text()) for style in STYLES]
        self.setMinimumWidth(max(widths) + 42)
        self.show_style(self._shown)


class ActionButton(QPushButton):
    """A button with words for an action; the words may give way to the icon alone."""

    def __init__(self, action: QAction, icons: Icons, icon: str, token: str) -> None:
        super().__init__()
        self._action = action
        self._words = True
        icons.give(self, icon, self.setIcon, token)
        self.setIconSize(QSize(17, 17))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def show_words(self, on: bool) -> None:
        """Show words and icon, or the icon alone."""
        self._words = on
        self._follow()

    def _follow(self) -> None:
        title = self._action.text()
        self.setText(f" {title}" if self._words else "")
        self.setAccessibleName(title)
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())


def tool(action: QAction | None = None) -> QToolButton:
    """A flat button, showing an action's icon."""
    button = QToolButton()
    button.setIconSize(QSize(20, 20))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if action is not None:
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button


def separator() -> QWidget:
    """A thin upright line between groups."""
    line = QFrame()
    line.setObjectName("separator")
    line.setFixedSize(1, 20)
    return line
