"""The address of a CMS as a reporter types it."""

import urllib.parse

from newsdesk.errors import UsageError


def plain_address(url: str) -> str:
    """A base address without its last slash.

    Raises:
        UsageError: `destination.bad_address`: not http(s), no host, or more than a host and a path.
    """
    try:
        parts = urllib.parse.urlsplit(url.strip())
        valid = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        raise UsageError("destination.bad_address", url="") from None
    if not valid or parts.username is not None or parts.query or parts.fragment:
        raise UsageError("destination.bad_address", url=parts.hostname or "")
    return url.strip().rstrip("/")
