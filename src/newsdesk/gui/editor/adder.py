"""Where signatures are typed: a field that offers people in a popup, never inside what is being typed."""

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QSizePolicy

Suggest = Callable[[str, Callable[[list[str]], None]], None]
"""Finds names for what was typed and hands them over, later."""

NARROW, WIDE = 128, 240


class Adder(QLineEdit):
    """`entered` tells the text when it is complete; `left_back` that the caret wants to the chip before."""

    entered = Signal(str)
    left_up = Signal()
    left_down = Signal()
    left_back = Signal()

    def __init__(self, suggest: Suggest) -> None:
        super().__init__()
        self.setObjectName("adder")
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(NARROW)
        self._suggest = suggest
        self._names = QStringListModel(self)
        popup = QCompleter(self._names, self)
        popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup.activated.connect(self._pick, Qt.ConnectionType.QueuedConnection)
        self._popup = popup
        self._list = QListView()
        self._list.setObjectName("suggestions")
        popup.setPopup(self._list)
        self.setCompleter(popup)
        self.textEdited.connect(self._ask)
        self.returnPressed.connect(self._enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() and not self.text()
        match event.key():
            case Qt.Key.Key_Backspace | Qt.Key.Key_Left if bare:
                self.left_back.emit()
            case Qt.Key.Key_Up:
                self.left_up.emit()
            case Qt.Key.Key_Down:
                self.left_down.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setFixedWidth(WIDE)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._enter(stay=False)
            self.setFixedWidth(NARROW)

    def _ask(self, typed: str) -> None:
        if typed.strip():
            self._suggest(typed, lambda names: self._offer(typed, names))

    def _offer(self, typed: str, names: list[str]) -> None:
        if typed == self.text() and self.hasFocus():
            self._names.setStringList(names)
            if names:
                self._popup.complete()
            else:
                self._list.hide()

    def _pick(self, name: str) -> None:
        self.setText(name)
        self._enter()

    def _enter(self, *, stay: bool = True) -> None:
        text = self.text().strip()
        self.clear()
        if text:
            self.entered.emit(text)
        elif stay:
            self.left_down.emit()
