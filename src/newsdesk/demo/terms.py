"""Sections, tags and people."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from newsdesk.demo.paging import Pages, Query
from newsdesk.demo.problem import Problem
from newsdesk.demo.site import Site
from newsdesk.demo.slug import same_name, slug
from newsdesk.demo.store import Store, tick

KINDS = ("categories", "tags", "people")


class Terms:
    """The three lists. They start with the site's samples; tags may be added."""

    def __init__(self, store: Store, pages: Pages, site: Site) -> None:
        self._store = store
        self._pages = pages
        with store.writing() as connection:
            for kind in KINDS:
                for item in site.terms[kind]:
                    _start_with(connection, kind, item)

    def listed(
        self, kind: str, cursor: str | None, since: str | None, limit: int
    ) -> tuple[dict[str, Any], str]:
        """One page of a list with its ETag."""
        timed = ("updated_at >= ?",) if since else ("document ->> 'deleted' = 0",)
        query = Query("terms", ("kind = ?", *timed), (kind, *([since] if since else [])), limit, cursor)
        with self._store.reading() as connection:
            page = self._pages.page(connection, query)
            (synced,) = connection.execute(
                "SELECT max(updated_at) FROM terms WHERE kind = ?", (kind,)
            ).fetchone()
        document = {
            "items": [json.loads(row["document"]) for row in page.rows],
            "nextCursor": page.next_cursor,
            "syncedAt": synced,
        }
        digest = hashlib.sha256(json.dumps(document).encode()).hexdigest()[:16]
        return document, f'"{digest}"'

    def put_tag(self, tag_id: str, name: str) -> tuple[Mapping[str, Any], bool]:
        """The tag of this name, and whether it was made now. Raises 409 when the id has another name."""
        with self._store.writing() as connection:
            held = one(connection, "tags", tag_id)
            if held and same_name(held["name"]) != same_name(name):
                raise Problem(409, "id_taken", "the id belongs to another tag")
            row = connection.execute(
                "SELECT document FROM terms WHERE kind = 'tags' AND same_name = ?", (same_name(name),)
            ).fetchone()
            if row:
                return json.loads(row["document"]), False
            moment = tick(connection)
            made = _term({"id": tag_id, "name": " ".join(name.split()), "slug": slug(name) or tag_id}, moment)
            _insert(connection, "tags", made, moment)
            return made, True

    def retire(self, kind: str, term_id: str) -> None:
        """Take a term or person out of the list, leaving a tombstone."""
        with self._store.writing() as connection:
            held = one(connection, kind, term_id)
            if held:
                moment = tick(connection)
                gone = {**held, "deleted": True, "assignable": False, "updatedAt": moment}
                connection.execute(
                    "UPDATE terms SET document = ?, updated_at = ?, same_name = '#' || id"
                    " WHERE kind = ? AND id = ?",
                    (json.dumps(gone, ensure_ascii=False), moment, kind, term_id),
                )


def one(connection: sqlite3.Connection, kind: str, term_id: str) -> Mapping[str, Any] | None:
    """A term or person, also a deleted one."""
    row = connection.execute(
        "SELECT document FROM terms WHERE kind = ? AND id = ?", (kind, term_id)
    ).fetchone()
    return None if row is None else json.loads(row["document"])


def _start_with(connection: sqlite3.Connection, kind: str, item: Mapping[str, Any]) -> None:
    if one(connection, kind, item["id"]) is None:
        moment = tick(connection)
        made = _person(item, moment) if kind == "people" else _term(item, moment)
        _insert(connection, kind, made, moment)


def _term(item: Mapping[str, Any], moment: str) -> dict[str, Any]:
    return {"parentId": None, "assignable": True, **item, "updatedAt": moment, "deleted": False}


def _person(item: Mapping[str, Any], moment: str) -> dict[str, Any]:
    return {**item, "slug": slug(item["name"]), "assignable": True, "updatedAt": moment, "deleted": False}


def _insert(connection: sqlite3.Connection, kind: str, made: Mapping[str, Any], moment: str) -> None:
    connection.execute(
        "INSERT INTO terms VALUES (?, ?, ?, ?, ?)",
        (kind, made["id"], moment, same_name(made["name"]), json.dumps(made, ensure_ascii=False)),
    )
