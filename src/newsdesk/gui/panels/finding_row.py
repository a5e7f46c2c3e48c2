"""One finding: where, what, and a button for each certain fix."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from newsdesk.desk.checking import Finding
from newsdesk.gui.icons import Icons
from newsdesk.gui.panels.remark import level_picture, sentence_label
from newsdesk.system.locale import Translator

Key = Qt.Key
SHOWN = 32
"""Characters of a fix that its button shows."""


class FindingRow(QPushButton):
    """A click or Enter is `clicked`: go there. `fixed` tells the fix that was chosen."""

    fixed = Signal(str)

    def __init__(self, finding: Finding, place: str, sentence: str, icons: Icons, tr: Translator) -> None:
        super().__init__()
        self.finding = finding
        self.setObjectName("finding")
        # A button is as high as its one line; this one is as high as its words.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{place}: {sentence}" if place else sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 9)
        row.setSpacing(9)
        row.addWidget(level_picture(finding.level, icons), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for name, text in (("place", place), ("sentence", sentence)):
            if text:
                made = sentence_label(name, text)
                made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                words.addWidget(made)
        for fix in finding.fixes:
            words.addWidget(self._button(fix, tr), 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Key.Key_Return | Key.Key_Enter:
                self.click()
            case Key.Key_Down:
                self.focusNextChild()
            case Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)

    def _button(self, fix: str, tr: Translator) -> QPushButton:
        button = QPushButton(_label(fix, tr))
        button.setObjectName("fix")
        button.setToolTip(fix.strip())
        button.clicked.connect(lambda: self.fixed.emit(fix))
        return button


def _label(fix: str, tr: Translator) -> str:
    if not fix:
        return tr("Remove")
    if not fix.strip() or len(fix) > SHOWN:
        return tr("Fix")
    return tr("Change to “{text}”", text=fix).replace("&", "&&")
