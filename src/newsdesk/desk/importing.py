"""Importing: a file becomes an article in the library, whole, or nothing happens."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from newsdesk.article.blocks import Block, Figure, figures
from newsdesk.article.model import Article
from newsdesk.article.photo import Photo
from newsdesk.desk.album import Album, Picture
from newsdesk.desk.arrivals import Reader
from newsdesk.desk.darkroom import Darkroom
from newsdesk.desk.files import read_whole
from newsdesk.desk.illustrating import Illustrating, figure_of, filled
from newsdesk.desk.work import Step, Work
from newsdesk.desk.writing import Writing
from newsdesk.errors import BadInput
from newsdesk.interchange.incoming import Note, recognised

__all__ = ["Imported", "Importing", "Note"]

LARGEST_FILE: Final = 1024 * 1024 * 1024
"""Bytes; the size of the largest handoff package."""

_KINDS: Final = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".newsdesk": "package",
}
_PAGE: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|body|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What stands in the library now, and what the reporter should know about it."""

    id: str
    headline: str
    recognised: Mapping[str, Any]
    notes: tuple[Note, ...]


class Importing:
    """Takes articles in. `readers` make the reader of a kind: text, html, markdown, docx, package."""

    def __init__(
        self,
        writing: Writing,
        illustrating: Illustrating,
        darkroom: Darkroom,
        readers: Mapping[str, Callable[[], Reader]],
    ) -> None:
        self._writing = writing
        self._illustrating = illustrating
        self._darkroom = darkroom
        self._readers = readers

    def import_file(self, path: Path, photos: Path | None = None, work: Work | None = None) -> Imported:
        """Take in an article, and for its figures the photos of the folder `photos` by their names.

        Everything is read and judged before anything is stored.

        Raises:
            BadInput: the file, the folder or one of its photos cannot be used.
            Cancelled: the work was stopped; nothing was stored.
        """
        work = work or Work()
        work.report(Step("import.read"))
        data = read_whole(path, LARGEST_FILE)
        arrival = self._readers[kind_of(path.name, data)]()(data, str(path))
        album = Album(arrival, photos, path.parent)
        notes = [*arrival.notes, *album.notes]
        judged = self._judge(album.pictures, notes, work)
        originals = [(self._darkroom.probe(data, name), data) for name, data in arrival.originals]
        for photo, data in originals:
            self._illustrating.keep(photo, data)
        article = self._store(arrival.article, judged)
        waiting = sum(figure.photo is None for figure in figures(article.blocks))
        if waiting:
            notes.append(Note("import.placeholders", {"count": waiting}))
        self._file(article, arrival.keeps_identity, notes)
        found = {**arrival.recognised, **recognised(article)}
        return Imported(article.id, article.headline, found, tuple(notes))

    def _judge(self, pictures: list[Picture], notes: list[Note], work: Work) -> list[tuple[Picture, Photo]]:
        judged = []
        for number, picture in enumerate(pictures, 1):
            work.check()
            work.report(Step("import.photo", number - 1, len(pictures), number, len(pictures)))
            try:
                judged.append((picture, self._darkroom.probe(picture.read(), picture.filename)))
            except BadInput:
                if not picture.optional:
                    raise
                notes.append(Note("import.picture_unusable", {"name": picture.filename}))
        work.check()
        return judged

    def _store(self, article: Article, judged: list[tuple[Picture, Photo]]) -> Article:
        """Put the photos into the library and the figures into the article."""
        placed: dict[str, Photo] = {}
        spare: list[Photo] = []
        for picture, photo in judged:
            kept = self._keep(picture, photo)
            if picture.block is None:
                spare.append(kept)
            else:
                placed[picture.block] = kept
        blocks = tuple(_filled(block, placed) for block in article.blocks)
        return replace(article, blocks=(*blocks, *map(figure_of, spare)))

    def _keep(self, picture: Picture, photo: Photo) -> Photo:
        """Store a judged photo; one that changed on its disk in between is judged again."""
        data = picture.read()
        if hashlib.sha256(data).hexdigest() != photo.sha256:
            photo = self._darkroom.probe(data, picture.filename)
        return self._illustrating.keep(photo, data)

    def _file(self, article: Article, keeps_identity: bool, notes: list[Note]) -> None:
        if not keeps_identity or not self._writing.holds(article.id):
            self._writing.create(article, "imported")
            return
        self._writing.put(article)
        notes.append(Note("import.package_replaced"))


def kind_of(name: str, data: bytes) -> str:
    """What a file is: by its name, unless its content says otherwise; plain text when neither tells."""
    if data.startswith(b"PK\x03\x04"):
        named = Path(name).suffix.lower() == ".newsdesk"
        return "package" if named or b"newsdesk.handoff" in data[:256] else "docx"
    kind = _KINDS.get(Path(name).suffix.lower(), "text")
    return "html" if kind == "text" and _PAGE.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) else kind


def _filled(block: Block, placed: Mapping[str, Photo]) -> Block:
    """A figure with its photo; what the text does not say of it, the photo says."""
    if not isinstance(block, Figure) or block.id not in placed:
        return block
    told = figure_of(placed[block.id])
    return replace(filled(block, told), ai_made=block.ai_made or told.ai_made)
