"""The sample piece: what the demonstration and the README show must be without fault."""

import unicodedata
from pathlib import Path

import pytest

from making.photos import decoded
from newsdesk.photos.decoding import probe
from newsdesk.system.paths import resources

SAMPLE = resources() / "sample"
LINES = (SAMPLE / "piece.txt").read_text(encoding="utf-8").splitlines()
CAPTIONS = [line.removesuffix(" |") for line in LINES if line.endswith(" |")]
PHOTOS = sorted((SAMPLE / "photos").iterdir())
NEW_STYLE = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")


def test_the_piece_has_the_shape_of_the_old_site() -> None:
    headline, standfirst, *_, bylines, source = LINES
    assert (headline.endswith("."), len(standfirst.split()) <= 50) == (False, True)
    assert len(bylines.split(" – ")) == 3
    assert source.startswith("Nguồn: https://truyenhinh.example/van-hoa/202611/")
    assert len(CAPTIONS) == len(PHOTOS) == 4


def test_the_text_is_clean_and_of_one_tone_style() -> None:
    text = "\n".join(LINES)
    assert unicodedata.is_normalized("NFC", text)
    assert "  " not in text
    words = {word.strip(",.:;“”()").lower() for word in text.split()}
    assert {word for word in words if word.endswith(NEW_STYLE) and not word.startswith("q")} == set()


@pytest.mark.parametrize(
    ("path", "caption"), list(zip(PHOTOS, CAPTIONS, strict=True)), ids=lambda value: str(value)[-9:]
)
def test_every_photo_carries_its_words_and_no_place(path: Path, caption: str) -> None:
    photo = probe(path.read_bytes(), path.name)
    assert photo.caption == caption
    assert photo.alt and photo.credit and photo.creator and photo.copyright and photo.taken_at
    assert photo.credit in LINES[-2]
    assert (photo.notes, photo.has_gps, photo.byte_size <= 600_000) == ((), False, True)
    assert max(photo.width, photo.height) >= 2000


def test_one_photo_lies_on_its_side_and_one_is_upright() -> None:
    photos = [probe(path.read_bytes(), path.name) for path in PHOTOS]
    stored = [decoded(path.read_bytes()).size for path in PHOTOS]
    assert [(photo.height, photo.width) == size for photo, size in zip(photos, stored, strict=True)].count(
        True
    ) == 1
    assert [photo.height > photo.width for photo in photos].count(True) == 1
