import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.photos.texts import cleaned, cut, decoded, folded

VIETNAMESE = "Chợ phiên vùng cao ngày giáp Tết; đường lên bản, Nguyễn Thị Thúy hòa cùng lễ hội"


def cp1258(text: str) -> bytes:
    """Windows-1258 has whole letters and, after them, tone marks of their own."""
    letters = []
    for character in text:
        parts = unicodedata.normalize("NFD", character)
        tone = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        letters.append(
            unicodedata.normalize("NFC", "".join(part for part in parts if part not in tone)) + tone
        )
    return "".join(letters).encode("cp1258")


@pytest.mark.parametrize(
    "text", [VIETNAMESE, "Lễ hội", "José Mourinho", "São João", "perché è così, però", "Đỗ"]
)
def test_text_of_unknown_charset_is_read_right(text: str) -> None:
    assert cleaned(decoded(text.encode("utf-8"))) == text


@pytest.mark.parametrize("text", [VIETNAMESE, "Lễ hội đua ngựa", "Điện Biên"])
def test_windows_1258_is_recognised(text: str) -> None:
    assert cleaned(decoded(cp1258(text))) == text


@pytest.mark.parametrize("text", ["José Mourinho", "São João", "perché è così, però", "Œuvre – “déjà”"])
def test_western_text_is_not_taken_for_vietnamese(text: str) -> None:
    assert cleaned(decoded(text.encode("cp1252"))) == text


def test_clean_text_is_nfc_and_fit_for_xml() -> None:
    assert (
        cleaned(unicodedata.normalize("NFD", "  hòa thuận\x00\x07\r\nđời sống\ufffe "))
        == "hòa thuận \nđời sống"
    )


@given(st.text(), st.integers(0, 40))
def test_cutting_keeps_whole_characters_within_the_limit(text: str, limit: int) -> None:
    raw = cut(text.encode("utf-8", "ignore").decode(), limit)
    assert len(raw) <= limit
    assert text.encode("utf-8", "ignore").startswith(raw)
    raw.decode("utf-8")


def test_a_name_of_39_bytes_is_cut_before_the_character_that_does_not_fit() -> None:
    raw = cut("Nguyễn Thị Hồng Hạnh/Đài THVN", 32)
    assert raw.decode() == "Nguyễn Thị Hồng Hạnh/Đ"


def test_cutting_never_parts_a_letter_from_its_mark() -> None:
    assert cut(unicodedata.normalize("NFD", "xé"), 2).decode() == "x"


@given(st.text())
def test_folded_text_is_ascii(text: str) -> None:
    folded(text).encode("ascii")


def test_folding_keeps_vietnamese_readable() -> None:
    assert folded("Đường lên bản – “chợ”…") == 'Duong len ban - "cho"...'
