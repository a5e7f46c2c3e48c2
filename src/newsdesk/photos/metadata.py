"""What a photo says of itself: XMP goes before IIM before EXIF, and a note says where they disagree."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from PIL import ExifTags, Image

from newsdesk.photos import iim, xmp
from newsdesk.photos.dates import from_exif, from_iim, from_xmp
from newsdesk.photos.sniffing import JPEG, accepted
from newsdesk.photos.texts import cleaned, decoded, folded

_LONGEST = 10_000
_TIFF_IIM, _TIFF_RESOURCES = 33723, 34377
_MADE_BY_AI = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")
_CAMERA_CHATTER = (
    "OLYMPUS DIGITAL CAMERA",
    "SONY DSC",
    "SAMSUNG",
    "KODAK Digital Still Camera",
    "MINOLTA DIGITAL CAMERA",
)
"""What cameras write as a description; no caption."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The descriptive fields of `article.photo.Photo`."""

    caption: str = ""
    credit: str = ""
    creator: str = ""
    copyright: str = ""
    alt: str = ""
    taken_at: str = ""
    people: tuple[str, ...] = ()
    ai_made: bool = False
    has_gps: bool = False
    notes: tuple[str, ...] = ()

    def fields(self) -> Mapping[str, Any]:
        """The fields by name, notes apart."""
        return {name: value for name, value in asdict(self).items() if name != "notes"}


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The three metadata blocks of one file, each empty where it is missing or damaged."""

    xmp: xmp.Properties
    iim: iim.Datasets
    exif: Mapping[int, Any]
    gps: Mapping[int, Any]
    damaged: bool


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    xmp: str
    iim: int | None = None
    exif: int | None = None


_FIELDS = (
    _Field("caption", xmp.CAPTION, iim.CAPTION, ExifTags.Base.ImageDescription),
    _Field("credit", xmp.CREDIT, iim.CREDIT),
    _Field("creator", xmp.CREATOR, iim.CREATOR, ExifTags.Base.Artist),
    _Field("copyright", xmp.COPYRIGHT, iim.COPYRIGHT, ExifTags.Base.Copyright),
    _Field("alt", xmp.ALT_TEXT),
)


def read(image: Image.Image, data: bytes) -> Facts:
    """Read the metadata of a loaded picture; damaged blocks are passed over and noted."""
    blocks = _blocks(image, data)
    texts: dict[str, Any] = {}
    notes = ["metadata_damaged"] if blocks.damaged else []
    for field in _FIELDS:
        said = list(_said(field, blocks))
        texts[field.name] = said[0] if said else ""
        if any(_contradicts(said[0], other) for other in said[1:]):
            notes.append(f"conflict:{field.name}")
    return replace(Facts(**texts), **_others(blocks), notes=tuple(notes))


def _said(field: _Field, blocks: _Blocks) -> Iterator[str]:
    """What each block says in this field, in order of trust, silent ones left out."""
    values = blocks.xmp.get(field.xmp, ())
    joined = ", ".join(values) if field.name == "creator" else "".join(values[:1])
    iim_values = blocks.iim.get(field.iim, ()) if field.iim else ()
    exif_value = _exif_text(blocks.exif.get(field.exif, "")) if field.exif else ""
    for text in (joined, ", ".join(iim_values), exif_value):
        tidy = cleaned(text)[:_LONGEST]
        if tidy:
            yield tidy


def _exif_text(value: object) -> str:
    """EXIF text, handed out as Latin-1 whatever it was, in its real charset; empty for camera chatter."""
    raw = value if isinstance(value, bytes) else str(value).encode("latin-1", "ignore")
    text = decoded(raw.rstrip(b"\0 "))
    return "" if text.strip() in _CAMERA_CHATTER else text


def _contradicts(trusted: str, other: str) -> bool:
    """Differences of marks, case and space, and texts cut short, are no contradiction."""
    first, second = ("".join(folded(text).lower().split()) for text in (trusted, other))
    return not (first.startswith(second) or second.startswith(first))


def _others(blocks: _Blocks) -> Mapping[str, Any]:
    source_type = "".join(blocks.xmp.get(xmp.SOURCE_TYPE, ())[:1]).rstrip("/").rpartition("/")[2]
    people = (cleaned(name) for name in blocks.xmp.get(xmp.PEOPLE, ()))
    taken = (
        from_xmp("".join(blocks.xmp.get(xmp.DATE_CREATED, ())[:1]))
        or from_iim(
            "".join(blocks.iim.get(iim.DATE_CREATED, ())), "".join(blocks.iim.get(iim.TIME_CREATED, ()))
        )
        or from_exif(blocks.exif)
    )
    return {
        "taken_at": taken,
        "people": tuple(name for name in people if name),
        "ai_made": source_type in _MADE_BY_AI,
        "has_gps": bool(blocks.gps) or any(name.startswith(xmp.GPS_PREFIX) for name in blocks.xmp),
    }


def _blocks(image: Image.Image, data: bytes) -> _Blocks:
    damaged: list[str] = []

    def tried(name: str, reader: Callable[[], Mapping[Any, Any]]) -> Mapping[Any, Any]:
        try:
            return reader()
        except (OSError, SyntaxError, ValueError, TypeError, LookupError, AttributeError):
            damaged.append(name)
            return {}

    return _Blocks(
        xmp=tried("xmp", lambda: _xmp(image)),
        iim=tried("iim", lambda: iim.read(_iim_block(image, data))),
        exif=tried("exif", lambda: _exif(image)),
        gps=tried("gps", lambda: image.getexif().get_ifd(ExifTags.IFD.GPSInfo)),
        damaged=bool(damaged),
    )


def _xmp(image: Image.Image) -> xmp.Properties:
    packet = image.info.get("xmp") or b""
    if isinstance(packet, str):
        packet = packet.encode("utf-8")
    return xmp.read(packet) if packet else {}


def _exif(image: Image.Image) -> Mapping[int, Any]:
    exif = image.getexif()
    return {**exif.get_ifd(ExifTags.IFD.Exif), **exif}


def _iim_block(image: Image.Image, data: bytes) -> bytes:
    if accepted(data) == JPEG:
        return iim.in_jpeg(data)
    tags = getattr(image, "tag_v2", {})
    block = tags.get(_TIFF_IIM, b"")
    return (
        block if isinstance(block, bytes) and block else iim.in_resources(_bytes(tags.get(_TIFF_RESOURCES)))
    )


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
