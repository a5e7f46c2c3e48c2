"""The main window: puts the parts beside each other and tells them of one another. It holds no rules."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from newsdesk.desk.commands import When
from newsdesk.desk.measuring import length_of
from newsdesk.desk.writing import StoredArticle
from newsdesk.errors import NewsdeskError
from newsdesk.gui.actions import Actions
from newsdesk.gui.bridge import Bridge
from newsdesk.gui.columns import Columns
from newsdesk.gui.delivery import Delivery
from newsdesk.gui.editing import Editing
from newsdesk.gui.exporting import Export
from newsdesk.gui.files import Kinds, ask_open
from newsdesk.gui.frame import SMALLEST
from newsdesk.gui.keys import KeysSheet
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.opening import Opening
from newsdesk.gui.overlay import Layer
from newsdesk.gui.palette.card import Palette
from newsdesk.gui.palette.slash import Slash
from newsdesk.gui.preferences import Preferences
from newsdesk.gui.saved import SavedState
from newsdesk.gui.status import StatusBar
from newsdesk.gui.toasts import Toasts
from newsdesk.gui.toolbar import Toolbar
from newsdesk.gui.views.blank import Blank
from newsdesk.gui.views.library import Library
from newsdesk.gui.welcome import Welcome

COUNT_PAUSE = 300
"""Milliseconds of rest before the words are counted again."""

TEXT_FILES = (".txt", ".html", ".htm", ".md", ".docx", ".newsdesk")


class Window(QMainWindow):
    """One window, one library, one open piece."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.manuscript = Manuscript(parent=self)
        self.bridge = Bridge(kit.desk.events, self)
        self.commands = Actions(self, kit.icons, kit.tr)
        self.saved = SavedState(self.bridge, kit.tr, kit.wording.error)
        self.toolbar = Toolbar(self.commands, kit.icons, self.saved, kit.tr)
        self.library = Library(kit.desk.searching, kit.tasks, kit.appearance, kit.icons, kit.wording, kit.tr)
        self.blank = Blank(self.commands, kit.icons, kit.tr)
        self.middle = QStackedWidget()
        self.toasts = Toasts(self.middle, kit.icons, kit.tr)
        root = QWidget()
        self.editing = Editing(kit, self.manuscript, self.commands, root, self.toasts)
        self.columns = Columns(self.library, self.middle, self.editing.inspector)
        self.status = StatusBar(kit.icons, self.toasts, kit.tr)
        self.opening = Opening(kit, self.manuscript, self.toasts)
        self._arrange(root)
        self.editing.furniture.front.stand_between(self.library.list, self.editing.page)
        self.editing.seeking.bar.stand_after(self.editing.page)
        self.export = Export(kit, self.manuscript, self.toasts, self.status, self)
        self.delivery = Delivery(kit, self.manuscript, root, self.status, self.toasts)
        self.preferences = Preferences(root, kit)
        self.welcome = Welcome(root, kit)
        self.keys = KeysSheet(root, kit)
        self.finder = Palette(root, kit, self.manuscript, self.commands)
        Slash(self.editing.page, self.finder)
        self._layers = root.findChildren(Layer)
        self._count = QTimer(self, singleShot=True, interval=COUNT_PAUSE)
        self._closing = False
        self._connect()
        self.commands.connect_all(self._handlers())
        self._leave()
        kit.tr.on_change(self.retranslate)

    def begin(self, file: Path | None) -> None:
        """Show what was asked for, else the article of last time; greet where there is none yet."""
        self.library.reload()
        if file is not None:
            self.open_file(file)
        else:
            self.opening.begin(self._kit.settings.text("last_article"), self._greet)

    def open_file(self, file: Path) -> None:
        """Take a file in and show it."""
        self.opening.take_file(file)

    def come_forward(self, file: str) -> None:
        """Another start asked for this window, perhaps with a file."""
        frame = self.window()
        frame.setWindowState(frame.windowState() & ~frame.windowState().WindowMinimized)
        frame.raise_()
        frame.activateWindow()
        if file:
            self.open_file(Path(file))

    def retranslate(self) -> None:
        """Say all words again in the chosen language."""
        self.commands.retranslate()
        for part in (self.toolbar, self.saved, self.library, self.blank, self.editing, self.status):
            part.retranslate()
        for sheet in (self.delivery, self.preferences, self.welcome, self.keys, self.finder):
            sheet.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Have what is written on disk before the window goes; if the disk refuses, stay and say so."""
        if self._closing:
            self.bridge.close()
            event.accept()
            return
        event.ignore()
        QGuiApplication.inputMethod().commit()
        self.manuscript.settle()
        self._kit.tasks.start(lambda _work: self._kit.desk.writing.flush(), self._go, self._stay)

    def _greet(self) -> None:
        if not self._kit.settings.flag("welcomed"):
            self.welcome.open_up()

    def _go(self, _flushed: None) -> None:
        self._closing = True
        self.window().close()

    def _stay(self, problem: NewsdeskError) -> None:
        tr = self._kit.tr
        self.toasts.say(self._kit.wording.error(problem), tr("Close without saving"), lambda: self._go(None))

    def _arrange(self, root: QWidget) -> None:
        root.setObjectName("root")
        column = QVBoxLayout(root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.columns, 1)
        column.addWidget(self.status)
        self.middle.addWidget(self.blank)
        self.middle.addWidget(self.editing.page)
        self.setCentralWidget(root)
        self.setMinimumSize(*SMALLEST)

    def _connect(self) -> None:
        library, manuscript = self.library, self.manuscript
        library.opened.connect(self.opening.open)
        library.opened.connect(lambda _article: self.columns.close_drawers())
        library.new_wanted.connect(self.opening.new)
        library.trash_wanted.connect(self.opening.trash)
        library.restore_wanted.connect(self.opening.restore)
        library.failed.connect(self.opening.tell)
        library.emptiness.connect(self.blank.show_empty)
        self.bridge.library_changed.connect(lambda _article: library.heard_of_change())
        self.bridge.saved.connect(lambda _article, _at: library.heard_of_change())
        self.opening.opened.connect(self._opened)
        self.opening.left.connect(self._leave)
        self.opening.returned.connect(self.editing.page.setFocus)
        manuscript.changed.connect(self._changed)
        manuscript.history_changed.connect(self._allow)
        self._count.timeout.connect(self._measure)
        self.editing.caret_moved.connect(self._allow)
        self._connect_furniture()
        self.editing.style_changed.connect(self.toolbar.show_style)
        self.delivery.ended.connect(self.opening.catch_up)
        self.delivery.open_wanted.connect(self.opening.open)
        self.delivery.checks_wanted.connect(self._show_checks)
        self.delivery.set_up_wanted.connect(self.preferences.open_up)
        self.columns.changed.connect(self._columns_changed)
        self.finder.article_wanted.connect(self.opening.open)
        self.finder.place_wanted.connect(self.editing.furniture.show_block)
        for layer in self._layers:
            layer.opened.connect(self._allow)
            layer.closed.connect(self._allow)

    def _connect_furniture(self) -> None:
        furniture = self.editing.furniture
        self.bridge.library_changed.connect(furniture.hear_of)
        furniture.page_wanted.connect(self.columns.close_drawers)
        furniture.tab_wanted.connect(lambda _tab: self.columns.show_right())
        furniture.photo_wanted.connect(lambda _figure: self.columns.show_right())

    def _handlers(self) -> Mapping[str, Callable[[], None]]:
        return {
            "piece.new": self.opening.new,
            "piece.import": self._ask_import,
            "piece.export": self.export.ask,
            "piece.send": self.delivery.sheet.open_up,
            "piece.trash": lambda: self.opening.trash(self.opening.current),
            "edit.undo": self.manuscript.undo,
            "edit.redo": self.manuscript.redo,
            "view.library": self._show_library,
            "view.inspector": self.columns.toggle_right,
            "view.checks": self._show_checks,
            "view.focus": lambda: self.columns.set_focus_mode(not self.columns.focus_mode),
            "view.palette": self.finder.open_up,
            "view.outbox": self.delivery.outbox.open_up,
            "program.preferences": self.preferences.open_up,
            "program.keys": self.keys.open_up,
            "program.quit": self._quit,
            **self.editing.handlers(),
        }

    def _quit(self) -> None:
        self.window().close()

    def _opened(self, stored: StoredArticle) -> None:
        self.middle.setCurrentWidget(self.editing.page)
        self.columns.offer_right(True)
        self.saved.follow(stored.article.id, stored.saved_at)
        self.library.mark_open(stored.article.id)
        self._kit.settings.remember("last_article", stored.article.id)
        self._measure()
        self._allow()
        self.editing.begin()

    def _leave(self) -> None:
        self.middle.setCurrentWidget(self.blank)
        self.columns.offer_right(False)
        self.blank.setFocus()
        self.saved.leave()
        self.library.mark_open("")
        self.status.show_length(None)
        self.setWindowTitle("newsdesk")
        self._allow()

    def _changed(self, _change: object, _origin: object) -> None:
        self._kit.desk.writing.record(self.manuscript.article)
        self._count.start()

    def _measure(self) -> None:
        article = self.manuscript.article
        self.status.show_length(length_of(article))
        self.setWindowTitle(f"{article.headline} – newsdesk" if article.headline else "newsdesk")

    def _allow(self) -> None:
        if any(layer.isVisible() for layer in self._layers):
            self.commands.allow(frozenset())
            return
        conditions = {When.ALWAYS}
        if self.opening.current:
            conditions.add(When.OPEN)
            if self.manuscript.can_undo:
                conditions.add(When.CAN_UNDO)
            if self.manuscript.can_redo:
                conditions.add(When.CAN_REDO)
            if self.editing.in_body():
                conditions.add(When.WRITING)
        self.commands.allow(conditions)

    def _ask_import(self) -> None:
        tr = self._kit.tr
        kinds = Kinds(tr("Texts"), TEXT_FILES)
        folder = self._kit.settings.text("last_folder")
        ask_open(self, tr("Open a file"), kinds, folder, lambda files: self.open_file(files[0]), many=False)

    def _show_library(self) -> None:
        self.columns.show_left()
        self.library.search.setFocus()
        self.library.search.selectAll()

    def _show_checks(self) -> None:
        self.columns.show_right()
        self.editing.inspector.choose("checks")

    def _columns_changed(self) -> None:
        self.commands["view.focus"].setChecked(self.columns.focus_mode)
