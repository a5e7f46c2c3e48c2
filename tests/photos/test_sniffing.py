import gzip

import pytest

from making.photos import GOLDEN, corners, encoded
from newsdesk.errors import BadInput
from newsdesk.photos.sniffing import accepted, media_type

SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
DNG = b"MM\0*\0\0\0\x08\0\x01\xc6\x12\0\x01\0\0\0\4\1\4\0\0\0\0\0\0"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "chợ phiên", "ảnh.txt", ""])
def test_content_decides_whatever_the_name(kind: str, name: str) -> None:
    assert media_type(encoded(corners(), kind), name) == f"image/{kind.lower()}"


def test_heic_named_jpg_is_heic() -> None:
    assert media_type((GOLDEN / "corner.heic").read_bytes(), "IMG_0001.jpg") == "image/heic"


@pytest.mark.parametrize(
    ("code", "data", "name"),
    [
        ("photo.empty", b"", "a.jpg"),
        ("photo.svg", SVG, "a.jpg"),
        ("photo.svg", b"<svg/>", "logo.svg"),
        ("photo.svg", b"\xef\xbb\xbf <!-- made by hand --><svg/>", "a.png"),
        ("photo.svg", SVG.decode().encode("utf-16"), "a.svg"),
        ("photo.svg", gzip.compress(SVG, mtime=0), "a.svgz"),
        ("photo.psd", b"8BPS\0\1" + bytes(20), "a.jpg"),
        ("photo.pdf", b"%PDF-1.7\n", "a.jpg"),
        ("photo.raw", b"FUJIFILMCCD-RAW 0201", "DSCF0001.RAF"),
        ("photo.raw", b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "IMG.CR3"),
        ("photo.raw", b"II*\0\x10\0\0\0CR\2\0", "IMG.CR2"),
        ("photo.raw", DNG, "renamed.jpg"),
        ("photo.raw", b"MM\0*\0\0\0\x08\0\0", "DSC_0001.NEF"),
        ("photo.video", b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "clip.jpg"),
        ("photo.not_a_photo", b"<!DOCTYPE html><html><body><svg/></body></html>", "a.jpg"),
        ("photo.not_a_photo", "Ký ức chợ phiên".encode(), "a.jpg"),
        ("photo.not_a_photo", b"PK\3\4", "bai.docx"),
        ("photo.not_a_photo", b"\0", "a.png"),
    ],
)
def test_everything_else_is_refused_for_what_it_is(code: str, data: bytes, name: str) -> None:
    with pytest.raises(BadInput) as caught:
        media_type(data, name)
    assert (caught.value.code, caught.value.parameters["file"]) == (code, name)


@pytest.mark.parametrize(("start", "kind"), [(b"BM", "BMP"), (b"\xff\x0a", "JPEG XL")])
def test_known_pictures_that_are_not_taken_are_named(start: bytes, kind: str) -> None:
    with pytest.raises(BadInput) as caught:
        media_type(start + bytes(60), "a.jpg")
    assert (caught.value.code, caught.value.parameters["kind"]) == ("photo.unsupported", kind)


def test_an_ordinary_tiff_is_no_raw() -> None:
    assert accepted(encoded(corners(), "TIFF")) == "image/tiff"
    assert media_type(encoded(corners(), "TIFF"), "scan.tif") == "image/tiff"
