"""The sample station: its name, sections, tags, people and accounts, read from a file under resources."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdesk.demo.accounts import Account


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the public site."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Site:
    """What the sample station is called and what it starts with. `terms` are documents by kind of list."""

    name: str
    short_name: str
    motto: str
    address: str
    timezone: str
    accounts: tuple[Account, ...]
    terms: dict[str, tuple[dict[str, Any], ...]]

    def sections(self) -> tuple[Section, ...]:
        """The sections a piece can stand in, in the order of the site."""
        return tuple(
            Section(item["name"], item["slug"]) for item in self.terms["categories"] if item["assignable"]
        )


def read_site(path: Path) -> Site:
    """The site in a file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Site(
        name=data["name"],
        short_name=data["shortName"],
        motto=data["motto"],
        address=data["address"],
        timezone=data["timezone"],
        accounts=tuple(
            Account(item["user"], item["name"], item["person"], tuple(item["capabilities"]))
            for item in data["accounts"]
        ),
        terms={kind: tuple(data[kind]) for kind in ("categories", "tags", "people")},
    )
