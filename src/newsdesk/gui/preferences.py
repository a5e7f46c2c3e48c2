"""The preferences sheet, made from the settings table, with the destinations beneath."""

from PySide6.QtWidgets import QPushButton, QWidget

from newsdesk.errors import StorageError
from newsdesk.gui.destinations import Destinations
from newsdesk.gui.kit import Kit
from newsdesk.gui.rows import Banner, label
from newsdesk.gui.settings_rows import SettingRow
from newsdesk.gui.sheet import Sheet
from newsdesk.system.settings import Value


class Preferences(Sheet):
    """Every choice holds at once and is kept at once."""

    def __init__(self, host: QWidget, kit: Kit) -> None:
        super().__init__(host, kit.icons, 640)
        self._kit = kit
        self._rows: list[SettingRow] = []
        self._headings = [(label("section"), group) for group in self._groups()]
        self._trouble = Banner()
        self.destinations = Destinations(kit)
        self._destinations_heading = label("section")
        self._done = QPushButton()
        self._done.setObjectName("primary")
        self._done.clicked.connect(self.close_sheet)
        self._arrange()
        kit.settings.on_change(lambda _name: self._refresh())
        self.retranslate()

    def open_up(self) -> None:
        """Show the preferences."""
        self.destinations.reload()
        self.open_sheet(self._done)

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        self.title.setText(tr("Preferences"))
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))
        self._done.setText(tr("Done"))
        for heading, group in self._headings:
            heading.setText(tr(group).upper())
        self._destinations_heading.setText(tr("Destinations").upper())
        for row in self._rows:
            row.retranslate()
        self.destinations.retranslate()
        self._say_problems()

    def _groups(self) -> list[str]:
        return list(dict.fromkeys(setting.group for setting in self._kit.settings.table if setting.group))

    def _arrange(self) -> None:
        self.body.addWidget(self._trouble)
        for heading, group in self._headings:
            self.body.addWidget(heading)
            for setting in self._kit.settings.table:
                if setting.group == group:
                    row = SettingRow(setting, self._kit.settings, self._choose, self._kit.icons, self._kit.tr)
                    self._rows.append(row)
                    self.body.addWidget(row)
            self.body.addSpacing(8)
        self.body.addWidget(self._destinations_heading)
        self.body.addWidget(self.destinations)
        self.body.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(self._done)

    def _choose(self, name: str, value: Value) -> None:
        try:
            self._kit.settings.choose(name, value)
        except StorageError as problem:
            self._trouble.show_words("error", self._kit.wording.error(problem))

    def _refresh(self) -> None:
        for row in self._rows:
            row.show_value()

    def _say_problems(self) -> None:
        names = ", ".join(problem.name or problem.value for problem in self._kit.settings.problems)
        words = self._kit.tr(
            "Some saved settings could not be used; their defaults apply: {names}", names=names
        )
        self._trouble.show_words("warn", words if names else "")
