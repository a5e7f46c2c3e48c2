"""The header of the page and the panels of the inspector, made for one manuscript."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame

from newsdesk.gui.editor.bylines import BylineBar
from newsdesk.gui.editor.front import Front
from newsdesk.gui.editor.page import Page
from newsdesk.gui.editor.previews import Previews
from newsdesk.gui.inspector import PHOTO, Tab
from newsdesk.gui.kit import Kit
from newsdesk.gui.manuscript import Manuscript
from newsdesk.system.locale import N_


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the text of the open piece."""

    tabs: tuple[Tab, ...]
    front: Front

    def begin(self) -> None:
        """Give the caret to the headline."""
        self.front.begin()

    def retranslate(self) -> None:
        """Say all words again."""
        self.front.retranslate()


def furnish(kit: Kit, manuscript: Manuscript, page: Page, previews: Previews) -> Furniture:
    """Make header and panels, and wire them to the page."""
    front = Front(manuscript, kit.tr, BylineBar(kit, manuscript), kit.desk.checking.limits)
    front.left_downwards.connect(page.enter_from_above)
    page.left_upwards.connect(front.enter_from_below)
    page.set_front(front)
    return Furniture((Tab("article", N_("Article"), QFrame()), Tab(PHOTO, N_("Photo"), QFrame())), front)
