"""The real program as a reporter starts it, and the command line beside it as a second pair of eyes."""

import json
import re
import subprocess
import sys
import urllib.request
from contextlib import ExitStack
from html import unescape
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from person.screen import Screen, wait_for

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


class Program:
    """`newsdesk demo` on a screen, over a library in `folder`, with settings of its own."""

    def __init__(self, screen: Screen, folder: Path, **settings: Any) -> None:
        self.library = folder / "library"
        self._settings = folder / "config" / "newsdesk" / "settings.json"
        self._settings.parent.mkdir(parents=True)
        chosen = {"language": "vi", "theme": "light", "welcomed": True, **settings}
        self._settings.write_text(json.dumps(chosen), encoding="utf-8")
        self._environment = {
            **screen.environment,
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
        }
        self._log = folder / "program.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "newsdesk", "demo", "--library", str(self.library)],
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        self._screen = screen
        self.window = ""

    def windows(self) -> list[str]:
        """Its windows on the screen, popups too."""
        return self._screen.windows(self._process.pid)

    @property
    def log(self) -> str:
        """What the program has said."""
        return self._log.read_text(encoding="utf-8")

    def newsdesk(self, *words: str) -> Any:
        """The JSON that a command prints."""
        answer = subprocess.run(
            [sys.executable, "-m", "newsdesk", *words, "--json", "--library", str(self.library)],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return json.loads(answer.stdout)

    def rows(self) -> list[dict[str, Any]]:
        """The library, newest first."""
        rows: list[dict[str, Any]] = self.newsdesk("list")["articles"]
        return rows

    def article(self, article_id: str) -> dict[str, Any]:
        """An article as it is on the disk."""
        found: dict[str, Any] = self.newsdesk("show", article_id)
        return found

    def page(self, path: str = "/") -> str:
        """A public page of the demonstration CMS."""
        found = ADDRESS.search(self.log)
        assert found is not None, self.log
        with urllib.request.urlopen(found[0] + path, timeout=20) as answer:
            return str(answer.read().decode("utf-8"))

    def address_of(self, headline: str) -> str | None:
        """The path of the public page of a piece, once it is published."""
        for path, text in re.findall(r'<a[^>]*href="([^"]+)"[^>]*>(.*?)</a>', self.page(), re.DOTALL):
            if headline in unescape(re.sub(r"<[^>]+>", "", text)):
                return str(path)
        return None

    def close(self) -> int:
        """Close the window as a person does; the answer is the exit code."""
        self._screen.press("ctrl+q")
        return self._process.wait(timeout=30)

    def stop(self) -> None:
        """End it if it still runs."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait(timeout=20)

    def __enter__(self) -> Self:
        with ExitStack() as failing:
            failing.callback(self.stop)
            self.window = wait_for("the window", self.windows)[-1]
            self._screen.fill_with(self.window)
            failing.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
