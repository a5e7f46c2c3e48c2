"""The saved state tells the truth about the open article, and about no other."""

from datetime import UTC, datetime
from typing import Any

import pytest

from newsdesk.desk.events import ArticleSaved, ArticleSaving, Events, SaveFailed
from newsdesk.errors import StorageError
from newsdesk.gui.bridge import Bridge
from newsdesk.gui.moments import clock
from newsdesk.gui.saved import SavedState
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources

AT = datetime(2026, 11, 22, 3, 42, tzinfo=UTC)


@pytest.fixture
def events() -> Events:
    return Events()


@pytest.fixture
def saved(events: Events, qtbot: Any) -> SavedState:
    bridge = Bridge(events)
    state = SavedState(bridge, Translator(resources() / "locale", "en"), lambda _problem: "the disk is full")
    bridge.setParent(state)
    qtbot.addWidget(state)
    state.resize(400, 30)
    state.show()
    state.follow("a", AT)
    return state


def test_nothing_is_saved_before_the_disk_said_so(saved: SavedState, events: Events) -> None:
    events.publish(ArticleSaving("a"))
    assert saved.text() == "Saving…"
    events.publish(ArticleSaved("a", AT))
    assert saved.text() == f"Saved {clock(AT)} · on this machine"


def test_failure_is_said_with_its_reason(saved: SavedState, events: Events) -> None:
    events.publish(SaveFailed("a", StorageError("storage.full")))
    assert saved.text() == "Not saved: the disk is full"
    assert saved.property("state") == "failed"
    events.publish(ArticleSaved("a", AT))
    assert saved.property("state") == "saved"


def test_other_articles_do_not_speak_here(saved: SavedState, events: Events) -> None:
    events.publish(SaveFailed("b", StorageError("storage.full")))
    assert saved.text().startswith("Saved")


def test_nothing_is_said_when_nothing_is_open(saved: SavedState, events: Events) -> None:
    saved.leave()
    events.publish(ArticleSaving("a"))
    assert saved.text() == ""


def test_narrow_windows_get_the_short_sentence(saved: SavedState) -> None:
    saved.resize(saved.fontMetrics().horizontalAdvance(f"Saved {clock(AT)}") + 8, 30)
    assert saved.text() == f"Saved {clock(AT)}"
    assert "on this machine" in saved.toolTip()
