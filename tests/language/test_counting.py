import pytest

from newsdesk.language.counting import Count, characters, count, words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chợ phiên Mèo Vạc họp sáng chủ nhật", 8),
        ("Hoàng Gia – Đình Anh", 4),
        ("  hai   dấu\ncách\u2028xuống dòng ", 5),
        ("1.234,5 kg; 20%", 3),
        ("— … !", 0),
        ("", 0),
    ],
)
def test_words_are_syllables_between_spaces(text: str, wanted: int) -> None:
    assert words(text) == wanted


def test_characters_do_not_count_line_ends() -> None:
    assert characters("một\nhai\u2028ba") == 8


def test_count_sums_its_texts() -> None:
    assert count(["một hai", "", "ba"]) == Count(words=3, characters=9)


def test_times_round_up_to_whole_seconds() -> None:
    assert Count(250, 0).reading_seconds == 60
    assert Count(1, 0).reading_seconds == 1
    assert Count(0, 0).reading_seconds == 0
