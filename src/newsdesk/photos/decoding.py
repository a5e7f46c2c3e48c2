"""Opening a picture that may be anything, and finding out what it is.

These functions expect a process of their own (`worker.py`): they silence Pillow's warnings for a while, and a
decoder may need much memory or never come back.
"""

import hashlib
import struct
import unicodedata
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO

from pi_heif import HeifImageFile
from PIL import Image

from newsdesk.article.photo import Photo
from newsdesk.errors import BadInput
from newsdesk.photos import metadata
from newsdesk.photos.colour import has_usable_profile
from newsdesk.photos.completeness import is_cut_off
from newsdesk.photos.pixels import is_sideways
from newsdesk.photos.sniffing import AVIF, ENDINGS, GIF, HEIC, JPEG, PNG, TIFF, WEBP, media_type

MAX_BYTES = 200 * 1024 * 1024
MANY_PIXELS = 75_000_000
MAX_PIXELS = 150_000_000
_PLUGINS = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP", AVIF: "AVIF", TIFF: "TIFF", GIF: "GIF"}
_DECODER_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    EOFError,
    OverflowError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What Pillow's plugins and libheif raise on hostile files; anything else is a fault of ours."""


def probe(data: bytes, filename: str) -> Photo:
    """Check a photo by decoding it, and read what it says of itself.

    Raises:
        BadInput: it cannot be used; see `opened`.
    """
    with opened(data, filename) as image:
        kind = media_type(data, filename)
        width, height = image.size
        _decode_cheaply(image)
        if kind != JPEG:
            width, height = image.size
        facts = metadata.read(image, data)
        notes = (*facts.notes, *_noticed(image, kind, width * height, filename))
        sideways = is_sideways(image)
    photo = Photo(
        sha256=hashlib.sha256(data).hexdigest(),
        filename=unicodedata.normalize("NFC", filename),
        media_type=kind,
        width=height if sideways else width,
        height=width if sideways else height,
        byte_size=len(data),
        notes=notes,
    )
    return replace(photo, **facts.fields())


@contextmanager
def opened(data: bytes, filename: str) -> Iterator[Image.Image]:
    """A checked picture whose pixels are not decoded yet; decoder errors inside the block become `BadInput`.

    Raises:
        BadInput: `photo.empty`, `photo.too_large`, a code of `sniffing.media_type`, `photo.truncated`,
            `photo.too_many_pixels`, `photo.damaged`, `photo.memory`.
    """
    kind = media_type(data, filename)
    if len(data) > MAX_BYTES:
        raise BadInput("photo.too_large", file=filename, limit=MAX_BYTES)
    if is_cut_off(data, kind):
        raise BadInput("photo.truncated", file=filename)
    _refuse_bomb(_declared_size(data, kind), filename)
    with warnings.catch_warnings(), _translated(filename):
        warnings.simplefilter("ignore")
        with _open(data, kind) as image:
            _refuse_bomb(image.size, filename)
            yield image


def _open(data: bytes, kind: str) -> Image.Image:
    if kind == HEIC:
        heif: Image.Image = HeifImageFile(BytesIO(data))
        return heif
    return Image.open(BytesIO(data), formats=[_PLUGINS[kind]])


def _declared_size(data: bytes, kind: str) -> tuple[int, int]:
    """The size an AVIF or HEIC file declares (`ispe`): their codecs refuse large ones without a reason."""
    place = data.find(b"ispe", 0, 65536) if kind in (AVIF, HEIC) else -1
    if place < 0:
        return 0, 0
    width, height = struct.unpack_from(">II", data.ljust(place + 16, b"\0"), place + 8)
    return width, height


def _refuse_bomb(size: tuple[int, int], filename: str) -> None:
    width, height = size
    if width * height > MAX_PIXELS:
        raise _too_many_pixels(filename)


def _too_many_pixels(filename: str) -> BadInput:
    return BadInput("photo.too_many_pixels", file=filename, limit=MAX_PIXELS // 1_000_000)


@contextmanager
def _translated(filename: str) -> Iterator[None]:
    try:
        yield
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(filename) from error
    except MemoryError as error:
        raise BadInput("photo.memory", file=filename) from error
    except _DECODER_ERRORS as error:
        code = "photo.truncated" if _says_truncated(error) else "photo.damaged"
        raise BadInput(code, file=filename) from error


def _says_truncated(error: BaseException) -> bool:
    message = str(error).lower()
    return isinstance(error, EOFError) or any(
        word in message for word in ("truncat", "end of file", "not enough")
    )


def _decode_cheaply(image: Image.Image) -> None:
    """Run through all the picture data to see that it is there; JPEG at an eighth of its size."""
    image.draft(image.mode, (max(1, image.width // 8), max(1, image.height // 8)))
    image.load()


def _noticed(image: Image.Image, kind: str, pixels: int, filename: str) -> Iterator[str]:
    if getattr(image, "n_frames", 1) > 1:
        yield "extra_images" if kind in (JPEG, HEIC) else "multi_frame"
    if pixels > MANY_PIXELS:
        yield "very_large"
    if not has_usable_profile(image):
        yield "color_profile_damaged"
    name = filename.lower()
    others = [ending for other, endings in ENDINGS.items() if other != kind for ending in endings]
    if name.endswith(tuple(others)):
        yield "misnamed"
