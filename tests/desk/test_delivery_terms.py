"""Sections under the names that reporters and old pages give them."""

import pytest

from newsdesk.desk.delivery_terms import find_section
from newsdesk.library.directory import Entry

SECTIONS = (
    Entry("c-1", "Đời sống xã hội"),
    Entry("c-2", "Văn hóa"),
    Entry("c-3", "Van hoa"),
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Đời sống xã hội", "c-1"),
        ("Đời sống - Xã hội", "c-1"),
        ("ĐỜI SỐNG – XÃ HỘI", "c-1"),
        ("Văn hoá", "c-2"),
        ("Van hoa", "c-3"),
        ("Đời sống", None),
        ("", None),
        ("–", None),
    ],
)
def test_a_section_is_found_however_it_is_written(name: str, found: str | None) -> None:
    assert find_section(iter(SECTIONS), name) == found
