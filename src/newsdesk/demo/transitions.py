"""Changing the status of a piece, once for each Idempotency-Key."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from newsdesk.demo import clock, workflow
from newsdesk.demo.accounts import Account
from newsdesk.demo.articles import moved_on, need_right
from newsdesk.demo.contract import NEEDED_BEYOND_DRAFT
from newsdesk.demo.fields import Reading
from newsdesk.demo.piece import Piece
from newsdesk.demo.piece_rows import changed, held, keep, publish_due
from newsdesk.demo.problem import Problem, forbidden, not_found
from newsdesk.demo.store import Store


@dataclass(frozen=True, slots=True)
class Wish:
    """A change of status that is asked for. `raw` is the body as it came, `change` as it was read."""

    article_id: str
    key: str
    tags: tuple[str, ...] | None
    raw: Any
    change: Mapping[str, Any]
    reading: Reading

    @property
    def fingerprint(self) -> str:
        """What must be the same when the key comes again."""
        return hashlib.sha256(json.dumps([self.article_id, self.raw], sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Given:
    """The answer to a wish, as it went or had gone over the wire."""

    body: bytes
    etag: str
    replayed: bool


class Transitions:
    """The way of pieces from one status to the next."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def fulfil(self, wish: Wish, caller: Account, shown: Callable[[Piece], bytes]) -> Given:
        """Change the status, or repeat the answer already given to this key; both are kept as one.

        `shown` writes the answer. Raises 403, 404, 409, 412, 422, 428.
        """
        publish_due(self._store)
        with self._store.writing() as connection:
            before = _answered(connection, wish, caller)
            if before:
                return before
            piece = _judged(connection, wish, caller)
            to, note = wish.change["to"], wish.change["note"]
            after = changed(connection, piece, to, note, caller.name)
            if to == "scheduled":
                after = replace(after, publish_at=wish.change["publishAt"])
            keep(connection, after)
            given = Given(shown(after), after.etag, replayed=False)
            row = (caller.user, wish.key, wish.fingerprint, given.etag, given.body, clock.now())
            connection.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)", row)
        return given


def _answered(connection: sqlite3.Connection, wish: Wish, caller: Account) -> Given | None:
    row = connection.execute(
        "SELECT * FROM answers WHERE user = ? AND key = ?", (caller.user, wish.key)
    ).fetchone()
    if row is None:
        return None
    if row["fingerprint"] != wish.fingerprint:
        raise Problem(422, "idempotency_key_reused", "the key was used for another change")
    return Given(row["body"], row["etag"], replayed=True)


def _judged(connection: sqlite3.Connection, wish: Wish, caller: Account) -> Piece:
    """The piece, when the change is allowed, in the contract's order of judgement."""
    if not wish.tags:
        raise Problem(428, "precondition_required", "If-Match with an entity tag is needed")
    piece = held(connection, wish.article_id)
    if piece is None:
        raise not_found("article")
    need_right(piece, caller)
    if piece.etag not in wish.tags:
        raise moved_on(piece)
    wish.reading.finish()
    to = wish.change["to"]
    way = workflow.step(piece.status, to)
    if way is None:
        ways = workflow.possible(piece.status, piece.owner, caller)
        raise Problem(409, "transition_not_allowed", f"{piece.status} cannot become {to}", transitions=ways)
    if not caller.may(way.capability):
        raise forbidden(way.capability)
    _check_change(piece, wish)
    return piece


def _check_change(piece: Piece, wish: Wish) -> None:
    """Raise 422 for what the piece or the change lacks."""
    reading, change = wish.reading, wish.change
    to, now = change["to"], clock.now()
    if to in workflow.NOTE_NEEDED and not change["note"].strip():
        reading.wrong("/note", "required", "a note is needed")
    moment = now
    if to == "scheduled":
        moment = change["publishAt"] or ""
        if not moment:
            reading.wrong("/publishAt", "required", "a moment is needed")
        elif moment <= now:
            reading.wrong("/publishAt", "in_past", "the moment is over")
    if to in workflow.COMPLETE_NEEDED:
        for name in NEEDED_BEYOND_DRAFT:
            if not piece.content[name]:
                reading.wrong(f"/{name}", "required", "the article needs it")
    embargo = piece.content["embargoUntil"]
    if to in workflow.GOING_OUT and embargo and moment < embargo:
        reading.wrong("/publishAt" if to == "scheduled" else "/to", "embargoed", f"not before {embargo}")
    reading.finish()
