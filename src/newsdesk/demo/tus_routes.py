"""Resumable uploads: the core protocol of tus 1.0.0 on an upload that `PUT /media/{id}` has made."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, Response, request

from newsdesk.demo import contract
from newsdesk.demo.media import CHUNK, Media, MediaShelf, sha256_of
from newsdesk.demo.problem import Problem
from newsdesk.demo.store import Store
from newsdesk.demo.wire import bad_header, caller

TUS = "1.0.0"
BODY = "application/offset+octet-stream"


class TusRoutes:
    """The answers of the resumable way."""

    def __init__(self, store: Store, shelf: MediaShelf) -> None:
        self._store = store
        self._shelf = shelf
        self._busy: set[str] = set()
        self._guard = threading.Lock()

    def register(self, app: Flask) -> None:
        """Put the paths into the app."""
        path = f"{contract.BASE}/media/<uuid_text:media_id>/tus"
        app.add_url_rule(path, "tus_offset", self.offset, methods=["HEAD"])
        app.add_url_rule(path, "tus_append", self.append, methods=["PATCH"])

    def offset(self, media_id: str) -> Response:
        """How many bytes are there."""
        _speaks_tus()
        media = self._shelf.own(media_id, caller())
        if media.state == "awaiting_bytes" and self._there(media) == media.facts["size"]:
            # The server went down between the last byte and its check.
            with self._alone(media_id):
                media = self._settle(media, self._store.resumable_file(media_id))
        return self._answer(media, 200)

    def append(self, media_id: str) -> Response:
        """More bytes."""
        _speaks_tus()
        media = self._shelf.own(media_id, caller())
        if request.mimetype != BODY:
            raise Problem(415, "body_type", f"{BODY} is needed", mediaTypes=[BODY])
        start = _offset_header()
        with self._alone(media_id):
            # Another request may have finished the upload while this one waited for its turn.
            media = self._shelf.get(media_id)
            if media.state == "rejected":
                raise Problem(409, "media_rejected", "the bytes were no usable picture; use another id")
            self._judge(media, start)
            if media.state == "awaiting_bytes":
                file = self._store.resumable_file(media_id)
                _append(file, media.facts["size"])
                media = self._settle(media, file)
        return self._answer(media, 204)

    def _judge(self, media: Media, start: int) -> None:
        """Raise 409 for a wrong offset, 422 for more than was announced."""
        there = self._there(media)
        if start != there:
            headers = {"Upload-Offset": str(there), "Tus-Resumable": TUS}
            raise Problem(409, "offset_mismatch", f"{there} bytes are there", headers=headers)
        if start + (request.content_length or 0) > media.facts["size"]:
            raise _more_than_announced(media.facts["size"])

    def _settle(self, media: Media, file: Path) -> Media:
        """Complete the upload when all is there. Raises 422, with nothing kept, when the digest is wrong."""
        if file.stat().st_size < media.facts["size"]:
            return media
        if sha256_of(file) != media.facts["sha256"]:
            file.unlink()
            raise Problem(422, "digest_mismatch", "the bytes have another sha-256; the offset is 0 again")
        return self._shelf.complete(media, file)

    def _there(self, media: Media) -> int:
        if media.state != "awaiting_bytes":
            return int(media.facts["size"])
        file = self._store.resumable_file(media.id)
        return file.stat().st_size if file.exists() else 0

    def _answer(self, media: Media, status: int) -> Response:
        headers = {
            "Upload-Offset": str(self._there(media)),
            "Upload-Length": str(media.facts["size"]),
            "Tus-Resumable": TUS,
            "Cache-Control": "no-store",
        }
        return Response(status=status, headers=headers)

    @contextmanager
    def _alone(self, media_id: str) -> Iterator[None]:
        """Let one request write to an upload at a time. Raises 423 for a second one."""
        with self._guard:
            if media_id in self._busy:
                headers = {"Retry-After": "1"}
                raise Problem(423, "locked", "another upload is writing", retryable=True, headers=headers)
            self._busy.add(media_id)
        try:
            yield
        finally:
            with self._guard:
                self._busy.discard(media_id)


def _append(file: Path, size: int) -> None:
    """Put what the line gives behind what is there; what came before a broken line is kept."""
    with file.open("ab") as target:
        before = target.tell()
        try:
            while part := request.stream.read(CHUNK):
                if target.tell() + len(part) > size:
                    target.truncate(before)
                    raise _more_than_announced(size)
                target.write(part)
        finally:
            target.flush()
            os.fsync(target.fileno())


def _more_than_announced(size: int) -> Problem:
    return Problem(422, "size_mismatch", f"{size} bytes were announced")


def _speaks_tus() -> None:
    version = request.headers.get("Tus-Resumable")
    if version is None:
        raise bad_header("Tus-Resumable", "bad_header", f"{TUS} is needed")
    if version != TUS:
        raise Problem(412, "tus_version", f"Tus-Resumable: {TUS} is needed", headers={"Tus-Version": TUS})


def _offset_header() -> int:
    text = request.headers.get("Upload-Offset", "")
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise bad_header("Upload-Offset", "bad_header", "a whole number is needed")
    return int(text)
