"""Every event of the desk comes home as a signal, from whichever thread it is published."""

import threading
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from newsdesk.desk.events import (
    ArticleSaved,
    ArticleSaving,
    DeliveryChanged,
    DeliveryProgressed,
    DirectoryChanged,
    Event,
    Events,
    LibraryChanged,
    SaveFailed,
)
from newsdesk.desk.work import Step
from newsdesk.errors import StorageError
from newsdesk.gui.bridge import Bridge

NOW = datetime(2026, 11, 22, 3, 42, tzinfo=UTC)
FULL = StorageError("storage.full")
STEP = Step("photo.upload", 1, 2)
CASES = [
    (ArticleSaving("a"), "saving", ("a",)),
    (ArticleSaved("a", NOW), "saved", ("a", NOW)),
    (SaveFailed("a", FULL), "save_failed", ("a", FULL)),
    (LibraryChanged("a"), "library_changed", ("a",)),
    (DeliveryProgressed("d", STEP), "delivery_progressed", ("d", STEP)),
    (DeliveryChanged("d"), "delivery_changed", ("d",)),
    (DirectoryChanged("n"), "directory_changed", ("n",)),
]


def test_every_event_has_a_case() -> None:
    assert {type(event) for event, _, _ in CASES} == set(get_args(Event))


@pytest.mark.parametrize(("event", "signal", "told"), CASES, ids=[signal for _, signal, _ in CASES])
def test_event_arrives_on_the_windows_thread(event: Event, signal: str, told: Any, qtbot: Any) -> None:
    events = Events()
    bridge = Bridge(events)
    heard: list[Any] = []
    getattr(bridge, signal).connect(lambda *values: heard.append((threading.get_ident(), values)))
    threading.Thread(target=events.publish, args=(event,)).start()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(threading.get_ident(), told)]


def test_a_closed_bridge_hears_nothing(qtbot: Any) -> None:
    events = Events()
    bridge = Bridge(events)
    heard: list[str] = []
    bridge.library_changed.connect(heard.append)
    bridge.close()
    events.publish(LibraryChanged("late"))
    qtbot.wait(0)
    assert heard == []
