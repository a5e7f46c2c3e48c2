"""The darkroom: what can be done with a photo's bytes, in the worker's own process, without a library."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.article.blocks import Figure
from newsdesk.article.photo import Photo
from newsdesk.desk.files import read_whole

if TYPE_CHECKING:
    from newsdesk.photos.profiles import Rendition
    from newsdesk.photos.worker import PhotoWorker

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes; a larger file is refused before it is read."""


class Darkroom:
    """Judges photos and makes pictures from them. The worker starts with the first photo."""

    def __init__(self, worker: Callable[[], "PhotoWorker"]) -> None:
        self._worker = worker

    def probe(self, data: bytes, filename: str) -> Photo:
        """What a photo is and carries.

        Raises:
            BadInput: this is no photo that can be used.
        """
        return self._worker().probe(data, filename)

    def preview(self, data: bytes, long_edge: int) -> bytes:
        """A JPEG of at most `long_edge` pixels."""
        return self._worker().preview(data, long_edge)

    def render(self, data: bytes, figure: Figure, photo: Photo, profile: str) -> "Rendition":
        """The picture as `figure` uses it, for the profile `docx` or `cms`; it carries the figure's words."""
        return self._worker().render_figure(data, figure, photo, profile)


def read_photo_file(path: Path) -> bytes:
    """The bytes of a photo file, within the size limit.

    Raises:
        BadInput: the file is missing, too large or cannot be read.
    """
    return read_whole(path, LARGEST_FILE, "photo.too_large")
