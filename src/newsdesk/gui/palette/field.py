"""Where the palette is typed into. It tells a word while it is still being composed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class Field(QLineEdit):
    """`wanted` tells the text with the word in composition, `walked` the rows to go, `accepted` Enter."""

    wanted = Signal(str)
    walked = Signal(int)
    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preedit = ""
        self.textChanged.connect(self._tell)

    @property
    def composing(self) -> bool:
        """Whether a word is being composed by an input method."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        text, at = self.text(), self.cursorPosition()
        self.wanted.emit(text[:at] + self._preedit + text[at:])
