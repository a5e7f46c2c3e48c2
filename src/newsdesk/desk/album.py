"""The photos of an article that comes in: which file fills which figure."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from newsdesk.article.blocks import Figure, figures
from newsdesk.desk.arrivals import Arrival
from newsdesk.desk.darkroom import read_photo_file
from newsdesk.errors import BadInput, reason_of
from newsdesk.interchange.incoming import Note
from newsdesk.interchange.references import embedded, is_remote, path_within
from newsdesk.language.collation import natural_key

MOST_PHOTOS: Final = 300
"""More in one folder is a camera's memory card, not an article."""

_ENDINGS: Final = frozenset(
    {
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".png",
        ".webp",
        ".gif",
        ".tif",
        ".tiff",
        ".heic",
        ".heif",
        ".avif",
        ".bmp",
    }
    | {".svg", ".psd", ".cr2", ".cr3", ".nef", ".arw", ".dng", ".raf", ".orf", ".rw2"}
)
_HEADS: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*")


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo to be taken in. `block` is the figure it fills, None for one without a place in the text.

    One that came inside a document is `optional`: when it cannot be used, its figure waits for another.
    """

    filename: str
    read: Callable[[], bytes]
    block: str | None = None
    optional: bool = False


class Album:
    """Matches photos with figures: first what the file itself says, then the folder's, in their order."""

    def __init__(self, arrival: Arrival, folder: Path | None, beside: Path) -> None:
        self._arrival = arrival
        self._in_folder = [] if folder is None else photos_in(folder)
        self._near = beside if folder is None else folder
        self._used: set[Path] = set()
        self.pictures: list[Picture] = []
        self.notes: list[Note] = []
        self._fill(folder is not None)

    def _fill(self, with_folder: bool) -> None:
        filled = set()
        for figure in figures(self._arrival.article.blocks):
            picture = self._own_picture(figure)
            if picture is not None:
                self.pictures.append(picture)
                filled.add(figure.id)
        if with_folder:
            self._fill_from_folder(filled)

    def _own_picture(self, figure: Figure) -> Picture | None:
        if figure.id in self._arrival.pictures:
            filename, data = self._arrival.pictures[figure.id]
            return Picture(filename, partial(bytes, data), figure.id, optional=True)
        reference = self._arrival.references.get(figure.id, "")
        inside = embedded(reference)
        if inside is not None:
            return Picture(inside[0], partial(bytes, inside[1]), figure.id, optional=True)
        file = path_within(self._near, reference) if reference else None
        if file is not None:
            self._used.add(file)
            return Picture(file.name, partial(read_photo_file, file), figure.id)
        if reference:
            code = "import.picture_remote" if is_remote(reference) else "import.picture_missing"
            self.notes.append(Note(code, {"reference": reference[:200]}))
        return None

    def _fill_from_folder(self, filled: set[str]) -> None:
        waiting = [
            figure.id
            for figure in figures(self._arrival.article.blocks)
            if figure.photo is None and figure.id not in filled
        ]
        spare = [file for file in self._in_folder if file.resolve() not in self._used]
        for index, file in enumerate(spare):
            block = waiting[index] if index < len(waiting) else None
            self.pictures.append(Picture(file.name, partial(read_photo_file, file), block))
        if len(spare) > len(waiting):
            self.notes.append(Note("import.photos_added", {"count": len(spare) - len(waiting)}))
        if not self._in_folder:
            self.notes.append(Note("import.no_photos_in_folder"))


def photos_in(folder: Path) -> list[Path]:
    """The photo files of a folder as people number them; other files and hidden ones are passed over.

    Raises:
        BadInput: `photos.folder_missing`, `photos.not_a_folder`, `photos.too_many`, `file.unreadable`.
    """
    if not folder.exists():
        raise BadInput("photos.folder_missing", file=str(folder))
    if not folder.is_dir():
        raise BadInput("photos.not_a_folder", file=str(folder))
    try:
        found = [file for file in folder.iterdir() if _looks_like_photo(file)]
    except OSError as error:
        raise BadInput("file.unreadable", file=str(folder), reason=reason_of(error)) from error
    if len(found) > MOST_PHOTOS:
        raise BadInput("photos.too_many", file=str(folder), count=len(found), limit=MOST_PHOTOS)
    return sorted(found, key=lambda file: natural_key(file.name))


def _looks_like_photo(file: Path) -> bool:
    """By its name, or by its first bytes when the name has no ending."""
    if file.name.startswith(".") or not file.is_file():
        return False
    if file.suffix:
        return file.suffix.lower() in _ENDINGS
    with file.open("rb") as stream:
        return stream.read(8).startswith(_HEADS)
