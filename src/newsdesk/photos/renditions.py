"""Pictures for a DOCX and for the CMS, made from an original, with words from an allow-list only."""

import hashlib
from io import BytesIO

from PIL import ExifTags, Image

from newsdesk.article.blocks import Crop
from newsdesk.errors import BadInput
from newsdesk.photos import exif, iim, xmp
from newsdesk.photos.decoding import opened
from newsdesk.photos.jpeg import APP0, APP1, APP13, EXIF_PREFIX, XMP_PREFIX, segments
from newsdesk.photos.pixels import rendered
from newsdesk.photos.profiles import NO_TEXTS, Rendition, RenditionProfile, RenditionTexts
from newsdesk.photos.texts import cleaned

_AI_MADE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
_QUALITY_STEP = 5
_SMALLER = 0.85
_FINEST = 2.0
_STRUCTURE = {0xC0, 0xC2, 0xC4, 0xDB, 0xDD}
"""JPEG segments that hold the picture itself: frames, Huffman and quantisation tables, restart interval."""


def render(
    data: bytes,
    profile: RenditionProfile,
    *,
    crop: Crop | None = None,
    texts: RenditionTexts = NO_TEXTS,
    filename: str = "",
) -> Rendition:
    """Make a rendition of an original.

    Raises:
        BadInput: the original cannot be used (`decoding.opened`), or the rendition did not pass its own check
            (`photo.rendition_unsafe`).
    """
    with opened(data, filename) as image:
        picture = rendered(image, profile.long_edge, crop, spare=_FINEST)
    words = _tidy(texts)
    made = _encoded(picture, profile, words)
    size = _verified_size(made, words, filename)
    return Rendition(made, "image/jpeg", *size, hashlib.sha256(made).hexdigest())


def _tidy(texts: RenditionTexts) -> RenditionTexts:
    """Clean words, short enough for one JPEG segment whatever they are."""
    return RenditionTexts(
        caption=cleaned(texts.caption)[:4000],
        credit=cleaned(texts.credit)[:500],
        creator=cleaned(texts.creator)[:500],
        copyright=cleaned(texts.copyright)[:500],
        alt=cleaned(texts.alt)[:1000],
        ai_made=texts.ai_made,
    )


def _encoded(picture: Image.Image, profile: RenditionProfile, texts: RenditionTexts) -> bytes:
    quality = profile.quality
    while True:
        made = _jpeg(picture, quality, texts)
        if len(made) <= profile.max_bytes or max(picture.size) < 64:
            return made
        if quality > profile.lowest_quality:
            quality -= _QUALITY_STEP
        else:
            size = (max(1, round(edge * _SMALLER)) for edge in picture.size)
            picture = picture.resize(tuple(size), Image.Resampling.LANCZOS)


def _jpeg(picture: Image.Image, quality: int, texts: RenditionTexts) -> bytes:
    bare = picture.copy()
    bare.info.clear()
    stream = BytesIO()
    bare.save(
        stream,
        "JPEG",
        quality=quality,
        subsampling="4:2:0",
        optimize=True,
        progressive=True,
        exif=exif.write(picture.size, texts),
        xmp=xmp.write(_properties(texts)),
        extra=iim.write(_datasets(texts)),
    )
    return stream.getvalue()


def _properties(texts: RenditionTexts) -> xmp.Properties:
    return {
        xmp.CAPTION: (texts.caption,),
        xmp.CREDIT: (texts.credit,),
        xmp.CREATOR: (texts.creator,),
        xmp.COPYRIGHT: (texts.copyright,),
        xmp.ALT_TEXT: (texts.alt,),
        xmp.SOURCE_TYPE: (_AI_MADE if texts.ai_made else "",),
    }


def _datasets(texts: RenditionTexts) -> dict[int, str]:
    return {
        iim.CAPTION: texts.caption,
        iim.CREDIT: texts.credit,
        iim.CREATOR: texts.creator,
        iim.COPYRIGHT: texts.copyright,
    }


def _verified_size(made: bytes, texts: RenditionTexts, filename: str) -> tuple[int, int]:
    """Read the finished bytes back: only known segments, no place, the words that were asked for.

    Raises:
        BadInput: `photo.rendition_unsafe`.
    """
    with opened(made, filename) as image:
        size = image.size
        has_gps = bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))
        said = xmp.read(image.info["xmp"])
    asked = {name: values for name, values in _properties(texts).items() if values[0]}
    told = {name: values for name, values in said.items() if not name.endswith("}about")}
    if has_gps or told != asked or not all(_is_ours(*part) for part in segments(made)):
        raise BadInput("photo.rendition_unsafe", file=filename)
    return size


def _is_ours(marker: int, payload: bytes) -> bool:
    if marker == APP1:
        return payload.startswith((EXIF_PREFIX, XMP_PREFIX))
    return marker in _STRUCTURE or marker in (APP0, APP13)
