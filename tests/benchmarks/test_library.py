"""First page and search in a library of 100,000 pieces, against the bare SQL on the same file."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import accumulate, product
from typing import Any

import pytest

from benchmarks.pairing import Budget, Versus
from newsdesk.article.blocks import Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Status
from newsdesk.article.text import runs_of
from newsdesk.language.folding import fold, is_marked
from newsdesk.library.database import Database
from newsdesk.library.drafts import store
from newsdesk.library.search import ArticleRow, Search

pytestmark = pytest.mark.real

PIECES, FEW, AT_ONCE = 100_000, 500, 2_000
QUICK = Budget(ratio=1.5, ours=0.010)
CALLS = 20
"""Calls a side, so that a call of a tenth of a millisecond is measured at all."""

COLUMNS = """d.sequence, d.id, d.title, d.saved_at, d.photo_count, d.status, d.lead_photo, d.excerpt,
    d.sent_content IS NOT NULL AND d.sent_content <> d.content"""
LISTED = f"SELECT {COLUMNS} FROM drafts AS d WHERE d.trashed = 0 ORDER BY d.sequence DESC LIMIT 60"
PAGE = LISTED.replace("d.trashed = 0", "d.trashed = 0 AND d.sequence < ?")
FOUND = f"""SELECT {COLUMNS} FROM search JOIN drafts AS d ON d.sequence = search.rowid
WHERE search MATCH ? AND d.trashed = 0 ORDER BY search.rowid DESC LIMIT 60"""

ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x"
RIMES = "a à ạ anh ành ao át ây ế en ì iêm iền iếng iệt o òa oan ọc ói ong ơ ờ u ủa ui ùm ứng ười ương uyên"


class Prose:
    """Text in which a few syllables are everywhere and most are rare, as in a language."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.syllables = [onset + rime for onset, rime in product(ONSETS.split(), RIMES.split())]
        self._chance.shuffle(self.syllables)
        self._weights = list(accumulate(1 / (place + 20) for place in range(len(self.syllables))))

    def words(self, count: int) -> str:
        return " ".join(self._chance.choices(self.syllables, cum_weights=self._weights, k=count))

    def piece(self) -> Article:
        """About 200 words; one piece in a hundred was returned."""
        body = tuple(Paragraph(f"p{number}", runs_of(self.words(40))) for number in range(4))
        status = Status.RETURNED if self._chance.random() < 0.01 else Status.DRAFT
        return Article(
            new_id(), headline=self.words(10), standfirst=self.words(30), blocks=body, status=status
        )


@pytest.fixture(scope="module")
def prose() -> Prose:
    return Prose(seed=1)


@pytest.fixture(scope="module")
def library(measuring: bool, tmp_path_factory: pytest.TempPathFactory, prose: Prose) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("library")
    database = Database.open(folder)
    pieces = PIECES if measuring else FEW

    def some(connection: sqlite3.Connection) -> None:
        for _ in range(min(pieces, AT_ONCE)):
            store(connection, prose.piece(), datetime.now(UTC))

    for _ in range(0, pieces, AT_ONCE):
        database.write(some).result()
    yield database
    database.close()
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def bare(library: Database) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(library.folder / "library.sqlite")
    yield connection
    connection.close()


def compare(
    versus: Versus, what: str, ours: Callable[[], Sequence[ArticleRow]], bare: Callable[[], list[Any]]
) -> None:
    """The same page from the library's search and from SQL by hand."""
    versus(
        what,
        lambda: [ours() for _ in range(CALLS)],
        "bare SQL",
        lambda: [bare() for _ in range(CALLS)],
        QUICK,
        rounds=15,
        each=CALLS,
    )
    assert [row.id for row in ours()] == [row[1] for row in bare()]


def test_first_page(versus: Versus, library: Database, bare: sqlite3.Connection) -> None:
    search = Search(library)
    compare(versus, "library, first page", search.rows, lambda: bare.execute(LISTED).fetchall())


def test_deep_page(versus: Versus, library: Database, bare: sqlite3.Connection) -> None:
    search, middle = Search(library), len(library.read("SELECT 1 FROM drafts")) // 2
    compare(
        versus,
        "library, a page in the middle",
        lambda: search.rows(before=middle),
        lambda: bare.execute(PAGE, (middle,)).fetchall(),
    )


def queries(prose: Prose) -> Iterator[tuple[str, str, str]]:
    """What is looked for, as a reporter types it and as FTS5 takes it."""
    words = [word for word in prose.syllables if is_marked(word) and len(word) > 1]
    for what, word in (("a common", words[0]), ("a less common", words[60]), ("a rare", words[-1])):
        yield f"{what} word", f"{word} ", f'exact : "{word}"'
        yield f"{what} word without marks", f"{fold(word)} ", f'folded : "{fold(word)}"'
    for beginning in ("th", "ngu"):
        yield f"{beginning}…", beginning, f'folded : "{beginning}"*'
    for count in (2, 4):
        phrase = " ".join(words[:count])
        yield f"{count} common words in quotes", f'"{phrase}"', f'exact : "{phrase}"'


def test_search(versus: Versus, library: Database, bare: sqlite3.Connection, prose: Prose) -> None:
    search = Search(library)
    for what, query, expression in queries(prose):
        compare(
            versus,
            f"search, {what}",
            partial(search.rows, query),
            partial(lambda wanted: bare.execute(FOUND, (wanted,)).fetchall(), expression),
        )
