"""Sections as addresses name them: `/doi-song-xa-hoi/202410/…` belongs to “Đời sống xã hội”."""

from collections.abc import Iterable

from newsdesk.language.slug import section_of_address, slug


def section_in(address: str, sections: Iterable[str]) -> str | None:
    """The first of the section names whose slug is the section of the address."""
    named = section_of_address(address)
    return next((name for name in sections if named and slug(name) == named), None)
