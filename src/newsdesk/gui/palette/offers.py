"""Where the entries of the palette come from: the command table, the open article, the library."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Final

from newsdesk.desk.commands import COMMANDS, MENU_TITLES, When, hindrance
from newsdesk.desk.outline import Landmark, Stop, outline
from newsdesk.desk.searching import ArticleRow
from newsdesk.gui.actions import Actions, key_of
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.gui.moments import when
from newsdesk.gui.palette.entries import Entry, Shelf
from newsdesk.system.locale import N_

SELF: Final = "view.palette"
SHELVES: Final = (N_("Commands"), N_("In this article"), N_("Articles"))
LANDMARKS: Final = {Landmark.HEADING: N_("Heading"), Landmark.SUBHEADING: N_("Subheading")}
WRITING: Final = ("style.", "insert.")
"""How the ids of commands begin that make something where the caret is."""

Go = Callable[[str], None]


class Offers:
    """Makes entries in the chosen language, as things are at this moment."""

    def __init__(
        self, kit: Kit, manuscript: Manuscript, actions: Actions, to_article: Go, to_block: Go
    ) -> None:
        self._kit = kit
        self._manuscript = manuscript
        self._actions = actions
        self._to_article = to_article
        self._to_block = to_block

    def shelves(self) -> tuple[str, ...]:
        """The names of the shelves."""
        return tuple(self._kit.tr(title) for title in SHELVES)

    def commands(self) -> tuple[Entry, ...]:
        """Every command of the table; those that cannot run say why."""
        tr, held = self._kit.tr, self._actions.allowed
        return tuple(
            Entry(
                command.id,
                Shelf.COMMANDS,
                tr(MENU_TITLES[command.menu]),
                self._actions[command.id].text(),
                command.icon,
                self._actions[command.id].trigger,
                also=command.title,
                key=key_of(self._actions[command.id]),
                reason=tr(hindrance(command.when, held)),
            )
            for command in COMMANDS
            if command.id != SELF
        )

    def places(self) -> tuple[Entry, ...]:
        """The crossheads and photos of the open article."""
        if When.OPEN not in self._actions.allowed:
            return ()
        return tuple(self._place(stop) for stop in outline(self._manuscript.article))

    def articles(self, rows: Iterable[ArticleRow]) -> tuple[Entry, ...]:
        """Articles that the library found, but for the open one."""
        here = self._manuscript.article.id if When.OPEN in self._actions.allowed else ""
        return tuple(self._article(row) for row in rows if row.id != here)

    def _place(self, stop: Stop) -> Entry:
        tr = self._kit.tr
        photo = stop.landmark is Landmark.PHOTO
        what = tr("Photo {number}", number=stop.number) if photo else tr(LANDMARKS[stop.landmark])
        return Entry(
            f"block:{stop.block}",
            Shelf.PLACES,
            tr(SHELVES[Shelf.PLACES]),
            stop.title or what,
            stop.landmark.value,
            partial(self._to_block, stop.block),
            also=what if stop.title else "",
            detail=what if stop.title else tr("No caption yet"),
        )

    def _article(self, row: ArticleRow) -> Entry:
        tr, wording = self._kit.tr, self._kit.wording
        return Entry(
            f"article:{row.id}",
            Shelf.LIBRARY,
            tr(SHELVES[Shelf.LIBRARY]),
            row.title or tr("No headline yet"),
            "page",
            partial(self._to_article, row.id),
            detail=f"{wording.status(row.status)} · {when(row.saved_at, datetime.now(UTC), tr)}",
        )
