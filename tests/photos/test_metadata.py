import unicodedata
from typing import Any

import pytest
from PIL import PngImagePlugin, TiffImagePlugin

from making.photos import app13, caption_xmp, corners, encoded, exif, iim_block, xmp
from newsdesk.article.photo import Photo
from newsdesk.photos.decoding import probe

CAPTION_TAG, ARTIST, COPYRIGHT = 270, 315, 33432
CAPTION = "Chợ phiên bản Mây họp từ tờ mờ sáng"


def probed(**options: Any) -> Photo:
    return probe(encoded(corners(), **options), "a.jpg")


def test_xmp_goes_before_iim_before_exif() -> None:
    blocks = {
        "xmp": caption_xmp("from XMP"),
        "extra": app13(iim_block((2, 120, b"from IIM"))),
        "exif": exif({CAPTION_TAG: "from EXIF"}),
    }
    assert probed(**blocks).caption == "from XMP"
    del blocks["xmp"]
    assert probed(**blocks).caption == "from IIM"
    del blocks["extra"]
    assert probed(**blocks).caption == "from EXIF"


def test_blocks_that_disagree_are_noted_by_field() -> None:
    photo = probed(xmp=caption_xmp("Cầu treo"), extra=app13(iim_block((2, 120, b"Market"), (2, 110, b"AB"))))
    assert photo.notes == ("conflict:caption",)


@pytest.mark.parametrize("other", ["Chợ phiên bản", "cho phien ban May hop tu to mo sang", f" {CAPTION}\n"])
def test_the_same_words_cut_short_or_without_marks_do_not_disagree(other: str) -> None:
    assert probed(xmp=caption_xmp(CAPTION), extra=app13(iim_block((2, 120, other.encode())))).notes == ()


def test_undeclared_charset_in_iim_and_exif() -> None:
    photo = probed(
        extra=app13(iim_block((2, 80, "José Mourinho".encode("cp1252")))),
        exif=exif({CAPTION_TAG: CAPTION.encode()}),
    )
    assert (photo.creator, photo.caption) == ("José Mourinho", CAPTION)


def test_text_is_nfc_and_without_control_characters() -> None:
    photo = probed(exif=exif({CAPTION_TAG: unicodedata.normalize("NFD", "Hòa Bình\x07").encode()}))
    assert photo.caption == "Hòa Bình"


def test_what_cameras_write_by_themselves_is_no_caption() -> None:
    assert probed(exif=exif({CAPTION_TAG: "OLYMPUS DIGITAL CAMERA         "})).caption == ""


def test_every_field_of_xmp() -> None:
    body = (
        "<dc:creator><rdf:Seq><rdf:li>Đình Anh</rdf:li><rdf:li>Sao Mai</rdf:li></rdf:Seq></dc:creator>"
        "<dc:rights><rdf:Alt><rdf:li>© Đài</rdf:li></rdf:Alt></dc:rights>"
        "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li>Người đi chợ</rdf:li></rdf:Alt>"
        "</Iptc4xmpCore:AltTextAccessibility>"
        "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>A Páo</rdf:li><rdf:li>Chị Mỷ</rdf:li></rdf:Bag>"
        "</Iptc4xmpExt:PersonInImage>"
    )
    photo = probed(xmp=xmp(body, 'photoshop:Credit="Ảnh: Đài" photoshop:DateCreated="2026-11"'))
    assert (photo.creator, photo.copyright, photo.credit) == ("Đình Anh, Sao Mai", "© Đài", "Ảnh: Đài")
    assert (photo.alt, photo.people, photo.taken_at) == ("Người đi chợ", ("A Páo", "Chị Mỷ"), "2026-11")


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("trainedAlgorithmicMedia", True),
        ("compositeWithTrainedAlgorithmicMedia", True),
        ("digitalCapture", False),
    ],
)
def test_pictures_made_by_ai_say_so(kind: str, made: bool) -> None:
    address = f"http://cv.iptc.org/newscodes/digitalsourcetype/{kind}"
    assert probed(xmp=xmp("", f'Iptc4xmpExt:DigitalSourceType="{address}"')).ai_made is made


def test_a_place_is_seen_in_exif_and_in_xmp() -> None:
    assert probed(exif=exif({}, gps=True)).has_gps
    assert probed(xmp=xmp("", 'exif:GPSLatitude="22,49.2N"')).has_gps
    assert not probed().has_gps


def test_damaged_blocks_cost_a_note_and_not_the_photo() -> None:
    photo = probed(xmp=b"<x:xmpmeta", extra=app13(iim_block((2, 110, b"Sao Mai"))))
    assert (photo.credit, photo.notes) == ("Sao Mai", ("metadata_damaged",))
    assert probed(exif=b"Exif\0\0MM\0*\xff\xff\xff\xff").width == 96


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "TIFF"])
def test_xmp_of_every_format(kind: str) -> None:
    options: dict[str, Any] = {"xmp": caption_xmp(CAPTION)}
    if kind == "PNG":
        chunks = PngImagePlugin.PngInfo()
        chunks.add_itxt("XML:com.adobe.xmp", caption_xmp(CAPTION).decode())
        options = {"pnginfo": chunks}
    if kind == "TIFF":
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[700] = caption_xmp(CAPTION)
        options = {"tiffinfo": tags}
    assert probed(kind=kind, **options).caption == CAPTION


def test_iim_of_tiff() -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[33723] = iim_block((1, 90, b"\x1b%G"), (2, 120, CAPTION.encode()))
    tags.tagtype[33723] = 7
    assert probed(kind="TIFF", tiffinfo=tags).caption == CAPTION


def test_exif_of_png_and_webp() -> None:
    for kind in ("PNG", "WEBP"):
        assert probed(kind=kind, exif=exif({ARTIST: "Dinh Anh", COPYRIGHT: "(c) Dai"})).copyright == "(c) Dai"


def test_a_hostile_length_of_text_is_bounded() -> None:
    assert len(probed(exif=exif({CAPTION_TAG: "a" * 60_000})).caption) == 10_000
