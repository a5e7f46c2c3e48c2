"""Picks the shell: the desktop window, or the command line.

Each process that decodes photos imports this module once more and needs nothing of the program behind it:
therefore everything else is imported inside `main`.
"""

import io
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run newsdesk and return its exit code."""
    if hasattr(sys, "frozen"):  # only there does a photo process start here; others need not load this
        from multiprocessing import freeze_support

        freeze_support()
    from newsdesk.bootstrap import Newsroom
    from newsdesk.cli.main import run

    _speak_utf8()
    return run(sys.argv[1:] if arguments is None else arguments, Newsroom.from_environment)


def _speak_utf8() -> None:
    """Print UTF-8 everywhere: a pipe on Windows, or a POSIX locale, would not take Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
