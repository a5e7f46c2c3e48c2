"""Words for people: the gettext catalogues, Vietnamese and English, switchable while running."""

import gettext
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

LANGUAGES: Final = ("vi", "en")


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "to be translated later"
    """Mark a text of a table for the catalogues without translating it yet."""
    return message


class Translator:
    """Turns source texts into the chosen language: `tr("Saved {time}", time="10:42")`.

    Source texts are English with named braces. The language may change while the program runs;
    whoever shows words asks again when `on_change` callbacks are told.
    """

    def __init__(self, catalogues: Path, language: str = "vi") -> None:
        self._catalogues = catalogues
        self._listeners: list[Callable[[], None]] = []
        self.language = language
        self._texts = self._load(language)

    def __call__(self, message: str, **parameters: Any) -> str:
        """The message in the chosen language with its parameters filled in."""
        text = self._texts.gettext(message) if message else ""
        return text.format(**parameters) if parameters else text

    def plural(self, one: str, many: str, count: int, **parameters: Any) -> str:
        """The form for `count`; `{count}` is always a parameter."""
        return self._texts.ngettext(one, many, count).format(count=count, **parameters)

    def switch(self, language: str) -> None:
        """Speak another language from now on and tell the listeners."""
        self._texts = self._load(language)
        self.language = language
        for listener in tuple(self._listeners):
            listener()

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each switch."""
        self._listeners.append(listener)

    def _load(self, language: str) -> gettext.NullTranslations:
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue for {language}")
        return gettext.translation("newsdesk", self._catalogues, languages=[language])
