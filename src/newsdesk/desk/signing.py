"""Signing an article: names as the newsroom writes them, and the people behind them."""

from dataclasses import dataclass

from newsdesk.article.model import Byline, Role
from newsdesk.language.folding import fold
from newsdesk.language.names import split_names
from newsdesk.library.directory import PERSON, Directory


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the CMS's directory who may sign."""

    id: str
    name: str
    pen_name: str
    role: str
    destination: str


class Signing:
    """Turns what a reporter types or pastes into bylines."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def bylines_of(self, text: str) -> tuple[Byline, ...]:
        """One byline a name, in order; names the directory knows carry their person."""
        known = {fold(person.name): person for person in self.people("")}
        return tuple(self._byline(name, known.get(fold(name))) for name in split_names(text))

    def people(self, query: str) -> tuple[Person, ...]:
        """People whose name, or the initials of it, begins with what was typed; marks do not matter."""
        wanted = fold(query).strip()
        return tuple(person for person in self._everybody() if _matches(fold(person.name), wanted))

    @staticmethod
    def _byline(name: str, person: Person | None) -> Byline:
        same = person is not None and person.name == name
        return Byline(name=name, role=Role.REPORTER, person=person.id if person and same else None)

    def _everybody(self) -> list[Person]:
        return [
            Person(entry.id, entry.name, entry.pen_name, entry.role, destination.name)
            for destination in self._directory.destinations()
            for entry in self._directory.entries(destination.name, PERSON)
        ]


def _matches(name: str, wanted: str) -> bool:
    if not wanted:
        return True
    words = name.split()
    initials = "".join(word[0] for word in words)
    return wanted.replace(" ", "") in initials or any(
        " ".join(words[start:]).startswith(wanted) for start in range(len(words))
    )
