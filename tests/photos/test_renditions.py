import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from making.photos import app13, caption_xmp, corners, corners_of, decoded, encoded, exif, iim_block, xmp
from newsdesk.article.blocks import Crop
from newsdesk.errors import BadInput
from newsdesk.photos import renditions
from newsdesk.photos.decoding import probe
from newsdesk.photos.jpeg import segments
from newsdesk.photos.profiles import CMS_PROFILE, DOCX_PROFILE, RenditionProfile, RenditionTexts
from newsdesk.photos.renditions import render
from newsdesk.photos.texts import cleaned

WORDS = RenditionTexts(
    caption="Bà con bản Mây gùi chè xuống chợ – “sương chưa tan”",
    credit="Ảnh: Nguyễn Thị Hồng Hạnh/Đài THVN",
    creator="Nguyễn Thị Hồng Hạnh",
    copyright="© Báo và Đài",
    alt="Đoàn người gùi chè đi trên đường đất",
)
SMALL = RenditionProfile("small", long_edge=64, quality=85, lowest_quality=70, max_bytes=100_000)
TEXT = st.text(max_size=80)


def loaded_with_places() -> bytes:
    """An original that says where it was taken in every block that can say it, and in what follows it."""
    block = exif({270: "x", 271: "Camera", 306: "2026:11:20 07:00:00"}, details={42033: "SN-0042"}, gps=True)
    place = xmp(
        "<dc:description><rdf:Alt><rdf:li>GPS</rdf:li></rdf:Alt></dc:description>",
        'exif:GPSLatitude="22,49N"',
    )
    extra = app13(iim_block((2, 90, b"Hidden Village"), (2, 120, b"x")))
    trailer = encoded(corners(), exif=block)
    return (
        encoded(corners(), exif=block, xmp=place, extra=extra, comment=b"SN-0042", icc_profile=b"x" * 90)
        + trailer
    )


def facts_of(data: bytes) -> dict[str, Any]:
    photo = probe(data, "r.jpg")
    return {name: getattr(photo, name) for name in ("caption", "credit", "creator", "copyright", "alt")}


@pytest.mark.parametrize("profile", [DOCX_PROFILE, CMS_PROFILE])
def test_a_rendition_fits_its_profile(profile: RenditionProfile) -> None:
    noise = Image.effect_noise((1300, 1000), 60).convert("RGB").resize((2600, 2000))
    made = render(encoded(noise), profile, texts=WORDS)
    assert len(made.data) <= profile.max_bytes
    assert max(made.width, made.height) <= profile.long_edge
    assert decoded(made.data).size == (made.width, made.height)
    assert (probe(made.data, "r.jpg").sha256, made.media_type) == (made.sha256, "image/jpeg")


def test_less_quality_comes_before_fewer_pixels() -> None:
    noise = encoded(Image.effect_noise((64, 64), 90).convert("RGB"))
    best = len(render(noise, SMALL).data)
    tight = render(noise, replace(SMALL, max_bytes=best - 200))
    assert ((tight.width, tight.height), len(tight.data) < best) == ((64, 64), True)
    narrow = render(encoded(Image.effect_noise((900, 900), 90)), RenditionProfile("n", 900, 85, 70, 60_000))
    assert (narrow.width < 900, len(narrow.data) <= 60_000) == (True, True)


def test_the_words_are_written_in_full_and_nothing_contradicts_them() -> None:
    made = render(loaded_with_places(), SMALL, texts=WORDS)
    assert RenditionTexts(**facts_of(made.data)) == WORDS
    assert probe(made.data, "r.jpg").notes == ()


@given(caption=TEXT, credit=TEXT, alt=TEXT)
@settings(max_examples=40)
def test_any_words_survive(caption: str, credit: str, alt: str) -> None:
    words = RenditionTexts(caption=caption, credit=credit, alt=alt)
    told = facts_of(render(encoded(corners()), SMALL, texts=words).data)
    assert told | {"caption": cleaned(caption), "credit": cleaned(credit), "alt": cleaned(alt)} == told


def test_words_without_end_still_fit() -> None:
    endless = RenditionTexts(*["&ậ" * 100_000] * 5)
    assert len(facts_of(render(encoded(corners()), SMALL, texts=endless).data)["caption"]) == 4000


