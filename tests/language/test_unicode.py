import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.language.unicode import clean, is_clean, is_nfc, unclean_spans


@pytest.mark.parametrize(
    ("dirty", "wanted"),
    [
        (unicodedata.normalize("NFD", "Đồng Văn: lan tỏa"), "Đồng Văn: lan tỏa"),
        ("Ðồng Văn, ðịa phương", "Đồng Văn, địa phương"),
        ("hai\u00a0mươi\u202f%", "hai mươi %"),
        ("vùng\u200b cao\ufeff", "vùng cao"),
        ("phát\u00adtriển", "pháttriển"),
        ("a\tb", "a b"),
        ("một\nhai", "một\nhai"),
        ("một\u2028hai", "một\u2028hai"),
        ("bel\x07l", "bell"),
        ("nửa \ud83d cặp", "nửa \ufffd cặp"),
        ("gia đình 👨‍👩‍👧", "gia đình 👨‍👩‍👧"),
        ("a\u200db", "ab"),
    ],
)
def test_clean(dirty: str, wanted: str) -> None:
    assert clean(dirty) == wanted


def test_half_composed_windows_text_becomes_whole_letters() -> None:
    assert clean("viê\u0323t") == "việt" == clean("viẹ\u0302t")


@given(st.text())
def test_cleaning_settles_at_once_and_can_be_encoded(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert is_nfc(once) and is_clean(once)
    once.encode()


@given(st.text(st.sampled_from("aêo\u0301\u0323\u0302Ðđ \u00a0\u200b\u200d👨.")))
def test_replacing_the_unclean_stretches_cleans_the_text(text: str) -> None:
    mended, position = "", 0
    for start, end, wanted in unclean_spans(text):
        assert position <= start < end <= len(text)
        mended += text[position:start] + wanted
        position = end
    assert clean(mended + text[position:]) == clean(text)
    assert (position == 0) == is_clean(text)


def test_unclean_stretch_is_the_letter_not_the_line() -> None:
    assert list(unclean_spans("tọa đa\u0300m")) == [(5, 7, "à")]
