"""Everything that can go wrong and that a person is told about.

    NewsdeskError
    ├── UsageError            exit 2   the command was not understood
    ├── BadInput              exit 3   a file or text cannot be used; nothing was changed
    ├── ChangeRefused         exit 1   the change conflicts with what stands
    ├── CmsError
    │   ├── CmsUnreachable    exit 4   no answer from the CMS; the work waits in the outbox
    │   │   └── AnswerLost    exit 4   something was sent; whether it arrived is asked before repeating
    │   ├── CmsRefused        exit 5   the CMS said no
    │   └── CmsConflict       exit 1   the copy on the CMS is not the one this machine knows
    ├── StorageError          exit 6   the library cannot be read or written
    │   ├── LibraryLocked
    │   └── LibraryDamaged
    └── Cancelled             exit 1   the reporter stopped the work

Each carries a code and parameters, never a sentence: the shells make the sentences from the catalogues
(`desk/wording.py` has one for every code), so that an error can be read in Vietnamese and in English.
"""

import os
from typing import Any, ClassVar

STOPPED_BY_HAND = 130
"""What a process answers when a person stopped it from the keyboard, as shells count (128 + SIGINT)."""


class NewsdeskError(Exception):
    """An expected failure. `code` names the sentence, `parameters` fill it; neither holds a secret."""

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, **parameters: Any) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters


class UsageError(NewsdeskError):
    """The command line was not understood."""

    exit_code = 2


class BadInput(NewsdeskError):
    """A file or text cannot be used. `file` is always among the parameters."""

    exit_code = 3

    def __init__(self, code: str, *, file: str, **parameters: Any) -> None:
        super().__init__(code, file=file, **parameters)


class ChangeRefused(NewsdeskError):
    """The change does not start from what stands now."""

    exit_code = 1


class CmsError(NewsdeskError):
    """Something between this machine and the CMS."""


class CmsUnreachable(CmsError):
    """No usable answer; the work is kept and tried again."""

    exit_code = 4


class AnswerLost(CmsUnreachable):
    """A request left this machine and no usable answer came: it may have been carried out or not."""


class CmsRefused(CmsError):
    """The CMS understood and said no; trying again alone will not help."""

    exit_code = 5


class CmsConflict(CmsError):
    """What stands on the CMS was changed by somebody else; nothing was overwritten."""

    exit_code = 1


class StorageError(NewsdeskError):
    """The library on disk cannot be read or written."""

    exit_code = 6


class LibraryLocked(StorageError):
    """Another newsdesk writes to this library."""


class LibraryDamaged(StorageError):
    """The library file does not pass its own check; it is left as it is."""


class Cancelled(NewsdeskError):
    """The reporter stopped the work."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__("work.cancelled")


def reason_of(error: Exception) -> str:
    """What the operating system says of a failure, in a few words."""
    number = getattr(error, "errno", None)
    return os.strerror(number) if number else type(error).__name__
