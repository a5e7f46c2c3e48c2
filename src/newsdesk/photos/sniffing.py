"""What a file is, judged by its first bytes; its name only helps where the bytes leave a doubt."""

from typing import Literal

from newsdesk.errors import BadInput

JPEG = "image/jpeg"
PNG = "image/png"
WEBP = "image/webp"
AVIF = "image/avif"
HEIC = "image/heic"
TIFF = "image/tiff"
GIF = "image/gif"

ENDINGS = {
    JPEG: (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
    PNG: (".png", ".apng"),
    WEBP: (".webp",),
    AVIF: (".avif", ".avifs"),
    HEIC: (".heic", ".heif", ".hif"),
    TIFF: (".tif", ".tiff"),
    GIF: (".gif",),
}
"""Accepted types; the first ending of each is the one originals are stored under."""

_RAW_ENDINGS = (
    *(".3fr", ".arw", ".cr2", ".cr3", ".crw", ".dcr", ".dng", ".erf", ".iiq", ".kdc", ".mrw", ".nef"),
    *(".nrw", ".orf", ".pef", ".raf", ".raw", ".rw2", ".rwl", ".sr2", ".srw", ".x3f"),
)
_MAGIC = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"GIF87a", GIF), (b"GIF89a", GIF))
_TIFF_MAGIC = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_RAW_MAGIC = (b"FUJIFILMCCD-RAW", b"IIU\0", b"IIRO", b"IIRS", b"MMOR", b"FOVb", b"\0MRM")
_OTHER_PICTURES = (
    (b"BM", "BMP"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\0\0\1\0", "ICO"),
)
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}
_DNG_VERSION_TAG = 0xC612


def media_type(data: bytes, filename: str) -> str:
    """The type of an accepted picture, one of the keys of `ENDINGS`.

    Raises:
        BadInput: `photo.empty`, or the code of what it is instead: `photo.svg`, `photo.psd`, `photo.raw`,
            `photo.pdf`, `photo.video`, `photo.unsupported` (with `kind`) or `photo.not_a_photo`.
    """
    if not data:
        raise BadInput("photo.empty", file=filename)
    found = accepted(data)
    if found == TIFF and _is_raw(data, filename):
        raise BadInput("photo.raw", file=filename)
    if found is None:
        raise _refusal(data, filename)
    return found


def accepted(data: bytes) -> str | None:
    """The type by the first bytes alone, or None when it is not one of ours."""
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    if data.startswith(_TIFF_MAGIC):
        return TIFF
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    brands = _brands(data)
    if brands & _AVIF_BRANDS:
        return AVIF
    return HEIC if brands & _HEIC_BRANDS else None


def _brands(data: bytes) -> set[bytes]:
    """Major and compatible brands of an ISO base media file (ISO/IEC 14496-12 `ftyp`); empty for others."""
    if data[4:8] != b"ftyp":
        return set()
    box = data[8 : min(int.from_bytes(data[:4], "big"), 256)]
    return {box[:4], *(box[place : place + 4] for place in range(8, len(box) - 3, 4))}


def _is_raw(data: bytes, filename: str) -> bool:
    """Whether a TIFF is a camera's RAW: Canon's mark, the DNG version tag, or the name of a RAW format."""
    if data[8:10] == b"CR" or filename.lower().endswith(_RAW_ENDINGS):
        return True
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"
    start = _number(data, 4, 4, order)
    count = min(_number(data, start, 2, order), 512)
    entries = range(start + 2, start + 2 + 12 * count, 12)
    return any(_number(data, entry, 2, order) == _DNG_VERSION_TAG for entry in entries)


def _number(data: bytes, place: int, size: int, order: Literal["little", "big"]) -> int:
    return int.from_bytes(data[place : place + size], order)


def _refusal(data: bytes, filename: str) -> BadInput:
    head = data[:4096]
    if head.startswith(b"8BPS"):
        return BadInput("photo.psd", file=filename)
    if head.startswith(_RAW_MAGIC) or b"crx " in _brands(data):
        return BadInput("photo.raw", file=filename)
    if b"%PDF-" in head[:1024]:
        return BadInput("photo.pdf", file=filename)
    if _is_svg(head, filename):
        return BadInput("photo.svg", file=filename)
    for magic, kind in _OTHER_PICTURES:
        if head.startswith(magic):
            return BadInput("photo.unsupported", file=filename, kind=kind)
    if head[4:8] in (b"ftyp", b"moov", b"mdat") or head.startswith(b"\x1aE\xdf\xa3"):
        return BadInput("photo.video", file=filename)
    return BadInput("photo.not_a_photo", file=filename)


def _is_svg(head: bytes, filename: str) -> bool:
    """SVG may carry scripts and is refused under any name, compressed too."""
    if head.startswith(b"\x1f\x8b"):
        return filename.lower().endswith((".svgz", ".svg"))
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n").lower()
    page = text.find("<html")
    drawing = text.find("<svg")
    return text.startswith("<") and drawing >= 0 and not 0 <= page < drawing
