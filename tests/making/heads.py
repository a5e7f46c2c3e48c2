"""The head of the page as it stands in the window: fields and bylines over a body, on one manuscript."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from making.pages import Clock, PlainPreviews
from making.windows import bench
from newsdesk.article.blocks import Paragraph
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.desk.signing import Signing
from newsdesk.gui.editor.adder import Adder
from newsdesk.gui.editor.bylines import BylineBar
from newsdesk.gui.editor.chip import Chip
from newsdesk.gui.editor.field import Field
from newsdesk.gui.editor.front import Front
from newsdesk.gui.editor.page import Page
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.theme import LIGHT
from newsdesk.library.database import Database
from newsdesk.library.directory import PERSON, Destination, Directory, Entry

PEOPLE = ("Hoàng Gia", "Đình Anh", "Trần Thu Hà", "Nguyễn Minh An")
BODY = (Paragraph("p", runs_of("Sáng 21/11, mưa.")), Paragraph("q", runs_of("Chiều tạnh.")))


@dataclass(frozen=True, slots=True)
class Head:
    """A page with its header, shown and active. `kit` is the window's."""

    page: Page
    front: Front
    bar: BylineBar
    kit: Kit
    clock: Clock

    @property
    def manuscript(self) -> Manuscript:
        return self.page.manuscript

    @property
    def article(self) -> Article:
        return self.manuscript.article

    @property
    def kicker(self) -> Field:
        return self.front.fields["kicker"]

    @property
    def headline(self) -> Field:
        return self.front.fields["headline"]

    @property
    def standfirst(self) -> Field:
        return self.front.fields["standfirst"]

    @property
    def adder(self) -> Adder:
        found = self.bar.findChild(Adder)
        assert isinstance(found, Adder)
        return found

    @property
    def chips(self) -> list[Chip]:
        """Those on the screen, from left to right."""
        shown = [chip for chip in self.bar.findChildren(Chip) if chip.isVisible()]
        return sorted(shown, key=lambda chip: (chip.y(), chip.x()))

    @property
    def names(self) -> list[str]:
        return [byline.name for byline in self.article.bylines]


@contextmanager
def a_head(app: QApplication, folder: Path, article: Article | None = None) -> Iterator[Head]:
    """A head over an article, with a few people in the directory."""
    with bench(app, folder) as parts, _directory(folder / "people") as signing:
        kit = replace(parts.kit, desk=replace(parts.desk, signing=signing))
        clock = Clock()
        manuscript = Manuscript(article or Article("a", headline="Bến cũ", blocks=BODY), clock=clock)
        page = Page(manuscript, PlainPreviews(), LIGHT, kit.tr)
        bar = BylineBar(kit, manuscript)
        front = Front(manuscript, kit.tr, bar, kit.desk.checking.limits)
        front.left_downwards.connect(page.enter_from_above)
        page.left_upwards.connect(front.enter_from_below)
        page.set_front(front)
        front.stand_between(page, page)
        page.resize(800, 600)
        page.show()
        page.activateWindow()
        try:
            yield Head(page, front, bar, kit, clock)
        finally:
            page.hide()
            page.deleteLater()


@contextmanager
def _directory(folder: Path) -> Iterator[Signing]:
    database = Database.open(folder)
    directory = Directory(database)
    directory.put(Destination("demo", "station", "http://127.0.0.1", "minh.an"))
    directory.replace("demo", PERSON, (Entry(f"p{number}", name) for number, name in enumerate(PEOPLE)))
    try:
        yield Signing(directory)
    finally:
        database.close()
