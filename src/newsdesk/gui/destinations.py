"""The destinations: those that are set up, adding one, and testing the connection step by step."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from newsdesk.desk.delivering import Destination, Diagnosis
from newsdesk.errors import NewsdeskError
from newsdesk.gui.kit import Kit
from newsdesk.gui.rows import Banner, card, clear, field, label, side_by_side

STATION = "station"


class DestinationForm(QWidget):
    """Name, address, user and token of a new destination. The token goes to the keyring and nowhere else."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.name = QLineEdit()
        self.url = QLineEdit()
        self.user = QLineEdit()
        self.token = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._captions = {line: label() for line in (self.name, self.url, self.user, self.token)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for pair in ((self.name, self.url), (self.user, self.token)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for line in pair:
                row.addLayout(field(self._captions[line], line), 1)
            column.addLayout(row)
        self.retranslate()

    @property
    def complete(self) -> bool:
        """Whether every field is filled in."""
        return all(line.text().strip() for line in self._captions)

    def destination(self) -> Destination:
        """What was typed, without the token."""
        return Destination(
            self.name.text().strip(), STATION, self.url.text().strip(), self.user.text().strip()
        )

    def clear(self) -> None:
        """Empty every field."""
        for line in self._captions:
            line.clear()

    def retranslate(self) -> None:
        """Say all words again."""
        tr = self._kit.tr
        words = (tr("Name"), tr("Address of the site"), tr("User name"), tr("Token"))
        for (line, caption), text in zip(self._captions.items(), words, strict=True):
            caption.setText(text)
            line.setAccessibleName(text)
        self.url.setPlaceholderText("https://")


class Destinations(QWidget):
    """The list of destinations and the form for one more."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._known: Sequence[Destination] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.form = DestinationForm(kit)
        self.add = QPushButton()
        self.add.clicked.connect(self._add)
        self.answer = Banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._list)
        column.addWidget(self.answer)
        column.addWidget(self.form)
        column.addLayout(side_by_side(self.add))
        self.retranslate()

    def reload(self) -> None:
        """Read what is set up."""
        self._kit.tasks.start(lambda _work: self._kit.desk.delivering.destinations(), self._show, self._fail)

    def retranslate(self) -> None:
        """Say all words again."""
        self.add.setText(self._kit.tr("Add and test the connection"))
        self.form.retranslate()
        self._show(self._known)

    def _show(self, destinations: Sequence[Destination]) -> None:
        self._known = destinations
        clear(self._list)
        for destination in destinations:
            self._list.addWidget(self._card(destination))

    def _card(self, destination: Destination) -> QFrame:
        tr = self._kit.tr
        frame, column = card()
        row = QHBoxLayout()
        words = label()
        words.setText(destination.name)
        words.setObjectName("subtitle")
        row.addWidget(words, 1)
        for title, act in ((tr("Test the connection"), self.test), (tr("Remove"), self._remove)):
            button = QPushButton(title)
            button.setObjectName("linkish")
            button.clicked.connect(lambda _checked, act=act: act(destination.name))
            row.addWidget(button)
        column.addLayout(row)
        address = label("small", wrap=True)
        address.setText(f"{destination.user} · {destination.url}")
        column.addWidget(address)
        return frame

    def _add(self) -> None:
        if not self.form.complete:
            self.answer.show_words("warn", self._kit.tr("Fill in all four fields."))
            return
        destination, token = self.form.destination(), self.form.token.text().strip()

        def done(kept: bool) -> None:
            self.form.clear()
            self.reload()
            self.test(destination.name)
            if not kept:
                self.answer.show_words(
                    "warn",
                    self._kit.tr("There is no keyring here: the token is kept only until newsdesk closes."),
                )

        self._kit.tasks.start(
            lambda _work: self._kit.desk.delivering.add(destination, token), done, self._fail
        )

    def test(self, name: str) -> None:
        """Try to reach a destination and say how far that went; its lists are fetched when it works."""
        self.answer.show_words("info", self._kit.tr("Asking {name}…", name=name))

        def try_it(_work: object) -> Diagnosis:
            diagnosis = self._kit.desk.delivering.test(name)
            if diagnosis.ok:
                self._kit.desk.delivering.sync(name)
            return diagnosis

        self._kit.tasks.start(try_it, self._diagnosed, self._fail)

    def _diagnosed(self, diagnosis: Diagnosis) -> None:
        say = self._kit.wording.diagnosis
        lines = [
            f"{'✓' if step.ok else '✗'}  {say(step.code, step.ok, step.detail)}" for step in diagnosis.steps
        ]
        self.answer.show_words("ok" if diagnosis.ok else "error", "\n".join(lines))

    def _remove(self, name: str) -> None:
        self._kit.tasks.start(
            lambda _work: self._kit.desk.delivering.remove(name), lambda _nothing: self.reload(), self._fail
        )

    def _fail(self, problem: NewsdeskError) -> None:
        self.answer.show_words("error", self._kit.wording.error(problem))
