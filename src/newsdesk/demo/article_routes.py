"""`/articles`, and what is done to them."""

import json
import re
from typing import Any

from flask import Flask, Response, request

from newsdesk.demo import contract, workflow
from newsdesk.demo.accounts import Account
from newsdesk.demo.articles import Articles, Wanted
from newsdesk.demo.contract import STATUSES
from newsdesk.demo.fields import Reading
from newsdesk.demo.piece import Piece
from newsdesk.demo.preview import Previews
from newsdesk.demo.problem import Problem, bad_parameter
from newsdesk.demo.transitions import Transitions, Wish
from newsdesk.demo.wire import (
    answer,
    bad_header,
    body,
    caller,
    choice,
    encoded,
    fresh,
    if_match,
    json_body,
    limit,
    since,
)

LONGEST_SEARCH = 200
KEY = re.compile("[!-~]{1,255}")


class ArticleRoutes:
    """The answers for articles."""

    def __init__(self, articles: Articles, transitions: Transitions, previews: Previews) -> None:
        self._articles = articles
        self._transitions = transitions
        self._previews = previews

    def register(self, app: Flask) -> None:
        """Put the paths into the app."""
        path = f"{contract.BASE}/articles"
        one = f"{path}/<uuid_text:article_id>"
        app.add_url_rule(path, "list_articles", self.listed, methods=["GET"])
        app.add_url_rule(one, "put_article", self.put, methods=["PUT"])
        app.add_url_rule(one, "get_article", self.get, methods=["GET"])
        app.add_url_rule(f"{one}/transitions", "transition", self.transition, methods=["POST"])

    def listed(self) -> Response:
        """Where the pieces stand."""
        mine = choice("mine", ("0", "1")) == "1"
        wanted = Wanted(
            owner=caller().user if mine else None,
            status=choice("status", STATUSES),
            words=_words(),
            since=since(),
            cursor=request.args.get("cursor"),
            limit=limit(),
        )
        if not mine:
            caller().need(workflow.OTHERS)
        found = self._articles.listed(wanted)
        items = [_row(piece) for piece in found.pieces]
        return answer({"items": items, "nextCursor": found.next_cursor, "syncedAt": found.synced_at})

    def put(self, article_id: str) -> Response:
        """Make or replace an article."""
        reading = Reading()
        sent = body(contract.ARTICLE, contract.MAX_ARTICLE_BYTES, reading)
        result = self._articles.put(article_id, _condition(), sent, reading, caller())
        shown = {**self._document(result.piece, caller()), "warnings": list(result.warnings)}
        return answer(shown, 201 if result.made else 200, result.piece.etag)

    def get(self, article_id: str) -> Response:
        """The article as it stands."""
        piece = self._articles.get(article_id, caller())
        return fresh(self._document(piece, caller()), piece.etag)

    def transition(self, article_id: str) -> Response:
        """Change the status."""
        raw = json_body(contract.MAX_OTHER_BYTES)
        key = request.headers.get("Idempotency-Key", "")
        if not KEY.fullmatch(key):
            raise bad_header(
                "Idempotency-Key", "idempotency_key_missing", "1 to 255 visible ASCII characters"
            )
        reading = Reading()
        change = contract.TRANSITION.read(raw, "", reading)
        user = caller()
        wish = Wish(article_id, key, if_match(), raw, change, reading)
        given = self._transitions.fulfil(wish, user, lambda piece: _encode(self._document(piece, user)))
        response = encoded(given.body, 200, given.etag)
        if given.replayed:
            response.headers["Idempotency-Replayed"] = "true"
        return response

    def _document(self, piece: Piece, viewer: Account) -> dict[str, Any]:
        """An article as the contract shows it to somebody."""
        preview, expires = self._previews.link(piece)
        root = request.host_url.rstrip("/")
        row = _row(piece)
        return {
            **piece.content,
            **{name: value for name, value in row.items() if name not in {"etag", "deleted", "headline"}},
            "transitions": workflow.possible(piece.status, piece.owner, viewer),
            "history": list(piece.history),
            "createdAt": piece.created_at,
            "links": {**row["links"], "edit": f"{root}/bien-tap/", "preview": f"{root}{preview}"},
            "previewExpiresAt": expires,
            "warnings": list(piece.warnings),
        }


def _words() -> str:
    """The words to search for. Raises 400."""
    words = request.args.get("q", "")
    if len(words) > LONGEST_SEARCH:
        raise bad_parameter("q", "too_long", f"at most {LONGEST_SEARCH}")
    return words


def _encode(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def _row(piece: Piece) -> dict[str, Any]:
    root = request.host_url.rstrip("/")
    shown = piece.status == "published" and piece.path is not None
    return {
        "id": piece.id,
        "headline": piece.content["headline"],
        "status": piece.status,
        "version": piece.version,
        "etag": piece.etag,
        "clientRevision": piece.content["clientRevision"],
        "owner": {"user": piece.owner, "name": piece.owner_name},
        "statusNote": piece.note,
        "publishAt": piece.publish_at,
        "publishedAt": piece.published_at,
        "updatedAt": piece.updated_at,
        "links": {
            "self": f"{root}{contract.BASE}/articles/{piece.id}",
            "public": f"{root}{piece.path}" if shown else None,
        },
        "deleted": piece.status == "trashed",
    }


def _condition() -> tuple[str, ...] | None:
    """The tags of If-Match, or None for `If-None-Match: *`. Raises 400 for both, 428 for neither."""
    none_match, tags = request.headers.get("If-None-Match"), if_match()
    if none_match is None:
        if not tags:
            raise Problem(428, "precondition_required", "If-Match or If-None-Match: * is needed")
        return tags
    if "If-Match" in request.headers:
        raise bad_header("If-None-Match", "bad_header", "not together with If-Match")
    if none_match.strip() != "*":
        raise bad_header("If-None-Match", "bad_header", "only * is understood")
    return None
