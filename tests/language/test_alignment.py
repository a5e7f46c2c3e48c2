"""Every letter of folded text is known to come from somewhere in the text it was made from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.language.alignment import aligned
from newsdesk.language.folding import fold

TEXTS = st.text(st.sampled_from("aăâệđĐÐoòà ßﬁİ😀\u0301\u0323\u200b\u200d\u00a0ớ.n"), max_size=30)


@given(TEXTS)
def test_letters_come_from_where_they_are_said_to(text: str) -> None:
    sheet = aligned(text)
    assert len(sheet.starts) == len(sheet.ends) == len(sheet.folded)
    for letter, start, end in zip(sheet.folded, sheet.starts, sheet.ends, strict=True):
        assert letter in fold(text[start:end])
    assert list(sheet.starts) == sorted(sheet.starts)


@given(st.text(st.sampled_from("aăâệđĐoòà .Nn"), max_size=30))
def test_clean_text_is_one_for_one(text: str) -> None:
    sheet = aligned(unicodedata.normalize("NFC", text))
    assert sheet.folded == fold(text)
    assert list(sheet.starts) == list(range(len(sheet.folded)))


@pytest.mark.parametrize(
    ("text", "start", "end", "source"),
    [
        ("tiếng Việt", 6, 10, (6, 10)),
        (unicodedata.normalize("NFD", "tiếng Việt"), 6, 10, (8, 14)),
        ("Straße", 4, 6, (4, 5)),
        ("Straße", 4, 5, None),
        ("Straße", 5, 6, None),
        ("ﬁlm", 0, 2, (0, 1)),
        ("ﬁlm", 1, 3, None),
        ("đườ\u200bng", 0, 5, (0, 6)),
        ("x\u200b", 0, 1, (0, 1)),
        ("q\u0303a", 0, 1, (0, 2)),
    ],
)
def test_stretches_go_back_to_whole_characters(
    text: str, start: int, end: int, source: tuple[int, int] | None
) -> None:
    assert aligned(text).source(start, end) == source
