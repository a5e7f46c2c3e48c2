"""A preview of a 12-megapixel JPEG against Qt's own scaled decode; both end in a JPEG of the same size."""

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImageReader

from benchmarks.pairing import Budget, Versus
from making.photos import decoded, encoded
from newsdesk.photos.previews import preview

SCREEN, TILE = 1600, 256


@pytest.fixture(scope="module")
def photo(measuring: bool) -> bytes:
    """As much detail as a camera sees; 4000 × 3000 pixels are about 4 MB."""
    width = 4000 if measuring else 2000
    grain = Image.effect_noise((width // 4, width * 3 // 16), 70).convert("RGB")
    size = (width, width * 3 // 4)
    return encoded(grain.resize(size, Image.Resampling.BICUBIC), quality=90, subsampling="4:2:0")


def preview_by_qt(photo: bytes, long_edge: int) -> bytes:
    source, target = QBuffer(), QBuffer()
    source.setData(QByteArray(photo))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, b"jpeg")
    reader.setScaledSize(QSize(long_edge, long_edge * 3 // 4))
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    reader.read().save(target, "JPEG", 82)
    return bytes(target.data().data())


@pytest.mark.real
@pytest.mark.parametrize("long_edge", [SCREEN, TILE])
def test_preview_of_a_large_photo(versus: Versus, photo: bytes, long_edge: int) -> None:
    versus(
        f"preview of a 12 MP JPEG at {long_edge} pixels",
        lambda: preview(photo, long_edge),
        "QImageReader, scaled decode",
        lambda: preview_by_qt(photo, long_edge),
        Budget(ratio=1.2),
        rounds=9,
    )
    assert decoded(preview(photo, long_edge)).size == decoded(preview_by_qt(photo, long_edge)).size
