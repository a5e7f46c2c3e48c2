"""Input methods: what they compose stays out of the article until it is committed, and comes as NFC."""

from PySide6.QtGui import QInputMethodEvent

from newsdesk.gui.editor.lines import LINE_BREAK, PLAIN_KINDS, typed
from newsdesk.gui.editor.surface import Surface


def prepare(surface: Surface, event: QInputMethodEvent) -> None:
    """Ready the page for an input method's event, inside `changing()`; the toolkit does the rest.

    A selection that the composition replaces is taken out by our rules, not the toolkit's. A replacement
    (surrounding text) never reaches beyond its own line.
    """
    if event.preeditString() or event.commitString() or event.replacementLength():
        surface.make_room()
    surface.composing = bool(event.preeditString())
    if event.commitString() or event.replacementLength():
        _clean_commit(surface, event)


def _clean_commit(surface: Surface, event: QInputMethodEvent) -> None:
    cursor = surface.textCursor()
    text = typed(event.commitString())
    if surface.lines[cursor.blockNumber()].kind in PLAIN_KINDS:
        text = text.replace(LINE_BREAK, " ")
    before, room = cursor.positionInBlock(), cursor.block().length() - 1
    start = max(-before, min(event.replacementStart(), room - before))
    length = max(0, min(event.replacementStart() + event.replacementLength(), room - before) - start)
    event.setCommitString(text, start, length if event.replacementLength() else 0)
