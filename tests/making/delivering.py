"""A newsroom that delivers to a real demonstration CMS, and that can be killed and started again."""

import hashlib
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from PIL import Image

from newsdesk.article.blocks import Figure, Heading, ListItem, Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Role, Source
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.cms.connector import Connector
from newsdesk.cms.station import Sends, StationConnector
from newsdesk.cms.transport import Patience, Transport
from newsdesk.demo.server import RunningServer, serve
from newsdesk.desk.autosave import Autosave, Pace
from newsdesk.desk.delivering import Delivering, Destination
from newsdesk.desk.destinations import Destinations
from newsdesk.desk.dispatch import Dispatch
from newsdesk.desk.events import Events
from newsdesk.desk.writing import Writing
from newsdesk.library.access import Access
from newsdesk.library.database import Database
from newsdesk.library.directory import Directory
from newsdesk.library.drafts import Drafts
from newsdesk.library.outbox import Outbox
from newsdesk.library.placements import Placements
from newsdesk.library.revisions import Revisions
from newsdesk.system.credentials import Credentials
from newsdesk.system.paths import resources
from newsdesk.system.trust import tls_context

DAI = "đài"
PATIENCE = Patience(connect=5, read=5, total=20)
COLOURS = [(200, 30, 40), (20, 120, 60), (30, 60, 200)]


