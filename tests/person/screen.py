"""A screen nobody sees, with a window manager, and a person's hands on keyboard and mouse."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from person.letters import teach

T = TypeVar("T")
NEEDED = ("Xvfb", "xkbcomp", "openbox", "xdotool", "import")
SIZE = (1440, 900)
PATIENCE = 20.0
BETWEEN_KEYS = "12"
"""Milliseconds."""


def missing_programs() -> list[str]:
    """Which programs a screen needs and this machine lacks."""
    return [program for program in NEEDED if shutil.which(program) is None]


def wait_for(what: str, condition: Callable[[], T | None], patience: float = PATIENCE) -> T:
    """Ask again and again until the answer is true, and return it."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if answer := condition():
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited {patience:.0f} s in vain for {what}")


class Screen:
    """The server picks a free display. Pictures taken of it go to `artefacts`."""

    def __init__(self, artefacts: Path, size: tuple[int, int] = SIZE) -> None:
        self._artefacts = artefacts
        self._artefacts.mkdir(parents=True, exist_ok=True)
        width, height = size
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._server.stdout is not None
        self.display = f":{self._server.stdout.readline().strip()}"
        self._manager = subprocess.Popen(["openbox"], env=self.environment, stderr=subprocess.DEVNULL)

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program needs to come up on this screen."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}

    def await_manager(self) -> None:
        """Have windows managed from now on, and a keyboard with Vietnamese letters."""
        wait_for("the window manager", lambda: self._ask("get_num_desktops"))
        teach(self.display, self.environment)

    def active(self) -> str:
        """The window that has the keyboard."""
        return self._ask("getactivewindow")

    def windows(self, process: int) -> list[str]:
        """The windows of a program that can be seen, popups too."""
        return self._ask("search", "--onlyvisible", "--pid", str(process)).split()

    def other_window(self, window: str) -> str:
        """The window that has the keyboard, once it is another one."""
        return wait_for("a dialog", lambda: self.active().replace(window, ""))

    def fill_with(self, window: str) -> None:
        """Make a window as big as the screen."""
        self.do("windowsize", "--sync", window, *map(str, SIZE))
        self.do("windowmove", window, "0", "0", "windowactivate", "--sync", window)

    def write(self, text: str) -> None:
        """Letter by letter."""
        self.do("type", "--delay", BETWEEN_KEYS, "--", text)

    def press(self, *keys: str) -> None:
        """Keys as xdotool names them: `Return`, `ctrl+b`."""
        self.do("key", "--delay", BETWEEN_KEYS, *keys)

    def click(self, x: int, y: int) -> None:
        """With the left button."""
        self.do("mousemove", str(x), str(y), "click", "1")

    def picture(self, name: str) -> Path:
        """What the screen shows now."""
        file = self._artefacts / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(file)], env=self.environment, check=True)
        return file

    def do(self, *words: str) -> None:
        """Something that xdotool can do."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=60)

    def _ask(self, *words: str) -> str:
        answer = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True)
        return answer.stdout.strip() if answer.returncode == 0 else ""

    def close(self) -> None:
        """Switch it off."""
        for program in (self._manager, self._server):
            program.terminate()
            program.wait(timeout=10)
        if self._server.stdout is not None:
            self._server.stdout.close()

    def __enter__(self) -> Self:
        with ExitStack() as failing:
            failing.callback(self.close)
            self.await_manager()
            failing.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
