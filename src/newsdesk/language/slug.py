"""Addresses as the station's site makes them from headlines."""

import re
from urllib.parse import unquote, urlsplit

from newsdesk.language.folding import fold

_BETWEEN = re.compile("[^a-z0-9]+")
_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_CMS_SUFFIX = re.compile(r"-(?:[0-9a-f]{7}|(?:post|d|a|p|i)?\d{4,})$")
_MONTH = re.compile(r"\d{4,8}")
_ENDING = re.compile(r"\.(?:html?|aspx?|php|vov|vnp|chn)$")


def slug(text: str) -> str:
    """The text in lower-case ASCII letters and digits, with single hyphens between: `dong-van-toa-dam`."""
    return _BETWEEN.sub("-", fold(text)).strip("-")


def is_slug(text: str) -> bool:
    """Whether the text can stand in an address as it is."""
    return _SLUG.fullmatch(text) is not None


def slug_of_address(address: str) -> str:
    """The slug inside a published address, without the number its CMS added; empty when there is none.

    It hints at a headline and never is one: marks and capitals are lost in it.
    """
    segments = _segments(address)
    if not segments:
        return ""
    stem = _CMS_SUFFIX.sub("", _ENDING.sub("", segments[-1]))
    return stem if is_slug(stem) and stem.count("-") >= 2 else ""


def section_of_address(address: str) -> str:
    """The slug of the section that a published address stands under; empty when it names none."""
    names = [segment for segment in _segments(address)[:-1] if not _MONTH.fullmatch(segment)]
    return names[-1] if names and is_slug(names[-1]) else ""


def _segments(address: str) -> list[str]:
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return []
    return [segment for segment in path.lower().split("/") if segment]
