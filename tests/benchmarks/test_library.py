"""First page and search in a library of 100,000 pieces, against the bare SQL on the same file."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import accumulate, product

import pytest

from benchmarks.conftest import Versus
from newsdesk.article.blocks import Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Status
from newsdesk.article.text import runs_of
from newsdesk.language.folding import fold, is_marked
from newsdesk.library.database import Database
from newsdesk.library.drafts import store
from newsdesk.library.search import Search

PIECES, FEW, AT_ONCE = 100_000, 500, 2_000
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
def library(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, prose: Prose
) -> Iterator[Database]:
    """100,000 pieces when measuring, a few when only looking whether the benchmark runs."""
    folder = tmp_path_factory.mktemp("library")
    database = Database.open(folder)
    pieces = PIECES if request.config.getoption("benchmark_enable") else FEW

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


@pytest.mark.real
def test_first_page(versus: Versus, library: Database, bare: sqlite3.Connection) -> None:
    search = Search(library)
    row = versus(
        f"first page of the library, {CALLS} times",
        "bare SQL",
        lambda: [search.rows() for _ in range(CALLS)],
        lambda: [bare.execute(LISTED).fetchall() for _ in range(CALLS)],
        budget="≤ 1.5",
    )
    assert row.ratio > 0
    assert [found.id for found in search.rows()] == [found[1] for found in bare.execute(LISTED)]


@pytest.mark.real
def test_deep_page(versus: Versus, library: Database, bare: sqlite3.Connection) -> None:
    search, before = Search(library), len(library.read("SELECT 1 FROM drafts")) // 2
    row = versus(
        f"a page in the middle of the library, {CALLS} times",
        "bare SQL",
        lambda: [search.rows(before=before) for _ in range(CALLS)],
        lambda: [bare.execute(PAGE, (before,)).fetchall() for _ in range(CALLS)],
        budget="≤ 1.5",
    )
    assert row.ratio > 0
    assert [found.id for found in search.rows(before=before)] == [
        found[1] for found in bare.execute(PAGE, (before,))
    ]


@pytest.mark.real
@pytest.mark.parametrize(
    ("what", "place"), [("a common word", 0), ("a word of every tenth piece", 60), ("a rare word", -1)]
)
@pytest.mark.parametrize("marked", [True, False])
def test_search_for_a_word(
    versus: Versus,
    library: Database,
    bare: sqlite3.Connection,
    prose: Prose,
    what: str,
    place: int,
    marked: bool,
) -> None:
    words = [word for word in prose.syllables if is_marked(word) and len(word) > 1]
    word = words[place] if marked else fold(words[place])
    expression = f'{"exact" if marked else "folded"} : "{word}"'
    compare(
        versus,
        library,
        bare,
        f"search {what} {'with' if marked else 'without'} marks",
        f"{word} ",
        expression,
    )


@pytest.mark.real
@pytest.mark.parametrize("beginning", ["th", "ngu"])
def test_search_for_a_beginning(
    versus: Versus, library: Database, bare: sqlite3.Connection, beginning: str
) -> None:
    compare(versus, library, bare, f"search {beginning}…", beginning, f'folded : "{beginning}"*')


def compare(
    versus: Versus, library: Database, bare: sqlite3.Connection, what: str, query: str, expression: str
) -> None:
    search = Search(library)
    row = versus(
        f"{what}, {CALLS} times",
        "bare SQL",
        lambda: [search.rows(query) for _ in range(CALLS)],
        lambda: [bare.execute(FOUND, (expression,)).fetchall() for _ in range(CALLS)],
        budget="≤ 1.5",
    )
    assert row.ratio > 0
    assert [found.id for found in search.rows(query)] == [
        found[1] for found in bare.execute(FOUND, (expression,))
    ]
