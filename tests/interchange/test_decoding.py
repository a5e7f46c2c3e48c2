import pytest

from newsdesk.errors import BadInput
from newsdesk.interchange.decoding import LARGEST_TEXT, decode, decode_html

TEXT = "Chợ phiên Mèo Vạc\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"),
    ],
)
def test_unicode_in_its_encodings(data: bytes) -> None:
    assert decode(data, "bai.txt") == TEXT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "text.empty"),
        (b" \r\n\t\xc2\xa0", "text.empty"),
        (b"\xef\xbb\xbf", "text.empty"),
        (TEXT.encode("cp1258", "replace"), "text.not_utf8"),
        ("caf\u00e9".encode("latin-1"), "text.not_utf8"),
        (b"\xff\xfeabc", "text.not_utf8"),
        (b"abc\0def", "text.binary"),
        (bytes(range(1, 32)) * 9, "text.binary"),
        (b"%PDF-1.7 ...", "text.foreign"),
        (b"PK\x03\x04 ...", "text.foreign"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "text.foreign"),
        (rb"{\rtf1 Ch}", "text.foreign"),
        (b"\xff\xd8\xff\xe0", "text.foreign"),
        (b"a" * (LARGEST_TEXT + 1), "text.too_large"),
    ],
)
def test_what_is_no_text_is_refused_with_the_file_named(data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        decode(data, "bai.txt")
    assert caught.value.code == code
    assert caught.value.parameters["file"] == "bai.txt"


def test_the_first_bad_byte_is_named() -> None:
    with pytest.raises(BadInput) as caught:
        decode("Chợ ".encode() + b"\xe9", "bai.txt")
    assert caught.value.parameters["offset"] == 6


def test_a_page_may_name_an_older_character_set() -> None:
    page = '<html><head><meta charset="windows-1258"></head><body>đá</body></html>'
    assert "đá" in decode_html(page.encode("cp1258"), "bai.html")


@pytest.mark.parametrize("charset", ["no-such-set", "rot13", "utf-8", "idna"])
def test_a_page_cannot_name_just_anything(charset: str) -> None:
    with pytest.raises(BadInput, match=r"text\.not_utf8"):
        decode_html(f'<meta charset="{charset}">'.encode() + b"\xe9", "bai.html")
