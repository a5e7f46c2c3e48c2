"""What a page or Markdown file gives as the place of a photo, and whether newsdesk may read it from there."""

import base64
import binascii
import re
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, unquote_to_bytes

_DATA: Final = re.compile(r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w.+-]+=[^;,]*)*)(;base64)?,", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_LONGEST_NAME: Final = 200


def is_remote(reference: str) -> bool:
    """Whether the photo would have to be fetched from somewhere."""
    return re.match(r"(?:https?:)?//", reference, re.IGNORECASE) is not None


def embedded(reference: str) -> tuple[str, bytes] | None:
    """File name and bytes of a `data:` address (RFC 2397), None for any other or a broken one."""
    match = _DATA.match(reference)
    if match is None:
        return None
    body = reference[match.end() :]
    kind = (match[1] or "text/plain").rpartition("/")[2].lower()
    try:
        data = base64.b64decode(unquote(body), validate=False) if match[3] else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return None
    return f"picture.{kind}", data


def path_within(folder: Path, reference: str) -> Path | None:
    """The file inside `folder` that a reference means, None when there is none or it lies outside.

    A reference from another machine (`C:\\anh\\1.jpg`, a site's address) is looked for by its last part.
    """
    parts = PurePosixPath(unquote(re.split(r"[?#]", reference)[0]).replace("\\", "/")).parts
    if not parts or any("\0" in part or len(part) > _LONGEST_NAME for part in parts):
        return None
    base = folder.resolve()
    relative = not _SCHEME.match(reference) and parts[0] != "/" and ".." not in parts
    candidates = [base.joinpath(*parts)] if relative else []
    if parts[-1] not in ("..", "/"):
        candidates.append(base / parts[-1])
    for candidate in candidates:
        found = candidate.resolve()
        if found.is_relative_to(base) and found.is_file():
            return found
    return None
