"""The page and the inspector beside it, wired to one manuscript, and the commands that act on them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from newsdesk.article.text import Mark
from newsdesk.gui.actions import Actions
from newsdesk.gui.address import AddressSheet
from newsdesk.gui.editor.clipboard import Picture
from newsdesk.gui.editor.lines import Kind
from newsdesk.gui.editor.page import Page
from newsdesk.gui.editor.previews import PreviewCache
from newsdesk.gui.furnishing import furnish
from newsdesk.gui.inspector import Inspector
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.overlay import lies_over
from newsdesk.gui.photo_intake import PhotoIntake
from newsdesk.gui.seeking import Seeking
from newsdesk.gui.toasts import Toasts

KINDS: Final = {
    "style.paragraph": Kind.PARAGRAPH,
    "style.heading": Kind.HEADING_1,
    "style.subheading": Kind.HEADING_2,
    "style.quote": Kind.QUOTE,
    "style.list": Kind.BULLET_1,
    "style.numbers": Kind.NUMBER_1,
    "style.box": Kind.BOX,
}
STYLE_OF: Final = {
    **{kind: command for command, kind in KINDS.items()},
    Kind.BULLET_2: "style.list",
    Kind.NUMBER_2: "style.numbers",
}
MARKS: Final = {
    "mark.bold": Mark.BOLD,
    "mark.italic": Mark.ITALIC,
    "mark.superscript": Mark.SUPERSCRIPT,
    "mark.subscript": Mark.SUBSCRIPT,
}


class Editing(QObject):
    """`caret_moved` tells that something else may be possible now, `style_changed` the style at the caret."""

    caret_moved = Signal()
    style_changed = Signal(str)

    def __init__(
        self, kit: Kit, manuscript: Manuscript, commands: Actions, root: QWidget, toasts: Toasts
    ) -> None:
        super().__init__(root)
        self._kit = kit
        self._manuscript = manuscript
        self._commands = commands
        previews = PreviewCache(kit.desk.illustrating.preview, self._size_of, kit.tasks)
        self.page = Page(manuscript, previews, kit.appearance.theme, kit.tr)
        self.furniture = furnish(kit, manuscript, self.page, previews)
        self.seeking = Seeking(kit, manuscript, self.page, self.furniture.front.fields)
        self.inspector = Inspector(self.furniture.tabs, kit.tr)
        self.photos = PhotoIntake(kit, manuscript, self.page, toasts)
        self._address = AddressSheet(root, kit.icons, kit.tr)
        self._in_body = False
        self._connect()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What the commands of writing do."""
        return {
            **{command: partial(self.page.set_kind, kind) for command, kind in KINDS.items()},
            **{command: partial(self._toggle, mark) for command, mark in MARKS.items()},
            "mark.link": self._ask_link,
            "edit.paste_plain": self.page.paste_plain,
            **self.seeking.handlers(),
            "insert.photo": self.photos.ask,
            "insert.divider": self.page.insert_divider,
            "insert.embed": self._ask_embed,
        }

    def in_body(self) -> bool:
        """Whether the text of the page had the caret last, of everything that can be written in."""
        return self._in_body

    def begin(self) -> None:
        """Give the caret to the piece: an empty one begins with its headline."""
        article = self._manuscript.article
        if article.headline or article.blocks:
            self.page.enter_from_above()
        else:
            self.furniture.begin()

    def retranslate(self) -> None:
        """Say all words again."""
        self.page.retranslate()
        self.inspector.retranslate()
        self.furniture.retranslate()
        self.seeking.retranslate()
        self._address.retranslate()

    def _connect(self) -> None:
        page = self.page
        self._kit.application.focusChanged.connect(self._follow_focus)
        page.rested.connect(self._show_caret)
        page.figure_selected.connect(self.inspector.follow)
        self.furniture.photo_wanted.connect(self.inspector.follow)
        self.furniture.tab_wanted.connect(self.inspector.choose)
        page.photos_dropped.connect(self.photos.take_files)
        page.picture_pasted.connect(self._take_picture)
        self._kit.appearance.changed.connect(lambda: page.set_theme(self._kit.appearance.theme))

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QLineEdit | QTextEdit) and not lies_over(new):
            self._in_body = new is self.page
            self.caret_moved.emit()

    def _show_caret(self) -> None:
        marks = self.page.current_marks()
        for command, mark in MARKS.items():
            self._commands[command].setChecked(mark in marks)
        self.style_changed.emit(STYLE_OF.get(self.page.current_kind(), ""))
        self.caret_moved.emit()

    def _toggle(self, mark: Mark) -> None:
        self.page.toggle_mark(mark)
        self._show_caret()

    def _take_picture(self, picture: Picture, block_id: str) -> None:
        self.photos.take_picture(picture.data, picture.name, block_id)

    def _ask_link(self) -> None:
        def link(address: str) -> None:
            self.page.set_link(address or None)

        self._address.ask(self._kit.tr("Link"), self.page.current_link(), link)

    def _ask_embed(self) -> None:
        def embed(address: str) -> None:
            self.page.insert_embed(address)

        self._address.ask(self._kit.tr("Video or page address"), "", embed)

    def _size_of(self, photo: str) -> tuple[int, int] | None:
        known = self._kit.desk.illustrating.photo(photo)
        return (known.width, known.height) if known else None
