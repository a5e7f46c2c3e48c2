"""Pixels as a page shows them: upright, eight bits, no transparency, sRGB."""

import math
from typing import cast

from PIL import Image

from newsdesk.article.blocks import Crop
from newsdesk.photos.colour import in_srgb

_ORIENTATION_TAG = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by EXIF orientation; 1 and impossible values leave it as it is."""

_SIDEWAYS = (5, 6, 7, 8)
_SIXTEEN_TO_EIGHT = 1 / 257
_WHOLE = Crop(0, 0, 1, 1)


def orientation(image: Image.Image) -> int:
    """EXIF orientation (1 to 8) that is still to be applied; 1 where none can be read.

    HEIF is turned by its decoder, TIFF by Pillow when it loads: ask after loading, save for JPEG.
    """
    if image.format == "HEIF":
        return 1
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except (OSError, SyntaxError, ValueError, TypeError, LookupError):
        return 1
    return value if value in _TURNS else 1


def is_sideways(image: Image.Image) -> bool:
    """Whether the picture lies on its side, so that upright width and height are swapped."""
    return orientation(image) in _SIDEWAYS


def rendered(image: Image.Image, long_edge: int, crop: Crop | None, *, spare: float) -> Image.Image:
    """The cropped picture in sRGB, upright, its longer side at most `long_edge` pixels; never enlarged.

    `spare` is how much larger than needed a JPEG is decoded before it is scaled: 1 is fastest, 2 finest.
    """
    part = crop or _WHOLE
    size = _scaled(_decode(image, long_edge, part, spare), part, long_edge)
    icc = image.info.get("icc_profile")
    turn = _TURNS.get(orientation(image))
    upright = image if turn is None else image.transpose(turn)
    plain = _opaque(_eight_bit(upright))
    small = plain.resize(size, Image.Resampling.LANCZOS, box=_box(plain.size, part), reducing_gap=2.0)
    return in_srgb(small, icc)


def _decode(image: Image.Image, long_edge: int, part: Crop, spare: float) -> tuple[int, int]:
    """Decode, a JPEG at the smallest scale that suffices; returns the full upright size."""
    if image.format not in ("JPEG", "MPO"):
        image.load()
        return image.size[::-1] if is_sideways(image) else image.size
    full = image.size[::-1] if is_sideways(image) else image.size
    factor = min(1.0, spare * long_edge / max(_extent(full, part)))
    image.draft(image.mode, (math.ceil(image.width * factor), math.ceil(image.height * factor)))
    image.load()
    return full


def _scaled(full: tuple[int, int], part: Crop, long_edge: int) -> tuple[int, int]:
    width, height = _extent(full, part)
    factor = min(1.0, long_edge / max(width, height))
    return max(1, round(width * factor)), max(1, round(height * factor))


def _extent(size: tuple[int, int], part: Crop) -> tuple[float, float]:
    left, top, right, bottom = _box(size, part)
    return right - left, bottom - top


def _box(size: tuple[int, int], part: Crop) -> tuple[float, float, float, float]:
    """The part in pixels, inside the picture, at least one pixel wide and high."""
    (left, right), (top, bottom) = (
        _span(part.left, part.right, size[0]),
        _span(part.top, part.bottom, size[1]),
    )
    return left, top, right, bottom


def _span(start: float, end: float, length: int) -> tuple[float, float]:
    low = min(max(0.0, start) * length, length - 1.0)
    return low, min(max(end * length, low + 1.0), float(length))


def _eight_bit(image: Image.Image) -> Image.Image:
    """Eight bits a channel in one of the modes L, LA, RGB, RGBA, CMYK, LAB."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * _SIXTEEN_TO_EIGHT).convert("L")
    if image.mode == "F":
        return _stretched(image)
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _stretched(image: Image.Image) -> Image.Image:
    """Floating-point grey has no fixed white: its own darkest and lightest points become black and white."""
    darkest, lightest = cast("tuple[float, float]", image.getextrema())
    factor = 255 / ((lightest - darkest) or 1.0)
    return image.point(lambda value: value * factor - darkest * factor).convert("L")


def _opaque(image: Image.Image) -> Image.Image:
    """Transparent parts on white, as on paper and on the site."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, (255, 255, 255))
    ground.paste(image, mask=image)
    return ground
