"""The public site: front page, sections, pieces and their photos."""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from flask import Flask, Response, abort, render_template, request, send_file, send_from_directory
from werkzeug.wrappers import Response as AnyResponse

from newsdesk.demo import clock, media
from newsdesk.demo.media import Media, MediaShelf
from newsdesk.demo.piece import Piece, read_piece
from newsdesk.demo.piece_rows import held, publish_due
from newsdesk.demo.presenting import Surroundings, card, day, story
from newsdesk.demo.preview import Previews
from newsdesk.demo.site import Site
from newsdesk.demo.store import Store
from newsdesk.demo.terms import one

FRONT_LIMIT = 40
MORE_LIMIT = 3
REFUSALS = {404: "Không có trang này.", 410: "Bài này đã được gỡ."}
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


Refused = tuple[str, int]


class PublicPages:
    """What readers see. Only published pieces, and their photos, are public."""

    def __init__(
        self, store: Store, site: Site, shelf: MediaShelf, previews: Previews, resources: Path
    ) -> None:
        self._store = store
        self._site = site
        self._shelf = shelf
        self._previews = previews
        self._resources = resources

    def register(self, app: Flask) -> None:
        """Put the paths into the app."""
        app.add_url_rule("/", "front", self.front)
        app.add_url_rule("/<section>/", "section", self.section)
        app.add_url_rule("/<section>/<int:month>/<name>/", "story", self.story)
        app.add_url_rule("/xem-truoc/<token>/", "preview", self.preview)
        app.add_url_rule("/anh/<uuid_text:media_id>.<ending>", "photo", self.photo)
        app.add_url_rule("/giao-dien/<name>", "looks", self.looks)
        app.after_request(_protect)

    def front(self) -> str:
        """The newest pieces of all sections."""
        return self._list_page("", self._site.name)

    def section(self, section: str) -> str | Refused:
        """The newest pieces of a section."""
        found = next((known for known in self._site.sections() if known.slug == section), None)
        return self._list_page(section, found.name) if found else self._refused(404)

    def story(self, section: str, month: int, name: str) -> str | Refused:
        """A published piece."""
        publish_due(self._store)
        with self._store.reading() as connection:
            row = connection.execute(
                "SELECT document FROM articles WHERE path = ?", (f"/{section}/{month}/{name}/",)
            ).fetchone()
            if row is None:
                return self._refused(404)
            piece = read_piece(row["document"])
            if piece.status != "published":
                return self._refused(410)
            return self._story_page(connection, piece, "")

    def preview(self, token: str) -> str | Refused:
        """A piece that need not be public, for who has the link."""
        article_id = self._previews.opened(token)
        with self._store.reading() as connection:
            piece = held(connection, article_id) if article_id else None
            if piece is None:
                return self._refused(404)
            return self._story_page(connection, piece, f"?xem={token}")

    def photo(self, media_id: str, ending: str) -> Response:
        """A photo of a published piece, or of the piece that a preview link is for."""
        previewed = self._previews.opened(request.args.get("xem", ""))
        with self._store.reading() as connection:
            shown = connection.execute(
                "SELECT 1 FROM placements JOIN articles ON articles.id = article"
                " WHERE media = ? AND (status = 'published' OR articles.id = ?)",
                (media_id, previewed),
            ).fetchone()
            found = media.held(connection, media_id)
        if shown is None or found is None:
            abort(404)
        path = self._shelf.file(found)
        return send_file(path, found.facts["mediaType"], etag=found.facts["sha256"], max_age=0)

    def looks(self, name: str) -> Response:
        """The style sheet and the fonts."""
        folder = self._resources / ("fonts" if name.endswith(".ttf") else "demo")
        if not name.endswith((".ttf", ".css", ".svg")):
            abort(404)
        return send_from_directory(folder, name, max_age=3600)

    def _list_page(self, slug: str, title: str) -> str:
        publish_due(self._store)
        with self._store.reading() as connection:
            pieces = _published(connection, slug, FRONT_LIMIT)
            cards = [card(piece, around(connection, piece)) for piece in pieces]
        return render_template("list.html", cards=cards, title=title, **self._frame(slug))

    def _story_page(self, connection: sqlite3.Connection, piece: Piece, photo_suffix: str) -> str:
        shown = story(piece, around(connection, piece, photo_suffix))
        others = (
            other
            for other in _published(connection, shown.section_slug, MORE_LIMIT + 1)
            if other.id != piece.id
        )
        more = [card(other, around(connection, other)) for other in others][:MORE_LIMIT]
        frame = self._frame(shown.section_slug)
        return render_template("story.html", story=shown, more=more, preview=bool(photo_suffix), **frame)

    def _refused(self, status: int) -> Refused:
        """A page that says why there is nothing to read."""
        return render_template("refused.html", words=REFUSALS[status], **self._frame()), status

    def _frame(self, slug: str = "") -> Mapping[str, object]:
        """What every page has around it."""
        return {"site": self._site, "here": slug, "today": day(clock.now())}


def around(connection: sqlite3.Connection, piece: Piece, photo_suffix: str = "") -> Surroundings:
    """Everything a piece refers to."""
    content = piece.content
    ids = {placement["id"] for placement in content["media"]} | {content["coverMediaId"]} - {None}
    section = one(connection, "categories", content["categoryIds"][0]) if content["categoryIds"] else None
    tags = (one(connection, "tags", tag) for tag in content["tagIds"])
    return Surroundings(
        media=_photos(connection, ids),
        section=section["name"] if section else "Tin tức",
        section_slug=section["slug"] if section else "",
        tags=tuple(tag["name"] for tag in tags if tag),
        photo_suffix=photo_suffix,
    )


def _photos(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Media]:
    found = ((media_id, media.held(connection, media_id)) for media_id in ids)
    return {media_id: photo for media_id, photo in found if photo is not None}


def _published(connection: sqlite3.Connection, section_slug: str, most: int) -> list[Piece]:
    """Published pieces, newest first; of one section when it is named."""
    start = f"/{section_slug}/" if section_slug else "/"
    rows = connection.execute(
        "SELECT document FROM articles WHERE status = 'published' AND substr(path, 1, ?) = ?"
        " ORDER BY published_at DESC LIMIT ?",
        (len(start), start, most),
    )
    return [read_piece(row["document"]) for row in rows]


def _protect(response: AnyResponse) -> AnyResponse:
    response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    return response
