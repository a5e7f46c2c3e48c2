"""A piece from its first word to the bin and back; no revision is ever lost on the way."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from newsdesk.article.model import Article
from newsdesk.desk.autosave import Autosave, Pace
from newsdesk.desk.events import ArticleSaved, Event, Events, LibraryChanged
from newsdesk.desk.writing import Writing
from newsdesk.errors import ChangeRefused
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts, StoredArticle
from newsdesk.library.revisions import Revisions


def with_headline(article: Article, headline: str) -> Article:
    return replace(article, headline=headline)


def test_a_new_piece_is_in_the_library_at_once(writing: Writing, database: Database) -> None:
    piece = writing.create()
    assert Drafts(database).load(piece.id).article == piece
    assert [row.event for row in writing.revisions(piece.id)] == ["created"]


def test_what_is_still_on_its_way_is_what_opens(writing: Writing, database: Database) -> None:
    piece = writing.create()
    newer = with_headline(piece, "Chợ phiên vùng cao")
    writing.record(newer)
    assert writing.open(piece.id).article == newer
    assert Drafts(database).load(piece.id).article == piece
    writing.flush()
    assert Drafts(database).load(piece.id).article == newer


def test_saving_is_told(writing: Writing, events: Events) -> None:
    heard: list[Event] = []
    piece = writing.create()
    events.subscribe(heard.append)
    writing.record(with_headline(piece, "Chợ phiên"))
    writing.flush()
    assert isinstance(heard[-1], ArticleSaved)


def test_put_makes_a_new_piece_or_a_new_revision(writing: Writing) -> None:
    piece = Article("0192d3b4-0000-7000-8000-000000000001", headline="Một")
    assert writing.put(piece) == 1
    assert writing.put(with_headline(piece, "Hai"), base_revision=1) == 2
    assert writing.open(piece.id).article.headline == "Hai"
    assert writing.revision(piece.id, 1).headline == "Một"


def test_put_over_something_newer_is_refused_and_changes_nothing(writing: Writing) -> None:
    piece = writing.create(Article("0192d3b4-0000-7000-8000-000000000002", headline="Một"))
    writing.put(with_headline(piece, "Hai"), base_revision=1)
    with pytest.raises(ChangeRefused) as caught:
        writing.put(with_headline(piece, "Ba"), base_revision=1)
    assert caught.value.parameters["revision"] == 2
    assert writing.open(piece.id).article.headline == "Hai"


def test_put_keeps_what_was_typed_but_never_named(writing: Writing) -> None:
    piece = writing.create()
    writing.record(with_headline(piece, "Gõ dở"))
    writing.put(with_headline(piece, "Từ tập lệnh"))
    held = {writing.revision(piece.id, row.number).headline for row in writing.revisions(piece.id)}
    assert held == {"", "Gõ dở", "Từ tập lệnh"}


def test_restoring_keeps_what_stood_before(writing: Writing) -> None:
    piece = writing.create(Article("0192d3b4-0000-7000-8000-000000000003", headline="Bản đầu"))
    writing.record(with_headline(piece, "Bản sau"))
    restored = writing.restore(piece.id, 1)
    assert restored.headline == "Bản đầu"
    assert writing.open(piece.id).article.headline == "Bản đầu"
    assert [row.event for row in writing.revisions(piece.id)] == ["restored", "checkpoint", "created"]


def test_the_bin_gives_back_what_it_took(writing: Writing, events: Events) -> None:
    heard: list[Event] = []
    piece = writing.create()
    events.subscribe(heard.append)
    writing.trash(piece.id)
    assert writing.open(piece.id).trashed
    writing.untrash(piece.id)
    assert not writing.open(piece.id).trashed
    assert heard == [LibraryChanged(piece.id), LibraryChanged(piece.id)]


def test_a_piece_that_is_not_there_is_named(writing: Writing) -> None:
    with pytest.raises(ChangeRefused) as caught:
        writing.open("nobody")
    assert caught.value.parameters == {"id": "nobody"}


class Meddling(Drafts):
    """Lets something happen just after a draft was read from the disk."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.then: Callable[[], object] = lambda: None

    def load(self, article_id: str) -> StoredArticle:
        stored = super().load(article_id)
        self.then()
        return stored


@pytest.fixture
def meddling(database: Database) -> Meddling:
    return Meddling(database)


@pytest.fixture
def meddled(meddling: Meddling, database: Database, events: Events) -> Iterator[Writing]:
    """Writing, with somebody who types at the worst moment."""
    autosave = Autosave(meddling.save, events, Pace(idle=60, longest=60, retry=60))
    yield Writing(meddling, Revisions(database), autosave, events)
    autosave.close()


def test_a_save_that_ends_while_a_piece_is_opened_does_not_hide_the_newest_state(
    meddled: Writing, meddling: Meddling
) -> None:
    piece = meddled.create()
    newer = with_headline(piece, "Chợ phiên vùng cao")
    meddled.record(newer)
    meddling.then = meddled.flush
    assert meddled.open(piece.id).article == newer


def test_what_is_typed_while_a_piece_is_put_is_kept_and_does_not_overwrite_it(
    meddled: Writing, meddling: Meddling
) -> None:
    piece = meddled.create()
    meddling.then = lambda: meddled.record(with_headline(piece, "Gõ dở"))
    meddled.put(with_headline(piece, "Từ tập lệnh"))
    meddling.then = lambda: None
    meddled.flush()
    assert meddled.open(piece.id).article.headline == "Từ tập lệnh"
    held = [meddled.revision(piece.id, row.number).headline for row in meddled.revisions(piece.id)]
    assert held == ["Từ tập lệnh", "Gõ dở", ""]


def test_an_amendment_changes_the_newest_state(writing: Writing) -> None:
    piece = writing.create()
    writing.record(with_headline(piece, "Chợ phiên"))
    writing.amend(piece.id, lambda article: replace(article, notes="một"))
    writing.flush()
    writing.amend(piece.id, lambda article: replace(article, notes=article.notes + " hai"))
    assert writing.open(piece.id).article == replace(piece, headline="Chợ phiên", notes="một hai")


def test_an_amendment_of_a_piece_that_is_not_there_is_refused(writing: Writing) -> None:
    with pytest.raises(ChangeRefused):
        writing.amend("nobody", lambda article: article)
