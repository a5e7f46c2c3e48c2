"""A preview of a 12-megapixel JPEG against Qt's own scaled decode; both end in a JPEG of the same size."""

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImageReader

from benchmarks.conftest import Versus
from making.photos import decoded, encoded
from newsdesk.photos.previews import preview

SCREEN, TILE = 1600, 256


@pytest.fixture(scope="module")
def photo() -> bytes:
    """4000 × 3000 pixels with as much detail as a camera sees, about 4 MB."""
    grain = Image.effect_noise((1000, 750), 70).convert("RGB")
    return encoded(grain.resize((4000, 3000), Image.Resampling.BICUBIC), quality=90, subsampling="4:2:0")


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
    row = versus(
        f"preview of a 12 MP JPEG at {long_edge}",
        "QImageReader, scaled decode",
        lambda: preview(photo, long_edge),
        lambda: preview_by_qt(photo, long_edge),
        budget="≤ 1.2",
    )
    assert row.ratio > 0
    assert decoded(preview(photo, long_edge)).size == decoded(preview_by_qt(photo, long_edge)).size
