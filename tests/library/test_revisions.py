"""Every kept moment of a piece comes back as it was, however many there are."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from making.articles import articles
from newsdesk.article.blocks import Paragraph
from newsdesk.article.codec import to_json
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.errors import ChangeRefused, LibraryDamaged
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts
from newsdesk.library.revisions import KEY_EVERY, Revisions

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def revisions(database: Database) -> Revisions:
    return Revisions(database)


@pytest.fixture
def article(database: Database) -> Article:
    body = tuple(Paragraph(new_id(), runs_of(f"Đoạn {n}: nước lên từ rạng sáng. " * 9)) for n in range(12))
    article = Article(id=new_id(), headline="Nước lên", blocks=body)
    Drafts(database).save(article, NOON).result()
    return article


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(states=st.lists(articles(), min_size=1, max_size=12))
def test_any_chain_comes_back(database: Database, states: list[Article]) -> None:
    chain = [replace(state, id=states[0].id) for state in states]
    revisions = Revisions(database)
    Drafts(database).save(chain[0], NOON).result()
    numbers = [revisions.record(state, "checkpoint", NOON).result() for state in chain]
    assert [revisions.load(chain[0].id, number) for number in numbers] == chain


def test_a_long_chain_with_its_key_frames(database: Database, revisions: Revisions, article: Article) -> None:
    total = 2 * KEY_EVERY + 3
    for number in range(1, total + 1):
        changed = replace(article, headline=f"Nước lên {number}")
        assert revisions.record(changed, "checkpoint", NOON).result() == number
    keys = database.read("SELECT DISTINCT key FROM revisions ORDER BY key")
    assert [row[0] for row in keys] == [1, 1 + KEY_EVERY, 1 + 2 * KEY_EVERY]
    for number in range(1, total + 1):
        assert revisions.load(article.id, number).headline == f"Nước lên {number}"
    sizes = database.read("SELECT avg(length(frame)) FROM revisions WHERE number <> key")
    assert sizes[0][0] < len(to_json(article).encode()) / 40


def test_rows_are_newest_first(revisions: Revisions, article: Article) -> None:
    for event in ("created", "exported", "sent"):
        revisions.record(article, event, NOON).result()
    assert [(row.number, row.event, row.at) for row in revisions.rows(article.id)] == [
        (3, "sent", NOON),
        (2, "exported", NOON),
        (1, "created", NOON),
    ]


def test_nothing_new_is_no_new_revision(revisions: Revisions, article: Article) -> None:
    def record(state: Article, event: str) -> int:
        return revisions.record(state, event, NOON).result()

    assert record(article, "created") == 1
    assert record(article, "checkpoint") == 1
    assert record(article, "exported") == 2
    assert record(article, "exported") == 2
    assert record(article, "checkpoint") == 2
    assert record(replace(article, headline="Nước rút"), "exported") == 3
    assert record(article, "checkpoint") == 4


def test_the_draft_knows_its_newest_revision(
    database: Database, revisions: Revisions, article: Article
) -> None:
    assert Drafts(database).load(article.id).revision == 0
    revisions.record(article, "created", NOON).result()
    revisions.record(article, "exported", NOON).result()
    assert Drafts(database).load(article.id).revision == 2


def test_a_repeated_sending_is_remembered_as_the_last_one(
    database: Database, revisions: Revisions, article: Article
) -> None:
    other = replace(article, headline="Nước rút")
    numbers = [revisions.record(state, "sent", NOON).result() for state in (article, other, article, article)]
    assert numbers == [1, 2, 3, 3]
    assert Drafts(database).load(article.id).sent_revision == 3


def test_unknown_pieces_numbers_and_events(revisions: Revisions, article: Article) -> None:
    with pytest.raises(ChangeRefused) as refused:
        revisions.record(Article(id="nowhere"), "created", NOON).result()
    assert refused.value.code == "article.unknown"
    assert revisions.rows("nowhere") == ()
    for number in (0, 1, -1):
        with pytest.raises(ChangeRefused) as refused:
            revisions.load(article.id, number)
        assert refused.value.code == "revision.unknown"
    with pytest.raises(ValueError, match="dreamt"):
        revisions.record(article, "dreamt", NOON)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE revisions SET frame = zeroblob(40) WHERE number = 3",
        "UPDATE revisions SET frame = substr(frame, 1, length(frame) / 2) WHERE number = 3",
        "UPDATE revisions SET digest = zeroblob(32) WHERE number = 3",
        "DELETE FROM revisions WHERE number = 3",
    ],
)
def test_damage_is_named_and_does_not_spread(
    database: Database, revisions: Revisions, article: Article, spoil: str
) -> None:
    for number in range(1, KEY_EVERY + 3):
        revisions.record(replace(article, headline=f"Tin {number}"), "checkpoint", NOON).result()
    database.write(lambda connection: connection.execute(spoil).rowcount).result()
    with pytest.raises(LibraryDamaged) as refused:
        revisions.load(article.id, 5)
    assert refused.value.code == "revision.damaged"
    assert refused.value.parameters["id"] == article.id
    assert revisions.load(article.id, 2).headline == "Tin 2"
    assert revisions.load(article.id, KEY_EVERY + 1).headline == f"Tin {KEY_EVERY + 1}"


def test_a_damaged_chain_does_not_stop_new_revisions(
    database: Database, revisions: Revisions, article: Article
) -> None:
    revisions.record(article, "created", NOON).result()
    spoil = "UPDATE revisions SET frame = zeroblob(40)"
    database.write(lambda connection: connection.execute(spoil).rowcount).result()
    changed = replace(article, headline="Nước rút")
    number = revisions.record(changed, "exported", NOON).result()
    assert revisions.load(article.id, number) == changed
