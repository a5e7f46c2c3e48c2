"""The plainest command lines, those for the window, understood without loading the grammar."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from newsdesk.system.locale import LANGUAGES

LIBRARY: Final = "--library"
LANGUAGE: Final = "--lang"


class Wish(NamedTuple):
    """The window, on a library, in a language, with a file; None leaves each to be found out."""

    library: Path | None
    language: str | None
    file: Path | None


def wish_for_window(arguments: Sequence[str]) -> Wish | None:
    """What is asked of the window; None for every line that may mean something else.

    The grammar has the last word on those, and on what is wrong with them. A name is taken for a file
    only with an ending, which no command has, and when it stands there.
    """
    rest, options = list(arguments), {}
    while len(rest) > 1 and rest[0] in (LIBRARY, LANGUAGE) and not rest[1].startswith("-"):
        options[rest[0]] = rest[1]
        del rest[:2]
    if rest and not (len(rest) == 1 and _is_file(rest[0])):
        return None
    language = options.get(LANGUAGE)
    if language is not None and language not in LANGUAGES:
        return None
    library = Path(options[LIBRARY]) if LIBRARY in options else None
    return Wish(library, language, Path(rest[0]) if rest else None)


def _is_file(name: str) -> bool:
    try:
        return not name.startswith("-") and bool(Path(name).suffix) and Path(name).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False
