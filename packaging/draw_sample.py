#!/usr/bin/env python3
"""Draws the four photos of `resources/sample` from noise and light and writes their words into them.

`draw_sample.py` takes about a minute and gives the same pictures each time; the photos are kept in git.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image
from scenery import bridge, night_market, tea_hills, terraces

from newsdesk.photos import iim, xmp

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
LARGEST = 600_000
SIDEWAYS = 6


@dataclass(frozen=True)
class Shot:
    """A picture and what its photographer would have written about it, caption apart."""

    file: str
    draw: Callable[[], Image.Image]
    creator: str
    alt: str
    taken: str
    orientation: int = 1


SHOTS = (
    Shot(
        "01-ruong-bac-thang.jpg",
        terraces.picture,
        "Lâm Khang",
        "Mặt trời lên sau dãy núi đá, sương phủ kín thung lũng, phía trước là ruộng bậc thang xanh vàng",
        "2026:11:07 06:12:40",
    ),
    Shot(
        "02-doi-che.jpg",
        tea_hills.picture,
        "Thùy Dương",
        "Những luống chè xanh uốn theo sườn đồi, vài người đội nón hái chè, xa xa là thung lũng đầy sương",
        "2026:11:07 07:25:08",
        SIDEWAYS,
    ),
    Shot(
        "03-cau-treo.jpg",
        bridge.picture,
        "Lâm Khang",
        "Bóng người gùi hàng đi trên cầu treo bắc qua sông, nền trời hoàng hôn tím hồng và đèn nhà bên bờ xa",
        "2026:11:07 17:31:55",
    ),
    Shot(
        "04-cho-dem.jpg",
        night_market.picture,
        "Vũ Bách",
        "Đèn lồng đỏ và vàng treo trên lối chợ lúc chập tối, phía sau là gian hàng và đốm sáng mờ ảo",
        "2026:11:07 18:46:20",
    ),
)


def captions() -> list[str]:
    """The captions stand in the piece; the photos repeat them."""
    lines = (SAMPLE / "piece.txt").read_text(encoding="utf-8").splitlines()
    return [line.removesuffix(" |") for line in lines if line.endswith(" |")]


def stored(shot: Shot, caption: str) -> bytes:
    """The JPEG file of a shot, turned as its camera would have stored it."""
    picture = shot.draw()
    if shot.orientation == SIDEWAYS:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    for quality in range(88, 60, -2):
        data = encoded(picture, shot, caption, quality)
        if len(data) <= LARGEST:
            return data
    raise SystemExit(f"{shot.file} does not fit into {LARGEST} bytes")


def encoded(picture: Image.Image, shot: Shot, caption: str, quality: int) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = shot.orientation
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = shot.taken
    details[ExifTags.Base.OffsetTimeOriginal] = "+07:00"
    copyright_line = f"© {shot.creator}"
    words = {
        iim.CAPTION: caption,
        iim.CREDIT: shot.creator,
        iim.CREATOR: shot.creator,
        iim.COPYRIGHT: copyright_line,
    }
    packet = xmp.write(
        {
            xmp.CAPTION: (caption,),
            xmp.CREDIT: (shot.creator,),
            xmp.CREATOR: (shot.creator,),
            xmp.COPYRIGHT: (copyright_line,),
            xmp.ALT_TEXT: (shot.alt,),
        }
    )
    stream = BytesIO()
    picture.save(
        stream,
        "JPEG",
        quality=quality,
        subsampling="4:2:0",
        optimize=True,
        exif=exif,
        xmp=packet,
        extra=iim.write(words),
    )
    return stream.getvalue()


def main() -> int:
    folder = SAMPLE / "photos"
    folder.mkdir(parents=True, exist_ok=True)
    for shot, caption in zip(SHOTS, captions(), strict=True):
        (folder / shot.file).write_bytes(stored(shot, caption))
        print(shot.file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
