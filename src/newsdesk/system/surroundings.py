"""Where a start of the program finds itself: which library, which language, which settings."""

import os
from pathlib import Path
from typing import NamedTuple

from newsdesk.system import paths
from newsdesk.system.locale import LANGUAGES
from newsdesk.system.settings import Settings


class Surroundings(NamedTuple):
    """What the command line, the environment and the reporter's settings say, in this order."""

    library: Path
    language: str
    settings: Settings

    @classmethod
    def found(cls, library: Path | None, language: str | None) -> "Surroundings":
        """Look around; `library` and `language` are what the command line says, if it does."""
        settings = Settings(paths.settings_file())
        chosen = os.environ.get("NEWSDESK_LIBRARY")
        folder = library or (Path(chosen) if chosen else paths.default_library())
        spoken = language or os.environ.get("NEWSDESK_LANG", "")
        tongue = spoken if spoken in LANGUAGES else settings.text("language")
        return cls(folder.absolute(), tongue, settings)
