import pytest

from making.photos import GPS, caption_xmp, corners, corners_of, decoded, encoded, exif
from newsdesk.article.blocks import Crop
from newsdesk.errors import BadInput
from newsdesk.photos.previews import preview


def test_a_preview_is_a_small_upright_jpeg_without_metadata() -> None:
    data = encoded(corners(1200, 800), exif=exif({}, gps=True), xmp=caption_xmp("x"))
    made = decoded(preview(data, 300))
    assert (made.format, made.size, corners_of(made)) == (
        "JPEG",
        (300, 200),
        ("red", "green", "blue", "white"),
    )
    assert GPS and not made.getexif() and "xmp" not in made.info


def test_a_preview_of_a_crop() -> None:
    made = decoded(preview(encoded(corners(1200, 800)), 300, Crop(0, 0, 0.5, 0.5)))
    assert (made.size, set(corners_of(made))) == ((300, 200), {"red"})


def test_what_is_no_photo_has_no_preview() -> None:
    with pytest.raises(BadInput):
        preview(b"<svg/>", 300, filename="a.svg")
