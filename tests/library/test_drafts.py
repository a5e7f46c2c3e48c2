"""The newest state of every piece, as saved."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings

from making.articles import articles
from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Status
from newsdesk.article.text import runs_of
from newsdesk.errors import ChangeRefused, LibraryDamaged
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts
from newsdesk.library.revisions import Revisions
from newsdesk.library.search import Search

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def drafts(database: Database) -> Drafts:
    return Drafts(database)


def piece(headline: str = "Bến sông cũ", status: Status = Status.DRAFT) -> Article:
    return Article(id=new_id(), headline=headline, status=status)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article=articles())
def test_what_is_saved_is_loaded(database: Database, article: Article) -> None:
    drafts = Drafts(database)
    drafts.save(article, NOON).result()
    assert drafts.load(article.id).article == article


def test_a_save_replaces_the_one_before_and_comes_to_the_top(database: Database, drafts: Drafts) -> None:
    first, second = piece("Một"), piece("Hai")
    for article in (first, second, replace(first, headline="Một lại")):
        drafts.save(article, NOON).result()
    rows = Search(database).rows()
    assert [row.title for row in rows] == ["Một lại", "Hai"]
    assert [row.sequence for row in rows] == [3, 2]


def test_saving_what_stands_changes_nothing(database: Database, drafts: Drafts) -> None:
    first, second = piece("Một"), piece("Hai")
    for article in (first, second, first):
        drafts.save(article, NOON).result()
        drafts.save(article, NOON + timedelta(hours=1)).result()
    assert [row.title for row in Search(database).rows()] == ["Hai", "Một"]
    assert drafts.load(first.id).saved_at == NOON


def test_times_are_kept_in_utc(drafts: Drafts) -> None:
    article = piece()
    drafts.save(article, datetime(2026, 11, 22, 19, 0, tzinfo=timezone(timedelta(hours=7)))).result()
    saved_at = drafts.load(article.id).saved_at
    assert (saved_at, saved_at.utcoffset()) == (NOON, timedelta())


def test_an_unknown_piece(drafts: Drafts) -> None:
    assert not drafts.holds("nowhere")
    for use in (drafts.load, drafts.trash, drafts.untrash):
        with pytest.raises(ChangeRefused) as refused:
            use("nowhere")
        assert (refused.value.code, refused.value.parameters) == ("article.unknown", {"id": "nowhere"})


def test_a_document_that_cannot_be_read_is_named(database: Database, drafts: Drafts) -> None:
    article = piece()
    drafts.save(article, NOON).result()
    spoil = "UPDATE drafts SET document = '{\"headline\": 7}'"
    database.write(lambda connection: connection.execute(spoil).rowcount).result()
    with pytest.raises(LibraryDamaged) as refused:
        drafts.load(article.id)
    assert refused.value.code == "article.damaged"
    assert refused.value.parameters == {"id": article.id, "field": "headline"}


def test_the_bin_keeps_and_gives_back(database: Database, drafts: Drafts) -> None:
    article, search = piece("Cầu mới"), Search(database)
    drafts.save(article, NOON).result()
    drafts.trash(article.id)
    assert drafts.load(article.id).trashed
    assert [search.rows(), search.rows("cau"), search.rows("cau", status="draft")] == [(), (), ()]
    assert [len(search.rows(trashed=True)), len(search.rows("cau", trashed=True))] == [1, 1]
    drafts.save(replace(article, kicker="Đô thị"), NOON).result()
    assert drafts.load(article.id).trashed
    assert [row.id for row in search.rows("do thi", trashed=True)] == [article.id]
    drafts.untrash(article.id)
    assert not drafts.load(article.id).trashed
    assert [len(search.rows("cau", status="draft")), len(search.rows(trashed=True))] == [1, 0]


def test_counts(drafts: Drafts) -> None:
    for status in (Status.DRAFT, Status.DRAFT, Status.PUBLISHED):
        drafts.save(piece(status=status), NOON).result()
    binned = piece()
    drafts.save(binned, NOON).result()
    drafts.trash(binned.id)
    counts = drafts.count_by_status()
    assert {name: count for name, count in counts.items() if count} == {
        "draft": 2,
        "published": 1,
        "trash": 1,
    }
    assert set(counts) == {*(status.value for status in Status), "trash"}


def test_changed_since_sent_is_about_the_content(database: Database, drafts: Drafts) -> None:
    article = piece()
    drafts.save(article, NOON).result()
    number = Revisions(database).record(article, "sent", NOON).result()

    def row_after(changed: Article) -> bool:
        drafts.save(changed, NOON).result()
        return Search(database).rows()[0].changed_since_sent

    assert drafts.load(article.id).sent_revision == number
    assert not row_after(article)
    assert not row_after(replace(article, status=Status.PUBLISHED))
    assert row_after(replace(article, headline="Khác", status=Status.PUBLISHED))
    assert not row_after(replace(article, status=Status.PUBLISHED))


def test_the_row_of_a_piece(database: Database, drafts: Drafts) -> None:
    article = Article(
        id=new_id(),
        blocks=(
            Paragraph(new_id(), runs_of("  Chữ đầu\u2028tiên ")),
            Figure("one", "a" * 64),
            Figure("two", None),
            Figure("three", "b" * 64),
            Paragraph(new_id(), runs_of("đoạn " * 80)),
        ),
        lead="three",
    )
    drafts.save(article, NOON).result()
    (row,) = Search(database).rows()
    assert (row.title, row.photo_count, row.lead_photo, row.status) == ("Chữ đầu tiên", 2, "b" * 64, "draft")
    assert row.excerpt.endswith("đoạn…")
    assert len(row.excerpt) <= 160
    assert row.saved_at == NOON
