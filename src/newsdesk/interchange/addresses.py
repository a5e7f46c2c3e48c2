"""Web addresses inside text: which may be linked, and where they end."""

import re
from urllib.parse import urlsplit

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'|“”]+", re.IGNORECASE)
SCHEMES = frozenset({"http", "https", "mailto"})

_VIDEO_HOSTS = re.compile(
    r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|facebook\.com|fb\.watch|tiktok\.com)$"
)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f]")


def link_target(address: str) -> str | None:
    """The address when it may be linked (http, https, mailto), else None.

    Browsers skip blanks and control characters inside a scheme, so they are taken out before it is judged.
    """
    seen = _INVISIBLE.sub("", address)
    try:
        parts = urlsplit(seen)
    except ValueError:
        return None
    if parts.scheme.lower() not in SCHEMES:
        return None
    return seen if parts.netloc or parts.scheme.lower() == "mailto" else None


def is_video(address: str) -> bool:
    """Whether a page at this address is known to show a video."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return bool(_VIDEO_HOSTS.search(host))


def address_in(text: str) -> str:
    """The first web address in a text, without the punctuation of the sentence around it."""
    match = ADDRESS.search(text)
    if match is None:
        return ""
    address = match[0].rstrip(".,;:!?*_…")
    while address.endswith((")", "]")) and address.count("(") + address.count("[") < (
        address.count(")") + address.count("]")
    ):
        address = address[:-1]
    return address
