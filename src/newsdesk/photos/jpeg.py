"""The segments of a JPEG file (ITU-T T.81): to read metadata blocks and to prove what a file carries."""

from collections.abc import Iterator

APP0, APP1, APP13 = 0xE0, 0xE1, 0xED
EXIF_PREFIX = b"Exif\0\0"
XMP_PREFIX = b"http://ns.adobe.com/xap/1.0/\0"
_START_OF_SCAN = 0xDA
_FILL = 0xFF


def segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and payload of each segment before the picture data, as far as the structure holds."""
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == _FILL:
            position += 1
            continue
        if marker == _START_OF_SCAN:
            return
        length = max(2, int.from_bytes(data[position + 2 : position + 4], "big"))
        yield marker, data[position + 4 : position + 2 + length]
        position += 2 + length


def segment(marker: int, payload: bytes) -> bytes:
    """One segment as it stands in a file; `payload` is at most 65,533 bytes."""
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload
