"""IPTC IIM 4.2 datasets, alone or inside Photoshop image resources (`8BIM`)."""

from collections.abc import Iterator, Mapping

from newsdesk.photos.jpeg import APP13, segment, segments
from newsdesk.photos.texts import cut, decoded

PHOTOSHOP_PREFIX = b"Photoshop 3.0\0"
DATE_CREATED, TIME_CREATED, CREATOR, CREDIT, COPYRIGHT, CAPTION = 55, 60, 80, 110, 116, 120
"""Numbers of datasets of record 2."""

_BYTE_LIMITS = {CREATOR: 32, CREDIT: 32, COPYRIGHT: 128, CAPTION: 2000}
_TAG = 0x1C
_UTF8_MARK = b"\x1b%G"
_IIM_RESOURCE = 0x0404

Datasets = Mapping[int, tuple[str, ...]]
"""Values of record 2 by dataset number."""


def in_jpeg(data: bytes) -> bytes:
    """The IIM block of a JPEG file, whose resources may be spread over several segments; else empty."""
    parts = [
        payload.removeprefix(PHOTOSHOP_PREFIX)
        for marker, payload in segments(data)
        if marker == APP13 and payload.startswith(PHOTOSHOP_PREFIX)
    ]
    return in_resources(b"".join(parts))


def in_resources(resources: bytes) -> bytes:
    """The first IIM block among Photoshop image resources; empty if there is none."""
    return next((block for number, block in _resources(resources) if number == _IIM_RESOURCE and block), b"")


def _resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while data[position : position + 4] == b"8BIM" and position + 12 <= len(data):
        number = int.from_bytes(data[position + 4 : position + 6], "big")
        name = (data[position + 6] + 2) & ~1
        start = position + 10 + name
        size = int.from_bytes(data[start - 4 : start], "big")
        yield number, data[start : start + size]
        position = start + size + (size & 1)


def read(block: bytes) -> Datasets:
    """Texts of record 2. UTF-8 if the block declares it (1:90), else guessed for each value."""
    found: dict[int, tuple[str, ...]] = {}
    utf8 = False
    for record, number, raw in _datasets(block):
        if (record, number) == (1, 90):
            utf8 = raw == _UTF8_MARK
        elif record == 2:
            text = raw.decode("utf-8", "replace") if utf8 else decoded(raw)
            found[number] = (*found.get(number, ()), text)
    return found


def _datasets(block: bytes) -> Iterator[tuple[int, int, bytes]]:
    position = 0
    while position + 5 <= len(block) and block[position] == _TAG:
        record, number = block[position + 1], block[position + 2]
        size = int.from_bytes(block[position + 3 : position + 5], "big")
        position += 5
        if size & 0x8000:
            width = size & 0x7FFF
            size = int.from_bytes(block[position : position + width], "big")
            position += width
        yield record, number, block[position : position + size]
        position += size


def write(texts: Mapping[int, str]) -> bytes:
    """An APP13 segment with these texts in UTF-8, cut to the bytes the standard allows; empty for none."""
    block = b"".join(
        _dataset(2, number, cut(text, _BYTE_LIMITS[number])) for number, text in sorted(texts.items()) if text
    )
    if not block:
        return b""
    block = _dataset(1, 90, _UTF8_MARK) + _dataset(2, 0, b"\0\4") + block
    padding = b"\0" * (len(block) & 1)
    resource = (
        b"8BIM" + _IIM_RESOURCE.to_bytes(2, "big") + b"\0\0" + len(block).to_bytes(4, "big") + block + padding
    )
    return segment(APP13, PHOTOSHOP_PREFIX + resource)


def _dataset(record: int, number: int, raw: bytes) -> bytes:
    return bytes((_TAG, record, number)) + len(raw).to_bytes(2, "big") + raw
