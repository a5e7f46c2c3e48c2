from hypothesis import given
from hypothesis import strategies as st

from making.photos import app13, corners, encoded, iim_block
from newsdesk.photos import iim
from newsdesk.photos.jpeg import segments
from newsdesk.photos.texts import cleaned

TEXT = st.text(max_size=30).map(cleaned)


def written(texts: dict[int, str]) -> iim.Datasets:
    return iim.read(iim.in_jpeg(encoded(corners(), extra=iim.write(texts))))


@given(st.dictionaries(st.just(iim.CAPTION), TEXT.filter(bool)))
def test_what_is_written_is_read_back(texts: dict[int, str]) -> None:
    found = written(texts) if texts else {}
    assert {number: found[number] for number in texts} == {number: (text,) for number, text in texts.items()}


def test_long_names_are_cut_between_characters() -> None:
    credit = "Nguyễn Thị Hồng Hạnh/Đài THVN"
    (kept,) = written({iim.CREDIT: credit})[iim.CREDIT]
    assert credit.startswith(kept)
    assert len(kept.encode()) <= 32


def test_nothing_to_say_is_no_segment() -> None:
    assert iim.write({iim.CAPTION: ""}) == b""


def test_a_declared_charset_is_believed() -> None:
    block = iim_block((1, 90, b"\x1b%G"), (2, 120, "Bản Mây".encode()))
    assert iim.read(block)[iim.CAPTION] == ("Bản Mây",)


def test_several_segments_and_the_first_block_counts() -> None:
    other = app13(b"\1\2\3", number=0x03ED)
    first, second = (app13(iim_block((2, 120, text))) for text in (b"first", b"second"))
    data = encoded(corners(), extra=other + first + second)
    assert iim.read(iim.in_jpeg(data))[iim.CAPTION] == ("first",)


def test_a_resource_may_go_on_in_the_next_segment() -> None:
    whole = app13(iim_block((2, 120, b"one caption in two segments")))[18:]
    parts = (b"Photoshop 3.0\0" + whole[:20], b"Photoshop 3.0\0" + whole[20:])
    extra = b"".join(b"\xff\xed" + (len(part) + 2).to_bytes(2, "big") + part for part in parts)
    assert iim.read(iim.in_jpeg(encoded(corners(), extra=extra)))[iim.CAPTION] == (
        "one caption in two segments",
    )


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(noise: bytes) -> None:
    iim.read(noise)
    iim.read(b"\x1c\2\x78" + noise)
    iim.in_resources(b"8BIM\4\4" + noise)
    list(segments(b"\xff\xd8" + noise))
