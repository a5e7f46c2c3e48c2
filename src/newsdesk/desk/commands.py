"""What a reporter can tell the window to do, as data: menus, toolbar and keys derive from this table."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from newsdesk.system.locale import N_


class When(StrEnum):
    """What must be so for a command to be possible."""

    ALWAYS = "always"
    OPEN = "open"
    WRITING = "writing"
    CAN_UNDO = "can_undo"
    CAN_REDO = "can_redo"


REASONS: Final = {
    When.ALWAYS: N_("Close what lies over the page first."),
    When.OPEN: N_("Open an article first."),
    When.WRITING: N_("Put the caret into the text of the article first."),
    When.CAN_UNDO: N_("There is nothing to undo."),
    When.CAN_REDO: N_("There is nothing to redo."),
}
"""What to do, or what is so, where a condition does not hold."""


class Menu(StrEnum):
    """Where a command stands in the menu, in this order."""

    PIECE = "piece"
    EDIT = "edit"
    STYLE = "style"
    INSERT = "insert"
    VIEW = "view"
    PROGRAM = "program"


MENU_TITLES: Final = {
    Menu.PIECE: N_("Article"),
    Menu.EDIT: N_("Edit"),
    Menu.STYLE: N_("Style"),
    Menu.INSERT: N_("Insert"),
    Menu.VIEW: N_("View"),
    Menu.PROGRAM: N_("Program"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `keys` are portable key names, the first one is shown; `icon` may be empty."""

    id: str
    title: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    when: When = When.ALWAYS


COMMANDS: Final = (
    Command("piece.new", N_("New article"), Menu.PIECE, ("Ctrl+N",), "plus"),
    Command("piece.import", N_("Open a file…"), Menu.PIECE, ("Ctrl+O",), "folder"),
    Command("piece.export", N_("Export DOCX"), Menu.PIECE, ("Ctrl+E",), "export", When.OPEN),
    Command(
        "piece.send", N_("Send to the CMS"), Menu.PIECE, ("Ctrl+Return", "Ctrl+Enter"), "send", When.OPEN
    ),
    Command("piece.trash", N_("Move to the trash"), Menu.PIECE, (), "trash", When.OPEN),
    Command("edit.undo", N_("Undo"), Menu.EDIT, ("Ctrl+Z",), "undo", When.CAN_UNDO),
    Command("edit.redo", N_("Redo"), Menu.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", When.CAN_REDO),
    Command("edit.paste_plain", N_("Paste as plain text"), Menu.EDIT, ("Ctrl+Shift+V",), "", When.WRITING),
    Command("edit.find", N_("Find in the article"), Menu.EDIT, ("Ctrl+F",), "search", When.OPEN),
    Command("edit.replace", N_("Find and replace"), Menu.EDIT, ("Ctrl+H",), "replace", When.OPEN),
    Command("edit.find_next", N_("Find next"), Menu.EDIT, ("F3",), "chevron_down", When.OPEN),
    Command("edit.find_previous", N_("Find previous"), Menu.EDIT, ("Shift+F3",), "chevron_up", When.OPEN),
    Command("mark.bold", N_("Bold"), Menu.STYLE, ("Ctrl+B",), "bold", When.WRITING),
    Command("mark.italic", N_("Italic"), Menu.STYLE, ("Ctrl+I",), "italic", When.WRITING),
    Command(
        "mark.superscript", N_("Superscript"), Menu.STYLE, ("Ctrl+Shift+=",), "superscript", When.WRITING
    ),
    Command("mark.subscript", N_("Subscript"), Menu.STYLE, ("Ctrl+=",), "subscript", When.WRITING),
    Command("mark.link", N_("Link"), Menu.STYLE, ("Ctrl+L",), "link", When.WRITING),
    Command("style.paragraph", N_("Paragraph"), Menu.STYLE, ("Ctrl+Alt+0",), "paragraph", When.WRITING),
    Command("style.heading", N_("Heading"), Menu.STYLE, ("Ctrl+Alt+1",), "heading", When.WRITING),
    Command("style.subheading", N_("Subheading"), Menu.STYLE, ("Ctrl+Alt+2",), "subheading", When.WRITING),
    Command("style.quote", N_("Quote"), Menu.STYLE, ("Ctrl+Alt+3",), "quote", When.WRITING),
    Command("style.list", N_("List"), Menu.STYLE, ("Ctrl+Alt+4",), "list", When.WRITING),
    Command("style.numbers", N_("Numbered list"), Menu.STYLE, ("Ctrl+Alt+5",), "numbers", When.WRITING),
    Command("style.box", N_("Fact box"), Menu.STYLE, ("Ctrl+Alt+6",), "box", When.WRITING),
    Command("insert.photo", N_("Insert photos…"), Menu.INSERT, ("Ctrl+Shift+P",), "photo", When.OPEN),
    Command("insert.divider", N_("Divider"), Menu.INSERT, (), "divider", When.WRITING),
    Command("insert.embed", N_("Video or page address…"), Menu.INSERT, (), "open", When.WRITING),
    Command("view.library", N_("Search the library"), Menu.VIEW, ("Ctrl+Shift+L",), "search"),
    Command(
        "view.inspector", N_("Article details"), Menu.VIEW, ("Ctrl+Shift+I",), "columns_right", When.OPEN
    ),
    Command("view.checks", N_("Checks"), Menu.VIEW, ("F7",), "check", When.OPEN),
    Command("view.focus", N_("Focus mode"), Menu.VIEW, ("F9",), "focus"),
    Command("view.palette", N_("Find a command…"), Menu.VIEW, ("Ctrl+K",), "command"),
    Command("view.outbox", N_("Outbox"), Menu.VIEW, ("Ctrl+Shift+O",), "outbox"),
    Command("program.preferences", N_("Preferences"), Menu.PROGRAM, ("Ctrl+,",), "gear"),
    Command("program.keys", N_("Keyboard shortcuts"), Menu.PROGRAM, ("F1", "Ctrl+/"), "keyboard"),
    Command("program.quit", N_("Quit"), Menu.PROGRAM, ("Ctrl+Q",)),
)

STYLES: Final = tuple(command for command in COMMANDS if command.id.startswith("style."))


@dataclass(frozen=True, slots=True)
class Habit:
    """Something that is done by keys alone, where the caret is; `keys` are portable key names."""

    title: str
    keys: tuple[str, ...]


HABITS_TITLE: Final = N_("While writing")
HABITS: Final = (
    Habit(N_("Move the paragraph or photo"), ("Alt+Up", "Alt+Down")),
    Habit(N_("New line in the same paragraph"), ("Shift+Return",)),
    Habit(N_("List item one step in or out"), ("Tab", "Shift+Tab")),
    Habit(N_("Move an author in the order"), ("Alt+Left", "Alt+Right")),
)
"""Keys that the page and the bylines know by themselves; no command stands for them."""


def hindrance(when: When, conditions: AbstractSet[When]) -> str:
    """Why something cannot be done under these conditions, as a source text; empty when it can."""
    if when in conditions:
        return ""
    lacking = (each for each in (When.ALWAYS, When.OPEN) if each not in conditions)
    return REASONS[next(lacking, when)]
