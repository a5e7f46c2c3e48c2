"""Small pictures for the screen."""

from io import BytesIO

from newsdesk.article.blocks import Crop
from newsdesk.photos.decoding import opened
from newsdesk.photos.pixels import rendered

_QUALITY = 82
_FASTEST = 1.0


def preview(data: bytes, long_edge: int, crop: Crop | None = None, *, filename: str = "") -> bytes:
    """A JPEG of the upright picture, its longer side at most `long_edge` pixels, without metadata.

    Raises:
        BadInput: the original cannot be used; see `decoding.opened`.
    """
    with opened(data, filename) as image:
        picture = rendered(image, long_edge, crop, spare=_FASTEST)
    picture.info.clear()
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=_QUALITY, subsampling="4:2:0")
    return stream.getvalue()
