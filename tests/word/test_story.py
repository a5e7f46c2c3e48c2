"""Text on the page: only what is needed is marked, and a link never damages the file."""

import pytest
from lxml import etree

from newsdesk.article.text import Mark, Run
from newsdesk.word.house import Style
from newsdesk.word.story import Story, link_address
from newsdesk.word.wordml import r, w


def story() -> Story:
    return Story(
        etree.Element(w("body")), {style: style.name for style in Style}, lambda address: f"to {address}"
    )


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"),
        ("https://vi.example/Việt_Nam", "https://vi.example/Việt_Nam"),
        ("mailto:an@a.example", "mailto:an@a.example"),
        (" https://a.example/x y{z}|\\ ", "https://a.example/x%20y%7Bz%7D%7C%5C"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("http://", None),
        ("https://[::1", None),
        ("mailto:", None),
        ("trang/khac.html", None),
        ("", None),
    ],
)
def test_addresses(href: str, address: str | None) -> None:
    assert link_address(href) == address


def test_neighbours_of_one_link_are_one_hyperlink() -> None:
    writing = story()
    paragraph = writing.paragraph(Style.BODY)
    bold = frozenset({Mark.BOLD})
    address = "https://a.example/"
    writing.runs(
        paragraph, (Run("a"), Run("b", href=address), Run("c", bold, address), Run("d", href="about:x"))
    )
    (link,) = paragraph.iterchildren(w("hyperlink"))
    assert link.get(r("id")) == f"to {address}"
    assert ["".join(run.itertext()) for run in link] == ["b", "c"]
    assert "".join(paragraph.itertext()) == "abcd"


def test_body_text_carries_no_properties() -> None:
    writing = story()
    paragraph = writing.paragraph(Style.BODY)
    writing.text(paragraph, "Sáng nay")
    assert etree.tostring(paragraph).count(b"<w:") + etree.tostring(paragraph).count(b"<ns0:") == 3


def test_spaces_tabs_and_breaks_survive() -> None:
    writing = story()
    paragraph = writing.paragraph(Style.BODY)
    writing.text(paragraph, " a\tb\u2028c ")
    run = paragraph[0]
    assert [child.tag for child in run] == [w("t"), w("tab"), w("t"), w("br"), w("t")]
    preserved = [child.get("{http://www.w3.org/XML/1998/namespace}space") for child in run if child.text]
    assert preserved == ["preserve", None, "preserve"]
