"""Moments as the contract writes them: RFC 3339, UTC, microseconds; of one length, so they sort as text."""

import re
from datetime import UTC, datetime, timedelta, timezone

HANOI = timezone(timedelta(hours=7), "giờ Hà Nội")
RFC3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)


def write(moment: datetime) -> str:
    """The text of a moment."""
    # strftime writes early years with fewer than four digits on some systems.
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").zfill(27)


def now() -> str:
    """This moment."""
    return write(datetime.now(UTC))


def read(text: str) -> str:
    """Any RFC 3339 date-time in the one form used here. Raises ValueError for anything else."""
    if not RFC3339.fullmatch(text):
        raise ValueError("not an RFC 3339 date-time with offset")
    try:
        return write(datetime.fromisoformat(text.upper()))
    except OverflowError as error:
        raise ValueError("out of range") from error


def moment(text: str) -> datetime:
    """The moment that `write` wrote, in Hà Nội's time."""
    return datetime.fromisoformat(text).astimezone(HANOI)


def later(text: str, first: str) -> str:
    """`text`, or one microsecond after `first` when the machine's clock has not moved beyond it."""
    return text if text > first else write(datetime.fromisoformat(first) + timedelta(microseconds=1))
