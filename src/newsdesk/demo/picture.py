"""What kind of picture some bytes are, and its size in pixels, read from the first headers only."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_SIZE_MARKERS = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file. `width` and `height` are those of the stored pixels, before any orientation."""

    media_type: str
    width: int
    height: int


def look(path: Path) -> Picture | None:
    """The picture in a file, None when it is none of those that are taken, or is cut off before its size."""
    with path.open("rb") as file:
        head = file.read(30)
        try:
            if head.startswith(b"\x89PNG\r\n\x1a\n"):
                return Picture("image/png", *struct.unpack(">II", head[16:24]))
            if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
                return Picture("image/webp", *_webp(head))
            if head.startswith(b"\xff\xd8\xff"):
                file.seek(2)
                return Picture("image/jpeg", *_jpeg(file))
        except (struct.error, ValueError):
            return None
    return None


def is_whole(path: Path, media_type: str) -> bool:
    """Whether the file ends as its kind must end; a cut-off one does not."""
    with path.open("rb") as file:
        file.seek(0, 2)
        size = file.tell()
        if media_type == "image/webp":
            file.seek(4)
            return size >= int.from_bytes(file.read(4), "little") + 8
        # Cameras and phones append padding and further frames after the end marker.
        file.seek(max(0, size - 65536))
        tail = file.read()
        return (b"\xff\xd9" if media_type == "image/jpeg" else b"IEND\xaeB`\x82") in tail


def _jpeg(file: BinaryIO) -> tuple[int, int]:
    """Walk to the frame header (ITU T.81, B.2.2). Raises ValueError or struct.error without one."""
    while True:
        mark, kind = struct.unpack(">BB", file.read(2))
        while kind == 0xFF:
            (kind,) = struct.unpack("B", file.read(1))
        if mark != 0xFF:
            raise ValueError("no marker where one must be")
        (length,) = struct.unpack(">H", file.read(2))
        if kind in _SIZE_MARKERS:
            height, width = struct.unpack(">xHH", file.read(5))
            return width, height
        if kind == 0xDA or length < 2:
            raise ValueError("no frame header")
        file.seek(length - 2, 1)


def _webp(head: bytes) -> tuple[int, int]:
    """The canvas of the three kinds of WebP (RFC 9649). Raises ValueError for another kind."""
    match head[12:16]:
        case b"VP8X":
            return _three(head[24:27]) + 1, _three(head[27:30]) + 1
        case b"VP8L":
            (bits,) = struct.unpack("<I", head[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = struct.unpack("<HH", head[26:30])
            return width & 0x3FFF, height & 0x3FFF
    raise ValueError("unknown kind of WebP")


def _three(part: bytes) -> int:
    return int.from_bytes(part, "little")
