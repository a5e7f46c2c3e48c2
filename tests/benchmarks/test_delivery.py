"""100 MB of photos to the demonstration CMS in a process of its own, against curl on the same line."""

import hashlib
import json
import subprocess
import sys
import time
import tracemalloc
from base64 import b64encode
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.conftest import Versus
from making.delivering import DAI, Jpeg, Press, piece
from newsdesk.article.blocks import Figure
from newsdesk.article.identity import new_id
from newsdesk.article.model import Status
from newsdesk.cms.connector import Media, MediaTexts
from newsdesk.cms.station import StationConnector
from newsdesk.cms.transport import Transport
from newsdesk.desk.delivering import DeliveryState
from newsdesk.system.trust import tls_context

PHOTOS = 25
ROUNDS = 3


@pytest.fixture(scope="module")
def photo() -> Jpeg:
    """About 4 MB of JPEG."""
    stream = BytesIO()
    Image.effect_noise((2400, 1800), 90).convert("RGB").save(stream, "JPEG", quality=92)
    return Jpeg(stream.getvalue())


@pytest.fixture
def cms(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A CMS in another process; its address, user and token."""
    command = [sys.executable, "-m", "newsdesk", "demo-cms", "--data", str(tmp_path / "cms")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield json.loads("".join(_object(process.stdout)))
        finally:
            process.terminate()


def _object(lines: Iterable[str]) -> Iterator[str]:
    """The lines of one JSON object, after which more may follow much later."""
    for line in lines:
        yield line
        if line.rstrip().endswith("}"):
            return


class Uploads:
    """Photos that are announced and wait for their bytes, so that only bytes are measured."""

    def __init__(self, cms: dict[str, str], photo: Jpeg, count: int) -> None:
        self._cms = cms
        self._photo = photo
        self._connector = StationConnector(Transport(cms["url"], lambda: cms["token"], tls_context()))
        self._waiting = iter([self._announced() for _ in range(count)])

    def _announced(self) -> Media:
        photo, media_id = self._photo, new_id()
        media = Media(media_id, "a.jpg", "image/jpeg", len(photo.data), photo.sha256, MediaTexts())
        self._connector.put_media(media)
        return media

    def ours(self) -> None:
        for _ in range(PHOTOS):
            stored = self._connector.upload(next(self._waiting), self._photo.data, lambda done, total: None)
            assert stored.state == "ready"

    def by_curl(self, file: Path) -> None:
        digest = b64encode(hashlib.sha256(self._photo.data).digest()).decode()
        parts: list[str] = []
        for _ in range(PHOTOS):
            address = f"{self._cms['url']}/newsdesk/v1/media/{next(self._waiting).id}/content"
            parts += ["--next"] if parts else []
            parts += ["-sS", "--fail", "-o", "/dev/null", "-T", str(file), "-H", "Expect:"]
            parts += ["-H", f"Authorization: Bearer {self._cms['token']}", "-H", "Content-Type: image/jpeg"]
            parts += ["-H", f"Repr-Digest: sha-256=:{digest}:", address]
        subprocess.run(["curl", *parts], check=True)

    def close(self) -> None:
        self._connector.close()


@pytest.mark.real
def test_photos_go_as_fast_as_with_curl(
    versus: Versus, cms: dict[str, str], photo: Jpeg, tmp_path: Path
) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(photo.data)
    uploads = Uploads(cms, photo, count=2 * PHOTOS * (ROUNDS + 1))
    row = versus(
        f"upload of {PHOTOS * len(photo.data) // 1_000_000} MB in {PHOTOS} photos",
        "curl, the same server",
        uploads.ours,
        lambda: uploads.by_curl(file),
        budget="≤ 1.11 (0.9 × its speed)",
        rounds=ROUNDS,
        clock=time.perf_counter,
    )
    uploads.close()
    assert row.ratio > 0


@pytest.mark.real
def test_memory_stays_flat(cms: dict[str, str], photo: Jpeg, tmp_path: Path) -> None:
    """Twenty-five photos need no more memory than two: one that is sent, one that is being made."""
    article = piece(photos=PHOTOS)

    def render(wanted: Figure) -> Jpeg:
        return Jpeg(bytes(bytearray(photo.data)))

    with Press(tmp_path / "newsroom", cms["url"], cms["token"], cms["user"], render=render) as press:
        press.set_up(article)
        delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
        tracemalloc.start()
        try:
            result = press.delivering.deliver(delivery)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert result.state is DeliveryState.DONE
    assert peak < 4 * len(photo.data)
