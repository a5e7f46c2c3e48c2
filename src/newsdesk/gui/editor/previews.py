"""Pictures for the page: made by a worker, kept while they are in use, never stored in the document."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRect, Signal, SignalInstance
from PySide6.QtGui import QImage, QPixmap

from newsdesk.article.blocks import Crop
from newsdesk.desk.work import Work
from newsdesk.errors import NewsdeskError
from newsdesk.gui.tasks import Tasks

LONG_EDGES = (360, 720, 1440, 2880)
"""The sizes previews are made in, in pixels; few, so that they are found again."""

Picture = tuple[str, int]
WHOLE = Crop(0, 0, 1, 1)


class Previews(Protocol):
    """Where the page takes its pictures from. Photos are named by the SHA-256 of their original."""

    @property
    def ready(self) -> SignalInstance:
        """Emitted with a photo's hash when a picture that was asked for has come or has failed."""
        ...

    def pixmap(self, photo: str, crop: Crop | None, width: int) -> QPixmap | None:
        """The cropped picture, about `width` pixels wide or more; None when it has to be waited for."""
        ...

    def ratio(self, photo: str, crop: Crop | None) -> float | None:
        """Height by width of the cropped picture; None while unknown."""
        ...

    def failed(self, photo: str) -> bool:
        """Whether no picture can be made of this photo."""
        ...


class PreviewCache(QObject):
    """Keeps the pictures shown last, up to a number of bytes, and has missing ones made in a worker.

    `load` makes a JPEG of at most so many pixels on its long edge; `size` tells width and height of the
    upright photo at once, so that the page can leave the right room before the picture is there.
    """

    ready = Signal(str)

    def __init__(
        self,
        load: Callable[[str, int], bytes],
        size: Callable[[str], tuple[int, int] | None],
        tasks: Tasks,
        limit: int = 192 * 1024 * 1024,
    ) -> None:
        super().__init__(tasks)
        self._load = load
        self._size = size
        self._tasks = tasks
        self._limit = limit
        self._pictures: OrderedDict[Picture, QPixmap] = OrderedDict()
        self._cropped: dict[tuple[int, Crop], QPixmap] = {}
        self._asked: set[Picture] = set()
        self._failed: set[str] = set()
        self._sizes: dict[str, tuple[int, int]] = {}

    def pixmap(self, photo: str, crop: Crop | None, width: int) -> QPixmap | None:
        """The cropped picture; None when it has to be waited for, or when there is none."""
        wanted = self._long_edge(photo, crop or WHOLE, width)
        picture = self._pictures.get((photo, wanted))
        if picture is None:
            self._ask(photo, wanted)
            picture = self._another(photo)
        else:
            self._pictures.move_to_end((photo, wanted))
        if picture is None or crop is None:
            return picture
        return self._crop(picture, crop)

    def ratio(self, photo: str, crop: Crop | None) -> float | None:
        """Height by width of the cropped picture; None while unknown."""
        size = self._size_of(photo)
        if size is None:
            return None
        part = crop or WHOLE
        width, height = size[0] * (part.right - part.left), size[1] * (part.bottom - part.top)
        return height / width if width > 0 and height > 0 else None

    def failed(self, photo: str) -> bool:
        """Whether no picture can be made of this photo."""
        return photo in self._failed

    def _size_of(self, photo: str) -> tuple[int, int] | None:
        if photo not in self._sizes and (size := self._size(photo)) is not None:
            self._sizes[photo] = size
        return self._sizes.get(photo)

    def _long_edge(self, photo: str, part: Crop, width: int) -> int:
        ratio = self.ratio(photo, None) or 1.0
        needed = width / max(part.right - part.left, 0.01) * max(1.0, ratio)
        return next((edge for edge in LONG_EDGES if edge >= needed), LONG_EDGES[-1])

    def _another(self, photo: str) -> QPixmap | None:
        """A picture of another size to show meanwhile."""
        return next((self._pictures[key] for key in reversed(self._pictures) if key[0] == photo), None)

    def _crop(self, picture: QPixmap, crop: Crop) -> QPixmap:
        key = (picture.cacheKey(), crop)
        if key not in self._cropped:
            width, height = picture.width(), picture.height()
            left, top = round(crop.left * width), round(crop.top * height)
            right, bottom = round(crop.right * width), round(crop.bottom * height)
            self._cropped[key] = picture.copy(QRect(left, top, max(1, right - left), max(1, bottom - top)))
        return self._cropped[key]

    def _ask(self, photo: str, long_edge: int) -> None:
        key = (photo, long_edge)
        if key in self._asked or photo in self._failed:
            return
        self._asked.add(key)

        def make(_: Work) -> QImage:
            return QImage.fromData(self._load(photo, long_edge))

        self._tasks.start(make, lambda image: self._take(key, image), lambda error: self._lose(key, error))

    def _take(self, key: Picture, image: QImage) -> None:
        self._asked.discard(key)
        if image.isNull():
            self._failed.add(key[0])
        else:
            self._pictures[key] = QPixmap.fromImage(image)
            self._sizes.setdefault(key[0], (image.width(), image.height()))
            self._forget_oldest()
        self.ready.emit(key[0])

    def _lose(self, key: Picture, _: NewsdeskError) -> None:
        self._asked.discard(key)
        self._failed.add(key[0])
        self.ready.emit(key[0])

    def _forget_oldest(self) -> None:
        while len(self._pictures) > 1 and sum(map(_bytes, self._pictures.values())) > self._limit:
            self._pictures.popitem(last=False)
        held = {picture.cacheKey() for picture in self._pictures.values()}
        self._cropped = {key: part for key, part in self._cropped.items() if key[0] in held}


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
