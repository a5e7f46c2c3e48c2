"""The command line's grammar, made from the command table and spoken in the reader's language."""

import re
from argparse import ArgumentError, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from newsdesk.cli.session import Command
from newsdesk.errors import UsageError
from newsdesk.system.locale import LANGUAGES, Translator

COMPLAINTS = {
    r"the following arguments are required: (?P<names>.+)": "usage.missing",
    r"unrecognized arguments: (?P<names>.+)": "usage.unknown",
    r"argument (?P<name>[^:]+): invalid choice: '?(?P<value>.*?)'? \(choose from .*\)": "usage.choice",
}
"""What argparse says in English only, and our own codes for it."""


class Grammar(ArgumentParser):
    """A parser that raises instead of printing, so that the sentence comes from the catalogues."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            UsageError: always.
        """
        for pattern, code in COMPLAINTS.items():
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                raise UsageError(code, command=self.prog, **found.groupdict())
        raise UsageError("usage.not_understood", command=self.prog, detail=message)


class SpokenHelp(HelpFormatter):
    """Help whose own words come from the catalogues."""

    def __init__(self, prog: str, *, tr: Translator, **options: Any) -> None:
        super().__init__(prog, **options)
        self._tr = tr

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage line."""
        super().add_usage(usage, actions, groups, self._tr("usage: ") if prefix is None else prefix)


def early_options(arguments: Sequence[str]) -> Namespace:
    """The library and the language, which must be known before anything else can be explained."""
    early = ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--library", type=Path)
    early.add_argument("--lang", choices=LANGUAGES)
    try:
        return early.parse_known_args(arguments)[0]
    except ArgumentError:
        return Namespace(library=None, lang=None)


def window_grammar(tr: Translator) -> Grammar:
    """What may follow `newsdesk` when no command does."""
    grammar = Grammar(prog="newsdesk", add_help=False)
    grammar.add_argument("file", metavar="FILE", nargs="?", type=Path)
    _common_arguments(grammar, tr)
    return grammar


def commands_grammar(commands: Sequence[Command], tr: Translator) -> Grammar:
    """The grammar of all commands."""
    shown: Any = partial(SpokenHelp, tr=tr)
    grammar = Grammar(
        prog="newsdesk",
        description=tr("Write articles, review them in Word, send them to the CMS once."),
        epilog=tr("Without a command, `newsdesk [FILE]` opens the window."),
        formatter_class=shown,
        add_help=False,
    )
    group = grammar.add_argument_group(tr("for every command"))
    group.add_argument("-h", "--help", action="help", help=tr("show this help"))
    table = grammar.add_subparsers(
        metavar=tr("COMMAND"), title=tr("commands"), required=True, parser_class=Grammar
    )
    for command in commands:
        parser = table.add_parser(
            command.name,
            help=tr(command.summary),
            description=tr(command.summary),
            epilog=tr("Example: {command}", command=command.example),
            formatter_class=shown,
            add_help=False,
        )
        command.arguments(parser, tr)
        _common_arguments(parser, tr)
        parser.set_defaults(chosen=command)
    return grammar


def _common_arguments(parser: ArgumentParser, tr: Translator) -> None:
    group = parser.add_argument_group(tr("for every command"))
    group.add_argument(
        "--library", metavar="DIR", type=Path, help=tr("the library folder (or NEWSDESK_LIBRARY)")
    )
    group.add_argument("--json", action="store_true", help=tr("print the result as JSON"))
    group.add_argument("--lang", choices=LANGUAGES, help=tr("language of the messages"))
    group.add_argument("-h", "--help", action="help", help=tr("show this help"))
