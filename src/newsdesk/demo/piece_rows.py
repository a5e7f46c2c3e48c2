"""Pieces in the store."""

import sqlite3
from dataclasses import replace

from newsdesk.demo import clock
from newsdesk.demo.piece import Piece, public_path, read_piece
from newsdesk.demo.slug import folded
from newsdesk.demo.store import Store, tick
from newsdesk.demo.terms import one

UNSORTED = "tin-tuc"


def held(connection: sqlite3.Connection, article_id: str) -> Piece | None:
    """A piece, None when there is none."""
    row = connection.execute("SELECT document FROM articles WHERE id = ?", (article_id,)).fetchone()
    return None if row is None else read_piece(row["document"])


def keep(connection: sqlite3.Connection, piece: Piece) -> None:
    """Put a piece into the store with all that is searched for."""
    content = piece.content
    words = folded(f"{content['headline']} {content['standfirst']}")
    row = (
        piece.id,
        piece.owner,
        piece.status,
        piece.updated_at,
        piece.publish_at,
        piece.published_at,
        piece.path,
        words,
        piece.document(),
    )
    connection.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("DELETE FROM placements WHERE article = ?", (piece.id,))
    shown = {placement["id"] for placement in content["media"]} | {content["coverMediaId"]} - {None}
    connection.executemany("INSERT INTO placements VALUES (?, ?)", [(piece.id, media) for media in shown])


def publish_due(store: Store) -> None:
    """Publish what was scheduled for a moment that has come."""
    with store.reading() as connection:
        due = connection.execute(
            "SELECT id FROM articles WHERE status = 'scheduled' AND publish_at <= ?", (clock.now(),)
        ).fetchall()
    for row in due:
        with store.writing() as connection:
            piece = held(connection, row["id"])
            if piece and piece.status == "scheduled" and (piece.publish_at or "") <= clock.now():
                keep(connection, changed(connection, piece, "published", "", "lịch đăng"))


def changed(connection: sqlite3.Connection, piece: Piece, to: str, note: str, by: str) -> Piece:
    """The piece in another status, as the next version."""
    moment = tick(connection)
    after = replace(
        piece,
        status=to,
        version=piece.version + 1,
        updated_at=moment,
        publish_at=None,
        history=(*piece.history, {"to": to, "by": by, "at": moment, "note": note}),
    )
    return published(connection, after, moment) if to == "published" else after


def published(connection: sqlite3.Connection, piece: Piece, moment: str) -> Piece:
    """The piece with its public address and the moment of its first publishing; both stay for ever."""
    if piece.path is not None:
        return piece
    sections = piece.content["categoryIds"]
    section = one(connection, "categories", sections[0]) if sections else None
    slug = section["slug"] if section else UNSORTED
    return replace(piece, path=public_path(piece, slug, moment), published_at=moment)
