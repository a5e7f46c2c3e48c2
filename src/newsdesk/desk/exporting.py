"""Exporting: an article leaves the library as a file whose ending says what it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from newsdesk.article.blocks import figures
from newsdesk.article.model import Article
from newsdesk.desk.files import write_whole
from newsdesk.desk.work import Step, Work
from newsdesk.desk.writing import Writing
from newsdesk.errors import BadInput


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What every format is made from: one revision of an article."""

    article: Article
    revision: int
    at: datetime


class Format(Protocol):
    """One kind of file."""

    def encode(self, manuscript: Manuscript, work: Work) -> bytes:
        """The whole file."""


class Exporting:
    """Writes files. The formats are made when they are first asked for, because their libraries are heavy."""

    def __init__(self, writing: Writing, formats: Mapping[str, Callable[[], Format]]) -> None:
        self._writing = writing
        self._formats = formats

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that can be written, each with its dot."""
        return tuple(self._formats)

    def export(self, article_id: str, target: Path, work: Work | None = None) -> Path:
        """Write the newest state of an article to `target` and keep that state as a revision.

        A file that stood there is replaced only when the new one is complete.

        Raises:
            BadInput: the ending is unknown, or the place cannot be written.
            Cancelled: the work was stopped; nothing was written.
        """
        work = work or Work()
        form = self._format_of(target)
        number = self._writing.name_revision(article_id, "exported")
        manuscript = self._manuscript(article_id, number)
        work.report(Step("export.compose", items=sum(1 for _ in figures(manuscript.article.blocks))))
        data = form.encode(manuscript, work)
        work.check()
        work.report(Step("export.write", total=len(data)))
        write_whole(target, data)
        return target

    def _format_of(self, target: Path) -> Format:
        ending = target.suffix.lower()
        if ending not in self._formats:
            raise BadInput("export.unknown_ending", file=str(target), endings=" ".join(self.endings))
        return self._formats[ending]()

    def _manuscript(self, article_id: str, number: int) -> Manuscript:
        at = next(row.at for row in self._writing.revisions(article_id) if row.number == number)
        return Manuscript(self._writing.revision(article_id, number), number, at.astimezone(UTC))
