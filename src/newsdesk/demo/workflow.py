"""The statuses of a piece and who may change them."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsdesk.demo.accounts import Account

PUBLISH = "article.publish"
SUBMIT = "article.submit"
OTHERS = "article.edit.others"
ANYONE = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A way from one status to another, and the capability it needs beside the right to the piece."""

    to: str
    capability: str


def _steps(**ways: str) -> tuple[Step, ...]:
    return tuple(Step(to, capability) for to, capability in ways.items())


STEPS: Mapping[str, tuple[Step, ...]] = {
    "draft": _steps(submitted=SUBMIT, scheduled=PUBLISH, published=PUBLISH, trashed=ANYONE),
    "submitted": _steps(
        draft=ANYONE,
        in_review=PUBLISH,
        returned=PUBLISH,
        scheduled=PUBLISH,
        published=PUBLISH,
        trashed=ANYONE,
    ),
    "in_review": _steps(submitted=PUBLISH, returned=PUBLISH, scheduled=PUBLISH, published=PUBLISH),
    "returned": _steps(draft=ANYONE, submitted=SUBMIT, scheduled=PUBLISH, published=PUBLISH, trashed=ANYONE),
    "scheduled": _steps(scheduled=PUBLISH, in_review=PUBLISH, returned=PUBLISH, published=PUBLISH),
    "published": _steps(unpublished=PUBLISH),
    "unpublished": _steps(returned=PUBLISH, published=PUBLISH, trashed=PUBLISH),
    "trashed": _steps(draft=ANYONE),
}

NOTE_NEEDED = frozenset({"returned", "unpublished"})
COMPLETE_NEEDED = frozenset({"submitted", "in_review", "scheduled", "published"})
GOING_OUT = frozenset({"scheduled", "published"})
OWNER_WRITES = frozenset({"draft", "submitted", "returned"})


def step(status: str, to: str) -> Step | None:
    """The way from one status to another, None when there is none."""
    return next((way for way in STEPS[status] if way.to == to), None)


def possible(status: str, owner: str, caller: Account) -> list[str]:
    """Where the caller may take a piece now."""
    if owner != caller.user and not caller.may(OTHERS):
        return []
    return [way.to for way in STEPS[status] if caller.may(way.capability)]


def missing_to_write(status: str, owner: str, caller: Account) -> str | None:
    """The capability the caller lacks for changing the text of a piece, None when nothing is lacking."""
    mine = owner == caller.user
    if mine and status in OWNER_WRITES:
        return None
    needed = (PUBLISH,) if mine else (OTHERS, PUBLISH)
    return next((capability for capability in needed if not caller.may(capability)), None)
