"""The one place that builds objects and hands them to each other.

Heavy libraries (Pillow, lxml, requests, keyring, Flask, Qt) are imported inside the functions that
first need them: the window is painted before the others load, and the command line never loads Qt.
"""

import errno
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import newsdesk
from newsdesk.cms.connector import Connector
from newsdesk.desk.arrivals import Reader, docx_reader, package_reader, text_reader
from newsdesk.desk.autosave import Autosave
from newsdesk.desk.checking import Checking
from newsdesk.desk.darkroom import Darkroom
from newsdesk.desk.delivering import Delivering
from newsdesk.desk.desk import Desk
from newsdesk.desk.destinations import Destinations
from newsdesk.desk.dispatch import Dispatch
from newsdesk.desk.events import Events
from newsdesk.desk.exporting import Exporting, Format
from newsdesk.desk.formats import DocxFormat, PackageFormat, PageFormat, TextFormat
from newsdesk.desk.illustrating import Illustrating
from newsdesk.desk.importing import Importing
from newsdesk.desk.searching import Searching
from newsdesk.desk.signing import Signing
from newsdesk.desk.wording import Wording
from newsdesk.desk.writing import Writing
from newsdesk.errors import StorageError, UsageError
from newsdesk.library.database import Database
from newsdesk.library.directory import Destination, Directory
from newsdesk.library.drafts import Drafts
from newsdesk.library.failures import told
from newsdesk.library.outbox import Outbox
from newsdesk.library.photos import PhotoRows
from newsdesk.library.placements import Placements
from newsdesk.library.revisions import Revisions
from newsdesk.library.search import Search
from newsdesk.photos.originals import Originals
from newsdesk.system import paths
from newsdesk.system.credentials import Credentials, Keyring
from newsdesk.system.locale import Translator
from newsdesk.system.settings import Settings
from newsdesk.system.surroundings import Surroundings

if TYPE_CHECKING:
    from newsdesk.demo.server import RunningServer
    from newsdesk.desk.diagnosing import Diagnosing
    from newsdesk.gui.frame import Frame
    from newsdesk.photos.worker import PhotoWorker


_UNMADE = ("library.missing", "library.older")
"""A library that a reader finds so is made or brought up to date first, by whoever gets to it."""


