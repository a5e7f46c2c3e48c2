from io import BytesIO

import pytest
from PIL import Image, ImageCms

from making.photos import (
    GOLDEN,
    GREEN,
    RED,
    corners,
    corners_of,
    decoded,
    encoded,
    exif,
    swapped_profile,
    xmp,
)
from newsdesk.article.blocks import Crop
from newsdesk.photos.decoding import opened
from newsdesk.photos.pixels import rendered

ORIENTATION = 0x0112
UPRIGHT = ("red", "green", "blue", "white")
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera that was held so stores an upright scene."""


def shown(data: bytes, long_edge: int = 96, crop: Crop | None = None, spare: float = 2.0) -> Image.Image:
    with opened(data, "a") as image:
        return rendered(image, long_edge, crop, spare=spare)


@pytest.mark.parametrize("value", sorted(STORED))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_every_orientation_comes_out_upright(kind: str, value: int) -> None:
    turn = STORED[value]
    stored = corners() if turn is None else corners().transpose(turn)
    image = shown(encoded(stored, kind, exif=exif({ORIENTATION: value})))
    assert (image.size, corners_of(image)) == ((96, 64), UPRIGHT)


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_impossible_orientations_change_nothing(value: int) -> None:
    assert corners_of(shown(encoded(corners(), exif=exif({ORIENTATION: value})))) == UPRIGHT


def test_orientation_that_only_xmp_knows() -> None:
    stored = corners().transpose(Image.Transpose.ROTATE_90)
    assert corners_of(shown(encoded(stored, xmp=xmp("", 'tiff:Orientation="6"')))) == UPRIGHT


def test_avif_is_turned_once() -> None:
    stored = corners().transpose(Image.Transpose.ROTATE_90)
    assert corners_of(shown(encoded(stored, "AVIF", quality=90, exif=exif({ORIENTATION: 6})))) == UPRIGHT


def test_heic_is_turned_once_though_it_says_so_twice() -> None:
    image = shown((GOLDEN / "corner-turned.heic").read_bytes())
    red, green, blue = image.getpixel((5, 90))
    assert (image.size, red > 150, green < 90, blue < 90) == ((64, 96), True, True, True)


@pytest.mark.parametrize("spare", [1.0, 2.0])
@pytest.mark.parametrize("value", [1, 6])
def test_a_crop_is_of_the_upright_picture(value: int, spare: float) -> None:
    turn = STORED[value]
    whole = corners(1200, 800)
    stored = whole if turn is None else whole.transpose(turn)
    data = encoded(stored, exif=exif({ORIENTATION: value}))
    image = shown(data, 100, Crop(0.5, 0, 1, 0.5), spare)
    assert (image.size, set(corners_of(image))) == ((100, 67), {"green"})


def test_a_crop_is_never_empty_and_never_outside() -> None:
    data = encoded(corners())
    for crop in (Crop(1, 1, 1, 1), Crop(-1, 0.5, 3, 0.5), Crop(0.9, 0.9, 0.1, 0.1)):
        assert min(shown(data, 50, crop).size) >= 1


def test_a_small_picture_is_not_enlarged() -> None:
    assert shown(encoded(corners()), 1600).size == (96, 64)


def test_the_longer_side_is_met_exactly_whatever_the_codec_can_scale() -> None:
    data = encoded(corners(1201, 799))
    for edge in (1200, 601, 600, 333, 150, 7):
        assert shown(data, edge, spare=1.0).size == (edge, round(799 * edge / 1201))


def test_transparent_parts_are_white() -> None:
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 20, 20))
    for kind in ("PNG", "WEBP"):
        assert corners_of(shown(encoded(image, kind))) == ("red", "white", "white", "white")
    assert corners_of(shown(encoded(image.convert("LA"), "PNG")))[1:] == ("white", "white", "white")


def test_palettes_and_their_transparent_colour() -> None:
    image = corners().convert("P")
    assert corners_of(shown(encoded(image, "PNG"))) == UPRIGHT
    assert corners_of(shown(encoded(image, "GIF"))) == UPRIGHT
    clear = encoded(image, "PNG", transparency=image.getpixel((3, 3)))
    assert corners_of(shown(clear)) == ("white", "green", "blue", "white")


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bit_grey_is_not_clipped(kind: str) -> None:
    image = Image.new("I;16", (40, 20))
    image.paste(128 * 257, (0, 0, 20, 20))
    image.paste(255 * 257, (20, 0, 40, 20))
    grey = shown(encoded(image, kind))
    assert (grey.getpixel((2, 2)), grey.getpixel((38, 2))) == ((128, 128, 128), (255, 255, 255))


def test_floating_point_grey_spans_black_to_white() -> None:
    image = Image.new("F", (40, 20), 0.25)
    image.paste(4.0, (20, 0, 40, 20))
    grey = shown(encoded(image, "TIFF"))
    assert (grey.getpixel((2, 2)), grey.getpixel((38, 2))) == ((0, 0, 0), (255, 255, 255))


def test_black_and_white_scans() -> None:
    assert shown(encoded(corners().convert("1"), "TIFF", compression="group4")).mode == "RGB"


def test_cmyk_of_photoshop_is_not_a_negative() -> None:
    assert corners_of(shown(encoded(corners().convert("CMYK")))) == UPRIGHT


def test_lab_is_converted() -> None:
    way = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    assert corners_of(shown(encoded(way.apply(corners()), "TIFF"))) == UPRIGHT


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_colours_are_brought_to_srgb(kind: str) -> None:
    image = shown(encoded(corners(), kind, icc_profile=swapped_profile()))
    assert corners_of(image)[:2] == ("green", "red")


def test_a_profile_of_another_colour_space_or_a_damaged_one_is_passed_over() -> None:
    assert corners_of(shown(encoded(corners().convert("CMYK"), icc_profile=swapped_profile()))) == UPRIGHT
    assert corners_of(shown(encoded(corners(), icc_profile=swapped_profile()[:200]))) == UPRIGHT


def test_srgb_stays_as_it_is() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(corners(), "PNG", icc_profile=profile)
    assert shown(data).getpixel((90, 2)) == GREEN


def test_only_the_first_frame_is_shown() -> None:
    data = encoded(corners(), "GIF", save_all=True, append_images=[Image.new("RGB", (96, 64))])
    assert corners_of(shown(data)) == UPRIGHT
    assert corners_of(decoded(BytesIO(data).getvalue())) == UPRIGHT
