import logging
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from making.photos import GOLDEN, corners, encoded, exif, xmp
from newsdesk.errors import BadInput
from newsdesk.photos import decoding
from newsdesk.photos.decoding import probe

ORIENTATION = 0x0112
NOISE = Image.effect_noise((120, 80), 90).convert("RGB")
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF")
SAMPLES = {kind: encoded(NOISE, kind) for kind in FORMATS} | {
    "HEIC": (GOLDEN / "corner-turned.heic").read_bytes(),
    "progressive": encoded(NOISE, progressive=True),
    "LZW": encoded(NOISE, "TIFF", compression="tiff_lzw"),
}


def refusal(data: bytes, name: str = "ảnh.jpg") -> str:
    with pytest.raises(BadInput) as caught:
        probe(data, name)
    assert caught.value.parameters["file"] == name
    return caught.value.code


@pytest.mark.parametrize("kind", FORMATS)
def test_facts_of_every_format(kind: str) -> None:
    photo = probe(SAMPLES[kind], "Ảnh chợ phiên.JPG")
    assert (photo.width, photo.height, photo.media_type) == (120, 80, f"image/{kind.lower()}")
    assert (photo.byte_size, len(photo.sha256)) == (len(SAMPLES[kind]), 64)


def test_the_file_name_is_nfc() -> None:
    assert probe(SAMPLES["JPEG"], "A\u0309nh.jpg").filename == "Ảnh.jpg"


def test_heic_is_turned_once_though_it_says_so_twice() -> None:
    photo = probe(SAMPLES["HEIC"], "IMG_0001.HEIC")
    assert (photo.width, photo.height, photo.has_gps) == (64, 96, True)
    assert photo.caption == "Chợ phiên trong sương"
    assert photo.taken_at == "2026-11-20T07:31:00+07:00"


@pytest.mark.parametrize("value", range(10))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_width_and_height_are_those_of_the_upright_picture(kind: str, value: int) -> None:
    photo = probe(encoded(corners(), kind, exif=exif({ORIENTATION: value})), "a")
    assert (photo.width, photo.height) == ((64, 96) if value in (5, 6, 7, 8) else (96, 64))


def test_orientation_that_only_xmp_knows() -> None:
    assert probe(encoded(corners(), xmp=xmp("", 'tiff:Orientation="6"')), "a.jpg").width == 64


@pytest.mark.parametrize("kind", sorted(SAMPLES))
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_truncated_file_is_refused(kind: str, part: float) -> None:
    data = SAMPLES[kind]
    assert refusal(data[: int(len(data) * part)]) in ("photo.truncated", "photo.damaged")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIC", "progressive"])
def test_and_mostly_called_truncated(kind: str) -> None:
    data = SAMPLES[kind]
    assert refusal(data[: int(len(data) * 0.8)]) == "photo.truncated"


def test_a_copy_filled_up_with_zeros_is_truncated() -> None:
    data = SAMPLES["JPEG"]
    assert refusal(data[: len(data) // 2] + bytes(len(data) // 2)) == "photo.truncated"


def test_bytes_after_the_end_do_no_harm() -> None:
    assert probe(SAMPLES["JPEG"] + b"motion photo" * 100, "a.jpg").width == 120


def png_header(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (header, b"IDAT" + zlib.compress(b"\0" * 1000), b"IEND")
    body = b"".join(struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


def huge_gif() -> bytes:
    return SAMPLES["GIF"][:6] + b"\xff\xff\xff\xff" + SAMPLES["GIF"][10:]


def huge(kind: str) -> Callable[[], bytes]:
    def make() -> bytes:
        place = SAMPLES[kind].index(b"ispe") + 8
        return SAMPLES[kind][:place] + struct.pack(">II", 17000, 17000) + SAMPLES[kind][place + 8 :]

    return make


def huge_tiff() -> bytes:
    data = bytearray(SAMPLES["TIFF"])
    for tag in (256, 257):
        place = data.index(struct.pack("<HH", tag, 3)) if struct.pack("<HH", tag, 3) in data else -1
        place = place if place >= 0 else data.index(struct.pack("<HH", tag, 4))
        data[place + 2 : place + 12] = struct.pack("<HII", 4, 1, 60000)
    return bytes(data)


@pytest.mark.parametrize(
    "make", [lambda: png_header(65536, 65536), huge_gif, huge("AVIF"), huge("HEIC"), huge_tiff]
)
def test_pixel_bombs_are_refused_by_their_size(make: Callable[[], bytes]) -> None:
    with pytest.raises(BadInput) as caught:
        probe(make(), "bomb.jpg")
    assert caught.value.code == "photo.too_many_pixels"
    assert caught.value.parameters["limit"] == 150


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 100)
    assert refusal(SAMPLES["JPEG"]) == "photo.too_large"


def test_many_pixels_are_taken_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MANY_PIXELS", 9_000)
    assert probe(SAMPLES["JPEG"], "a.jpg").notes == ("very_large",)


def test_moving_pictures_are_noted() -> None:
    frames = [NOISE, corners(120, 80)]
    for kind in ("GIF", "PNG", "WEBP"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
        assert probe(data, f"a.{kind.lower()}").notes == ("multi_frame",)


def test_further_pictures_in_a_jpeg_are_noted() -> None:
    data = encoded(NOISE, "MPO", save_all=True, append_images=[corners(120, 80)])
    assert probe(data, "a.jpg").notes == ("extra_images",)


def test_damaged_colour_profiles_and_wrong_names_are_noted() -> None:
    assert probe(encoded(NOISE, icc_profile=b"no profile at all"), "a.jpg").notes == (
        "color_profile_damaged",
    )
    assert probe(SAMPLES["PNG"], "a.jpg").notes == ("misnamed",)


def test_the_same_bytes_are_the_same_photo_under_any_name() -> None:
    first, second = probe(SAMPLES["JPEG"], "a.jpg"), probe(SAMPLES["JPEG"], "b.jpg")
    assert replace(first, filename="b.jpg") == second


@pytest.fixture
def pillow_may_complain() -> Iterator[None]:
    """Some damage makes Pillow log before it raises; what we make of it is the test's matter."""
    pillow = logging.getLogger("PIL")
    pillow.setLevel(logging.CRITICAL)
    yield
    pillow.setLevel(logging.NOTSET)


@pytest.mark.usefixtures("pillow_may_complain")
@given(kind=st.sampled_from(sorted(SAMPLES.keys() - {"HEIC"})), data=st.data())
@settings(max_examples=150)
def test_damage_anywhere_is_bad_input_or_nothing(kind: str, data: st.DataObject) -> None:
    """HEIC is tested in the worker: its library can take the whole process down."""
    broken = bytearray(SAMPLES[kind])
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, min(len(broken), 4000) - 1))] = data.draw(st.integers(0, 255))
    try:
        probe(bytes(broken), "a.jpg")
    except BadInput as refused:
        assert refused.code.startswith("photo.")
