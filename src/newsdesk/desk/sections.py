"""Sections as addresses name them: `/doi-song-xa-hoi/202410/…` belongs to “Đời sống xã hội”."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from newsdesk.language.slug import slug


def section_in(address: str, sections: Iterable[str]) -> str | None:
    """The first of the section names whose slug is a part of the address's path."""
    parts = urlsplit(address).path.split("/")
    return next((name for name in sections if slug(name) in parts), None)
