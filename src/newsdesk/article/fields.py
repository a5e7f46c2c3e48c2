"""Reading untrusted JSON values field by field, with an error that names the field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, Self, TypeVar

Choice = TypeVar("Choice", bound=StrEnum)

SHA256 = re.compile(r"[0-9a-f]{64}")


class FieldError(ValueError):
    """A field cannot be read. `path` names it (`blocks[2].runs[0].href`), `reason` is a code."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path or 'document'}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object together with where it stands in its document. Absent fields read as empty."""

    values: dict[str, Any]
    place: str

    @classmethod
    def of(cls, value: Any, place: str) -> Self:
        """Wrap `value`, which must be an object."""
        if not isinstance(value, dict):
            raise FieldError(place, "not_an_object")
        return cls(value, place)

    def path(self, name: str) -> str:
        """Where the field `name` stands."""
        return f"{self.place}.{name}" if self.place else name

    def has(self, name: str) -> bool:
        """Whether the field is given and not null."""
        return self.values.get(name) is not None

    def text(self, name: str) -> str:
        """A string; empty when absent."""
        return self.text_or_none(name) or ""

    def required_text(self, name: str) -> str:
        """A string that must be given."""
        if not self.has(name):
            raise FieldError(self.path(name), "missing")
        return self.text(name)

    def text_or_none(self, name: str) -> str | None:
        """A string or None."""
        value = self.values.get(name)
        return None if value is None else _text(value, self.path(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings."""
        items = enumerate(self._list(name))
        return tuple(_text(item, f"{self.path(name)}[{index}]") for index, item in items)

    def flag(self, name: str) -> bool:
        """A boolean; False when absent."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, bool):
            raise FieldError(self.path(name), "not_a_flag")
        return bool(value)

    def choice(self, name: str, kind: type[Choice], default: Choice) -> Choice:
        """One value of an enumeration."""
        value = self.text_or_none(name)
        return default if value is None else _member(kind, value, self.path(name))

    def choices(self, name: str, kind: type[Choice]) -> Iterator[Choice]:
        """A list of values of an enumeration."""
        for index, value in enumerate(self.texts(name)):
            yield _member(kind, value, f"{self.path(name)}[{index}]")

    def one_or_two(self, name: str) -> Literal[1, 2]:
        """The number 1 or 2; 1 when absent."""
        match self.values.get(name):
            case None | 1:
                return 1
            case 2:
                return 2
        raise FieldError(self.path(name), "not_allowed")

    def percent_or_none(self, name: str) -> int | None:
        """A whole number from 0 to 100, or None."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 100:
            raise FieldError(self.path(name), "not_a_percentage")
        return value

    def fraction(self, name: str) -> float:
        """A number from 0 to 1."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise FieldError(self.path(name), "not_a_fraction")
        return float(value)

    def sha256(self, name: str) -> str | None:
        """A lower-case SHA-256 in hexadecimal, or None."""
        value = self.text_or_none(name)
        if value is not None and not SHA256.fullmatch(value):
            raise FieldError(self.path(name), "not_a_digest")
        return value

    def optional(self, name: str) -> "Fields | None":
        """A nested object or None."""
        value = self.values.get(name)
        return None if value is None else Fields.of(value, self.path(name))

    def items(self, name: str) -> Iterator["Fields"]:
        """A list of nested objects."""
        for index, item in enumerate(self._list(name)):
            yield Fields.of(item, f"{self.path(name)}[{index}]")

    def _list(self, name: str) -> list[Any]:
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise FieldError(self.path(name), "not_a_list")
        return value


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise FieldError(path, "not_text")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise FieldError(path, "not_unicode") from error
    return value


def _member(kind: type[Choice], value: str, path: str) -> Choice:
    try:
        return kind(value)
    except ValueError as error:
        raise FieldError(path, "not_allowed") from error
