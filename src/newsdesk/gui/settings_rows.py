"""One row of the preferences for one entry of the settings table: its words, its control, the way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.gui.icons import Icons
from newsdesk.gui.rows import label
from newsdesk.system.locale import Translator
from newsdesk.system.settings import Setting, Settings, Value

CONTROL_WIDTH = 230

Choose = Callable[[str, Value], None]


class SettingRow(QWidget):
    """Shows a setting and hands on what is chosen."""

    def __init__(
        self, setting: Setting, settings: Settings, choose: Choose, icons: Icons, tr: Translator
    ) -> None:
        super().__init__()
        self._setting = setting
        self._settings = settings
        self._choose = choose
        self._tr = tr
        self._title = label()
        self._help = label("small", wrap=True)
        self._control = self._make_control()
        self._back = QToolButton()
        icons.give(self._back, "restore", self._back.setIcon, "muted")
        self._back.clicked.connect(lambda: choose(setting.name, setting.default))
        self._arrange()
        self.retranslate()

    def show_value(self) -> None:
        """Show what is chosen now."""
        value = self._settings.value(self._setting.name)
        control = self._control
        control.blockSignals(True)
        if isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QComboBox):
            control.setCurrentIndex(control.findData(value))
        elif isinstance(control, QSpinBox):
            control.setValue(int(value))
        elif isinstance(control, QLineEdit) and control.text() != value:
            control.setText(str(value))
        control.blockSignals(False)
        policy = self._back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(policy)
        self._back.setVisible(not self._settings.is_default(self._setting.name))

    def retranslate(self) -> None:
        """Say all words again."""
        title = self._tr(self._setting.title)
        self._title.setText(title)
        self._help.setText(self._tr(self._setting.help))
        self._help.setVisible(bool(self._setting.help))
        self._control.setAccessibleName(title)
        self._back.setToolTip(self._tr("Restore the default"))
        self._back.setAccessibleName(self._tr("Restore the default"))
        if isinstance(self._control, QComboBox):
            for index, (_value, words) in enumerate(self._setting.choices):
                self._control.setItemText(index, self._tr(words))
        self.show_value()

    def _make_control(self) -> QWidget:
        name, default = self._setting.name, self._setting.default
        if isinstance(default, bool):
            check = QCheckBox()
            check.toggled.connect(lambda on: self._choose(name, on))
            return check
        if isinstance(default, int):
            number = QSpinBox(minimum=self._setting.low, maximum=self._setting.high)
            number.valueChanged.connect(lambda value: self._choose(name, value))
            return number
        if self._setting.choices:
            box = QComboBox()
            for value, words in self._setting.choices:
                box.addItem(words, value)
            box.activated.connect(lambda _index: self._choose(name, box.currentData()))
            return box
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._choose(name, line.text().strip()))
        return line

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        self._control.setFixedWidth(CONTROL_WIDTH)
        row.addWidget(self._control, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._back)
