"""A small sheet that asks for an address: of a link, or of a video or page to show."""

from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from newsdesk.gui.icons import Icons
from newsdesk.gui.rows import field, label
from newsdesk.gui.sheet import Sheet
from newsdesk.system.locale import Translator

SCHEMES = ("http", "https", "mailto")


class AddressSheet(Sheet):
    """Offers the address that lies on the clipboard. Says what is wrong with one that cannot be used."""

    def __init__(self, host: QWidget, icons: Icons, tr: Translator) -> None:
        super().__init__(host, icons, 460)
        self._tr = tr
        self._then: Callable[[str], None] = lambda _address: None
        self.address = QLineEdit()
        self._caption = label()
        self._wrong = label("problem", wrap=True)
        self.remove = QPushButton()
        self.accept = QPushButton()
        self.accept.setObjectName("primary")
        self.body.addLayout(field(self._caption, self.address))
        self.body.addWidget(self._wrong)
        self.foot.addWidget(self.remove)
        self.foot.addStretch()
        self.foot.addWidget(self.accept)
        self.accept.clicked.connect(self._accept)
        self.address.returnPressed.connect(self._accept)
        self.remove.clicked.connect(self._remove)
        self.retranslate()

    def ask(self, title: str, held: str, then: Callable[[str], None]) -> None:
        """Ask; `then` gets the address, or an empty text when the one `held` shall go."""
        self._then = then
        self.title.setText(title)
        self.address.setText(held or usable(QGuiApplication.clipboard().text()))
        self.address.selectAll()
        self.remove.setVisible(bool(held))
        self._wrong.hide()
        self.open_sheet(self.address)

    def retranslate(self) -> None:
        """Say all words again."""
        self._caption.setText(self._tr("Address"))
        self.address.setAccessibleName(self._tr("Address"))
        self.address.setPlaceholderText("https://")
        self.remove.setText(self._tr("Remove the link"))
        self.accept.setText(self._tr("Insert"))
        self.close_button.setToolTip(self._tr("Close"))
        self.close_button.setAccessibleName(self._tr("Close"))

    def _accept(self) -> None:
        address = usable(self.address.text())
        if not address:
            self._wrong.setText(
                self._tr("This is not a web address. One begins with https:// and names a site.")
            )
            self._wrong.show()
            return
        self.close_sheet()
        self._then(address)

    def _remove(self) -> None:
        self.close_sheet()
        self._then("")


def usable(text: str) -> str:
    """The text as an address that may be linked to; empty when it is none."""
    text = text.strip()
    if not text or any(sign.isspace() for sign in text):
        return ""
    if text.startswith("www."):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    named = parts.path if parts.scheme == "mailto" else parts.hostname
    return text if parts.scheme in SCHEMES and named else ""
