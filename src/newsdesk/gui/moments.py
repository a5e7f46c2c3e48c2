"""Points in time as a reporter reads them, in the machine's own time zone."""

from datetime import datetime

from newsdesk.system.locale import Translator


def when(at: datetime, now: datetime, tr: Translator) -> str:
    """`10:42` today, then "Yesterday", then day and month, with the year once it is another one."""
    local, today = at.astimezone(), now.astimezone()
    days = (today.date() - local.date()).days
    if days <= 0:
        return clock(at)
    if days == 1:
        return tr("Yesterday")
    if local.year == today.year:
        return f"{local:%d/%m}"
    return f"{local:%d/%m/%Y}"


def clock(at: datetime) -> str:
    """Hours and minutes."""
    return f"{at.astimezone():%H:%M}"


def full(at: datetime) -> str:
    """Time and date."""
    return f"{at.astimezone():%H:%M %d/%m/%Y}"
