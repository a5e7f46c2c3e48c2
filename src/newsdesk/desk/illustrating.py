"""Illustrating: photos come into the library as originals and leave it as renditions."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.article.blocks import Figure
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.photo import Photo
from newsdesk.desk.darkroom import Darkroom, read_photo_file
from newsdesk.desk.files import write_whole
from newsdesk.errors import BadInput, StorageError
from newsdesk.library.photos import PhotoRows
from newsdesk.photos.originals import Originals

if TYPE_CHECKING:
    from newsdesk.photos.profiles import Rendition


class Illustrating:
    """The photos of the library."""

    def __init__(self, rows: PhotoRows, originals: Originals, previews: Path, darkroom: Darkroom) -> None:
        self._rows = rows
        self._originals = originals
        self._previews = previews
        self._darkroom = darkroom

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
        return self.keep(self._darkroom.probe(data, filename), data)

    def keep(self, photo: Photo, data: bytes) -> Photo:
        """Store a photo that the darkroom has judged; what the library knew of it before stays known."""
        self._originals.add(data)
        self._rows.add(photo).result()
        return self._rows.get(photo.sha256) or photo

    def photo(self, sha256: str) -> Photo | None:
        """What the library knows of a photo."""
        return self._rows.get(sha256)

    def photos_of(self, article: Article) -> dict[str, Photo]:
        """The known photos of an article, by digest."""
        return self._rows.of(article)

    def original(self, sha256: str) -> bytes:
        """The bytes as they came.

        Raises:
            StorageError: the original is missing.
        """
        return self._originals.read(sha256)

    def rendition(self, figure: Figure, profile: str) -> "Rendition":
        """The picture as this figure uses it, made for the profile `docx` or `cms`.

        Raises:
            StorageError: the figure's original is missing.
        """
        photo = self._rows.get(figure.photo) if figure.photo else None
        if photo is None:
            raise StorageError("photo.original_missing", photo=figure.photo or "")
        return self._darkroom.render(self._originals.read(photo.sha256), figure, photo, profile)

    def preview(self, sha256: str, long_edge: int) -> bytes:
        """A JPEG of at most `long_edge` pixels, made once and kept."""
        kept = self._previews / sha256[:2] / f"{sha256}-{long_edge}.jpg"
        with suppress(OSError):
            return kept.read_bytes()
        data = self._darkroom.preview(self._originals.read(sha256), long_edge)
        with suppress(OSError, BadInput):  # what cannot be kept is made again
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_whole(kept, data)
        return data


def figure_of(photo: Photo) -> Figure:
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


def filled(figure: Figure, fresh: Figure) -> Figure:
    """`figure` with the photo of `fresh`: what was written stays, what was empty comes from the photo."""
    return replace(
        figure,
        photo=fresh.photo,
        caption=figure.caption or fresh.caption,
        credit=figure.credit or fresh.credit,
        alt=figure.alt or fresh.alt,
        people=figure.people or fresh.people,
    )
