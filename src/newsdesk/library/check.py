"""Verifying a library: its pages, every article, every revision chain, every photo. Nothing is changed."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdesk.article.blocks import figures
from newsdesk.errors import LibraryDamaged, NewsdeskError
from newsdesk.library.access import Access
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts
from newsdesk.library.photos import PhotoRows
from newsdesk.library.revisions import Revisions

ORIGINALS = "originals"
_REST = re.compile(r"([0-9a-f]{62})\.\w+")
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it was saved; code and parameters as of a NewsdeskError."""

    code: str
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How much was looked at (`photos` are originals on the disk), and what was wrong."""

    folder: Path
    articles: int
    revisions: int
    photos: int
    damage: tuple[Damage, ...]

    @property
    def sound(self) -> bool:
        """Whether everything is as it was saved."""
        return not self.damage


def check(folder: Path) -> CheckReport:
    """Look at all of a library, beside a writer if there is one.

    Raises:
        StorageError: the library cannot be opened at all.
    """
    database = Database.open(folder, write=False)
    try:
        return _report(database)
    finally:
        database.close()


def _report(database: Database) -> CheckReport:
    originals = dict(_originals(database.folder))
    damage = [*_pages(database)]
    try:
        damage += [*_articles(database), *_revisions(database), *_photos(database, originals)]
        articles, revisions = database.read(
            "SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM revisions)"
        )[0]
    except LibraryDamaged as error:
        damage.append(_damage(error))
        articles = revisions = 0
    return CheckReport(database.folder, articles, revisions, len(originals), tuple(damage))


def _pages(access: Access) -> Iterator[Damage]:
    try:
        for row in access.read("PRAGMA integrity_check"):
            if row[0] != "ok":
                yield Damage("library.page_damaged", {"detail": row[0]})
        for row in access.read("PRAGMA foreign_key_check"):
            yield Damage("library.page_damaged", {"detail": f"{row[0]} {row[1]} → {row[2]}"})
    except LibraryDamaged as error:
        yield _damage(error)


def _articles(access: Access) -> Iterator[Damage]:
    drafts = Drafts(access)
    stray = access.read("SELECT count(*) FROM search WHERE rowid NOT IN (SELECT sequence FROM drafts)")[0][0]
    if stray:
        yield Damage("library.page_damaged", {"detail": f"search: {stray}"})
    for row in access.read("SELECT id, sequence IN (SELECT rowid FROM search) FROM drafts ORDER BY sequence"):
        if not row[1]:
            yield Damage("article.not_indexed", {"id": row[0]})
        try:
            drafts.load(row[0])
        except LibraryDamaged as error:
            yield _damage(error)


def _revisions(access: Access) -> Iterator[Damage]:
    revisions = Revisions(access)
    for article_id, newest in access.read("SELECT id, revision FROM drafts ORDER BY sequence"):
        for number in range(1, newest + 1):
            try:
                revisions.load(article_id, number)
            except NewsdeskError as error:
                yield _damage(error)


def _photos(access: Access, originals: Mapping[str, Path]) -> Iterator[Damage]:
    for sha256 in sorted(_wanted(access) - originals.keys()):
        yield Damage("photo.original_missing", {"photo": sha256})
    for sha256, path in sorted(originals.items()):
        if _digest(path) != sha256:
            yield Damage("photo.original_damaged", {"photo": sha256})
    rows = PhotoRows(access)
    for row in access.read("SELECT sha256 FROM photos ORDER BY sha256"):
        try:
            rows.get(row[0])
        except LibraryDamaged as error:
            yield _damage(error)


def _wanted(access: Access) -> set[str]:
    """The photos that the newest state of any article shows."""
    drafts, wanted = Drafts(access), set()
    for row in access.read("SELECT id FROM drafts WHERE photo_count > 0"):
        try:
            blocks = drafts.load(row[0]).article.blocks
        except LibraryDamaged:
            continue  # named by _articles already
        wanted |= {figure.photo for figure in figures(blocks) if figure.photo}
    return wanted


def _originals(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in (folder / ORIGINALS).glob("??/*"):
        rest = _REST.fullmatch(path.name)
        if rest:
            yield path.parent.name + rest[1], path


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()


def _damage(error: NewsdeskError) -> Damage:
    return Damage(error.code, error.parameters)
