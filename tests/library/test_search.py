"""A reporter finds a piece by what they remember of it, typed as they happen to type."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsdesk.article.blocks import Embed, Figure, Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Source, Status
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts
from newsdesk.library.search import Search

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def search(database: Database) -> Search:
    return Search(database)


def save(database: Database, *headlines: str, status: Status = Status.DRAFT) -> None:
    for headline in headlines:
        Drafts(database).save(Article(id=new_id(), headline=headline, status=status), NOON).result()


def titles(search: Search, query: str, status: str | None = None) -> list[str]:
    return [row.title for row in search.rows(query, status=status)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("duong", ["Đường lên núi", "Dương Quá về làng"]),
        ("đường", ["Đường lên núi"]),
        ("ĐƯỜNG LÊN", ["Đường lên núi"]),
        ("dương", ["Dương Quá về làng"]),
        ("duong len", ["Đường lên núi"]),
        ("đường len nui", ["Đường lên núi"]),
        ("duong lên nui", ["Đường lên núi"]),
        ("dương lên nui", []),
        ("duo", ["Đường lên núi", "Dương Quá về làng"]),
        ("đườ", ["Đường lên núi"]),
        ("duo ", []),
        ("d", []),
        ("duong le", ["Đường lên núi"]),
        ("nui duong", ["Đường lên núi"]),
        ("nui duong lang", []),
        ('"duong len"', ["Đường lên núi"]),
        ('"len duong"', []),
        ("“duong len”", ["Đường lên núi"]),
        ('"duong le"', []),
        ('"duong len" nui', ["Đường lên núi"]),
        ('nui "duong len"', ["Đường lên núi"]),
        ('"duong len', ["Đường lên núi"]),
        ("duong len n", ["Đường lên núi"]),
        ("qua\u0301", ["Dương Quá về làng"]),
        ("duong\u00a0len", ["Đường lên núi"]),
        ("hoà bình", ["Hòa bình 2026: 1.234 hộ"]),
        ("hòa bình", ["Hòa bình 2026: 1.234 hộ"]),
        ("1.234", ["Hòa bình 2026: 1.234 hộ"]),
        ("202", ["Hòa bình 2026: 1.234 hộ"]),
        ("!!", []),
        ('"', []),
        ("khong co", []),
    ],
)
def test_queries(database: Database, search: Search, query: str, found: list[str]) -> None:
    save(database, "Dương Quá về làng", "Đường lên núi", "Hòa bình 2026: 1.234 hộ")
    assert titles(search, query) == found


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "*",
        "a*b",
        "NOT",
        "AND OR",
        "NEAR(duong len)",
        "exact : duong",
        "^duong",
        "-duong",
        "(",
        "'; DROP TABLE drafts; --",
        "\x00",
        "duong\x00len",
        "%",
        "x " * 5000,
        "🙂",
        "\u0301",
        "{folded}",
        "“",
    ],
)
def test_no_query_is_a_mistake(database: Database, search: Search, query: str) -> None:
    save(database, "Đường lên núi")
    search.rows(query)
    assert titles(search, "duong") == ["Đường lên núi"]


def test_everything_that_is_written_is_found(database: Database, search: Search) -> None:
    article = Article(
        id=new_id(),
        kicker="Đô thị",
        headline="Tiêu đề",
        standfirst="Lời dẫn",
        blocks=(
            Paragraph(new_id(), (Run("Lúa "), Run("chín", frozenset({Mark.BOLD})))),
            Figure(new_id(), None, "Cầu treo", "Ảnh: Bích", "Người gánh", people=("Ông Sáu",)),
            Embed(new_id(), "https://video.example/7", "Phóng sự"),
        ),
        bylines=(Byline("Hoàng Gia", pen_name="Gió Ngàn"),),
        source=Source("Báo Xuân", "https://baoxuan.example/x"),
        section="Xã hội",
        tags=("nông thôn",),
        notes="gọi lại",
    )
    Drafts(database).save(article, NOON).result()
    for query in (
        *("do thi", "tieu de", "loi dan", "lua chin", "cau treo", "bich", "ganh", "ong sau", "phong su"),
        *("hoang gia", "gio ngan", "bao xuan", "baoxuan.example", "xa hoi", "nong thon", "goi lai"),
    ):
        assert [row.id for row in search.rows(query)] == [article.id], query


def test_a_search_follows_the_newest_text(database: Database, search: Search) -> None:
    drafts = Drafts(database)
    article = Article(id=new_id(), headline="Lúa chín")
    for headline in ("Lúa chín", "Ngô chín", "Khoai chín"):
        drafts.save(replace(article, headline=headline), NOON).result()
    assert [titles(search, query) for query in ("lua", "ngo", "khoai")] == [[], [], ["Khoai chín"]]


def test_a_phrase_that_exists_hides_words_that_lie_apart(database: Database, search: Search) -> None:
    save(database, "Hà Nội mưa", "Nội đô Hà Đông")
    assert titles(search, "ha noi") == ["Hà Nội mưa"]
    assert titles(search, "noi ha") == ["Nội đô Hà Đông", "Hà Nội mưa"]


def test_the_pages_of_a_phrase_never_turn_to_words_that_lie_apart(database: Database, search: Search) -> None:
    save(database, "Nội đô Hà Đông", "Hà Nội mưa", "Hà Nội nắng")
    first = search.rows("ha noi", limit=2)
    assert [row.title for row in first] == ["Hà Nội nắng", "Hà Nội mưa"]
    assert search.rows("ha noi", limit=2, before=first[-1].sequence) == ()
    apart = search.rows("dong noi", limit=1)
    assert [row.title for row in apart] == ["Nội đô Hà Đông"]
    assert search.rows("dong noi", limit=1, before=apart[-1].sequence) == ()


def test_status_narrows_list_and_search(database: Database, search: Search) -> None:
    save(database, "Lúa một", "Lúa hai", status=Status.DRAFT)
    save(database, "Lúa ba", "Ngô", status=Status.IN_REVIEW)
    assert titles(search, "", "in_review") == ["Ngô", "Lúa ba"]
    assert titles(search, "lua", "in_review") == ["Lúa ba"]
    assert titles(search, "lua", "draft") == ["Lúa hai", "Lúa một"]
    assert titles(search, "lua", "published") == []
    assert titles(search, "in review") == []
    assert titles(search, "draft live") == []


@pytest.mark.parametrize("query", ["", "tin"])
@pytest.mark.parametrize("status", [None, "draft"])
def test_pages_follow_each_other_without_gap_or_repeat(
    database: Database, search: Search, query: str, status: str | None
) -> None:
    save(database, *(f"Tin {number}" for number in range(25)))
    seen: list[str] = []
    before = None
    while page := search.rows(query, status=status, before=before, limit=10):
        seen += [row.title for row in page]
        before = page[-1].sequence
    assert seen == [f"Tin {number}" for number in reversed(range(25))]


def test_a_page_stays_put_when_newer_pieces_arrive(database: Database, search: Search) -> None:
    save(database, *(f"Tin {number}" for number in range(6)))
    first = search.rows(limit=3)
    save(database, "Tin mới")
    second = search.rows(limit=3, before=first[-1].sequence)
    assert [row.title for row in second] == ["Tin 2", "Tin 1", "Tin 0"]


def test_the_bin_can_be_searched_by_status(database: Database, search: Search) -> None:
    drafts = Drafts(database)
    for status in (Status.DRAFT, Status.PUBLISHED):
        article = Article(id=new_id(), headline="Lúa", status=status, blocks=(Paragraph("a", runs_of("x")),))
        drafts.save(article, NOON).result()
        drafts.trash(article.id)
    assert [row.status for row in search.rows("lua", trashed=True)] == ["published", "draft"]
    assert [row.status for row in search.rows("lua", trashed=True, status="draft")] == ["draft"]
    assert [row.status for row in search.rows(trashed=True, status="draft")] == ["draft"]
