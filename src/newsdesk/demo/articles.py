"""The pieces of one CMS: reading, writing and listing them."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from newsdesk.demo import workflow
from newsdesk.demo.accounts import Account
from newsdesk.demo.content import settle
from newsdesk.demo.fields import Reading
from newsdesk.demo.paging import Pages, Query
from newsdesk.demo.piece import Piece, read_piece
from newsdesk.demo.piece_rows import held, keep, publish_due
from newsdesk.demo.problem import Problem, forbidden, not_found
from newsdesk.demo.slug import folded
from newsdesk.demo.store import Store, tick


@dataclass(frozen=True, slots=True)
class Put:
    """A piece after a PUT, whether it was made by it, and what was changed in what was sent."""

    piece: Piece
    made: bool
    warnings: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pieces are asked for. `owner` None: everybody's."""

    owner: str | None = None
    status: str | None = None
    words: str = ""
    since: str | None = None
    cursor: str | None = None
    limit: int = 100


@dataclass(frozen=True, slots=True)
class Found:
    """One page of pieces, the cursor of the next, and the moment of the last change in the whole list."""

    pieces: tuple[Piece, ...]
    next_cursor: str | None
    synced_at: str | None


class Articles:
    """All pieces. Scheduled ones that are due become published before anything else is looked at."""

    def __init__(self, store: Store, pages: Pages) -> None:
        self._store = store
        self._pages = pages

    def get(self, article_id: str, caller: Account) -> Piece:
        """A piece that the caller may see. Raises 404 or 403."""
        publish_due(self._store)
        with self._store.reading() as connection:
            piece = held(connection, article_id)
        if piece is None:
            raise not_found("article")
        need_right(piece, caller)
        return piece

    def put(
        self,
        article_id: str,
        tags: tuple[str, ...] | None,
        sent: dict[str, Any],
        reading: Reading,
        caller: Account,
    ) -> Put:
        """Make a piece (`tags` None) or replace the version the caller saw. Raises 403, 409, 412, 422."""
        publish_due(self._store)
        with self._store.writing() as connection:
            before = held(connection, article_id)
            _may_write(before, tags, caller)
            reading.finish()
            content = settle(sent, reading, connection, caller)
            warnings = tuple(warning.document() for warning in reading.warnings)
            if before and before.content == content:
                return Put(before, False, warnings)
            after = _next(before, article_id, content, warnings, tick(connection), caller)
            keep(connection, after)
        return Put(after, before is None, warnings)

    def listed(self, wanted: Wanted) -> Found:
        """One page of pieces."""
        publish_due(self._store)
        owned = [("owner = ?", wanted.owner)] if wanted.owner is not None else []
        narrowed = [*owned, *_narrowing(wanted)]
        conditions = tuple(condition for condition, _ in narrowed)
        values = tuple(value for _, value in narrowed)
        with self._store.reading() as connection:
            query = Query("articles", conditions, values, wanted.limit, wanted.cursor)
            page = self._pages.page(connection, query)
            where = "WHERE owner = ?" if owned else ""
            (synced,) = connection.execute(
                f"SELECT max(updated_at) FROM articles {where}", [value for _, value in owned]
            ).fetchone()
        return Found(tuple(read_piece(row["document"]) for row in page.rows), page.next_cursor, synced)


def moved_on(piece: Piece | None) -> Problem:
    """The condition of a request does not hold; tells what stands."""
    return Problem(
        412,
        "precondition_failed",
        f"the article is at version {piece.version}" if piece else "there is no such article",
        headers={"ETag": piece.etag} if piece else None,
        currentEtag=piece.etag if piece else None,
        currentVersion=piece.version if piece else None,
        currentClientRevision=piece.content["clientRevision"] if piece else None,
    )


def need_right(piece: Piece, caller: Account) -> None:
    """Raise 403 when the piece is somebody else's and the caller may not touch those."""
    if piece.owner != caller.user:
        caller.need(workflow.OTHERS)


def _may_write(before: Piece | None, tags: tuple[str, ...] | None, caller: Account) -> None:
    """Raise 403, 412 or 409, in this order."""
    if before is None:
        caller.need(workflow.SUBMIT)
    else:
        missing = workflow.missing_to_write(before.status, before.owner, caller)
        if missing and before.status != "trashed":
            raise forbidden(missing)
        need_right(before, caller)
    if (tags is None) != (before is None) or (before and before.etag not in (tags or ())):
        raise moved_on(before)
    if before and before.status == "trashed":
        raise Problem(409, "trashed", "the piece is in the bin")


def _next(
    before: Piece | None,
    article_id: str,
    content: dict[str, Any],
    warnings: tuple[Mapping[str, Any], ...],
    moment: str,
    caller: Account,
) -> Piece:
    if before is None:
        suffix = secrets.token_hex(4)[:7]
        return Piece(article_id, caller.user, caller.name, suffix, content, warnings, moment, moment)
    return replace(before, content=content, warnings=warnings, updated_at=moment, version=before.version + 1)


def _narrowing(wanted: Wanted) -> list[tuple[str, Any]]:
    """Conditions with their values, beside that of the owner."""
    result: list[tuple[str, Any]] = []
    if wanted.since:
        result.append(("updated_at >= ?", wanted.since))
    elif wanted.status != "trashed":
        result.append(("status <> ?", "trashed"))
    if wanted.status:
        result.append(("status = ?", wanted.status))
    result.extend(("instr(words, ?)", word) for word in folded(wanted.words).split())
    return result
