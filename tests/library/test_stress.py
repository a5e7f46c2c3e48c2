"""Any sequence of saves, bins, revisions and restarts agrees with a few lists kept beside it."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from newsdesk.article.model import Article, Status
from newsdesk.language.folding import exact, fold
from newsdesk.library.check import check
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts
from newsdesk.library.revisions import Revisions
from newsdesk.library.search import Search

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
WORDS = ["Đường", "duong", "Hoà", "hòa", "hoa", "núi", "NUI", "2026"]

ids = st.sampled_from(["a", "b", "c", "d"])
headlines = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
statuses = st.sampled_from([Status.DRAFT, Status.IN_REVIEW])
events = st.sampled_from(["checkpoint", "exported", "sent"])


class Newsroom(RuleBasedStateMachine):
    """`pieces` holds the newest states, the last saved one last."""

    def __init__(self) -> None:
        super().__init__()
        self.room = tempfile.TemporaryDirectory()
        self.folder = Path(self.room.name) / "library"
        self.pieces: dict[str, Article] = {}
        self.bin: set[str] = set()
        self.kept: dict[str, list[Article]] = {}
        self.open()

    def open(self) -> None:
        self.database = Database.open(self.folder)
        self.drafts, self.search = Drafts(self.database), Search(self.database)
        self.revisions = Revisions(self.database)

    @rule(piece=ids, headline=headlines, status=statuses)
    def save(self, piece: str, headline: str, status: Status) -> None:
        article = Article(piece, headline=headline, status=status)
        self.drafts.save(article, NOON).result()
        if self.pieces.get(piece) != article:
            self.pieces.pop(piece, None)
            self.pieces[piece] = article

    @rule(piece=ids, binned=st.booleans())
    def move(self, piece: str, binned: bool) -> None:
        if piece in self.pieces:
            (self.drafts.trash if binned else self.drafts.untrash)(piece)
            (self.bin.add if binned else self.bin.discard)(piece)

    @rule(piece=ids, event=events, kicker=st.sampled_from(["", "x"]))
    def keep(self, piece: str, event: str, kicker: str) -> None:
        if piece in self.pieces:
            article = replace(self.pieces[piece], kicker=kicker)
            number = self.revisions.record(article, event, NOON).result()
            kept = self.kept.setdefault(piece, [])
            kept[number - 1 :] = [article]
            assert len(kept) == number

    @rule()
    def restart(self) -> None:
        self.database.close()
        self.open()

    @rule(word=st.sampled_from(WORDS), status=st.none() | statuses, trashed=st.booleans())
    def find(self, word: str, status: Status | None, trashed: bool) -> None:
        wanted = exact(word)
        spelled = fold if wanted == fold(word) else exact
        found = [
            article
            for article in self.listed(trashed, status)
            if wanted in map(spelled, article.headline.split())
        ]
        assert self.rows(f"{word} ", trashed, status) == found

    @invariant()
    def lists_agree(self) -> None:
        for trashed in (False, True):
            for status in (None, Status.DRAFT):
                assert self.rows("", trashed, status) == self.listed(trashed, status)

    @invariant()
    def revisions_agree(self) -> None:
        for piece, kept in self.kept.items():
            numbers = range(1, len(kept) + 1)
            assert [self.revisions.load(piece, number) for number in numbers] == kept
            assert self.drafts.load(piece).revision == len(kept)

    def listed(self, trashed: bool, status: Status | None) -> list[Article]:
        return [
            article
            for article in reversed(self.pieces.values())
            if (article.id in self.bin) == trashed and status in (None, article.status)
        ]

    def rows(self, query: str, trashed: bool, status: Status | None) -> list[Article]:
        rows = self.search.rows(query, trashed=trashed, status=status)
        return [self.drafts.load(row.id).article for row in rows]

    def teardown(self) -> None:
        self.database.close()
        assert check(self.folder).sound
        self.room.cleanup()


def test_a_short_life_of_a_library() -> None:
    run_state_machine_as_test(
        Newsroom, settings=settings(max_examples=15, stateful_step_count=20, deadline=None)
    )


@pytest.mark.real
def test_a_long_life_of_a_library() -> None:
    run_state_machine_as_test(
        Newsroom, settings=settings(max_examples=150, stateful_step_count=80, deadline=None)
    )
