"""The originals of photos: stored once under their SHA-256, never changed."""

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsdesk.errors import StorageError
from newsdesk.photos.sniffing import ENDINGS, accepted

_SHA256 = re.compile(r"[0-9a-f]{64}")
_FULL = (errno.ENOSPC, errno.EDQUOT)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
_OTHER_ENDING = ".bin"


class Originals:
    """The folder `originals` of a library: `originals/ab/cdef….jpg` for the photo `abcdef…`."""

    def __init__(self, library: Path) -> None:
        self._folder = library / "originals"

    def add(self, data: bytes) -> str:
        """Store a photo and return its SHA-256; bytes that are there already are left alone.

        The file appears under its name only when all of it is on the disk.

        Raises:
            StorageError: `storage.full`, `storage.readonly` or `storage.io`.
        """
        sha = hashlib.sha256(data).hexdigest()
        if self.has(sha):
            return sha
        kind = accepted(data)
        target = self._folder / sha[:2] / (sha[2:] + (ENDINGS[kind][0] if kind else _OTHER_ENDING))
        with _disk_errors(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(target, data)
        return sha

    def has(self, sha: str) -> bool:
        """Whether the original of this SHA-256 is there."""
        return self._find(sha) is not None

    def path(self, sha: str) -> Path:
        """Where an original is.

        Raises:
            StorageError: `photo.original_missing` (with `photo`).
        """
        found = self._find(sha)
        if found is None:
            raise StorageError("photo.original_missing", photo=sha)
        return found

    def read(self, sha: str) -> bytes:
        """The bytes of an original, checked against its SHA-256.

        Raises:
            StorageError: `photo.original_missing` or `photo.original_damaged` (with `photo`), `storage.io`.
        """
        path = self.path(sha)
        with _disk_errors(path):
            data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha:
            raise StorageError("photo.original_damaged", photo=sha)
        return data

    def _find(self, sha: str) -> Path | None:
        """Names from outside are matched before they become part of a path."""
        if not _SHA256.fullmatch(sha):
            return None
        return next(iter((self._folder / sha[:2]).glob(f"{sha[2:]}.*")), None)


def _write_whole(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.chmod(0o444)
        unfinished.replace(target)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows neither needs nor offers it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = "full" if error.errno in _FULL else "readonly" if error.errno in _READ_ONLY else "io"
        raise StorageError(f"storage.{code}", folder=str(path.parent)) from error
