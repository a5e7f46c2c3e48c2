"""What stands on the CMS, compared with what was sent."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from typing import Any

from newsdesk.cms.connector import Media, Payload, RemoteArticle, RemoteMedia

VOID = frozenset({"br", "hr"})
FIELDS = (
    "headline",
    "kicker",
    "standfirst",
    "bylines",
    "source",
    "coverMediaId",
    "language",
    "editorialNote",
)
PLACEMENT = ("caption", "credit", "alt", "decorative", "people", "aiMade")
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it was sent.

    `code` names it: `differs.` and a name of the contract, `block`, `photo` (its bytes) or `status`. `place`
    says which one, counted from 1; it is 0 where there is only one.
    """

    code: str
    place: int
    sent: str
    found: str

    @property
    def params(self) -> Mapping[str, Any]:
        """What the sentence for it is filled with."""
        return {"place": self.place, "sent": self.sent, "found": self.found}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was read back after sending. `url` is the public address, empty while readers see nothing."""

    destination: str
    id: str
    url: str
    edit_url: str
    status: str
    differences: tuple[Difference, ...]
    warnings: tuple[str, ...] = ()

    @property
    def matches(self) -> bool:
        """Whether everything stands as it was sent."""
        return not self.differences


def compare(sent: Payload, found: RemoteArticle) -> tuple[Difference, ...]:
    """The differences in text, signatures, terms and figures; the slug is the CMS's to choose."""
    return tuple(_differences(sent.fields, found.fields))


def compare_photos(sent: Sequence[Media], found: Mapping[str, RemoteMedia | None]) -> tuple[Difference, ...]:
    """The differences in the bytes of the photos; `found` has each by its id."""
    return tuple(_photo_differences(sent, found))


def _differences(sent: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Difference]:
    for name in FIELDS:
        yield from _one(name, 0, sent.get(name), found.get(name))
    yield from _one("embargoUntil", 0, _moment(sent.get("embargoUntil")), _moment(found.get("embargoUntil")))
    yield from _one("section", 0, sent.get("categoryIds"), found.get("categoryIds"))
    yield from _one("tags", 0, _sorted(sent.get("tagIds")), _sorted(found.get("tagIds")))
    yield from _blocks(blocks_of(_html(sent)), blocks_of(_html(found)))
    yield from _placements(sent.get("media") or [], found.get("media"))


def _one(name: str, place: int, sent: Any, found: Any) -> Iterator[Difference]:
    if sent != found:
        yield _difference(name, place, _shown(sent), _shown(found))


def _difference(name: str, place: int, sent: str, found: str) -> Difference:
    return Difference(f"differs.{name}", place, sent, found)


def _html(fields: Mapping[str, Any]) -> str:
    body = fields.get("body")
    html = body.get("html") if isinstance(body, Mapping) else None
    return html if isinstance(html, str) else ""


def _blocks(sent: Sequence[str], found: Sequence[str]) -> Iterator[Difference]:
    matcher = difflib.SequenceMatcher(None, sent, found, autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        for offset in range(max(end - start, stop - begin)):
            before = sent[start + offset] if start + offset < end else ""
            after = found[begin + offset] if begin + offset < stop else ""
            yield _difference("block", start + offset + 1, _shown(before), _shown(after))


def _placements(sent: Sequence[Mapping[str, Any]], found: Any) -> Iterator[Difference]:
    items = found if isinstance(found, list) else []
    for place, placement in enumerate(sent, 1):
        other = items[place - 1] if place <= len(items) and isinstance(items[place - 1], Mapping) else {}
        for name in PLACEMENT:
            yield from _one(name, place, placement.get(name), other.get(name))
        yield from _one("photo", place, placement.get("id"), other.get("id"))
    if len(items) > len(sent):
        yield _difference("figures", 0, str(len(sent)), str(len(items)))


def _photo_differences(
    sent: Iterable[Media], found: Mapping[str, RemoteMedia | None]
) -> Iterator[Difference]:
    for place, media in enumerate(sent, 1):
        remote = found.get(media.id)
        if remote is None:
            yield _difference("photo", place, media.sha256, "")
        elif remote.state != "ready":
            yield _difference("photo", place, "ready", remote.state)
        elif (remote.media.sha256, remote.media.size) != (media.sha256, media.size):
            yield _difference("photo", place, media.sha256, remote.media.sha256)


def _moment(value: Any) -> Any:
    """An instant, however its offset is written."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _sorted(value: Any) -> Any:
    return sorted(map(str, value)) if isinstance(value, list) else value


def _shown(value: Any) -> str:
    text = "" if value is None else value if isinstance(value, str) else str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def blocks_of(html: str) -> tuple[str, ...]:
    """The top-level elements of a body, each in one spelling."""
    splitter = _Splitter()
    splitter.feed(html)
    splitter.close()
    return tuple(splitter.blocks)


class _Splitter(HTMLParser):
    """Cuts HTML where an outermost element ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._open: list[str] = []
        self._parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        named = " ".join(f"{name}={value!r}" for name, value in sorted(attrs, key=str))
        self._parts.append(f"<{tag} {named}>" if named else f"<{tag}>")
        if tag not in VOID:
            self._open.append(tag)
        self._cut()

    def handle_endtag(self, tag: str) -> None:
        """End an element; one that was never begun is ignored."""
        if tag in self._open:
            while self._open.pop() != tag:
                continue
            self._parts.append(f"</{tag}>")
            self._cut()

    def handle_data(self, data: str) -> None:
        """Keep text; white space between blocks says nothing."""
        if self._open or data.strip():
            self._parts.append(data)

    def close(self) -> None:
        """Keep what is left over."""
        super().close()
        self._open.clear()
        self._cut()

    def _cut(self) -> None:
        if not self._open and self._parts:
            self.blocks.append("".join(self._parts))
            self._parts.clear()
