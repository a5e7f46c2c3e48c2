"""The command-line shell: find the command, run it, answer with an exit code."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from newsdesk.cli import articles, delivery, demonstration, photos, support
from newsdesk.cli.output import Output, silence
from newsdesk.cli.parser import commands_grammar, early_options, window_grammar
from newsdesk.cli.screen import has_screen
from newsdesk.cli.session import Command, Newsroom, Session, Speech
from newsdesk.desk.wording import Wording
from newsdesk.errors import STOPPED_BY_HAND, BadInput, NewsdeskError, UsageError

COMMANDS: tuple[Command, ...] = (
    *demonstration.COMMANDS,
    *articles.COMMANDS,
    *delivery.COMMANDS,
    *photos.COMMANDS,
    *support.COMMANDS,
)

READER_GONE = 141
"""What a shell reports of a program whose reader (`| head`) has closed the pipe."""

Open = Callable[[Path | None, str | None], Newsroom]
"""Opens a newsroom over a library folder, in a language; None leaves either to environment and settings."""


def run(arguments: Sequence[str], open_newsroom: Open) -> int:
    """Run one command line and return the exit code.

    Without a command the window opens, with the file that is named, if one is.
    """
    early = early_options(arguments)
    newsroom = open_newsroom(early.library, early.lang)
    wording = Wording(newsroom.tr)
    try:
        return _dispatch(arguments, newsroom, wording)
    except NewsdeskError as problem:
        print(wording.error(problem), file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        return STOPPED_BY_HAND
    except BrokenPipeError:
        silence(sys.stdout)
        return READER_GONE
    finally:
        newsroom.close()


def _dispatch(arguments: Sequence[str], newsroom: Newsroom, wording: Wording) -> int:
    names = {command.name for command in COMMANDS} | {"-h", "--help"}
    if not names & set(arguments[:1]):
        return _window(newsroom, window_grammar(newsroom.tr).parse_args(arguments).file)
    given = commands_grammar(COMMANDS, newsroom.tr).parse_args(arguments)
    speech = Speech(newsroom.tr, wording, Output(sys.stdout, sys.stderr, given.json))
    command: Command = given.chosen
    return command.run(Session(given, speech, newsroom, command))


def _window(newsroom: Newsroom, file: Path | None) -> int:
    if file is not None and not _stands(file):
        raise BadInput("file.missing", file=str(file))
    if not has_screen():
        raise UsageError("usage.no_screen")
    return newsroom.window(file)


def _stands(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # a name that no file can have
        return False
