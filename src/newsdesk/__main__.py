"""Picks the shell: the desktop window, or the command line."""

import multiprocessing
import sys
from collections.abc import Sequence

from newsdesk.bootstrap import Newsroom
from newsdesk.cli.main import run


def main(arguments: Sequence[str] | None = None) -> int:
    """Run newsdesk and return its exit code."""
    multiprocessing.freeze_support()
    return run(sys.argv[1:] if arguments is None else arguments, Newsroom.from_environment)


if __name__ == "__main__":
    sys.exit(main())
