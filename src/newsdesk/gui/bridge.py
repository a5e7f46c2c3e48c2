"""News from the desk, brought onto the window's thread as Qt signals."""

from PySide6.QtCore import QObject, Signal

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


class Bridge(QObject):
    """Every event of the desk as a signal; parameters are the fields of the event."""

    saving = Signal(str)
    saved = Signal(str, object)
    save_failed = Signal(str, object)
    library_changed = Signal(str)
    delivery_progressed = Signal(str, object)
    delivery_changed = Signal(str)
    directory_changed = Signal(str)
    _arrived = Signal(object)

    def __init__(self, events: Events, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._pass_on)
        self._unsubscribe = events.subscribe(self._arrived.emit)

    def close(self) -> None:
        """Stop listening."""
        self._unsubscribe()

    def _pass_on(self, event: Event) -> None:
        match event:
            case ArticleSaving(article_id):
                self.saving.emit(article_id)
            case ArticleSaved(article_id, at):
                self.saved.emit(article_id, at)
            case SaveFailed(article_id, problem):
                self.save_failed.emit(article_id, problem)
            case LibraryChanged(article_id):
                self.library_changed.emit(article_id)
            case DeliveryProgressed(delivery_id, step):
                self.delivery_progressed.emit(delivery_id, step)
            case DeliveryChanged(delivery_id):
                self.delivery_changed.emit(delivery_id)
            case DirectoryChanged(destination):
                self.directory_changed.emit(destination)
