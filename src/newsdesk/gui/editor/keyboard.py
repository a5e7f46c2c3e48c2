"""The keys of the page: typing goes to the toolkit, whatever touches structure to the guards."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from newsdesk.gui.editor.commands import Commands
from newsdesk.gui.editor.edit import caret, on_object
from newsdesk.gui.editor.guards import backspace, delete, enter, indent, line_break
from newsdesk.gui.editor.lines import typed
from newsdesk.gui.editor.marks import link_around
from newsdesk.gui.editor.removal import remove

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Standard = QKeySequence.StandardKey

DELETE_CHARACTER = "\x7f"
COMMANDING = Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
OWN = (
    Standard.Copy,
    Standard.Cut,
    Standard.Paste,
    Standard.SelectAll,
    Standard.DeleteStartOfWord,
    Standard.DeleteEndOfWord,
)
BACK = frozenset({Key.Key_Left, Key.Key_Up})
FORTH = frozenset({Key.Key_Right, Key.Key_Down})
WALKING = BACK | FORTH | {Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown}


class Keyboard:
    """Decides what a key does. `pass_on` gives it to the toolkit, `leave` takes the caret out upwards."""

    def __init__(
        self, surface: Commands, pass_on: Callable[[QKeyEvent], None], leave: Callable[[], None]
    ) -> None:
        self._surface = surface
        self._pass_on = pass_on
        self._leave = leave

    def claims(self, event: QKeyEvent) -> bool:
        """Whether the page wants a key for itself even when a command has it as its shortcut."""
        if not event.modifiers() & COMMANDING or is_typing(event):
            return True
        walking = event.key() in WALKING and not event.modifiers() & Modifier.AltModifier
        return walking or any(event.matches(sequence) for sequence in OWN)

    def press(self, event: QKeyEvent) -> None:
        """Do what the key says."""
        if is_typing(event):
            self._type(event)
            return
        for sequence, action in (
            (Standard.Undo, self._surface.manuscript.undo),
            (Standard.Redo, self._surface.manuscript.redo),
            (Standard.Cut, self._surface.cut),
            (Standard.Paste, self._surface.paste),
        ):
            if event.matches(sequence):
                action()
                return
        self._press_named(event)

    def _press_named(self, event: QKeyEvent) -> None:
        match event.key():
            case Key.Key_Backspace | Key.Key_Delete:
                self._erase(event)
            case Key.Key_Return | Key.Key_Enter:
                self._enter(event)
            case Key.Key_Tab | Key.Key_Backtab:
                self._tab(event)
            case key if key in WALKING:
                self._walk(event)
            case _ if event.modifiers() & COMMANDING and not self.claims(event):
                event.ignore()
            case _:
                with self._surface.changing():
                    self._pass_on(event)

    def _type(self, event: QKeyEvent) -> None:
        surface = self._surface
        with surface.changing(typing=True):
            surface.make_room()
            self._step_out_of_link()
            text = typed(event.text())
            if unicodedata.combining(event.text()[0]):
                self._combine(event.text())
            elif text != event.text():
                surface.textCursor().insertText(text)
            else:
                self._pass_on(event)

    def _combine(self, marks: str) -> None:
        """Some keyboards send a tone mark of its own; it joins the letter before it."""
        cursor = self._surface.textCursor()
        if cursor.atBlockStart():
            cursor.insertText(marks)
            return
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(unicodedata.normalize("NFC", cursor.selectedText() + marks))

    def _step_out_of_link(self) -> None:
        """Text typed at either end of a link is not part of it."""
        surface = self._surface
        line = surface.lines[surface.textCursor().blockNumber()]
        if not any(run.href for run in line.runs):
            return
        offset = surface.selection().caret.offset
        link = link_around(line, offset)
        if link is not None and offset in link[:2]:
            surface.write_with(surface.marks_here())

    def _erase(self, event: QKeyEvent) -> None:
        surface, back = self._surface, event.key() == Key.Key_Backspace
        if event.modifiers() & (Modifier.AltModifier | Modifier.MetaModifier):
            event.ignore()
            return
        go = surface.selection()
        if go.anchor != go.caret:
            surface.carry_out(remove(surface.lines, min(go.anchor, go.caret), max(go.anchor, go.caret)))
            return
        answer = backspace(surface.lines, go.caret) if back else delete(surface.lines, go.caret)
        if back and answer == caret(0, 0):
            self._leave()
        elif answer is not None:
            surface.carry_out(answer)
        else:
            with surface.changing(typing=True):
                self._pass_on(event)

    def _enter(self, event: QKeyEvent) -> None:
        surface = self._surface
        if event.modifiers() & COMMANDING:
            event.ignore()
            return
        with surface.changing():
            go = surface.selection()
            if go.anchor != go.caret and not on_object(surface.lines, go):
                surface.make_room()
                go = surface.selection()
            broken = bool(event.modifiers() & Modifier.ShiftModifier)
            place = min(go.anchor, go.caret)
            surface.carry_out((line_break if broken else enter)(surface.lines, place))

    def _tab(self, event: QKeyEvent) -> None:
        surface, place = self._surface, self._surface.selection().caret
        back = event.key() == Key.Key_Backtab or bool(event.modifiers() & Modifier.ShiftModifier)
        answer = indent(surface.lines, place, -1 if back else 1)
        if answer is None:
            event.ignore()
        else:
            surface.carry_out(answer)

    def _walk(self, event: QKeyEvent) -> None:
        surface, go = self._surface, self._surface.selection()
        if event.modifiers() & Modifier.AltModifier:
            self._move(event)
            return
        bare = not event.modifiers() & (Modifier.ShiftModifier | COMMANDING)
        if bare and on_object(surface.lines, go) and event.key() in BACK | FORTH:
            self._walk_off(go.caret.line, event.key() in FORTH)
        elif bare and event.key() in BACK and self._at_top(event.key()):
            self._leave()
        else:
            self._pass_on(event)
            if not event.modifiers() & Modifier.ShiftModifier:
                surface.go(surface.selection())

    def _move(self, event: QKeyEvent) -> None:
        """Alt with Up or Down moves the block."""
        if event.key() not in (Key.Key_Up, Key.Key_Down):
            event.ignore()
            return
        self._surface.move_block(1 if event.key() == Key.Key_Down else -1)

    def _walk_off(self, line: int, forth: bool) -> None:
        """From an object to the line beside it."""
        surface = self._surface
        if forth and line + 1 < len(surface.lines):
            surface.go(caret(line + 1, 0))
        elif not forth and line:
            surface.go(caret(line - 1, surface.lines[line - 1].length))
        elif not forth:
            self._leave()

    def _at_top(self, key: int) -> bool:
        cursor = self._surface.textCursor()
        if cursor.hasSelection() or cursor.blockNumber() > 0:
            return False
        if key == Key.Key_Left:
            return cursor.atStart()
        return not cursor.movePosition(QTextCursor.MoveOperation.Up)


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key puts text in; AltGr counts as Ctrl+Alt on some systems."""
    text, held = event.text(), event.modifiers() & COMMANDING
    if not text or text[0] < " " or text == DELETE_CHARACTER:
        return False
    return not held or held == (Modifier.ControlModifier | Modifier.AltModifier)
