"""The reporter's own settings: one table says what there is, one JSON file keeps what was chosen."""

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from newsdesk.errors import StorageError
from newsdesk.system.locale import N_

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set. The type is that of `default`.

    `choices` pairs each allowed text with its title; empty means any text. `low` and `high` bound a number.
    `group` is empty for what the program only remembers. `lockable` says whether an organisation may fix it.
    """

    name: str
    default: Value
    group: str = ""
    title: str = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    low: int = 0
    high: int = 0
    lockable: bool = True

    def accepts(self, value: Any) -> bool:
        """Whether `value` is of the right type and within what is allowed."""
        if type(value) is not type(self.default):
            return False
        if self.choices:
            return value in dict(self.choices)
        return not self.high or (isinstance(value, int) and self.low <= value <= self.high)


@dataclass(frozen=True, slots=True)
class BadSetting:
    """A value in the file that cannot be used; the default stands in for it."""

    name: str
    value: str


YOU: Final = N_("You")
LOOK: Final = N_("Appearance")

SETTINGS: Final = (
    Setting(
        "name",
        "",
        YOU,
        N_("Your byline"),
        N_("Your name as it is printed; new articles are signed with it."),
        lockable=False,
    ),
    Setting(
        "sign_new",
        True,
        YOU,
        N_("Sign new articles with my name"),
        lockable=False,
    ),
    Setting(
        "language",
        "vi",
        LOOK,
        N_("Language"),
        choices=(("vi", "Tiếng Việt"), ("en", "English")),
    ),
    Setting(
        "theme",
        "system",
        LOOK,
        N_("Light or dark"),
        choices=(("system", N_("Follow the system")), ("light", N_("Light")), ("dark", N_("Dark"))),
        lockable=False,
    ),
    Setting(
        "density",
        "comfortable",
        LOOK,
        N_("Spacing"),
        choices=(("comfortable", N_("Comfortable")), ("compact", N_("Compact"))),
        lockable=False,
    ),
    Setting("welcomed", False, lockable=False),
    Setting("last_article", "", lockable=False),
    Setting("last_folder", "", lockable=False),
    Setting("window", "", lockable=False),
    Setting("destination", "", lockable=False),
)


class Settings:
    """What was chosen, over the defaults. A file that cannot be used never stops the program.

    `problems` lists what was found unusable when the file was read.
    """

    def __init__(self, file: Path, table: Iterable[Setting] = SETTINGS) -> None:
        self._file = file
        self._table = {setting.name: setting for setting in table}
        self._listeners: list[Callable[[str], None]] = []
        self.problems: tuple[BadSetting, ...] = ()
        self._chosen = self._read()

    @property
    def table(self) -> tuple[Setting, ...]:
        """Everything that can be set, in the order of the preferences page."""
        return tuple(self._table.values())

    def text(self, name: str) -> str:
        """A setting that is a text or a choice."""
        return str(self.value(name))

    def number(self, name: str) -> int:
        """A setting that is a whole number."""
        return int(self.value(name))

    def flag(self, name: str) -> bool:
        """A setting that is yes or no."""
        return bool(self.value(name))

    def value(self, name: str) -> Value:
        """What is chosen, or the default."""
        return self._chosen.get(name, self._table[name].default)

    def is_default(self, name: str) -> bool:
        """Whether nobody chose otherwise."""
        return name not in self._chosen

    def choose(self, name: str, value: Value) -> None:
        """Keep a choice on disk and tell the listeners.

        Raises:
            ValueError: the table does not allow the value.
            StorageError: the file cannot be written; the choice holds until the program ends.
        """
        setting = self._table[name]
        if not setting.accepts(value):
            raise ValueError(f"{name} cannot be {value!r}")
        if value == self.value(name):
            return
        self._chosen[name] = value
        if value == setting.default:
            del self._chosen[name]
        for listener in tuple(self._listeners):
            listener(name)
        self._write()

    def remember(self, name: str, value: Value) -> None:
        """Keep what only makes the next start nicer; a disk that refuses is no trouble."""
        with suppress(StorageError):
            self.choose(name, value)

    def on_change(self, listener: Callable[[str], None]) -> None:
        """Call `listener` with the name of each setting that changes."""
        self._listeners.append(listener)

    def _read(self) -> dict[str, Value]:
        try:
            held = json.loads(self._file.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            held = None
        if not isinstance(held, dict):
            self.problems = (BadSetting("", str(self._file)),)
            return {}
        known = {name: value for name, value in held.items() if name in self._table}
        good = {name: value for name, value in known.items() if self._table[name].accepts(value)}
        self.problems = tuple(
            BadSetting(name, repr(value)[:80]) for name, value in known.items() if name not in good
        )
        return good

    def _write(self) -> None:
        fresh = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(self._chosen, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError as error:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise StorageError("settings.unwritable", file=str(self._file)) from error
