"""News that travels upward, from the use cases to whichever shell is open.

Events are published on the thread where they happen; a shell with threads of its own brings them home.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from newsdesk.desk.work import Step
from newsdesk.errors import NewsdeskError


@dataclass(frozen=True, slots=True)
class ArticleSaving:
    """Changes are on their way to the disk."""

    article_id: str


@dataclass(frozen=True, slots=True)
class ArticleSaved:
    """The disk has everything recorded before `at` (UTC)."""

    article_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """The disk refused; the text is still in memory and is tried again."""

    article_id: str
    problem: NewsdeskError


@dataclass(frozen=True, slots=True)
class LibraryChanged:
    """Rows of the library list may read differently now; `article_id` is empty when many may."""

    article_id: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryProgressed:
    """A delivery is at `step`."""

    delivery_id: str
    step: Step


@dataclass(frozen=True, slots=True)
class DeliveryChanged:
    """A delivery has another state."""

    delivery_id: str


@dataclass(frozen=True, slots=True)
class DirectoryChanged:
    """Sections, tags, people or the destinations themselves changed."""

    destination: str


Event = (
    ArticleSaving
    | ArticleSaved
    | SaveFailed
    | LibraryChanged
    | DeliveryProgressed
    | DeliveryChanged
    | DirectoryChanged
)
Listener = Callable[[Event], None]


class Events:
    """Hands each event to every listener, in the order they came."""

    def __init__(self) -> None:
        self._listeners: tuple[Listener, ...] = ()
        self._lock = Lock()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Listen; the answer stops listening."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            with self._lock:
                self._listeners = tuple(kept for kept in self._listeners if kept is not listener)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tell everybody."""
        for listener in self._listeners:
            listener(event)
