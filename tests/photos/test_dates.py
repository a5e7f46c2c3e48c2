import pytest

from newsdesk.photos.dates import from_exif, from_iim, from_xmp

TAKEN, OFFSET = 0x9003, 0x9011


@pytest.mark.parametrize(
    "text", ["2026", "2026-11", "2026-11-20", "2026-11-20T07:31:00+07:00", "2026-11-20T07:31:00.25Z"]
)
def test_iso_dates_stay_as_precise_as_they_are(text: str) -> None:
    assert from_xmp(f" {text} ") == text


@pytest.mark.parametrize(
    "text", ["", "0000-00-00", "2026-13-01", "2026-02-30", "hôm qua", "20/11/2024", "2026-11-20T25:00:00"]
)
def test_what_is_no_date_is_dropped(text: str) -> None:
    assert from_xmp(text) == ""


@pytest.mark.parametrize(
    ("date", "time", "expected"),
    [
        ("20261120", "073100+0700", "2026-11-20T07:31:00+07:00"),
        ("20261120", "", "2026-11-20"),
        ("20261100", "", "2026-11"),
        ("20260000", "", "2026"),
        ("2026112", "", ""),
    ],
)
def test_iim_dates(date: str, time: str, expected: str) -> None:
    assert from_iim(date, time) == expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({TAKEN: "2026:11:20 07:31:00", OFFSET: "+07:00"}, "2026-11-20T07:31:00+07:00"),
        ({TAKEN: "2026:11:20 07:31:00", OFFSET: "   :  "}, "2026-11-20T07:31:00"),
        ({TAKEN: "0000:00:00 00:00:00"}, ""),
        ({TAKEN: "    :  :     :  :  "}, ""),
        ({}, ""),
    ],
)
def test_exif_dates(tags: dict[int, str], expected: str) -> None:
    assert from_exif(tags) == expected