@pytest.mark.parametrize("texts", [RenditionTexts(), WORDS])
def test_nothing_else_of_the_original_is_left(texts: RenditionTexts) -> None:
    data = loaded_with_places()
    assert probe(data, "a.jpg").has_gps
    made = render(data, SMALL, texts=texts)
    for trace in (b"GPS", b"Hidden", b"SN-0042", b"Camera", b"2026:11"):
        assert trace in data
        assert trace not in made.data
    assert not probe(made.data, "r.jpg").has_gps
    assert {marker for marker, _ in segments(made.data)} <= {0xE0, 0xE1, 0xED, 0xC2, 0xC4, 0xDB}
    assert made.data.index(b"\xff\xd9") == len(made.data) - 2


def test_a_rendition_is_upright_and_cropped() -> None:
    stored = corners(240, 160).transpose(Image.Transpose.ROTATE_90)
    data = encoded(stored, exif=exif({0x0112: 6}))
    assert corners_of(decoded(render(data, SMALL).data)) == ("red", "green", "blue", "white")
    part = decoded(render(data, SMALL, crop=Crop(0, 0.5, 0.5, 1)).data)
    assert set(corners_of(part)) == {"blue"}


def test_a_picture_made_by_ai_goes_on_saying_so() -> None:
    assert probe(render(encoded(corners()), SMALL, texts=RenditionTexts(ai_made=True)).data, "r.jpg").ai_made
    assert not probe(render(encoded(corners()), SMALL).data, "r.jpg").ai_made


def test_a_rendition_that_carries_a_place_is_not_let_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renditions.exif, "write", lambda size, texts: exif({}, gps=True))
    with pytest.raises(BadInput) as caught:
        render(encoded(corners()), SMALL, filename="a.jpg")
    assert (caught.value.code, caught.value.parameters) == ("photo.rendition_unsafe", {"file": "a.jpg"})


@pytest.mark.parametrize(
    "leak", [{"xmp": caption_xmp("other words")}, {"comment": b"taken in Hidden Village"}]
)
def test_nor_one_that_says_other_things(leak: dict[str, bytes]) -> None:
    made = encoded(corners(), **{"xmp": xmp(), **leak})
    with pytest.raises(BadInput):
        renditions._verified_size(made, RenditionTexts(), "a.jpg")


@pytest.mark.real
def test_exiftool_reads_the_same_words_and_no_place(tmp_path: Path) -> None:
    path = tmp_path / "r.jpg"
    path.write_bytes(render(loaded_with_places(), CMS_PROFILE, texts=WORDS).data)
    command = [
        "exiftool",
        "-j",
        "-G1",
        "-a",
        "-charset",
        "iptc=UTF8",
        "-validate",
        "-warning",
        "-all",
        str(path),
    ]
    (told,) = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert told["XMP-dc:Description"] == told["IPTC:Caption-Abstract"] == WORDS.caption
    assert (told["XMP-photoshop:Credit"], told["XMP-dc:Creator"]) == (WORDS.credit, WORDS.creator)
    assert (told["XMP-dc:Rights"], told["XMP-iptcCore:AltTextAccessibility"]) == (WORDS.copyright, WORDS.alt)
    assert WORDS.credit.startswith(told["IPTC:Credit"])
    assert told["IFD0:ImageDescription"].startswith("Ba con ban May")
    # Pillow offers no way to choose the type of this one tag, and every reader takes it as it is.
    assert (
        told["ExifTool:Warning"] == "Non-standard format (int8u) for ExifIFD 0x9101 ComponentsConfiguration"
    )
    assert not [name for name in told if "GPS" in name]


@pytest.mark.real
@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "tif"])
def test_what_exiftool_writes_is_read(tmp_path: Path, ending: str) -> None:
    kind = {"jpg": "JPEG", "tif": "TIFF"}.get(ending, ending.upper())
    path = tmp_path / f"ảnh.{ending}"
    path.write_bytes(encoded(corners(), kind))
    tags = {
        "XMP-dc:Description": WORDS.caption,
        "XMP-photoshop:Credit": WORDS.credit,
        "XMP-dc:Creator": WORDS.creator,
    }
    command = ["exiftool", "-q", "-overwrite_original", *(f"-{tag}={text}" for tag, text in tags.items())]
    subprocess.run([*command, str(path)], check=True)
    photo = probe(path.read_bytes(), path.name)
    assert (photo.caption, photo.credit, photo.creator) == (WORDS.caption, WORDS.credit, WORDS.creator)
