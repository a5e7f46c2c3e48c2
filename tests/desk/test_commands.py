"""The command table: every command can be told apart, and no key means two things."""

import re
from collections import Counter

from newsdesk.desk.commands import (
    COMMANDS,
    HABITS,
    MENU_TITLES,
    REASONS,
    STYLES,
    Menu,
    When,
    hindrance,
)


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(command.id for command in COMMANDS).items() if count > 1] == []


def test_no_key_has_two_meanings() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_keys_are_portable() -> None:
    pattern = re.compile(r"(Ctrl\+)?(Shift\+)?(Alt\+)?(\w+|[=,/])|Ctrl\+Alt\+\d")
    odd = [key for command in COMMANDS for key in command.keys if not pattern.fullmatch(key)]
    assert odd == []


def test_titles_are_unique_within_a_menu() -> None:
    titles = Counter((command.menu, command.title) for command in COMMANDS)
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_menu_has_a_title_and_a_command() -> None:
    assert set(MENU_TITLES) == set(Menu) == {command.menu for command in COMMANDS}


def test_styles_begin_with_the_plain_paragraph() -> None:
    assert STYLES[0].id == "style.paragraph"


def test_every_condition_has_its_reason() -> None:
    assert set(REASONS) == set(When)


def test_what_is_possible_has_no_hindrance() -> None:
    assert [when for when in When if hindrance(when, frozenset(When))] == []


def test_the_first_thing_to_do_is_told_first() -> None:
    """Without an article, to put the caret into its text would be bad advice."""
    assert hindrance(When.WRITING, {When.ALWAYS, When.OPEN}) == REASONS[When.WRITING]
    assert hindrance(When.WRITING, {When.ALWAYS}) == REASONS[When.OPEN]
    assert hindrance(When.CAN_UNDO, {When.ALWAYS, When.OPEN}) == REASONS[When.CAN_UNDO]
    assert hindrance(When.ALWAYS, frozenset()) == REASONS[When.ALWAYS]


def test_no_habit_has_the_key_of_a_command() -> None:
    commanded = {key for command in COMMANDS for key in command.keys}
    assert [habit for habit in HABITS if commanded & set(habit.keys)] == []
