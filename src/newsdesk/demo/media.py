"""Photos: what was announced, and whether the bytes are there."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdesk.demo import contract
from newsdesk.demo.accounts import Account
from newsdesk.demo.fields import Warned
from newsdesk.demo.picture import Picture, is_whole, look
from newsdesk.demo.problem import Problem, not_found
from newsdesk.demo.store import Store

CHUNK = 1 << 20
FIXED = ("mediaType", "size", "sha256")


@dataclass(frozen=True, slots=True)
class Media:
    """One photo as the CMS knows it. `facts` are the announced fields, `pixels` width and height."""

    id: str
    owner: str
    facts: Mapping[str, Any]
    state: str = "awaiting_bytes"
    problem: Mapping[str, str] | None = None
    pixels: tuple[int, int] = (0, 0)
    warnings: tuple[Mapping[str, Any], ...] = ()

    def same_bytes(self, facts: Mapping[str, Any]) -> bool:
        """Whether other facts speak of the same bytes."""
        return all(self.facts[name] == facts[name] for name in FIXED)


class MediaShelf:
    """All photos of one CMS."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, media_id: str) -> Media:
        """A photo. Raises 404."""
        with self._store.reading() as connection:
            media = held(connection, media_id)
        if media is None:
            raise not_found("media")
        return media

    def own(self, media_id: str, caller: Account) -> Media:
        """A photo that the caller may write to. Raises 404 or 403."""
        media = self.get(media_id)
        _may_touch(media, caller)
        return media

    def announce(
        self, media_id: str, facts: Mapping[str, Any], warnings: tuple[Warned, ...], caller: Account
    ) -> tuple[Media, bool]:
        """The photo with these texts, and whether it is new. Raises 403 or 409."""
        notes = tuple(warning.document() for warning in warnings)
        with self._store.writing() as connection:
            before = held(connection, media_id)
            if before is None:
                media = Media(media_id, caller.user, facts, warnings=notes)
            else:
                _may_touch(before, caller)
                if not before.same_bytes(facts):
                    raise Problem(409, "media_differs", "the id belongs to other bytes")
                state = (before.state, before.problem, before.pixels)
                media = Media(media_id, before.owner, facts, *state, notes)
            _keep(connection, media)
        return media, before is None

    def complete(self, media: Media, arrived: Path) -> Media:
        """Take in bytes of the right size and digest by moving the file; they may still be no picture."""
        picture = look(arrived)
        problem = _fault(media, arrived, picture)
        if problem:
            arrived.unlink()
        else:
            self._store.accept(arrived, media.id)
        pixels = (picture.width, picture.height) if picture else (0, 0)
        state = "rejected" if problem else "ready"
        with self._store.writing() as connection:
            # The texts may have changed while the bytes came in.
            now = held(connection, media.id) or media
            settled = Media(now.id, now.owner, now.facts, state, problem, pixels, now.warnings)
            _keep(connection, settled)
        self._store.resumable_file(media.id).unlink(missing_ok=True)
        return settled

    def file(self, media: Media) -> Path:
        """The bytes of a ready photo. Raises 409 while there are none."""
        if media.state != "ready":
            raise Problem(409, "media_not_ready", f"the media is {media.state}")
        return self._store.media_file(media.id)


def held(connection: sqlite3.Connection, media_id: str) -> Media | None:
    """A photo, None when nobody announced it."""
    row = connection.execute("SELECT document FROM media WHERE id = ?", (media_id,)).fetchone()
    if row is None:
        return None
    data = json.loads(row["document"])
    return Media(
        id=media_id,
        owner=data["owner"],
        facts=data["facts"],
        state=data["state"],
        problem=data["problem"],
        pixels=(data["pixels"][0], data["pixels"][1]),
        warnings=tuple(data["warnings"]),
    )


def _keep(connection: sqlite3.Connection, media: Media) -> None:
    document = {
        "owner": media.owner,
        "facts": media.facts,
        "state": media.state,
        "problem": media.problem,
        "pixels": media.pixels,
        "warnings": media.warnings,
    }
    connection.execute(
        "INSERT OR REPLACE INTO media VALUES (?, ?)", (media.id, json.dumps(document, ensure_ascii=False))
    )


def _may_touch(media: Media, caller: Account) -> None:
    caller.need("media.create")
    if media.owner != caller.user:
        caller.need("article.edit.others")


def _fault(media: Media, file: Path, picture: Picture | None) -> dict[str, str] | None:
    if picture is None:
        return {"code": "not_a_picture", "detail": "the bytes are no JPEG, PNG or WebP"}
    if picture.media_type != media.facts["mediaType"]:
        return {"code": "type_differs", "detail": f"the bytes are {picture.media_type}"}
    if picture.width * picture.height > contract.MAX_PIXELS:
        return {"code": "too_many_pixels", "detail": f"at most {contract.MAX_PIXELS} pixels"}
    if not is_whole(file, picture.media_type):
        return {"code": "truncated", "detail": "the end of the picture is missing"}
    return None


def chunks(file: Path) -> Iterator[bytes]:
    """A file in parts that fit into memory."""
    with file.open("rb") as source:
        while part := source.read(CHUNK):
            yield part


def sha256_of(file: Path) -> str:
    """The digest of a file, in hex."""
    digest = hashlib.sha256()
    for part in chunks(file):
        digest.update(part)
    return digest.hexdigest()
