"""The slim bar over the top of the page that asks what to find, and what to put in its place."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from newsdesk.desk.seeking import Wanted
from newsdesk.gui.icons import Icons
from newsdesk.system.locale import Translator

WIDEST = 500
MARGIN = 10
"""Pixels between the bar and the edges of the page."""

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SeekField(QLineEdit):
    """A line to type in. With nothing of its own to take back, it leaves undo to the article."""

    entered = Signal(bool)
    """Enter was pressed; whether with Shift."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if event.key() in ENTER and held in (Qt.KeyboardModifier.NoModifier, shift):
            self.entered.emit(held == shift)
        else:
            super().keyPressEvent(event)

    def forget_typing(self) -> None:
        """Have nothing to take back here."""
        self.setText(self.text())


class CountedField(SeekField):
    """A line with a count at its end."""

    def __init__(self) -> None:
        super().__init__()
        self._count = QLabel(self)
        self._count.setObjectName("seek_count")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_count(self, words: str, *, missing: bool = False) -> None:
        """Say how many there are; `missing` when there should be some and are none."""
        self._count.setText(words)
        self.setAccessibleDescription(words)
        if self._count.property("missing") != missing:
            self._count.setProperty("missing", missing)
            self._count.style().unpolish(self._count)
            self._count.style().polish(self._count)
        self._place()

    @property
    def count(self) -> str:
        """What is said of the count."""
        return self._count.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        size = self._count.sizeHint()
        self.setTextMargins(0, 0, size.width() + 4 if self._count.text() else 0, 0)
        self._count.setGeometry(self.width() - size.width() - 8, 0, size.width(), self.height())


class SeekBar(QFrame):
    """Says what is asked for and what is wanted; it finds nothing itself.

    `changed` tells that something else is looked for, `resized` that the bar has another height.
    """

    changed = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    left = Signal()
    resized = Signal()

    def __init__(self, page: QWidget, icons: Icons, tr: Translator) -> None:
        super().__init__(page)
        self.setObjectName("seek")
        self._host = page
        self._icons = icons
        self._tr = tr
        self.more = self._tool("chevron_right")
        self.words = CountedField()
        self.marks, self.whole, self.case = (
            self._switch(name) for name in ("accents", "whole_word", "capitals")
        )
        self.previous, self.next = self._tool("chevron_up"), self._tool("chevron_down")
        self.close_button = self._tool("cross")
        self.by = SeekField()
        self.replace, self.replace_all = QPushButton(), QPushButton()
        self._below = QWidget()
        self._arrange()
        self._connect()
        self.retranslate()
        self.show_replacing(on=False)
        self.hide()
        page.installEventFilter(self)

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        return Wanted(
            self.words.text(), self.marks.isChecked(), self.whole.isChecked(), self.case.isChecked()
        )

    def show_replacing(self, *, on: bool) -> None:
        """Show the line for other words, or put it away."""
        self._below.setVisible(on)
        self._icons.give(self.more, "chevron_down" if on else "chevron_right", self.more.setIcon, "muted")
        self._place()

    def allow(self, *, found: bool) -> None:
        """Offer what can be done when something was found, or when nothing was."""
        for button in (self.previous, self.next, self.replace, self.replace_all):
            button.setEnabled(found)

    def stand_after(self, widget: QWidget) -> None:
        """Be reached by Tab from a widget."""
        stops = (self.more, self.words, self.marks, self.whole, self.case, self.previous, self.next)
        last = (self.close_button, self.by, self.replace, self.replace_all)
        for first, second in pairwise((widget, *stops, *last)):
            self.setTabOrder(first, second)

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._tr
        for line, title in ((self.words, tr("Find in the article")), (self.by, tr("Replace with"))):
            line.setPlaceholderText(title)
            line.setAccessibleName(title)
        for button, title, keys in (
            (self.more, tr("Replace"), "Ctrl+H"),
            (self.marks, tr("Mind tone and letter marks"), ""),
            (self.whole, tr("Whole words"), ""),
            (self.case, tr("Mind capitals"), ""),
            (self.previous, tr("Find previous"), "Shift+F3"),
            (self.next, tr("Find next"), "F3"),
            (self.close_button, tr("Close"), "Esc"),
        ):
            key = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setAccessibleName(title)
            button.setToolTip(f"{title}  {key}".rstrip())
        self.replace.setText(tr("Replace"))
        self.replace_all.setText(tr("Replace all"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._leave(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No key that the bar has no use for may fall through to the text behind it.
        event.accept()
        self._leave(event)

    def _leave(self, event: QKeyEvent) -> bool:
        wanted = event.key() == Qt.Key.Key_Escape and self.isVisible()
        if wanted:
            self.left.emit()
        return wanted

    def _place(self) -> None:
        before = self.height()
        room = self._host.contentsRect()
        width = min(WIDEST, room.width() - 2 * MARGIN - 12)
        layout = self.layout()
        height = layout.totalSizeHint().height() if layout else 0
        self.setGeometry(room.right() - width - MARGIN - 12, MARGIN, width, height)
        if height != before:
            self.resized.emit()

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(2)
        above.addWidget(self.words, 1)
        above.addSpacing(4)
        for button in (self.marks, self.whole, self.case):
            above.addWidget(button)
        above.addSpacing(6)
        for button in (self.previous, self.next, self.close_button):
            above.addWidget(button)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self.by, 1)
        below.addWidget(self.replace)
        below.addWidget(self.replace_all)
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 6, 6, 6)
        grid.setSpacing(6)
        grid.addWidget(self.more, 0, 0)
        grid.addLayout(above, 0, 1)
        grid.addWidget(self._below, 1, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        for button in (self.marks, self.whole, self.case):
            button.toggled.connect(lambda _on: self.changed.emit())
        self.words.entered.connect(lambda back: (self.previous_wanted if back else self.next_wanted).emit())
        self.by.entered.connect(lambda back: (self.previous_wanted if back else self.replace_wanted).emit())
        self.more.clicked.connect(lambda _on: self.show_replacing(on=self._below.isHidden()))
        self.previous.clicked.connect(lambda _on: self.previous_wanted.emit())
        self.next.clicked.connect(lambda _on: self.next_wanted.emit())
        self.close_button.clicked.connect(lambda _on: self.left.emit())
        self.replace.clicked.connect(lambda _on: self.replace_wanted.emit())
        self.replace_all.clicked.connect(lambda _on: self.replace_all_wanted.emit())

    def _tool(self, icon: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons.give(button, icon, button.setIcon, "muted")
        return button

    def _switch(self, icon: str) -> QToolButton:
        button = self._tool(icon)
        button.setCheckable(True)
        button.toggled.connect(
            lambda on: self._icons.give(button, icon, button.setIcon, "accent" if on else "muted")
        )
        return button
