"""Nothing that XML forbids gets through, and everything else does."""

from unicodedata import is_normalized

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsdesk.word.legible import composed, legible


@given(st.text(alphabet=st.characters()))
def test_any_text_can_be_written(text: str) -> None:
    element = etree.Element("x")
    element.text = element.attrib["a"] = legible(text)
    again = etree.fromstring(etree.tostring(element))
    assert (again.text or "") == again.get("a") == legible(text)
    assert legible(legible(text)) == legible(text)


@given(st.text(alphabet="Nguyễn ươ đ–“”\u2028\t\u00a0🙂", max_size=20))
def test_printable_text_is_left_alone(text: str) -> None:
    assert legible(text) == text


def test_composed_text_is_normal_and_its_piles_of_marks_are_low() -> None:
    assert composed("Người") == "Người"
    assert composed("-" * 100) == "-" * 100
    pile = composed("a" + "\u0316\u0301" * 200_000 + "b")
    assert is_normalized("NFC", pile)
    assert len(pile) <= 32
    assert pile.endswith("b")


def test_breaks_are_kept_and_controls_dropped() -> None:
    assert legible("a\r\nb\vc\u2029d\x00e\x1bf\ud800g\uffffh\x9fi") == "a\u2028b\u2028c\u2028defghi"
