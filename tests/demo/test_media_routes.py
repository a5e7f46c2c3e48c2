"""Photos: announcing, sending bytes, what is refused."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from making.photos import corners, encoded
from making.stations import JPEG, RESOURCES, Caller, Newsroom, digest_header, facts, fresh_id
from newsdesk.demo.server import serve

PNG = encoded(corners(), "PNG")
WEBP = encoded(corners(), "WEBP")


def state(caller: Caller, media_id: str) -> str:
    return str(caller.get(f"/media/{media_id}").json()["state"])


def test_a_photo_is_announced_sent_and_read_back(cms: Newsroom) -> None:
    media_id = fresh_id()
    made = cms.reporter.announce(media_id, caption="Hoa")
    assert (made.status_code, made.json()["state"]) == (201, "awaiting_bytes")
    assert made.json()["upload"]["put"].startswith(cms.url)
    sent = cms.reporter.send_bytes(media_id)
    assert (sent.status_code, sent.json()["state"], sent.json()["upload"]) == (200, "ready", None)
    picture = sent.json()["renditions"][0]
    assert (picture["width"], picture["height"]) == (96, 64)
    bytes_back = cms.reporter.session.get(picture["href"], timeout=20)
    assert bytes_back.content == JPEG
    assert bytes_back.headers["Repr-Digest"] == digest_header(JPEG)
    known = {"If-None-Match": bytes_back.headers["ETag"]}
    assert cms.reporter.get(f"/media/{media_id}/content", known).status_code == 304


@pytest.mark.parametrize(("kind", "data"), [("image/png", PNG), ("image/webp", WEBP)])
def test_other_kinds_of_pictures(cms: Newsroom, kind: str, data: bytes) -> None:
    media_id = fresh_id()
    cms.reporter.announce(media_id, data, mediaType=kind)
    picture = cms.reporter.send_bytes(media_id, data, Content_Type=kind).json()["renditions"][0]
    assert (picture["width"], picture["height"], picture["contentType"]) == (96, 64, kind)


def test_everything_may_be_repeated(cms: Newsroom) -> None:
    media_id = cms.reporter.photo()
    again = cms.reporter.announce(media_id, caption="Chú thích mới")
    assert (again.status_code, again.json()["state"], again.json()["caption"]) == (
        200,
        "ready",
        "Chú thích mới",
    )
    assert cms.reporter.send_bytes(media_id).status_code == 200
    other = cms.reporter.announce(media_id, PNG, mediaType="image/png")
    assert (other.status_code, other.json()["code"]) == (409, "media_differs")


def test_bytes_that_are_not_the_announced_ones(cms: Newsroom) -> None:
    media_id = fresh_id()
    cms.reporter.announce(media_id)
    flipped = JPEG[:-1] + bytes([JPEG[-1] ^ 1])
    wrong = cms.reporter.send_bytes(media_id, flipped, Repr_Digest=digest_header(JPEG))
    assert (wrong.status_code, wrong.json()["code"]) == (422, "digest_mismatch")
    honest = cms.reporter.send_bytes(media_id, flipped)
    assert (honest.status_code, honest.json()["code"]) == (422, "digest_mismatch")
    short = cms.reporter.send_bytes(media_id, JPEG[:-1])
    assert (short.status_code, short.json()["code"]) == (422, "size_mismatch")
    assert state(cms.reporter, media_id) == "awaiting_bytes"
    assert cms.reporter.get(f"/media/{media_id}/content").json()["code"] == "media_not_ready"
    assert cms.reporter.send_bytes(media_id).json()["state"] == "ready"


def test_headers_that_are_needed(cms: Newsroom) -> None:
    media_id = fresh_id()
    cms.reporter.announce(media_id)
    missing = cms.reporter.send_bytes(media_id, Repr_Digest="md5=:AA==:")
    assert (missing.status_code, missing.json()["code"]) == (400, "digest_missing")
    kind = cms.reporter.send_bytes(media_id, Content_Type="image/png")
    assert (kind.status_code, kind.json()["code"]) == (415, "body_type")
    address = f"{cms.reporter.api}/media/{media_id}/content"
    headers = {"Content-Type": "image/jpeg", "Repr-Digest": digest_header(JPEG)}
    chunked = cms.reporter.session.put(address, data=iter([JPEG]), headers=headers, timeout=20)
    assert (chunked.status_code, chunked.json()["code"]) == (411, "length_required")
    both = f"sha-512=:AA==:, {digest_header(JPEG)}"
    assert cms.reporter.send_bytes(media_id, Repr_Digest=both).status_code == 200


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/jpeg", "not_a_picture"),
        (b"\xff\xd8\xff", "image/jpeg", "not_a_picture"),
        (PNG, "image/jpeg", "type_differs"),
        (JPEG[:-2], "image/jpeg", "truncated"),
        (PNG[:-12], "image/png", "truncated"),
        (WEBP[:-8], "image/webp", "truncated"),
    ],
)
def test_bytes_that_are_no_usable_picture(cms: Newsroom, data: bytes, kind: str, code: str) -> None:
    media_id = fresh_id()
    cms.reporter.announce(media_id, data, mediaType=kind)
    rejected = cms.reporter.send_bytes(media_id, data, Content_Type=kind).json()
    assert (rejected["state"], rejected["problem"]["code"]) == ("rejected", code)
    again = cms.reporter.send_bytes(media_id, data, Content_Type=kind)
    assert (again.status_code, again.json()["code"]) == (409, "media_rejected")


def test_limits_are_told(cms: Newsroom) -> None:
    large = cms.reporter.put(f"/media/{fresh_id()}", facts() | {"size": 10**9})
    assert (large.status_code, large.json()["maxBytes"]) == (413, 50 * 1024 * 1024)
    strange = cms.reporter.put(f"/media/{fresh_id()}", facts() | {"mediaType": "image/tiff"})
    assert strange.status_code == 415
    assert "image/jpeg" in strange.json()["mediaTypes"]
    vast = cms.reporter.put(f"/media/{fresh_id()}", {"x": "a" * 300_000})
    assert vast.json()["code"] == "too_large"


def test_an_early_refusal_reaches_a_caller_who_still_sends(cms: Newsroom) -> None:
    media_id = fresh_id()
    cms.reporter.announce(media_id)
    refused = cms.reporter.send_bytes(media_id, bytes(8_000_000))
    assert (refused.status_code, refused.json()["code"]) == (422, "size_mismatch")
    refused = cms.reporter.send_bytes(media_id, bytes(50 * 1024 * 1024 + 1))
    assert (refused.status_code, refused.json()["maxBytes"]) == (413, 50 * 1024 * 1024)


def test_rights_to_photos(cms: Newsroom) -> None:
    assert cms.guest.announce(fresh_id()).json()["missingCapability"] == "media.create"
    media_id = cms.reporter.photo()
    assert cms.stringer.announce(media_id).json()["missingCapability"] == "article.edit.others"
    assert cms.stringer.send_bytes(media_id).status_code == 403
    assert cms.editor.announce(media_id).status_code == 200


def test_a_broken_line_leaves_nothing_behind(tmp_path: Path) -> None:
    with Newsroom(serve(tmp_path, RESOURCES)) as cms:
        media_id = fresh_id()
        cms.reporter.announce(media_id)
        place = urlsplit(cms.url)
        token = str(cms.reporter.session.headers["Authorization"])
        head = (
            f"PUT /newsdesk/v1/media/{media_id}/content HTTP/1.1\r\nHost: {place.netloc}\r\n"
            f"Authorization: {token}\r\nContent-Type: image/jpeg\r\n"
            f"Repr-Digest: {digest_header(JPEG)}\r\nContent-Length: {len(JPEG)}\r\n\r\n"
        )
        with socket.create_connection((place.hostname, place.port or 80), timeout=20) as line:
            line.sendall(head.encode() + JPEG[: len(JPEG) // 2])
            line.shutdown(socket.SHUT_WR)
            assert line.recv(100) is not None
        assert state(cms.reporter, media_id) == "awaiting_bytes"
        assert list((tmp_path / "incoming").iterdir()) == []
        assert cms.reporter.send_bytes(media_id).json()["state"] == "ready"
