"""Illustrating: photos come into the library as originals and leave it as renditions."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.article.blocks import Figure
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.photo import Photo
from newsdesk.errors import BadInput
from newsdesk.library.photos import PhotoRows
from newsdesk.photos.originals import Originals

if TYPE_CHECKING:
    from newsdesk.photos.worker import PhotoWorker

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes; a larger file is refused before it is read."""


class Illustrating:
    """The photos of the library. Decoding happens in the worker's own process."""

    def __init__(
        self, rows: PhotoRows, originals: Originals, previews: Path, worker: Callable[[], "PhotoWorker"]
    ) -> None:
        self._rows = rows
        self._originals = originals
        self._previews = previews
        self._worker = worker

    def take_in(self, path: Path) -> Photo:
        """Copy a photo file into the library, so that the card it lies on may go.

        Raises:
            BadInput: the file cannot be read or is no photo that can be used.
        """
        return self.take_in_bytes(read_photo_file(path), path.name)

    def take_in_bytes(self, data: bytes, filename: str) -> Photo:
        """Take in a photo that comes without a file, for instance from the clipboard.

        Raises:
            BadInput: as for `take_in`.
        """
        photo = self.probe(data, filename)
        self._originals.add(data)
        self._rows.add(photo).result()
        return self._rows.get(photo.sha256) or photo

    def probe(self, data: bytes, filename: str) -> Photo:
        """What a photo is and carries, without keeping it."""
        return self._worker().probe(data, filename)

    def photo(self, sha256: str) -> Photo | None:
        """What the library knows of a photo."""
        return self._rows.get(sha256)

    def photos_of(self, article: Article) -> dict[str, Photo]:
        """The known photos of an article, by digest."""
        return self._rows.of(article)

    def figure_of(self, photo: Photo) -> Figure:
        """A new figure that starts from what the photo says of itself."""
        return Figure(
            id=new_id(),
            photo=photo.sha256,
            caption=photo.caption,
            credit=photo.credit or photo.creator,
            alt=photo.alt,
            people=photo.people,
            ai_made=photo.ai_made,
        )

    def original(self, sha256: str) -> bytes:
        """The bytes as they came.

        Raises:
            StorageError: the original is missing.
        """
        return self._originals.read(sha256)

    def preview(self, sha256: str, long_edge: int) -> bytes:
        """A JPEG of at most `long_edge` pixels, made once and kept."""
        kept = self._previews / sha256[:2] / f"{sha256}-{long_edge}.jpg"
        if kept.exists():
            return kept.read_bytes()
        data = self._worker().preview(self._originals.read(sha256), long_edge)
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_name(f"{kept.name}.{secrets.token_hex(4)}")
        fresh.write_bytes(data)
        fresh.replace(kept)
        return data


def read_photo_file(path: Path) -> bytes:
    """The bytes of a photo file, within the size limit.

    Raises:
        BadInput: the file is missing, too large or cannot be read.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput("photo.too_large", file=str(path), limit=LARGEST_FILE)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BadInput("file.missing", file=str(path)) from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise BadInput("file.unreadable", file=str(path), reason=reason) from error
