"""The colour of an article's state."""

from typing import Final

from newsdesk.article.model import Status

TONES: Final = {
    Status.DRAFT: "warn",
    Status.SUBMITTED: "info",
    Status.IN_REVIEW: "info",
    Status.RETURNED: "error",
    Status.SCHEDULED: "info",
    Status.PUBLISHED: "ok",
    Status.UNPUBLISHED: "chip",
}


def grounds_of(status: str) -> tuple[str, str]:
    """The theme tokens of a state's chip: surface and text."""
    tone = TONES[Status(status)]
    return ("chip", "chip_text") if tone == "chip" else (f"{tone}_ground", tone)
