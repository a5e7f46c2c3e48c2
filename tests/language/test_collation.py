import random
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.language.collation import natural_key, sort_key
from newsdesk.language.unicode import clean


def shuffled(words: list[str]) -> list[str]:
    mixed = list(words)
    random.Random(20).shuffle(mixed)
    return mixed


def test_letters_then_tones_then_capitals() -> None:
    ordered = [
        "a",
        "A",
        "à",
        "ả",
        "ã",
        "á",
        "ạ",
        "an",
        "ă",
        "ắ",
        "â",
        "ba",
        "da",
        "dạ",
        "đa",
        "e",
        "ê",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
    ]
    assert sorted(shuffled(ordered), key=sort_key) == ordered


def test_names_sort_as_in_a_dictionary() -> None:
    ordered = ["Anh", "Ánh", "Bình", "Dũng", "Dung Anh", "Đào", "Đạt", "Hoàng Gia", "Trần Trang"]
    assert sorted(shuffled(ordered), key=sort_key)[-3:] == ["Đạt", "Hoàng Gia", "Trần Trang"]
    assert sort_key("Dũng") < sort_key("Dung Anh") < sort_key("Đào")


def test_foreign_letters_stand_with_their_plain_form() -> None:
    assert sort_key("u") < sort_key("ü") < sort_key("v")


def test_spelling_of_unicode_does_not_matter() -> None:
    assert sort_key(unicodedata.normalize("NFD", "Đồng")) == sort_key("Đồng")


def test_file_names_sort_by_their_numbers() -> None:
    ordered = ["anh 1.jpg", "anh 2.jpg", "anh 10.jpg", "ảnh 1.jpg"]
    assert sorted(shuffled(ordered), key=natural_key) == ordered


@given(st.sets(st.text(max_size=12).map(clean)))
def test_the_order_does_not_depend_on_where_names_stood(names: set[str]) -> None:
    for key in (sort_key, natural_key):
        ordered = sorted(names, key=key)
        assert [key(name) for name in sorted(shuffled(ordered), key=key)] == [key(name) for name in ordered]


def test_very_long_numbers_do_not_stop_the_sort() -> None:
    assert natural_key("9" * 6000)
