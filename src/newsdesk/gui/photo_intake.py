"""Photos on their way in: chosen, dropped or pasted, checked and stored by a worker, then put on the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from newsdesk.article.blocks import Figure
from newsdesk.article.edits import find_figure
from newsdesk.article.photo import Photo
from newsdesk.desk.illustrating import figure_of, filled
from newsdesk.desk.work import Step, Work
from newsdesk.errors import Cancelled, NewsdeskError
from newsdesk.gui.editor.page import Page
from newsdesk.gui.files import Kinds, ask_open
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.toasts import Toasts

ENDINGS: Final = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff", ".gif", ".bmp")

TakeIn = Callable[[], Photo]


@dataclass(slots=True)
class Taken:
    """What became of some photos: those that are stored now, and why the others are not."""

    photos: list[Photo] = field(default_factory=list)
    problems: list[NewsdeskError] = field(default_factory=list)


class PhotoIntake(QObject):
    """Takes photos into the open article. One that cannot be used is named in a message; the others go in."""

    def __init__(self, kit: Kit, manuscript: Manuscript, page: Page, toasts: Toasts) -> None:
        super().__init__(page)
        self._kit = kit
        self._manuscript = manuscript
        self._page = page
        self._toasts = toasts

    def ask(self) -> None:
        """Ask for photo files and take them in where the caret is."""
        kit = self._kit
        figure = self._page.current_figure()
        ask_open(
            self._page.window(),
            kit.tr("Insert photos"),
            Kinds(kit.tr("Photos"), ENDINGS),
            kit.settings.text("last_folder"),
            lambda files: self.take_files(files, figure if self._is_placeholder(figure) else ""),
            many=True,
        )

    def take_files(self, files: Sequence[Path], block_id: str) -> None:
        """Take files in; the first one goes into the figure `block_id` when one is named."""
        if files:
            self._kit.settings.remember("last_folder", str(files[0].parent))
        self._take([_from_file(self._kit, file) for file in files], block_id)

    def take_picture(self, data: bytes, name: str, block_id: str) -> None:
        """Take in a picture that the clipboard carried."""
        self._take([lambda: self._kit.desk.illustrating.take_in_bytes(data, name)], block_id)

    def _take(self, sources: Sequence[TakeIn], block_id: str) -> None:
        article = self._manuscript.article.id

        def done(taken: Taken) -> None:
            if self._manuscript.article.id == article:
                self._place(taken.photos, block_id)
            for problem in taken.problems:
                self._toasts.say(self._kit.wording.error(problem))

        self._kit.tasks.start(lambda work: take_all(sources, work), done, self._tell)

    def _place(self, photos: Sequence[Photo], block_id: str) -> None:
        rest = list(photos)
        if rest and block_id and self._holds(block_id):
            self._fill(block_id, rest.pop(0))
        if rest:
            self._page.insert_figures([figure_of(photo) for photo in rest])

    def _fill(self, block_id: str, photo: Photo) -> None:
        figure = find_figure(self._manuscript.article, block_id)
        self._page.replace_object(exchanged(figure, figure_of(photo)))

    def _holds(self, block_id: str) -> bool:
        return any(
            isinstance(each, Figure) and each.id == block_id for each in self._manuscript.article.blocks
        )

    def _is_placeholder(self, block_id: str) -> bool:
        return self._holds(block_id) and find_figure(self._manuscript.article, block_id).photo is None

    def _tell(self, problem: NewsdeskError) -> None:
        if not isinstance(problem, Cancelled):
            self._toasts.say(self._kit.wording.error(problem))


def exchanged(figure: Figure, fresh: Figure) -> Figure:
    """A figure with another photo; how the old one was cut and marked goes with it."""
    return replace(filled(figure, fresh), ai_made=fresh.ai_made, crop=None, focal_point=None)


def take_all(sources: Sequence[TakeIn], work: Work) -> Taken:
    """Take photos in one by one; a bad one does not stop the others.

    Raises:
        Cancelled: the reporter stopped it; photos taken in so far stay in the library, unused.
    """
    taken = Taken()
    for number, take_in in enumerate(sources, start=1):
        work.check()
        work.report(Step("photo.take_in", item=number, items=len(sources)))
        try:
            taken.photos.append(take_in())
        except NewsdeskError as problem:
            taken.problems.append(problem)
    return taken


def _from_file(kit: Kit, file: Path) -> TakeIn:
    return lambda: kit.desk.illustrating.take_in(file)
