"""Resumable uploads."""

from pathlib import Path

import pytest
import requests

from making.stations import JPEG, RESOURCES, Caller, Newsroom, fresh_id
from newsdesk.demo.server import serve

HALF = len(JPEG) // 2


class Upload:
    """One upload and its address."""

    def __init__(self, caller: Caller, data: bytes = JPEG) -> None:
        self.caller = caller
        self.id = fresh_id()
        self.address = caller.announce(self.id, data).json()["upload"]["tus"]

    def head(self) -> requests.Response:
        return self.caller.session.head(self.address, headers={"Tus-Resumable": "1.0.0"}, timeout=20)

    def patch(self, offset: int, data: bytes, **more: str) -> requests.Response:
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Offset": str(offset),
            "Content-Type": "application/offset+octet-stream",
            **{name.replace("_", "-"): value for name, value in more.items()},
        }
        return self.caller.session.patch(self.address, data=data, headers=headers, timeout=20)

    def state(self) -> str:
        return str(self.caller.get(f"/media/{self.id}").json()["state"])


def test_an_interrupted_upload_goes_on(cms: Newsroom) -> None:
    upload = Upload(cms.reporter)
    assert upload.head().headers["Upload-Offset"] == "0"
    assert upload.patch(0, JPEG[:HALF]).headers["Upload-Offset"] == str(HALF)
    there = upload.head()
    assert (there.headers["Upload-Offset"], there.headers["Upload-Length"]) == (str(HALF), str(len(JPEG)))
    assert there.headers["Cache-Control"] == "no-store"
    last = upload.patch(HALF, JPEG[HALF:])
    assert (last.status_code, last.headers["Upload-Offset"]) == (204, str(len(JPEG)))
    assert upload.state() == "ready"
    assert cms.reporter.get(f"/media/{upload.id}/content").content == JPEG
    assert upload.head().headers["Upload-Offset"] == str(len(JPEG))


@pytest.mark.parametrize("offset", [0, HALF - 1, HALF + 1, len(JPEG)])
def test_a_wrong_offset_is_refused_and_stores_nothing(cms: Newsroom, offset: int) -> None:
    upload = Upload(cms.reporter)
    upload.patch(0, JPEG[:HALF])
    wrong = upload.patch(offset, b"x")
    assert (wrong.status_code, wrong.json()["code"]) == (409, "offset_mismatch")
    assert wrong.headers["Upload-Offset"] == str(HALF)
    assert upload.head().headers["Upload-Offset"] == str(HALF)
    upload.patch(HALF, JPEG[HALF:])
    assert upload.state() == "ready"


def test_other_bytes_start_over(cms: Newsroom) -> None:
    upload = Upload(cms.reporter)
    wrong = upload.patch(0, bytes(len(JPEG)))
    assert (wrong.status_code, wrong.json()["code"]) == (422, "digest_mismatch")
    assert upload.head().headers["Upload-Offset"] == "0"
    upload.patch(0, JPEG)
    assert upload.state() == "ready"


def test_more_than_announced_is_refused(cms: Newsroom) -> None:
    upload = Upload(cms.reporter)
    assert upload.patch(0, JPEG + b"x").json()["code"] == "size_mismatch"
    assert upload.head().headers["Upload-Offset"] == "0"
    headers = {
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": "0",
        "Content-Type": "application/offset+octet-stream",
    }
    chunked = cms.reporter.session.patch(upload.address, data=iter([JPEG, b"x"]), headers=headers, timeout=20)
    assert chunked.json()["code"] == "size_mismatch"
    assert upload.head().headers["Upload-Offset"] == "0"


def test_bytes_that_came_whole_end_the_upload(cms: Newsroom) -> None:
    upload = Upload(cms.reporter)
    upload.patch(0, JPEG[:HALF])
    cms.reporter.send_bytes(upload.id)
    assert upload.head().headers["Upload-Offset"] == str(len(JPEG))
    assert upload.patch(len(JPEG), b"").status_code == 204


def test_the_protocol_is_asked_for(cms: Newsroom) -> None:
    upload = Upload(cms.reporter)
    old = upload.patch(0, JPEG, Tus_Resumable="0.2.2")
    assert (old.status_code, old.headers["Tus-Version"]) == (412, "1.0.0")
    assert upload.patch(0, JPEG, Content_Type="image/jpeg").json()["code"] == "body_type"
    assert upload.patch(0, JPEG, Upload_Offset="-1").status_code == 400
    assert cms.reporter.session.head(upload.address, timeout=20).status_code == 400
    assert (
        cms.guest.session.head(upload.address, headers={"Tus-Resumable": "1.0.0"}, timeout=20).status_code
        == 403
    )


def test_a_server_that_went_down_before_its_check(tmp_path: Path) -> None:
    with Newsroom(serve(tmp_path, RESOURCES)) as cms:
        upload = Upload(cms.reporter)
        (tmp_path / "incoming" / f"{upload.id}.tus").write_bytes(JPEG)
        assert upload.state() == "awaiting_bytes"
        assert upload.head().headers["Upload-Offset"] == str(len(JPEG))
        assert upload.state() == "ready"
