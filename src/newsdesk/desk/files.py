"""Whole files: read within bounds, and written so that at no moment half of one stands under its name."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from newsdesk.errors import BadInput, reason_of


def read_whole(path: Path, limit: int, too_large: str = "file.too_large") -> bytes:
    """The bytes of a file that holds at most `limit` of them; `too_large` is the code of one that holds more.

    Raises:
        BadInput: `file.missing`, `file.not_a_file`, `file.unreadable`, or that code.
    """
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise BadInput("file.not_a_file", file=str(path))
        if facts.st_size > limit:
            raise BadInput(too_large, file=str(path), limit=limit)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BadInput("file.missing", file=str(path)) from error
    except (OSError, ValueError) as error:
        raise BadInput("file.unreadable", file=str(path), reason=reason_of(error)) from error


def write_whole(target: Path, data: bytes) -> None:
    """Write a file; one that stood there is replaced only when the new one is complete and on the disk.

    Raises:
        BadInput: `file.unwritable`.
    """
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with fresh.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(target)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise BadInput("file.unwritable", file=str(target), reason=reason_of(error)) from error
