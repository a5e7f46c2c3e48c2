"""Whether a file ends before its picture does, told from its container without decoding."""

from newsdesk.photos.sniffing import AVIF, HEIC, JPEG, PNG, WEBP

_END_OF_IMAGE = b"\xff\xd9"
_ZERO_TAIL = 64
"""A copy that broke off is often filled up with zeros; so many bytes of them are no picture data."""


def is_cut_off(data: bytes, media_type: str) -> bool:
    """True when the container says that more bytes belong to it than there are, or its end is only zeros."""
    if media_type == JPEG:
        kept = data.rstrip(b"\0")
        return len(data) - len(kept) >= _ZERO_TAIL and not kept.endswith(_END_OF_IMAGE)
    if media_type == PNG:
        return b"IEND" not in data
    if media_type == WEBP:
        return int.from_bytes(data[4:8], "little") + 8 > len(data)
    return media_type in (AVIF, HEIC) and _boxes_end(data) > len(data)


def _boxes_end(data: bytes) -> int:
    """Where the last top-level box of an ISO base media file claims to end."""
    position = 0
    while position + 8 <= len(data):
        size = int.from_bytes(data[position : position + 4], "big")
        if size == 1:
            size = int.from_bytes(data[position + 8 : position + 16], "big")
        if size < 8:
            return position
        position += size
    return position
