"""The kinds of file an article can leave as. Each is made with the writer of the room that knows it."""

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from newsdesk.article.blocks import Figure, figures
from newsdesk.article.model import Article, Role, Status
from newsdesk.article.photo import Photo
from newsdesk.desk.exporting import Manuscript
from newsdesk.desk.illustrating import Illustrating
from newsdesk.desk.measuring import length_of
from newsdesk.desk.wording import Wording
from newsdesk.desk.work import Step, Work
from newsdesk.system.locale import Translator
from newsdesk.word.job import DeskLabels, DocxJob, Picture

if TYPE_CHECKING:
    from newsdesk.photos.profiles import Rendition


def _renditions(
    illustrating: Illustrating, article: Article, profile: str, work: Work
) -> Iterator[tuple[Figure, "Rendition"]]:
    filled = [figure for figure in figures(article.blocks) if figure.photo]
    for number, figure in enumerate(filled, start=1):
        work.check()
        work.report(Step("export.photo", done=number - 1, total=len(filled), item=number, items=len(filled)))
        yield figure, illustrating.rendition(figure, profile)


class WritesDocx(Protocol):
    """The writer of the word room."""

    def write(self, job: DocxJob) -> bytes:
        """The whole file."""


class DocxFormat:
    """The desk's copy for Word."""

    def __init__(
        self, writer: WritesDocx, illustrating: Illustrating, tr: Translator, wording: Wording
    ) -> None:
        self._writer = writer
        self._illustrating = illustrating
        self._tr = tr
        self._wording = wording

    def encode(self, manuscript: Manuscript, work: Work) -> bytes:
        """The whole file."""
        article = manuscript.article
        pictures = {
            figure.id: Picture(made.data, made.media_type, made.width, made.height)
            for figure, made in _renditions(self._illustrating, article, "docx", work)
        }
        job = DocxJob(
            article=article,
            pictures=pictures,
            export_id=f"{article.id}-{manuscript.revision}",
            revision=manuscript.revision,
            at=manuscript.at,
            labels=self._labels(),
            words=length_of(article).words,
        )
        return self._writer.write(job)

    def _labels(self) -> DeskLabels:
        tr = self._tr
        return DeskLabels(
            section=tr("Section"),
            bylines=tr("Bylines"),
            status=tr("Status"),
            revision=tr("Revision"),
            words=tr("Words"),
            photos=tr("Photos"),
            exported=tr("Exported"),
            embargo=tr("Embargo"),
            missing="—",
            contributor=tr("outside contributor"),
            placeholder=tr("Photo to come"),
            credit=tr("Photo"),
            source=tr("Source"),
            roles={role: self._wording.role(role) for role in Role},
            statuses={status: self._wording.status(status) for status in Status},
        )


WritesPage = Callable[[Article, Mapping[str, str]], str]
"""Makes a page of an article and the addresses of its photos, by block id."""


class PageFormat:
    """HTML and Markdown: one file that carries its photos."""

    def __init__(self, write: WritesPage, illustrating: Illustrating) -> None:
        self._write = write
        self._illustrating = illustrating

    def encode(self, manuscript: Manuscript, work: Work) -> bytes:
        """The whole file, in UTF-8."""
        pictures = {
            figure.id: f"data:{made.media_type};base64,{base64.b64encode(made.data).decode()}"
            for figure, made in _renditions(self._illustrating, manuscript.article, "cms", work)
        }
        return self._write(manuscript.article, pictures).encode("utf-8")


class TextFormat:
    """Plain text, without photos."""

    def __init__(self, write: Callable[[Article], str]) -> None:
        self._write = write

    def encode(self, manuscript: Manuscript, work: Work) -> bytes:
        """The whole file, in UTF-8."""
        return self._write(manuscript.article).encode("utf-8")


WritesPackage = Callable[[Article, Mapping[str, tuple[Photo, bytes]]], bytes]


class PackageFormat:
    """The handoff package: the article and its originals, to be opened by another newsdesk."""

    def __init__(self, write: WritesPackage, illustrating: Illustrating) -> None:
        self._write = write
        self._illustrating = illustrating

    def encode(self, manuscript: Manuscript, work: Work) -> bytes:
        """The whole file."""
        photos = self._illustrating.photos_of(manuscript.article)
        originals = {}
        for number, (sha256, photo) in enumerate(photos.items(), start=1):
            work.check()
            work.report(
                Step("export.photo", done=number - 1, total=len(photos), item=number, items=len(photos))
            )
            originals[sha256] = (photo, self._illustrating.original(sha256))
        return self._write(manuscript.article, originals)