@dataclass(frozen=True)
class Jpeg:
    """A picture as the darkroom would make it."""

    data: bytes
    media_type: str = "image/jpeg"

    @property
    def sha256(self) -> str:
        """The digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def jpeg(number: int, size: tuple[int, int] = (64, 48)) -> Jpeg:
    """A small picture; each number has its own colour."""
    stream = BytesIO()
    Image.new("RGB", size, COLOURS[number % len(COLOURS)]).save(stream, "JPEG", quality=80)
    return Jpeg(stream.getvalue())


def photo_name(number: int) -> str:
    """A stand-in for the digest of an original."""
    return f"{number:064x}"


def figure(number: int, caption: str = "") -> Figure:
    """A captioned photo."""
    return Figure(
        id=new_id(),
        photo=photo_name(number),
        caption=caption or f"Ảnh {number}: đồng lúa & sông",
        credit="Minh An",
        alt=f"Mô tả ảnh {number}",
        people=("Bà Lý Thị Hoa",),
    )


def piece(photos: int = 2, headline: str = "Mùa lúa chín ở thượng nguồn") -> Article:
    """A piece with everything the contract has a name for."""
    return Article(
        id=new_id(),
        kicker="Nông nghiệp",
        headline=headline,
        standfirst="Những thửa ruộng bậc thang vào vụ gặt.",
        blocks=(
            Paragraph(
                new_id(), (Run("Sáng nay "), Run("đồng bào", frozenset({Mark.BOLD})), Run(" ra đồng."))
            ),
            Heading(new_id(), runs_of("Được mùa")),
            *(figure(number) for number in range(1, photos + 1)),
            ListItem(new_id(), runs_of("Năng suất: 60 tạ/ha")),
            ListItem(new_id(), (Run("xem thêm", href="https://dai.example/a?x=1&y=2"),)),
            Paragraph(new_id(), runs_of("Vụ tới <sớm> hơn & tốt hơn.")),
        ),
        bylines=(
            Byline("Trần Thu Hà", person="p-thu-ha", share=60),
            Byline("Lò Văn Đức", Role.PHOTOGRAPHER, contributor=True),
            Byline("Minh An", person="p-minh-an"),
        ),
        source=Source("Báo tỉnh", "https://bao.example/mua-lua"),
        section="kinh tế",
        tags=("Nông thôn mới", "Ruộng bậc thang"),
        notes="Ảnh 2 chờ duyệt",
    )


def render(wanted: Figure) -> Jpeg:
    """The picture of a figure made by `figure`."""
    return jpeg(int(wanted.photo or "0", 16))


@dataclass
class NoFindings:
    """A desk that finds nothing, or what it is given."""

    findings: tuple[Any, ...] = ()

    def check(self, article: Article) -> tuple[Any, ...]:
        """All findings."""
        return self.findings


def plain_access(access: Access) -> Access:
    """The library as it is."""
    return access


def plain_sends(transport: Sends) -> Sends:
    """The line as it is."""
    return transport


@dataclass
class Press:
    """One run of the program over a library. `access` and `sends` may put faults in its way."""

    folder: Path
    url: str
    token: str
    user: str
    access: Callable[[Access], Access] = plain_access
    sends: Callable[[Sends], Sends] = plain_sends
    render: Callable[[Figure], Jpeg] = render
    checks: NoFindings = field(default_factory=NoFindings)
    environment: Mapping[str, str] = field(default_factory=dict)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def __enter__(self) -> Self:
        self._open = ExitStack()
        database = Database.open(self.folder)
        self._open.callback(database.close)
        self.events = Events()
        drafts, revisions = Drafts(database), Revisions(database)
        autosave = Autosave(drafts.save, self.events, Pace(idle=60, longest=60, retry=60))
        self._open.callback(autosave.close)
        self.writing = Writing(drafts, revisions, autosave, self.events)
        access = self.access(database)
        self.directory, self.outbox = Directory(access), Outbox(access)
        self.placements = Placements(access)
        self.credentials = Credentials(environment=self.environment)
        self.credentials.hold(DAI, self.user, self.token)
        dispatch = Dispatch(
            self.outbox,
            self.placements,
            self.directory,
            lambda figure: self.render(figure),
            lambda: self.now(),
            lambda seconds: None,
        )
        destinations = Destinations(
            self.directory, self.credentials, self.connect, self.events, lambda: self.now()
        )
        self.delivering = Delivering(
            self.writing,
            self.checks,
            destinations,
            self.directory,
            self.outbox,
            dispatch,
            self.events,
            lambda: self.now(),
            lambda: 0.5,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def connect(self, destination: Destination, wanted: Callable[[], bool]) -> Connector:
        """A connector over a real line."""
        transport = Transport(
            destination.url,
            lambda: self.credentials.token(destination.name, destination.user),
            tls_context(destination.ca_file),
            wanted=wanted,
            patience=PATIENCE,
        )
        return StationConnector(self.sends(transport))

    def destination(self) -> Destination:
        """The CMS of this press."""
        return Destination(DAI, "station", self.url, self.user)

    def set_up(self, article: Article) -> None:
        """Know the CMS, and have the piece in the library."""
        self.delivering.add(self.destination(), self.token)
        self.writing.create(article)


class Station:
    """A demonstration CMS with an eye on what it keeps."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server: RunningServer = serve(folder, resources())
        self.url, self.user, self.token = self.server.url, self.server.user, self.server.token

    def press(self, folder: Path, **more: Any) -> Press:
        """A program that delivers here."""
        return Press(folder, self.url, self.token, self.user, **more)

    def connector(self, user: str = "") -> StationConnector:
        """Somebody else at work on the same CMS."""
        tokens = {login.user: login.token for login in self.server.logins}
        token = tokens[user or self.user]
        return StationConnector(Transport(self.url, lambda: token, tls_context(), patience=PATIENCE))

    def close(self) -> None:
        """Stop."""
        self.server.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def articles(self) -> list[str]:
        """The ids of all articles it has."""
        return self._column("SELECT id FROM articles ORDER BY id")

    def media(self) -> list[str]:
        """The ids of all photos ever announced to it."""
        return self._column("SELECT id FROM media ORDER BY id")

    def photo_digests(self) -> list[str]:
        """The digests of all photo files it has, complete or not."""
        files = [*(self.folder / "media").iterdir(), *(self.folder / "incoming").iterdir()]
        return sorted(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)

    def _column(self, sql: str) -> list[str]:
        with closing(sqlite3.connect(self.folder / "cms.sqlite")) as connection:
            return [row[0] for row in connection.execute(sql)]
