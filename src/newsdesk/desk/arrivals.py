"""What comes in from a file, whichever room read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from newsdesk.article.model import Article
from newsdesk.article.photo import Photo
from newsdesk.interchange.incoming import Incoming, Note


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article on its way into the library.

    `pictures` are photos that came inside the file, by the id of their figure; `references` are where a file
    says that its photos lie. `originals` came with digests that the figures already hold. An article that
    `keeps_identity` is another newsdesk's: it goes on here, it is no new one.
    """

    article: Article
    pictures: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    originals: tuple[tuple[str, bytes], ...] = ()
    recognised: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    keeps_identity: bool = False


Reader = Callable[[bytes, str], Arrival]
"""Makes an arrival of a file's bytes and its name; raises BadInput."""


class ForeignNote(Protocol):
    """A note of a room that has its own."""

    @property
    def code(self) -> str: ...
    @property
    def params(self) -> Mapping[str, Any]: ...


class ForeignDocument(Protocol):
    """What the word room makes of a DOCX."""

    @property
    def article(self) -> Article: ...
    @property
    def pictures(self) -> Mapping[str, tuple[str, bytes]]: ...
    @property
    def recognised(self) -> Mapping[str, Any]: ...
    @property
    def notes(self) -> tuple[ForeignNote, ...]: ...
    @property
    def manifest(self) -> object | None: ...


class Handoff(Protocol):
    """What the library room makes of a handoff package."""

    @property
    def article(self) -> Article: ...
    @property
    def photos(self) -> Mapping[str, tuple[Photo, bytes]]: ...


def text_reader(decode: Callable[[bytes, str], str], read: Callable[[str, str], Incoming]) -> Reader:
    """A reader of plain text, HTML or Markdown."""

    def arrive(data: bytes, file: str) -> Arrival:
        incoming = read(decode(data, file), file)
        return Arrival(
            incoming.article,
            references=dict(incoming.pictures),
            recognised=incoming.recognised,
            notes=incoming.notes,
        )

    return arrive


def docx_reader(
    read: Callable[[bytes, str], ForeignDocument], recognise: Callable[[Article], Incoming]
) -> Reader:
    """A reader of Word files; what comes from another program is looked through for bylines and captions."""

    def arrive(data: bytes, file: str) -> Arrival:
        document = read(data, file)
        notes = tuple(Note(note.code, note.params) for note in document.notes)
        if document.manifest is not None:
            return Arrival(document.article, document.pictures, recognised=document.recognised, notes=notes)
        incoming = recognise(document.article)
        recognised = {**document.recognised, **incoming.recognised}
        return Arrival(
            incoming.article, document.pictures, recognised=recognised, notes=(*notes, *incoming.notes)
        )

    return arrive


def package_reader(read: Callable[[bytes, str], Handoff]) -> Reader:
    """A reader of handoff packages."""

    def arrive(data: bytes, file: str) -> Arrival:
        package = read(data, file)
        originals = tuple((photo.filename, original) for photo, original in package.photos.values())
        return Arrival(package.article, originals=originals, keeps_identity=True)

    return arrive