class Newsroom:
    """Everything a shell can be given, over one library; each part is built when it is first asked for."""

    def __init__(
        self, library: Path, settings: Settings, tr: Translator, frame: "Frame | None" = None
    ) -> None:
        self._library = library
        self._settings = settings
        self._frame = frame
        self._credentials = Credentials(_open_keyring)
        self._open = ExitStack()
        self._desk: Desk | None = None
        self._worker: PhotoWorker | None = None
        self._starting = Lock()
        self.tr = tr

    @classmethod
    def from_environment(cls, library: Path | None, language: str | None) -> "Newsroom":
        """What the command line, the environment and the reporter's settings say, in this order."""
        return cls.within(Surroundings.found(library, language))

    @classmethod
    def within(cls, around: Surroundings, frame: "Frame | None" = None) -> "Newsroom":
        """Over the library that was found; a `frame` on the screen waits to be filled with the window."""
        tr = Translator(paths.resources() / "locale", around.language)
        return cls(around.library, around.settings, tr, frame)

    def desk(self, *, write: bool) -> Desk:
        """The use cases over the library; whoever opens it first decides whether it may be changed.

        Raises:
            StorageError: the library cannot be opened so.
        """
        if self._desk is None:
            self._desk = self._build_desk(self._open_database(write))
        return self._desk

    def darkroom(self) -> Darkroom:
        """Photos, without a library."""
        return self._darkroom

    def diagnosing(self) -> "Diagnosing":
        """The state of this installation."""
        from newsdesk.desk.diagnosing import Diagnosing

        def effective() -> Mapping[str, Any]:
            return {setting.name: self._settings.value(setting.name) for setting in self._settings.table}

        return Diagnosing(self._library, effective, self._credentials.describe)

    def demonstration_cms(self, folder: Path, port: int) -> "RunningServer":
        """A CMS to try things on, on this machine only.

        Raises:
            StorageError: it cannot keep its data in `folder`.
            UsageError: `demo.port_taken`.
        """
        from newsdesk.demo.server import serve

        with told(folder):
            try:
                return serve(folder, paths.resources(), port)
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    raise UsageError("demo.port_taken", port=port) from error
                raise

    def turn_into_demonstration(self) -> Path:
        """Work in a library of its own, with tokens in memory only; answers where a CMS may keep its data.

        A library that was chosen by the caller stays chosen. To be called before the desk is opened.
        """
        self._credentials = Credentials(environment={})
        if self._library == paths.default_library():
            self._library = paths.demonstration_library()
        return self._library / "demo-cms"

    def hand_over(self, file: Path | None) -> bool:
        """Have a window that is open on the library come forward with `file`; False without one.

        To be called before the desk is opened: that window holds the library.
        """
        from newsdesk.gui.instance import hand_over

        return hand_over(self._library, file)

    def window(self, file: Path | None) -> int:
        """Open the window and stay until it is closed."""
        from newsdesk.gui.app import run

        asked_before = self._frame is not None or self._desk is not None
        if not asked_before and self.hand_over(file):
            return 0
        desk = self.desk(write=True)
        return run(desk, self._settings, self.tr, self._wording, file, self._library, self._frame)

    def sample(self) -> Path:
        """The folder of the sample piece."""
        return paths.resources() / "sample"

    def close(self) -> None:
        """Let go of everything that was opened, the last first."""
        self._open.close()

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.tr)

    @cached_property
    def _darkroom(self) -> Darkroom:
        return Darkroom(self._photo_worker)

    def _photo_worker(self) -> "PhotoWorker":
        """The one there is, whichever thread needs it first."""
        from newsdesk.photos.worker import PhotoWorker

        with self._starting:
            if self._worker is None:
                self._worker = PhotoWorker()
                self._open.callback(self._worker.close)
            return self._worker

    def _open_database(self, write: bool) -> Database:
        try:
            database = Database.open(self._library, write=write)
        except StorageError as error:
            if write or error.code not in _UNMADE:
                raise
            database = Database.open(self._library, write=True)
        self._open.callback(database.close)
        return database

    def _build_desk(self, database: Database) -> Desk:
        events = Events()
        drafts, revisions = Drafts(database), Revisions(database)
        autosave = Autosave(drafts.save, events)
        writing = Writing(drafts, revisions, autosave, events)
        self._open.callback(writing.close)
        directory = Directory(database)
        illustrating = Illustrating(
            PhotoRows(database), Originals(self._library), self._library / "previews", self._darkroom
        )
        checking = Checking(illustrating)
        return Desk(
            writing=writing,
            searching=Searching(Search(database), drafts),
            illustrating=illustrating,
            signing=Signing(directory),
            checking=checking,
            importing=Importing(writing, illustrating, self._darkroom, _readers(illustrating)),
            exporting=Exporting(writing, _formats(illustrating, self.tr, self._wording)),
            delivering=self._delivering(database, writing, checking, directory, illustrating, events),
            events=events,
        )

    def _delivering(
        self,
        database: Database,
        writing: Writing,
        checking: Checking,
        directory: Directory,
        illustrating: Illustrating,
        events: Events,
    ) -> Delivering:
        outbox = Outbox(database)
        render = partial(illustrating.rendition, profile="cms")
        dispatch = Dispatch(outbox, Placements(database), directory, render, _now)
        destinations = Destinations(directory, self._credentials, self._connect, events, _now)
        return Delivering(writing, checking, destinations, directory, outbox, dispatch, events, _now)

    def _connect(self, destination: Destination, wanted: Callable[[], bool]) -> Connector:
        from newsdesk.cms.station import StationConnector
        from newsdesk.cms.transport import Transport
        from newsdesk.system.trust import tls_context

        token = partial(self._credentials.token, destination.name, destination.user)
        tls, agent = tls_context(destination.ca_file), f"newsdesk/{newsdesk.__version__}"
        return StationConnector(Transport(destination.url, token, tls, wanted=wanted, agent=agent))


def _now() -> datetime:
    return datetime.now(UTC)


def _open_keyring() -> Keyring | None:
    from newsdesk.system.keychain import Keychain

    return Keychain.open()


def _readers(illustrating: Illustrating) -> Mapping[str, Callable[[], Reader]]:
    def text() -> Reader:
        from newsdesk.interchange.decoding import decode
        from newsdesk.interchange.plain import read_text

        return text_reader(decode, read_text)

    def html() -> Reader:
        from newsdesk.interchange.decoding import decode_html
        from newsdesk.interchange.html import read_html

        return text_reader(decode_html, read_html)

    def markdown() -> Reader:
        from newsdesk.interchange.decoding import decode
        from newsdesk.interchange.markdown import read_markdown

        return text_reader(decode, read_markdown)

    def docx() -> Reader:
        from newsdesk.interchange.recognition import recognise_article
        from newsdesk.word.foreign import read_docx

        def holds(sha256: str) -> bool:
            return illustrating.photo(sha256) is not None

        return docx_reader(partial(read_docx, holds=holds), recognise_article)

    def package() -> Reader:
        from newsdesk.library.handoff import read_package

        return package_reader(read_package)

    return {"text": text, "html": html, "markdown": markdown, "docx": docx, "package": package}


def _formats(
    illustrating: Illustrating, tr: Translator, wording: Wording
) -> Mapping[str, Callable[[], Format]]:
    def docx() -> Format:
        from newsdesk.word.writer import DocxWriter

        template = paths.resources() / "word" / "house.docx"
        return DocxFormat(DocxWriter(template), illustrating, tr, wording)

    def html() -> Format:
        from newsdesk.interchange.page import write_html

        return PageFormat(write_html, illustrating)

    def markdown() -> Format:
        from newsdesk.interchange.markdown import write_markdown

        return PageFormat(write_markdown, illustrating)

    def text() -> Format:
        from newsdesk.interchange.plain import write_text

        return TextFormat(write_text)

    def package() -> Format:
        from newsdesk.library.handoff import write_package

        return PackageFormat(write_package, illustrating)

    return {".docx": docx, ".html": html, ".md": markdown, ".txt": text, ".newsdesk": package}
