import pytest
from hypothesis import given
from hypothesis import strategies as st

from making.photos import xmp as packet
from newsdesk.photos import xmp
from newsdesk.photos.texts import cleaned

TEXT = st.text().map(cleaned)


@given(caption=TEXT, credit=TEXT, creators=st.lists(TEXT.filter(bool), max_size=3))
def test_what_is_written_is_read_back(caption: str, credit: str, creators: list[str]) -> None:
    asked = {xmp.CAPTION: (caption,), xmp.CREDIT: (credit,), xmp.CREATOR: tuple(creators)}
    told = xmp.read(xmp.write(asked))
    assert {name: told.get(name, ()) for name in asked} == {
        name: tuple(value for value in values if value) for name, values in asked.items()
    }


def test_values_as_attributes_and_as_elements() -> None:
    found = xmp.read(
        packet("<photoshop:Headline>Chợ</photoshop:Headline>", 'photoshop:Credit="Ảnh: Đình Anh"')
    )
    assert found[xmp.CREDIT] == ("Ảnh: Đình Anh",)


def test_several_descriptions_are_one_photo() -> None:
    body = '</rdf:Description><rdf:Description rdf:about="" photoshop:Credit="Sao Mai">'
    assert xmp.read(packet(body))[xmp.CREDIT] == ("Sao Mai",)


def test_the_default_language_comes_first_then_vietnamese() -> None:
    items = "".join(
        f'<rdf:li xml:lang="{language}">{text}</rdf:li>'
        for language, text in (("en", "Market"), ("vi-VN", "Chợ"), ("x-default", "Phiên chợ"))
    )
    found = xmp.read(packet(f"<dc:description><rdf:Alt>{items}</rdf:Alt></dc:description>"))
    assert found[xmp.CAPTION] == ("Phiên chợ", "Chợ", "Market")


def test_zero_bytes_around_a_packet_are_passed_over() -> None:
    assert xmp.read(b"\0" + packet("", 'photoshop:Credit="x"') + b"\0" * 40)[xmp.CREDIT] == ("x",)


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize("data", [b"<x", BOMB, b"\xff\xfe<", b'<?xml version="1.0" encoding="klingon"?><x/>'])
def test_broken_and_hostile_packets_are_named_so(data: bytes) -> None:
    with pytest.raises(xmp.XmpDamaged):
        xmp.read(data)
