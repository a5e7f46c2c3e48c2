"""Picks the shell: the desktop window, or the command line.

Each process that decodes photos imports this module once more and needs nothing of the program behind it:
therefore everything else is imported inside the functions. A window is on the screen before the rest of
the program is loaded.
"""

import gc
import io
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.cli.wish import Wish


def main(arguments: Sequence[str] | None = None) -> int:
    """Run newsdesk and return its exit code."""
    if hasattr(sys, "frozen"):  # only there does a photo process start here; others need not load this
        from multiprocessing import freeze_support

        freeze_support()
    from newsdesk.cli.screen import has_screen
    from newsdesk.cli.wish import wish_for_window

    _speak_utf8()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        wish = wish_for_window(given)
        if wish is not None and has_screen():
            return _start_with_frame(wish, given)
        return _run(given)
    except KeyboardInterrupt:  # before there was a command that could have heard it
        from newsdesk.errors import STOPPED_BY_HAND

        return STOPPED_BY_HAND


def _run(arguments: Sequence[str]) -> int:
    from newsdesk.bootstrap import Newsroom
    from newsdesk.cli.main import run

    return run(arguments, Newsroom.from_environment)


def _start_with_frame(wish: "Wish", arguments: Sequence[str]) -> int:
    """Have the window of the same library come forward, or else show a frame and have it filled."""
    gc.disable()  # What a start makes stays: looking through it again and again finds no garbage.
    from newsdesk.system.interrupt import Interrupt
    from newsdesk.system.paths import resources
    from newsdesk.system.surroundings import Surroundings

    around = Surroundings.found(wish.library, wish.language)
    with Interrupt() as interrupt:
        from newsdesk.gui.frame import Application, Frame
        from newsdesk.gui.instance import hand_over

        if hand_over(around.library, wish.file):
            return 0
        frame = Frame(Application(resources()), around.settings)
        if not frame.show_outline():
            return 0
        from newsdesk.gui.alarm import closing

        with closing(frame, interrupt):
            from newsdesk.bootstrap import Newsroom
            from newsdesk.cli.main import run

            return run(arguments, lambda _library, _language: Newsroom.within(around, frame))


def _speak_utf8() -> None:
    """Print UTF-8 everywhere: a pipe on Windows, or a POSIX locale, would not take Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
