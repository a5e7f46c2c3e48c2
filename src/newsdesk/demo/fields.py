"""Reading a JSON body strictly: every wrong field is named, nothing is dropped, text becomes NFC."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from newsdesk.demo import clock
from newsdesk.demo.problem import FieldError, invalid


@dataclass(frozen=True, slots=True)
class Warned:
    """Something the server changed in what was sent."""

    code: str
    pointer: str
    detail: str
    element: str | None = None
    attribute: str | None = None

    def document(self) -> dict[str, str | None]:
        """The entry in `warnings`."""
        return {
            "code": self.code,
            "pointer": self.pointer,
            "detail": self.detail,
            "element": self.element,
            "attribute": self.attribute,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found wrong, and what was changed, while one body is read."""

    errors: list[FieldError] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    def wrong(self, pointer: str, code: str, detail: str) -> None:
        """Note a wrong field."""
        self.errors.append(FieldError(pointer, code, detail))

    def changed(self, pointer: str, code: str, detail: str) -> None:
        """Note a change."""
        self.warnings.append(Warned(code, pointer, detail))

    def finish(self) -> None:
        """Raise the problem when anything was wrong."""
        if self.errors:
            raise invalid(self.errors)


class Field(Protocol):
    """The rule of one field."""

    def read(self, value: Any, pointer: str, reading: Reading) -> Any:
        """The value to keep; what is wrong goes into `reading`."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string of `least` to `most` code points."""

    most: int
    least: int = 0
    pattern: str = ""

    def read(self, value: Any, pointer: str, reading: Reading) -> str:
        if not isinstance(value, str):
            reading.wrong(pointer, "wrong_type", "a string is needed")
            return ""
        if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\t\n" for sign in value):
            reading.wrong(pointer, "bad_characters", "control characters or half a surrogate pair")
        elif len(value) < self.least:
            reading.wrong(pointer, "too_short", f"at least {self.least}")
        elif len(value) > self.most:
            reading.wrong(pointer, "too_long", f"at most {self.most}")
        elif self.pattern and not re.fullmatch(self.pattern, value):
            reading.wrong(pointer, "bad_value", f"does not match {self.pattern}")
        composed = unicodedata.normalize("NFC", value)
        if composed != value:
            reading.changed(pointer, "normalised", "put into NFC")
        return composed


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number; 1.0 is one, as in JSON Schema."""

    least: int
    most: int

    def read(self, value: Any, pointer: str, reading: Reading) -> int:
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if not whole or isinstance(value, bool):
            reading.wrong(pointer, "wrong_type", "a whole number is needed")
        elif not self.least <= value <= self.most:
            reading.wrong(pointer, "bad_value", f"{self.least} to {self.most}")
        else:
            return int(value)
        return self.least


@dataclass(frozen=True, slots=True)
class Fraction:
    """A number from 0 to 1."""

    def read(self, value: Any, pointer: str, reading: Reading) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool):
            reading.wrong(pointer, "wrong_type", "a number is needed")
        elif not 0 <= value <= 1:
            reading.wrong(pointer, "bad_value", "0 to 1")
        else:
            return value
        return 0.0


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def read(self, value: Any, pointer: str, reading: Reading) -> bool:
        if not isinstance(value, bool):
            reading.wrong(pointer, "wrong_type", "true or false is needed")
        return value is True


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    words: tuple[str, ...]
    code: str = "bad_value"

    def read(self, value: Any, pointer: str, reading: Reading) -> str:
        if not isinstance(value, str):
            reading.wrong(pointer, "wrong_type", "a string is needed")
        elif value not in self.words:
            reading.wrong(pointer, self.code, f"one of {', '.join(self.words)}")
        else:
            return value
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Moment:
    """An RFC 3339 date-time with offset, kept in UTC."""

    def read(self, value: Any, pointer: str, reading: Reading) -> str:
        if not isinstance(value, str):
            reading.wrong(pointer, "wrong_type", "a string is needed")
            return ""
        try:
            return clock.read(value)
        except ValueError:
            reading.wrong(pointer, "bad_time", "an RFC 3339 date-time with offset is needed")
            return ""


@dataclass(frozen=True, slots=True)
class Maybe:
    """The field or null."""

    inner: Field

    def read(self, value: Any, pointer: str, reading: Reading) -> Any:
        return None if value is None else self.inner.read(value, pointer, reading)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of at most `most` items of one kind."""

    inner: Field
    most: int

    def read(self, value: Any, pointer: str, reading: Reading) -> list[Any]:
        if not isinstance(value, list):
            reading.wrong(pointer, "wrong_type", "a list is needed")
            return []
        if len(value) > self.most:
            reading.wrong(pointer, "too_many", f"at most {self.most}")
            return []
        return [self.inner.read(item, f"{pointer}/{place}", reading) for place, item in enumerate(value)]


@dataclass(frozen=True, slots=True)
class Record:
    """An object with exactly these names; those in `defaults` may be left out."""

    fields: Mapping[str, Field]
    defaults: Mapping[str, Any] = field(default_factory=dict)

    def read(self, value: Any, pointer: str, reading: Reading) -> dict[str, Any]:
        if not isinstance(value, dict):
            reading.wrong(pointer, "wrong_type", "an object is needed")
            return {}
        for name in value.keys() - self.fields.keys():
            reading.wrong(f"{pointer}/{escaped(name)}", "unknown_field", "not in the contract")
        return {name: self._one(name, value, pointer, reading) for name in self.fields}

    def _one(self, name: str, value: dict[str, Any], pointer: str, reading: Reading) -> Any:
        if name in value:
            return self.fields[name].read(value[name], f"{pointer}/{name}", reading)
        if name not in self.defaults:
            reading.wrong(f"{pointer}/{name}", "required", "is missing")
        return self.defaults.get(name)


def escaped(name: str) -> str:
    """A name inside a JSON Pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1").encode("utf-8", "replace").decode()
