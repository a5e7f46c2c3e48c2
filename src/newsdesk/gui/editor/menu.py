"""The menu under the right mouse button. The toolkit's own would cut figures in half."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from newsdesk.gui.editor.exchange import Exchange
from newsdesk.system.locale import N_, Translator

Standard = QKeySequence.StandardKey

UNDO, REDO, CUT, COPY = N_("Undo"), N_("Redo"), N_("Cut"), N_("Copy")
PASTE, PASTE_PLAIN, SELECT_ALL = N_("Paste"), N_("Paste as plain text"), N_("Select all")


def menu_of(page: Exchange, tr: Translator) -> QMenu:
    """A menu for what the page can do at this moment."""
    menu = QMenu(page)

    def add(text: str, action: Callable[[], object], possible: bool, key: Standard | None = None) -> None:
        entry = menu.addAction(tr(text))
        entry.triggered.connect(lambda: action())
        entry.setEnabled(possible)
        if key is not None:
            # Only shown: the key itself is the window's or the page's.
            entry.setShortcut(QKeySequence(key))

    selected, history = page.textCursor().hasSelection(), page.manuscript
    add(UNDO, history.undo, history.can_undo, Standard.Undo)
    add(REDO, history.redo, history.can_redo, Standard.Redo)
    menu.addSeparator()
    add(CUT, page.cut, selected, Standard.Cut)
    add(COPY, page.copy, selected, Standard.Copy)
    add(PASTE, page.paste, page.canPaste(), Standard.Paste)
    add(PASTE_PLAIN, page.paste_plain, page.canPaste())
    menu.addSeparator()
    add(SELECT_ALL, page.selectAll, True, Standard.SelectAll)
    return menu
