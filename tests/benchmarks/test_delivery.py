"""100 MB of photos to the demonstration CMS in a process of its own, against curl on the same line."""

import hashlib
import json
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.pairing import MEMORY, WALL, Budget, Versus
from making.delivering import DAI, Jpeg, Press, piece
from newsdesk.article.blocks import Figure
from newsdesk.article.identity import new_id
from newsdesk.article.model import Status
from newsdesk.cms.connector import Media, MediaTexts
from newsdesk.cms.station import StationConnector
from newsdesk.cms.transport import Transport
from newsdesk.desk.delivering import DeliveryState
from newsdesk.system.trust import tls_context

pytestmark = pytest.mark.real

ROUNDS = 3


@pytest.fixture
def photos(measuring: bool) -> int:
    """How many photos go in one run."""
    return 25 if measuring else 3


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

    def __init__(self, cms: dict[str, str], photo: Jpeg, photos: int, runs: int) -> None:
        self._cms = cms
        self._photo = photo
        self._photos = photos
        self._connector = StationConnector(Transport(cms["url"], lambda: cms["token"], tls_context()))
        self._waiting = iter([self._announced() for _ in range(photos * runs)])

    def _announced(self) -> Media:
        photo, media_id = self._photo, new_id()
        media = Media(media_id, "a.jpg", "image/jpeg", len(photo.data), photo.sha256, MediaTexts())
        self._connector.put_media(media)
        return media

    def ours(self) -> None:
        for _ in range(self._photos):
            stored = self._connector.upload(next(self._waiting), self._photo.data, lambda done, total: None)
            assert stored.state == "ready"

    def by_curl(self, file: Path) -> None:
        digest = b64encode(hashlib.sha256(self._photo.data).digest()).decode()
        parts: list[str] = []
        for _ in range(self._photos):
            address = f"{self._cms['url']}/newsdesk/v1/media/{next(self._waiting).id}/content"
            parts += ["--next"] if parts else []
            parts += ["-sS", "--fail", "-o", "/dev/null", "-T", str(file), "-H", "Expect:"]
            parts += ["-H", f"Authorization: Bearer {self._cms['token']}", "-H", "Content-Type: image/jpeg"]
            parts += ["-H", f"Repr-Digest: sha-256=:{digest}:", address]
        subprocess.run(["curl", *parts], check=True)

    def close(self) -> None:
        self._connector.close()


def test_photos_go_as_fast_as_with_curl(
    versus: Versus, cms: dict[str, str], photo: Jpeg, photos: int, tmp_path: Path
) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(photo.data)
    uploads = Uploads(cms, photo, photos, runs=2 * (ROUNDS + 1))
    versus(
        f"upload of {photos * len(photo.data) // 1_000_000} MB in {photos} photos",
        uploads.ours,
        "curl, the same server",
        lambda: uploads.by_curl(file),
        Budget(ratio=1.11),
        meter=WALL,
        rounds=ROUNDS,
    )
    uploads.close()


def test_memory_stays_flat(
    versus: Versus, cms: dict[str, str], photo: Jpeg, photos: int, tmp_path: Path
) -> None:
    """Many photos need no more memory than two: one that is sent, one that is being made."""

    def render(wanted: Figure) -> Jpeg:
        return Jpeg(bytes(bytearray(photo.data)))

    def send(count: int) -> None:
        article = piece(photos=count)
        with Press(tmp_path / new_id(), cms["url"], cms["token"], cms["user"], render=render) as press:
            press.set_up(article)
            delivery = press.delivering.queue(article.id, DAI, Status.DRAFT)
            assert press.delivering.deliver(delivery).state is DeliveryState.DONE

    row = versus(
        f"memory while {photos} photos are sent",
        lambda: send(photos),
        "while 2 are sent",
        lambda: send(2),
        Budget(ratio=1.2),
        meter=MEMORY,
        rounds=1,
    )
    assert row.ours < 4 * len(photo.data)
