import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.language.slug import is_slug, section_of_address, slug, slug_of_address


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Đồng Văn: Tọa đàm “Nói không với rác thải nhựa”", "dong-van-toa-dam-noi-khong-voi-rac-thai-nhua"),
        ("Ðường lên Cao nguyên đá", "duong-len-cao-nguyen-da"),
        ("  20% – 30.000 đồng/kg  ", "20-30-000-dong-kg"),
        ("???", ""),
    ],
)
def test_slug(text: str, wanted: str) -> None:
    assert slug(text) == wanted


@given(st.text())
def test_a_slug_is_a_slug_or_nothing(text: str) -> None:
    made = slug(text)
    assert made == "" or is_slug(made)
    assert slug(made) == made


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://vi.example/doi-song-xa-hoi/202410/lan-toa-loi-song-xanh-32e2dad/", "lan-toa-loi-song-xanh"),
        ("https://vi.example/doi-song-xa-hoi/202410/lan-toa-loi-song-xanh-32e2dad", "lan-toa-loi-song-xanh"),
        ("https://vi.example/cho-phien-vung-cao-post123456.html", "cho-phien-vung-cao"),
        ("https://vi.example/cho-phien-vung-cao-1234567.htm?x=1#y", "cho-phien-vung-cao"),
        ("https://vi.example/kinh-te/", ""),
        ("https://vi.example/", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_slug_of_address(address: str, wanted: str) -> None:
    assert slug_of_address(address) == wanted


def test_section_of_address_skips_the_month() -> None:
    assert (
        section_of_address("https://vi.example/doi-song-xa-hoi/202410/lan-toa-loi-song-32e2dad/")
        == "doi-song-xa-hoi"
    )
    assert section_of_address("https://vi.example/lan-toa-loi-song-32e2dad/") == ""
