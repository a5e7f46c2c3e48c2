"""Pictures come from a worker, once, in few sizes, and are forgotten when there are too many."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from newsdesk.article.blocks import Crop
from newsdesk.errors import StorageError
from newsdesk.gui.editor.previews import LONG_EDGES, PreviewCache
from newsdesk.gui.tasks import Tasks

PHOTO = "a" * 64


class Darkroom:
    """Makes previews of the size asked for and remembers the asking."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.broken: dict[str, bytes | None] = {}

    def load(self, photo: str, long_edge: int) -> bytes:
        self.asked.append((photo, long_edge))
        if photo in self.broken:
            data = self.broken[photo]
            if data is None:
                raise StorageError("photo.original_missing", photo=photo)
            return data
        image = QImage(long_edge, long_edge // 2, QImage.Format.Format_RGB32)
        image.fill(QColor("navy"))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "JPEG", 80)
        return bytes(buffer.data().data())

    def size(self, photo: str) -> tuple[int, int] | None:
        return (4000, 2000) if photo == PHOTO else None


@pytest.fixture
def darkroom() -> Darkroom:
    return Darkroom()


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def previews(darkroom: Darkroom, tasks: Tasks) -> PreviewCache:
    return PreviewCache(darkroom.load, darkroom.size, tasks)


def test_a_picture_is_made_once(previews: PreviewCache, darkroom: Darkroom, qtbot: QtBot) -> None:
    with qtbot.waitSignal(previews.ready) as ready:
        assert previews.pixmap(PHOTO, None, 680) is None
        assert previews.pixmap(PHOTO, None, 700) is None
    assert ready.args == [PHOTO]
    picture = previews.pixmap(PHOTO, None, 680)
    assert picture is not None
    assert (picture.width(), picture.height()) == (720, 360)
    assert darkroom.asked == [(PHOTO, 720)]


def test_the_room_for_a_known_photo_is_known_at_once(previews: PreviewCache) -> None:
    assert previews.ratio(PHOTO, None) == 0.5
    assert previews.ratio(PHOTO, Crop(0.25, 0, 0.75, 1)) == 1.0
    assert previews.ratio(PHOTO, Crop(0.5, 0, 0.5, 1)) is None
    assert previews.ratio("b" * 64, None) is None


def test_a_crop_is_cut_from_a_larger_picture(
    previews: PreviewCache, darkroom: Darkroom, qtbot: QtBot
) -> None:
    crop = Crop(0.5, 0, 1, 1)
    with qtbot.waitSignal(previews.ready):
        previews.pixmap(PHOTO, crop, 680)
    picture = previews.pixmap(PHOTO, crop, 680)
    assert picture is not None
    assert (picture.width(), picture.height()) == (720, 720)
    assert previews.pixmap(PHOTO, crop, 680) is picture
    assert darkroom.asked == [(PHOTO, 1440)]


def test_a_smaller_picture_stands_in_meanwhile(previews: PreviewCache, qtbot: QtBot) -> None:
    with qtbot.waitSignal(previews.ready):
        previews.pixmap(PHOTO, None, 300)
    with qtbot.waitSignal(previews.ready):
        stand_in = previews.pixmap(PHOTO, None, 9000)
    assert stand_in is not None
    assert stand_in.width() == LONG_EDGES[0]
    large = previews.pixmap(PHOTO, None, 9000)
    assert large is not None
    assert large.width() == LONG_EDGES[-1]


@pytest.mark.parametrize("data", [None, b"no picture"])
def test_a_photo_that_cannot_be_shown_is_asked_for_once(
    previews: PreviewCache, darkroom: Darkroom, qtbot: QtBot, data: bytes | None
) -> None:
    darkroom.broken[PHOTO] = data
    with qtbot.waitSignal(previews.ready):
        previews.pixmap(PHOTO, None, 300)
    assert previews.failed(PHOTO)
    assert previews.pixmap(PHOTO, None, 300) is None
    assert len(darkroom.asked) == 1


def test_the_oldest_are_forgotten(darkroom: Darkroom, tasks: Tasks, qtbot: QtBot) -> None:
    previews = PreviewCache(darkroom.load, darkroom.size, tasks, limit=2 * 360 * 180 * 4)
    photos = [letter * 64 for letter in "bcd"]
    for photo in photos:
        with qtbot.waitSignal(previews.ready):
            previews.pixmap(photo, None, 300)
    assert previews.pixmap(photos[2], None, 300) is not None
    with qtbot.waitSignal(previews.ready):
        assert previews.pixmap(photos[0], None, 300) is None
    assert [photo for photo, _ in darkroom.asked] == [*photos, photos[0]]
