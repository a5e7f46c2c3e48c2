"""The first page a new reporter meets: name, language, destination, or all of it later."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from newsdesk.errors import StorageError
from newsdesk.gui.destinations import DestinationForm
from newsdesk.gui.kit import Kit
from newsdesk.gui.rows import Banner, field, label
from newsdesk.gui.sheet import Sheet
from newsdesk.system.locale import LANGUAGES


class Welcome(Sheet):
    """Shown once; everything here can be changed in the preferences."""

    def __init__(self, host: QWidget, kit: Kit) -> None:
        super().__init__(host, kit.icons, 560)
        self._kit = kit
        self._lead = label("lead", wrap=True)
        self._name_caption = label()
        self.name = QLineEdit()
        self._language_caption = label()
        self.language = QComboBox()
        for language, title in zip(LANGUAGES, ("Tiếng Việt", "English"), strict=True):
            self.language.addItem(title, language)
        self.with_destination = QCheckBox()
        self.destination = DestinationForm(kit)
        self.answer = Banner()
        self._later = QPushButton()
        self._start = QPushButton()
        self._start.setObjectName("primary")
        self._arrange()
        self._connect()
        self.retranslate()

    def open_up(self) -> None:
        """Greet."""
        self.name.setText(self._kit.settings.text("name"))
        self.language.setCurrentIndex(self.language.findData(self._kit.tr.language))
        self.open_sheet(self.name)

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        self.title.setText(tr("Welcome to newsdesk"))
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))
        self._lead.setText(tr("Write offline, have it reviewed in Word, send it to the CMS exactly once."))
        self._name_caption.setText(tr("Your name as it is printed"))
        self.name.setAccessibleName(tr("Your name as it is printed"))
        self._language_caption.setText(tr("Language"))
        self.language.setAccessibleName(tr("Language"))
        self.with_destination.setText(tr("Set up the CMS now"))
        self._later.setText(tr("Later"))
        self._start.setText(tr("Start writing"))
        self.destination.retranslate()

    def _arrange(self) -> None:
        self.body.addWidget(self._lead)
        self.body.addLayout(field(self._name_caption, self.name))
        self.body.addLayout(field(self._language_caption, self.language))
        self.body.addWidget(self.with_destination)
        self.body.addWidget(self.destination)
        self.body.addWidget(self.answer)
        self.body.addStretch()
        self.destination.hide()
        self.foot.addStretch()
        self.foot.addWidget(self._later)
        self.foot.addWidget(self._start)

    def _connect(self) -> None:
        self.with_destination.toggled.connect(self._offer_destination)
        self.language.activated.connect(lambda _index: self._choose("language", self.language.currentData()))
        self._later.clicked.connect(self.close_sheet)
        self._start.clicked.connect(self._accept)
        self.name.returnPressed.connect(self._accept)
        self.closed.connect(lambda: self._kit.settings.remember("welcomed", True))

    def _offer_destination(self, wanted: bool) -> None:
        self.destination.setVisible(wanted)

    def _choose(self, name: str, value: str) -> None:
        try:
            self._kit.settings.choose(name, value)
        except StorageError as problem:
            self.answer.show_words("error", self._kit.wording.error(problem))

    def _accept(self) -> None:
        self._choose("name", self.name.text().strip())
        if not self.with_destination.isChecked():
            self.close_sheet()
            return
        if not self.destination.complete:
            self.answer.show_words("warn", self._kit.tr("Fill in all four fields."))
            return
        destination, token = self.destination.destination(), self.destination.token.text().strip()
        self._kit.tasks.start(
            lambda _work: self._kit.desk.delivering.add(destination, token),
            lambda _kept: self.close_sheet(),
            lambda problem: self.answer.show_words("error", self._kit.wording.error(problem)),
        )
