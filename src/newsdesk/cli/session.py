"""What a command is given, and what a command is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from newsdesk.cli.output import Output
from newsdesk.desk.darkroom import Darkroom
from newsdesk.desk.desk import Desk
from newsdesk.desk.wording import Wording
from newsdesk.system.locale import Translator

if TYPE_CHECKING:
    from newsdesk.desk.diagnosing import Diagnosing


class Access(Enum):
    """What a command does to the library: it reads it, or it may change it."""

    READ = auto()
    WRITE = auto()


class RunningCms(Protocol):
    """A demonstration CMS that listens."""

    @property
    def url(self) -> str:
        """Its address."""

    @property
    def user(self) -> str:
        """Who may sign in."""

    @property
    def token(self) -> str:
        """What to sign in with."""

    def close(self) -> None:
        """Stop listening."""


class Newsroom(Protocol):
    """Everything a shell can be given. Each part is opened when it is first asked for."""

    @property
    def tr(self) -> Translator:
        """The chosen language."""

    def desk(self, *, write: bool) -> Desk:
        """The use cases over the chosen library."""

    def darkroom(self) -> Darkroom:
        """Photos, without a library."""

    def diagnosing(self) -> "Diagnosing":
        """The state of this installation."""

    def demonstration_cms(self, folder: Path, port: int) -> RunningCms:
        """A CMS to try things on, on this machine only."""

    def turn_into_demonstration(self) -> Path:
        """Work in a library of its own, with tokens in memory only; answers where a CMS may keep its data."""

    def hand_over(self, file: Path | None) -> bool:
        """Have a window that is open on the chosen library come forward with `file`; False without one."""

    def window(self, file: Path | None) -> int:
        """Open the window and stay until it is closed; the answer is the exit code."""

    def sample(self) -> Path:
        """The folder of the sample piece."""

    def close(self) -> None:
        """Let go of everything that was opened."""


@dataclass(frozen=True, slots=True)
class Speech:
    """How a command talks: its words and its streams."""

    tr: Translator
    wording: Wording
    out: Output


@dataclass(frozen=True, slots=True)
class Session:
    """One run of one command."""

    arguments: Namespace
    speech: Speech
    newsroom: Newsroom
    command: "Command"

    @property
    def out(self) -> Output:
        """Where results and messages go."""
        return self.speech.out

    @property
    def desk(self) -> Desk:
        """The desk, opened as the command needs it."""
        return self.newsroom.desk(write=self.command.access is Access.WRITE)


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the table: its words are source texts, translated when they are shown."""

    name: str
    summary: str
    example: str
    arguments: Callable[[ArgumentParser, Translator], None]
    run: Callable[[Session], int]
    access: Access = Access.WRITE
