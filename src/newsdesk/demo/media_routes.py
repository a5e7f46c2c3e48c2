"""`/media/{id}` and its content."""

import base64
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, Response, request, send_file

from newsdesk.demo import contract
from newsdesk.demo.fields import Reading
from newsdesk.demo.media import CHUNK, Media, MediaShelf
from newsdesk.demo.problem import Problem
from newsdesk.demo.store import Store
from newsdesk.demo.wire import answer, bad_header, body, caller, too_large

DIGEST = re.compile("sha-256=:([A-Za-z0-9+/]{43}=):")


class MediaRoutes:
    """The answers for photos."""

    def __init__(self, store: Store, shelf: MediaShelf) -> None:
        self._store = store
        self._shelf = shelf

    def register(self, app: Flask) -> None:
        """Put the paths into the app."""
        path = f"{contract.BASE}/media/<uuid_text:media_id>"
        app.add_url_rule(path, "put_media", self.put, methods=["PUT"])
        app.add_url_rule(path, "get_media", self.get, methods=["GET"])
        app.add_url_rule(f"{path}/content", "put_content", self.put_content, methods=["PUT"])
        app.add_url_rule(f"{path}/content", "get_content", self.get_content, methods=["GET"])

    def put(self, media_id: str) -> Response:
        """Announce a photo."""
        reading = Reading()
        facts = body(contract.MEDIA, contract.MAX_OTHER_BYTES, reading)
        caller().need("media.create")
        reading.finish()
        if facts["size"] > contract.MAX_PHOTO_BYTES:
            raise too_large(contract.MAX_PHOTO_BYTES)
        if facts["mediaType"] not in contract.MEDIA_TYPES:
            detail = f"{facts['mediaType']} is not taken"
            raise Problem(415, "media_type_refused", detail, mediaTypes=list(contract.MEDIA_TYPES))
        media, made = self._shelf.announce(media_id, facts, tuple(reading.warnings), caller())
        return answer(document(media), 201 if made else 200)

    def get(self, media_id: str) -> Response:
        """Where the photo stands."""
        return answer(document(self._shelf.get(media_id)))

    def put_content(self, media_id: str) -> Response:
        """Take in the bytes, whole."""
        media = self._shelf.own(media_id, caller())
        length = request.content_length
        if length is None:
            raise Problem(411, "length_required", "Content-Length is needed")
        if length > contract.MAX_PHOTO_BYTES:
            raise too_large(contract.MAX_PHOTO_BYTES)
        taken = (media.facts["mediaType"], "application/octet-stream")
        if request.mimetype not in taken:
            raise Problem(415, "body_type", f"{' or '.join(taken)} is needed", mediaTypes=list(taken))
        announced_digest = _digest_header()
        if length != media.facts["size"]:
            raise Problem(422, "size_mismatch", f"{media.facts['size']} bytes were announced, not {length}")
        if announced_digest != media.facts["sha256"]:
            raise Problem(422, "digest_mismatch", "another sha-256 was announced")
        match media.state:
            case "ready":
                return answer(document(media))
            case "rejected":
                raise Problem(409, "media_rejected", "the bytes were no usable picture; use another id")
        return answer(document(self._receive(media)))

    def _receive(self, media: Media) -> Media:
        """Read the bytes from the line. Raises 422 when their digest is wrong."""
        digest = hashlib.sha256()
        with new_file(self._store, media.id) as arrived:
            with arrived.open("xb") as file:
                while part := request.stream.read(CHUNK):
                    digest.update(part)
                    file.write(part)
                file.flush()
                os.fsync(file.fileno())
            if digest.hexdigest() != media.facts["sha256"]:
                raise Problem(422, "digest_mismatch", "the bytes have another sha-256")
            return self._shelf.complete(media, arrived)

    def get_content(self, media_id: str) -> Response:
        """The bytes as they came."""
        media = self._shelf.get(media_id)
        sha256 = media.facts["sha256"]
        response = send_file(
            self._shelf.file(media), media.facts["mediaType"], etag=sha256, conditional=True, max_age=0
        )
        response.headers["Repr-Digest"] = f"sha-256=:{base64.b64encode(bytes.fromhex(sha256)).decode()}:"
        return response


@contextmanager
def new_file(store: Store, media_id: str) -> Iterator[Path]:
    """A file of one's own that is gone afterwards, unless it was moved to its place."""
    path = store.new_file(media_id)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _digest_header() -> str:
    """The sha-256 of Repr-Digest (RFC 9530) in hex; other algorithms are passed over. Raises 400."""
    for part in request.headers.get("Repr-Digest", "").split(","):
        found = DIGEST.fullmatch(part.strip())
        if found:
            return base64.b64decode(found[1]).hex()
    raise bad_header("Repr-Digest", "digest_missing", "sha-256=:…: is needed")


def document(media: Media) -> dict[str, Any]:
    """A photo as the contract shows it."""
    base = f"{request.host_url.rstrip('/')}{contract.BASE}/media/{media.id}"
    awaited = media.state == "awaiting_bytes"
    width, height = media.pixels
    picture = {
        "name": "original",
        "href": f"{base}/content",
        "width": width,
        "height": height,
        "contentType": media.facts["mediaType"],
    }
    return {
        "id": media.id,
        "state": media.state,
        **media.facts,
        "upload": {"put": f"{base}/content", "tus": f"{base}/tus"} if awaited else None,
        "problem": media.problem,
        "renditions": [picture] if media.state == "ready" else [],
        "warnings": list(media.warnings),
    }
