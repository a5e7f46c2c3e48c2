"""Export of the open piece: where to, in a worker, and the way to the file afterwards."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from newsdesk.article.model import Article
from newsdesk.desk.work import Step, Work
from newsdesk.errors import NewsdeskError
from newsdesk.gui.files import Kinds, ask_save
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.status import StatusBar
from newsdesk.gui.toasts import Toasts

LONGEST_NAME = 80


class Export(QObject):
    """Writes the open article as DOCX. Typing goes on meanwhile; the status bar tells how far it is."""

    def __init__(
        self, kit: Kit, manuscript: Manuscript, toasts: Toasts, status: StatusBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._manuscript = manuscript
        self._toasts = toasts
        self._status = status
        self._window = parent

    def ask(self) -> None:
        """Ask for a name and write the file."""
        tr = self._kit.tr
        kinds = Kinds(tr("Word document"), (".docx",))
        name = file_name(self._manuscript.article) or tr("Article")
        suggestion = self._folder() / f"{name}.docx"
        ask_save(self._window, tr("Export DOCX"), kinds, suggestion, self.write)

    def write(self, target: Path) -> None:
        """Write the open article to `target`."""
        self._manuscript.settle()
        article_id = self._manuscript.article.id

        def export(work: Work) -> Path:
            return self._kit.desk.exporting.export(article_id, target, work)

        self._status.show_progress(self._kit.tr("Exporting {file}…", file=target.name), 0, 0)
        self._kit.tasks.start(export, self._done, self._failed, self._step)

    def _folder(self) -> Path:
        kept = self._kit.settings.text("last_folder")
        if kept and Path(kept).is_dir():
            return Path(kept)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _step(self, step: Step) -> None:
        self._status.show_progress(self._kit.wording.step(step), step.done, step.total)

    def _done(self, target: Path) -> None:
        self._status.show_progress("", 0, 0)
        self._kit.settings.remember("last_folder", str(target.parent))
        tr = self._kit.tr
        address = QUrl.fromLocalFile(str(target))

        def show() -> None:
            QDesktopServices.openUrl(address)

        self._toasts.say(tr("Exported: {file}", file=target.name), tr("Open"), show)

    def _failed(self, problem: NewsdeskError) -> None:
        self._status.show_progress("", 0, 0)
        self._toasts.say(self._kit.wording.error(problem))


def file_name(article: Article) -> str:
    """The headline as a file name that every system takes; empty when there is no headline."""
    kept = "".join(
        " " if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in article.headline
    )
    return " ".join(kept.split())[:LONGEST_NAME].rstrip(". ")
