"""Small pictures whose every corner is known, and the metadata blocks that real files carry."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "photos"
RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 180, 60), (30, 60, 210), (245, 245, 245)
GPS = {1: "N", 2: (22.0, 49.0, 12.0), 3: "E", 4: (104.0, 58.0, 48.0)}


def corners(width: int = 96, height: int = 64) -> Image.Image:
    """Red, green, blue and white quarters: top left, top right, bottom left, bottom right."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def corners_of(image: Image.Image) -> tuple[str, ...]:
    """The names of the colours in the four corners, in reading order."""
    rgb = image.convert("RGB")
    right, bottom = rgb.width - 4, rgb.height - 4
    return tuple(_name(rgb.getpixel(place)) for place in ((3, 3), (right, 3), (3, bottom), (right, bottom)))


def _name(pixel: Any) -> str:
    colours = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE, "black": (0, 0, 0)}
    return min(colours, key=lambda name: sum(abs(a - b) for a, b in zip(colours[name], pixel, strict=True)))


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The picture in a file format of Pillow."""
    if kind == "JPEG":
        options = {"quality": 92, "subsampling": 0, **options}
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def decoded(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def exif(
    tags: Mapping[int, Any], *, details: Mapping[int, Any] | None = None, gps: bool = False
) -> Image.Exif:
    """An EXIF block with these tags, those of its sub-block, and a place if asked for."""
    block = Image.Exif()
    block.update(tags)
    if details:
        block.get_ifd(0x8769).update(details)
    if gps:
        block.get_ifd(0x8825).update(GPS)
    return block


def xmp(body: str = "", attributes: str = "") -> bytes:
    """A packet in the way Adobe programs write one, around the given properties."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
        ' xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/">'
        f'<rdf:Description rdf:about="" {attributes}>{body}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    ).encode()


def caption_xmp(text: str) -> bytes:
    return xmp(
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></dc:description>'
    )


def iim_block(*datasets: tuple[int, int, bytes]) -> bytes:
    """IIM datasets (record, number, bytes) as they are, in any charset."""
    return b"".join(
        bytes((0x1C, record, number)) + len(raw).to_bytes(2, "big") + raw for record, number, raw in datasets
    )


def app13(block: bytes, number: int = 0x0404) -> bytes:
    """A JPEG segment with one Photoshop resource."""
    resource = b"8BIM" + number.to_bytes(2, "big") + b"\0\0" + len(block).to_bytes(4, "big") + block
    payload = b"Photoshop 3.0\0" + resource + b"\0" * (len(block) & 1)
    return b"\xff\xed" + (len(payload) + 2).to_bytes(2, "big") + payload


def swapped_profile() -> bytes:
    """A valid colour profile in which red and green have changed places, so that ignoring it shows."""
    icc = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    icc = bytearray(bytes(icc).replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be")))
    red, green = (icc.index(tag, 128) for tag in (b"rXYZ", b"gXYZ"))
    icc[red : red + 4], icc[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(icc)
