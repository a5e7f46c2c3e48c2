"""Titles found by some of their letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.desk.matching import match


def typed_letters(typed: str, title: str) -> str:
    answer = match(typed, title)
    assert answer is not None
    return "".join(title[at] for at in sorted(answer.letters))


@pytest.mark.parametrize(
    ("typed", "title", "letters"),
    [
        ("xuat", "Xuất DOCX", "Xuất"),
        ("xuất", "Xuất DOCX", "Xuất"),
        ("docx", "Xuất DOCX", "DOCX"),
        ("de muc", "Đề mục", "Đề mục"),
        ("thung chuyen", "Chuyển vào thùng rác", "Chuyểnthùng"),
        ("cvtr", "Chuyển vào thùng rác", "Cvtr"),
        ("hoso", "Sửa hồ-sơ", None),
        ("ocx", "Xuất DOCX", "OCX"),
        ("x", "Danh sách số", None),
        ("ss", "Danh sách số", "ss"),
        ("ctrl+k", "Ctrl+K", "Ctrl+K"),
        ("strasse", "Straße", "Straße"),
    ],
)
def test_what_is_found(typed: str, title: str, letters: str | None) -> None:
    if letters is None:
        assert match(typed, title) is None
    else:
        assert typed_letters(typed, title) == letters


def test_nothing_typed_means_any_title() -> None:
    answer = match("  ", "Gửi lên CMS")
    assert answer is not None
    assert not answer.letters


def test_the_nearer_the_better() -> None:
    titles = ["Bảo quản ảnh", "Chèn ảnh…", "Ảnh đại diện", "Xanh hóa"]
    answers = {title: match("anh", title) for title in titles}
    near = sorted(titles, key=lambda title: answers[title].distance if answers[title] else 99)  # type: ignore[union-attr]
    assert near[0] == "Ảnh đại diện"
    assert near[-1] == "Xanh hóa"


@given(st.text(max_size=40), st.data())
def test_every_part_of_a_title_finds_it(title: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(title)))
    part = title[start : data.draw(st.integers(start, len(title)))]
    if part == " ".join(part.split()) and title == " ".join(title.split()):
        assert match(part, title) is not None or not part.isascii()


@given(st.text(max_size=20), st.text(max_size=40))
def test_letters_lie_within_the_title(typed: str, title: str) -> None:
    answer = match(typed, title)
    assert answer is None or all(0 <= at < len(title) for at in answer.letters)
