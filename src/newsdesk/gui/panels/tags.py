"""The tags of the article as chips, and a field to add more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from newsdesk.desk.labelling import split_labels
from newsdesk.gui.editor.adder import Adder, Suggest
from newsdesk.gui.flow import Flow
from newsdesk.gui.icons import Icons
from newsdesk.gui.rows import label
from newsdesk.system.locale import Translator

Key = Qt.Key


class Tag(QFrame):
    """One tag; Delete or its cross takes it away."""

    removed = Signal()

    def __init__(self, name: str, icons: Icons, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("tag")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Tag {name}", name=name))
        text = label("tag_text")
        text.setText(text.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 210))
        text.setToolTip(name if text.text() != name else "")
        cross = QToolButton()
        cross.setObjectName("tag_cross")
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setAccessibleName(tr("Remove {name}", name=name))
        icons.give(cross, "cross", cross.setIcon, "muted")
        cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 1, 3, 1)
        row.setSpacing(1)
        row.addWidget(text)
        row.addWidget(cross)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Key.Key_Delete | Key.Key_Backspace:
                self.removed.emit()
            case Key.Key_Left:
                self.focusPreviousChild()
            case Key.Key_Right:
                self.focusNextChild()
            case _:
                super().keyPressEvent(event)


class TagBar(QWidget):
    """`changed` tells the new tags; whoever listens shows them again when the article has them."""

    changed = Signal(object)

    def __init__(self, suggest: Suggest, icons: Icons, tr: Translator) -> None:
        super().__init__()
        self._icons = icons
        self._tr = tr
        self._tags: tuple[str, ...] = ()
        self._chips: list[Tag] = []
        self._adder = Adder(lambda typed, show: suggest(typed, lambda names: show(self._unused(names))))
        self._adder.entered.connect(self._add)
        self._adder.left_down.connect(self._adder.focusNextChild)
        self._adder.left_up.connect(self._adder.focusPreviousChild)
        self._adder.left_back.connect(lambda: self._focus(len(self._chips) - 1))
        self._held = QWidget()
        self._flow = Flow(self._held, gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._held)
        column.addWidget(self._adder)
        self.setFocusProxy(self._adder)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show what the article holds now."""
        if tags == self._tags:
            return
        self._tags = tags
        self._rebuild()

    def settle(self) -> None:
        """Take over a tag that is half typed."""
        self._adder.settle()

    def retranslate(self) -> None:
        """Say the words again."""
        self._adder.setPlaceholderText(self._tr("+ Add a tag"))
        self._adder.setAccessibleName(self._tr("Add a tag"))
        self._rebuild()

    def _unused(self, names: list[str]) -> list[str]:
        return [name for name in names if name not in self._tags]

    def _add(self, text: str) -> None:
        self.changed.emit(tuple(dict.fromkeys((*self._tags, *split_labels(text)))))

    def _remove(self, index: int) -> None:
        self.changed.emit(self._tags[:index] + self._tags[index + 1 :])
        self._focus(min(index, len(self._chips) - 1))

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Tag(name, self._icons, self._tr) for name in self._tags]
        before: QWidget | None = None
        for index, chip in enumerate(self._chips):
            chip.removed.connect(lambda index=index: self._remove(index))
            self._flow.addWidget(chip)
            if before is not None:
                self.setTabOrder(before, chip)
            before = chip
        if before is not None:
            self.setTabOrder(before, self._adder)
        self._held.setVisible(bool(self._chips))
        self.updateGeometry()

    def _focus(self, index: int) -> None:
        target: QWidget = self._chips[index] if 0 <= index < len(self._chips) else self._adder
        target.setFocus()
