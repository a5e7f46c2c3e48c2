import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.language.folding import exact, fold, is_marked


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường Nguyễn Huệ", "duong nguyen hue"),
        ("Ðồng Văn", "dong van"),
        (unicodedata.normalize("NFD", "ướt"), "uot"),
        ("MÈO VẠC", "meo vac"),
        ("Straße", "strasse"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("new_style", "old_style"),
    [
        ("toạ đàm", "tọa đàm"),
        ("hoà bình", "hòa bình"),
        ("Thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("quý", "quý"),
        ("hoàng", "hoàng"),
        ("huỳnh", "huỳnh"),
        ("xoá, uỷ ban", "xóa, ủy ban"),
    ],
)
def test_both_tone_styles_have_one_key(new_style: str, old_style: str) -> None:
    assert exact(new_style) == old_style == exact(old_style)


def test_a_word_of_plain_letters_is_not_marked() -> None:
    assert not is_marked("Dong Van")
    assert is_marked("Đong") and is_marked("vạn")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
