"""The photos in a Word file: file name and bytes, each part read once."""

import posixpath
from collections import Counter

from newsdesk.errors import BadInput
from newsdesk.word.objects import Drawing
from newsdesk.word.package import Package

PHOTO_ENDINGS = frozenset(
    {".jpg", ".jpeg", ".jpe", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".avif"}
)
"""Other pictures in Word files are drawn (EMF, WMF, SVG); they are no photos."""

MOST_PHOTOS = 500
"""In one article."""


class Media:
    """Hands out pictures. `counts` tallies those that are not in the file and those that are drawn.

    Raises:
        BadInput: `docx.too_many_pictures`, and the codes of Package.
    """

    def __init__(self, package: Package, file: str) -> None:
        self._package = package
        self._file = file
        self._given = 0
        self._read: dict[str, bytes] = {}
        self.counts: Counter[str] = Counter()

    def photo(self, drawing: Drawing) -> tuple[str, bytes] | None:
        """The file name and bytes of a picture; None when it cannot become a photo."""
        part = drawing.part
        if part is None or not self._package.has(part):
            self.counts["pictures_missing"] += 1
            return None
        if posixpath.splitext(part)[1].lower() not in PHOTO_ENDINGS:
            self.counts["pictures_drawn"] += 1
            return None
        self._given += 1
        if self._given > MOST_PHOTOS:
            raise BadInput("docx.too_many_pictures", file=self._file, limit=MOST_PHOTOS)
        if part not in self._read:
            self._read[part] = self._package.read(part)
        return posixpath.basename(part), self._read[part]
