"""Real numbering: every ordered list starts at one."""

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from making.word import TEMPLATE, job_of
from newsdesk.article.blocks import Block, ListItem, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.word.wordml import w
from newsdesk.word.writer import DocxWriter

BULLETS = 1
"""The numbering of the template's bullet styles."""


def numbers(sketch: str) -> list[int | None]:
    """The numId of each block of a sketch: `1` and `2` ordered, `*` and `-` bulleted, `p` a paragraph."""
    forms = {"1": (True, 1), "2": (True, 2), "*": (False, 1), "-": (False, 2)}
    blocks: list[Block] = []
    for place, sign in enumerate(sketch):
        if sign == "p":
            blocks.append(Paragraph(f"b{place}", runs_of("x")))
        else:
            ordered, depth = forms[sign]
            blocks.append(ListItem(f"b{place}", runs_of("x"), ordered, 1 if depth == 1 else 2))
    data = DocxWriter(TEMPLATE).write(job_of(Article("a1", blocks=tuple(blocks))))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    paragraphs = [element for element in body if element.tag == w("p")][1:]
    found = (paragraph.find(f".//{w('numId')}") for paragraph in paragraphs)
    return [None if element is None else int(element.get(w("val"), "0")) for element in found]


@pytest.mark.parametrize(
    ("sketch", "expected"),
    [
        ("**-*", [1, 1, 1, 1]),
        ("1221", [3, 3, 3, 3]),
        ("1p1", [3, None, 4]),
        ("1*1", [3, 1, 4]),
        ("1-1", [3, 1, 3]),
        ("*2*2", [1, 3, 1, 4]),
    ],
)
def test_numbering(sketch: str, expected: list[int | None]) -> None:
    assert numbers(sketch) == expected
