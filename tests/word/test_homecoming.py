"""Our own file comes back changed: whoever was somebody stays who he was."""

import zipfile
from io import BytesIO

from making.word import TEMPLATE, ferry_article, job_of, png, with_parts
from newsdesk.article.blocks import Figure, Paragraph, figures, text_of
from newsdesk.article.model import Article, Byline, Role, Source
from newsdesk.word.foreign import read_docx
from newsdesk.word.manifest import shared
from newsdesk.word.writer import DocxWriter

ARTICLE = ferry_article()
DATA = DocxWriter(TEMPLATE).write(job_of(ARTICLE))
MAIN = "word/document.xml"


def edited(*changes: tuple[str, str], data: bytes = DATA) -> Article:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(MAIN).decode()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    changed = with_parts(data, {MAIN: text.encode()})
    return read_docx(changed, "bai.docx", holds=lambda _: True).article


def test_text_changes_and_ids_stay() -> None:
    article = edited(("hàng trăm người có mặt từ sớm", "hơn 320 người có mặt"))
    assert text_of(article.blocks[0]) == "Sáng nay, hơn 320 người có mặt."
    assert [block.id for block in article.blocks] == [block.id for block in ARTICLE.blocks]


def test_text_typed_before_the_bookmark_belongs_to_the_block() -> None:
    first = '<w:bookmarkStart w:id="5" w:name="_nd_p'
    article = edited((first, f"<w:r><w:t>Tin mới: </w:t></w:r>{first}"))
    assert text_of(article.blocks[0]).startswith("Tin mới: Sáng nay")
    assert article.blocks[0].id == ARTICLE.blocks[0].id


def test_a_deleted_text_is_a_deleted_block() -> None:
    article = edited(("Sáng nay, hàng trăm người có mặt từ sớm.", ""))
    assert [block.id for block in article.blocks] == [block.id for block in ARTICLE.blocks[1:]]


def test_a_new_paragraph_is_a_new_block() -> None:
    place = '<w:p><w:pPr><w:pStyle w:val="Heading1"/>'
    article = edited((place, f"<w:p><w:r><w:t>Đoạn thêm.</w:t></w:r></w:p>{place}"))
    added = [block for block in article.blocks if block.id not in {old.id for old in ARTICLE.blocks}]
    assert [type(block) for block in added] == [Paragraph]


def test_a_split_paragraph_keeps_its_identity_in_the_first_part() -> None:
    article = edited(("Sáng nay, hàng", "Sáng nay,</w:t></w:r></w:p><w:p><w:r><w:t>hàng"))
    assert [text_of(block) for block in article.blocks[:2]] == ["Sáng nay,", "hàng trăm người có mặt từ sớm."]
    assert article.blocks[0].id == ARTICLE.blocks[0].id
    assert article.blocks[2].id == ARTICLE.blocks[1].id


def test_a_copy_of_a_block_is_a_new_block() -> None:
    with zipfile.ZipFile(BytesIO(DATA)) as archive:
        text = archive.read(MAIN).decode()
    start = text.index('<w:p><w:bookmarkStart w:id="5"')
    paragraph = text[start : text.index("</w:p>", start) + 6]
    name = paragraph.split('w:name="')[1].split('"')[0]
    article = edited((paragraph, paragraph + paragraph.replace(name, f"{name}_Copy_1")))
    assert text_of(article.blocks[0]) == text_of(article.blocks[1])
    assert article.blocks[0].id == ARTICLE.blocks[0].id
    assert article.blocks[1].id != ARTICLE.blocks[0].id


def test_bylines_keep_role_and_person_through_edits() -> None:
    renamed = edited((">Đình Anh<", ">Đình Ánh<")).bylines
    assert renamed[1] == Byline("Đình Ánh", Role.CAMERA)
    added = edited((">Trần Trang<", ">Trần Trang – Lan Chi<")).bylines
    assert added == (*shared(ARTICLE).bylines, Byline("Lan Chi"))
    removed = edited((">Đình Anh<", "><")).bylines
    assert [byline.name for byline in removed] == ["Hoàng Gia", "Trần Trang"]


def test_bylines_retyped_without_marks_keep_those_who_keep_their_names() -> None:
    with zipfile.ZipFile(BytesIO(DATA)) as archive:
        text = archive.read(MAIN).decode()
    start = text.index("<w:bookmarkStart", text.index('"_nd_x_bylines"'))
    retyped = "<w:r><w:t>Đình Anh — Lan Chi – Hoàng Gia</w:t></w:r>"
    bylines = edited((text[start : text.index("</w:p>", start)], retyped)).bylines
    assert [(byline.name, byline.role, byline.person) for byline in bylines] == [
        ("Đình Anh", Role.CAMERA, None),
        ("Lan Chi", Role.REPORTER, None),
        ("Hoàng Gia", Role.REPORTER, "p-1"),
    ]


def test_captions_and_credits_land_on_their_figure() -> None:
    article = edited(("Chuyến phà cuối.", "Chuyến phà cuối, sáng 21/11."), ("Ảnh: Đình Anh", "Ảnh: Lan Chi"))
    assert [figure.credit for figure in figures(article.blocks)] == ["Hoàng Gia", "Ảnh: Lan Chi", ""]
    (figure,) = [block for block in article.blocks if block.id == ARTICLE.blocks[2].id]
    assert isinstance(figure, Figure)
    assert figure.caption == "Chuyến phà cuối, sáng 21/11."


def test_a_new_source_is_read() -> None:
    assert edited(("Báo Tân Quang", "Báo Mới")).source == Source("Báo Mới", "https://bao.example/ben-song")


def test_an_exchanged_picture_is_no_longer_the_original() -> None:
    data = with_parts(DATA, {"word/media/photo1.png": png(shade=9)})
    incoming = read_docx(data, "bai.docx", holds=lambda _: True)
    figure = incoming.article.blocks[2]
    assert isinstance(figure, Figure)
    assert (figure.photo, figure.alt) == (None, "Phà chở người qua sông")
    assert incoming.pictures == {figure.id: ("photo1.png", png(shade=9))}
