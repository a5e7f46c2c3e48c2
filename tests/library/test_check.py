"""A sound library is called sound; every kind of damage is found and named."""

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.article.blocks import Figure
from newsdesk.article.model import Article
from newsdesk.article.photo import Photo
from newsdesk.errors import LibraryDamaged, StorageError
from newsdesk.library.check import check
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts
from newsdesk.library.photos import PhotoRows
from newsdesk.library.revisions import Revisions

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DATA = b"pixels" * 400_000
SHA = hashlib.sha256(DATA).hexdigest()
ARTICLE = Article("a", headline="Cầu mới", blocks=(Figure("f", SHA),))


@pytest.fixture
def library(folder: Path) -> Path:
    """Two pieces, five revisions, one photo; nobody has it open."""
    database = Database.open(folder)
    for article in (ARTICLE, Article("b", headline="Lúa")):
        Drafts(database).save(article, NOON).result()
    for number in range(4):
        Revisions(database).record(replace(ARTICLE, kicker=str(number)), "checkpoint", NOON)
    Revisions(database).record(Article("b", headline="Lúa"), "created", NOON).result()
    PhotoRows(database).add(Photo(SHA, "cau.jpg", "image/jpeg", 4, 3, len(DATA))).result()
    database.close()
    original(folder).parent.mkdir(parents=True)
    original(folder).write_bytes(DATA)
    (original(folder).parent / "unfinished.tmp").write_bytes(b"half")
    return folder


def original(folder: Path) -> Path:
    return folder / "originals" / SHA[:2] / f"{SHA[2:]}.jpg"


def spoil(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "library.sqlite")
    with connection:
        connection.execute(statement)
    connection.close()


def codes(folder: Path) -> list[str]:
    return sorted({damage.code for damage in check(folder).damage})


def test_a_sound_library(library: Path) -> None:
    report = check(library)
    assert (report.articles, report.revisions, report.photos, report.damage) == (2, 5, 1, ())
    assert report.sound


def test_a_library_in_use_can_be_checked(library: Path) -> None:
    database = Database.open(library)
    assert check(library).sound
    database.close()


@pytest.mark.parametrize(
    ("statement", "code", "params"),
    [
        (
            "UPDATE drafts SET document = '[]' WHERE id = 'b'",
            "article.damaged",
            {"id": "b", "field": ""},
        ),
        (
            "INSERT INTO search (rowid, exact) VALUES (9, 'x')",
            "library.page_damaged",
            {"detail": "search: 1"},
        ),
        ("DELETE FROM search WHERE rowid = 2", "article.not_indexed", {"id": "b"}),
        (
            "UPDATE revisions SET frame = x'00' WHERE article = 'a' AND number = 4",
            "revision.damaged",
            {"id": "a", "revision": 4},
        ),
        (
            "DELETE FROM revisions WHERE article = 'a' AND number = 4",
            "revision.unknown",
            {"id": "a", "revision": 4},
        ),
        ("UPDATE photos SET facts = '{}'", "photo.facts_damaged", {"photo": SHA}),
    ],
)
def test_damage_within_rows(library: Path, statement: str, code: str, params: object) -> None:
    spoil(library, statement)
    (damage,) = check(library).damage
    assert (damage.code, damage.params) == (code, params)


def lose(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize(
    ("harm", "code"), [(lose, "photo.original_missing"), (cut, "photo.original_damaged")]
)
def test_damaged_originals(library: Path, harm: Callable[[Path], None], code: str) -> None:
    harm(original(library))
    assert codes(library) == [code]


@pytest.mark.parametrize("table", ["drafts", "revisions", "photos", "search_data", "drafts_by_status"])
def test_damaged_pages_are_told_and_the_file_is_left_alone(library: Path, table: str) -> None:
    file = library / "library.sqlite"
    connection = sqlite3.connect(file)
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    connection.close()
    whole = bytearray(file.read_bytes())
    whole[(root - 1) * size : root * size] = b"\xa5" * size
    file.write_bytes(whole)
    assert {"library.page_damaged", "library.damaged"} & set(codes(library))
    assert file.read_bytes() == whole


def test_what_is_no_library_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as missing:
        check(tmp_path / "nowhere")
    assert missing.value.code == "library.missing"
    (tmp_path / "library.sqlite").write_text("thơ", encoding="utf-8")
    with pytest.raises(LibraryDamaged):
        check(tmp_path)
