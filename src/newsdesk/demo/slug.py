"""The part of an address that is made from words."""

import re
import unicodedata

LONGEST = 90


def folded(text: str) -> str:
    """Words without case and diacritics (đ is d), with single spaces: what a search compares."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def slug(text: str) -> str:
    """ASCII, lower case, hyphens; may be empty."""
    joined = "-".join(re.findall("[a-z0-9]+", folded(text)))
    if len(joined) <= LONGEST:
        return joined
    return joined[: LONGEST + 1].rpartition("-")[0] or joined[:LONGEST]


def same_name(text: str) -> str:
    """What two names of one tag have in common: NFC, single spaces, case folded."""
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", text).split()).casefold())
