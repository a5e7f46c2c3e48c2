"""Files made to be slow: small, within the limits, and a matter of hours if their parts were read twice."""

import pytest

from making.foreign_word import drawing, foreign_docx, image_link, p, r
from making.word import png
from newsdesk.article.blocks import text_of
from newsdesk.errors import BadInput
from newsdesk.word.foreign import read_docx

LINKS = image_link("i1", "media/a.png")
PARTS = {"word/media/a.png": png()}


def lengths(body: str) -> list[int]:
    return [len(text_of(block)) for block in read_docx(foreign_docx(body), "x.docx").article.blocks]


def test_a_paragraph_of_very_many_runs() -> None:
    assert lengths(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 100_000}</w:p>") == [100_000]


def test_a_paragraph_of_very_many_bookmarks() -> None:
    starts = "".join(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in range(10_000))
    ends = "".join(f'<w:bookmarkEnd w:id="{n}"/>' for n in range(10_000))
    assert lengths(f"<w:p>{starts}{r('a') * 10_000}{ends}</w:p>") == [10_000]


def test_very_many_paragraphs_that_run_on() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    pair = p("a", more=mark) + p("b", more=mark, marks="<w:b/>")
    assert lengths(pair * 8_000 + p("c")) == [16_001]


def test_very_many_fields_in_each_other() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>x</w:instrText></w:r>'
    assert lengths(f"<w:p>{begin * 50_000}{r('a') * 50_000}</w:p>{p('b')}") == [1]


def test_a_very_wide_and_very_high_table_of_pictures() -> None:
    cell = f"<w:tc>{p('a')}</w:tc>"
    wide = f"<w:tr>{cell * 10_000}</w:tr>"
    picture = f"<w:tr><w:tc><w:p>{drawing('i1')}</w:p></w:tc></w:tr>"
    data = foreign_docx(
        f"<w:tbl>{wide}{picture}{f'<w:tr>{cell}</w:tr>' * 10_000}</w:tbl>", links=LINKS, parts=PARTS
    )
    assert len(read_docx(data, "x.docx").article.blocks) == 20_001


def test_very_many_pictures_are_refused() -> None:
    body = "".join(f"<w:p>{drawing('i1')}</w:p>" for _ in range(501))
    with pytest.raises(BadInput) as caught:
        read_docx(foreign_docx(body, links=LINKS, parts=PARTS), "x.docx")
    assert (caught.value.code, caught.value.parameters["limit"]) == ("docx.too_many_pictures", 500)
