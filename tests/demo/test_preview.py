"""Preview links end, and belong to one CMS."""

from datetime import timedelta

import pytest

from newsdesk.demo import preview
from newsdesk.demo.piece import Piece
from newsdesk.demo.preview import Previews

NOW = "2026-11-22T03:04:05.000000Z"
PIECE = Piece("019ab1c2-7d00-7a11-8f00-0242ac120001", "an", "An", "0a1b2c3", {}, (), NOW, NOW)


def token(path: str) -> str:
    return path.strip("/").rpartition("/")[2]


def test_a_link_opens_its_piece() -> None:
    previews = Previews(b"one")
    assert previews.opened(token(previews.link(PIECE)[0])) == PIECE.id


def test_a_link_of_another_cms_opens_nothing() -> None:
    assert Previews(b"one").opened(token(Previews(b"two").link(PIECE)[0])) is None


def test_a_link_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "GOOD_FOR", timedelta(seconds=-1))
    previews = Previews(b"one")
    assert previews.opened(token(previews.link(PIECE)[0])) is None
