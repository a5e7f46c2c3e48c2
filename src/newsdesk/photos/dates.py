"""When a photo was taken, from the ways metadata write it, as ISO 8601 (partly known dates stay partial)."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PIL import ExifTags

_PARTIAL = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")


def from_xmp(text: str) -> str:
    """XMP dates are ISO 8601 already; anything else is dropped."""
    found = text.strip()
    return found if _PARTIAL.fullmatch(found) and _exists(found) else ""


def from_iim(date: str, time: str) -> str:
    """IIM has `CCYYMMDD` and `HHMMSS±HHMM`; unknown month and day are `00`."""
    digits = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", date.strip())
    if digits is None:
        return ""
    year, month, day = digits.groups()
    if month == "00" or day == "00":
        return from_xmp(year if month == "00" else f"{year}-{month}")
    clock = re.fullmatch(r"(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?", time.strip())
    if clock is None:
        return from_xmp(f"{year}-{month}-{day}")
    hour, minute, second, zone, zone_minutes = clock.groups()
    offset = f"{zone}:{zone_minutes}" if zone else ""
    return from_xmp(f"{year}-{month}-{day}T{hour}:{minute}:{second}{offset}")


def from_exif(exif: Mapping[int, Any]) -> str:
    """EXIF has `CCYY:MM:DD HH:MM:SS` and, since 2.31, the offset in a tag of its own."""
    taken = str(exif.get(ExifTags.Base.DateTimeOriginal, "")).strip("\0 ")
    offset = str(exif.get(ExifTags.Base.OffsetTimeOriginal, "")).strip("\0 ")
    date, _, time = taken.partition(" ")
    zone = offset if re.fullmatch(r"[+-]\d\d:\d\d|Z", offset) else ""
    return from_xmp(f"{date.replace(':', '-')}T{time}{zone}")


def _exists(text: str) -> bool:
    """Cameras with a flat battery write 0000-00-00; such days are not in the calendar."""
    year, month, day = (*text[:10].split("-"), "01", "01")[:3]
    try:
        datetime.fromisoformat(f"{year}-{month}-{day}{text[10:]}")
    except ValueError:
        return False
    return True
