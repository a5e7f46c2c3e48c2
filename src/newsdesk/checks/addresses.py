"""Whether a web address can be opened at all."""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,62})\.)+[^\W\d_][\w-]{1,62}|localhost|[\d.]{7,15}|[\da-f:]+")
_BARE = re.compile(r"(?:www\.)?[^\W_][\w-]*(?:\.[\w-]+)+(?:/\S*)?")


def is_web_address(text: str) -> bool:
    """Whether the text is one http or https address with a host, and nothing around it."""
    if re.search(r"[\s<>\"|]", text):
        return False
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - raises ValueError for a port that is no number
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(_HOST.fullmatch((parts.hostname or "").lower()))


def is_link_target(text: str) -> bool:
    """Whether a link may point there: a web address or a mail address."""
    return is_web_address(text) or bool(re.fullmatch(r"mailto:[^\s@]+@[^\s@]+", text, re.IGNORECASE))


def mended(text: str) -> tuple[str, ...]:
    """The address that was certainly meant: blanks around it dropped, `https://` put before a bare one."""
    stripped = text.strip()
    if is_web_address(stripped):
        return (stripped,)
    return (
        (f"https://{stripped}",)
        if _BARE.fullmatch(stripped) and is_web_address(f"https://{stripped}")
        else ()
    )
