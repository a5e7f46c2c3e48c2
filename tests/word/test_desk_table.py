"""The table for the desk: every fact, at the clock of the newsroom."""

import zipfile
from dataclasses import replace
from io import BytesIO

from lxml import etree

from making.word import TEMPLATE, ferry_article, job_of
from newsdesk.article.model import Article
from newsdesk.word.wordml import w
from newsdesk.word.writer import DocxWriter


def rows(article: Article) -> list[list[str]]:
    with zipfile.ZipFile(BytesIO(DocxWriter(TEMPLATE).write(job_of(article)))) as archive:
        table = next(etree.fromstring(archive.read("word/document.xml")).iter(w("tbl")))
    return [["".join(cell.itertext()) for cell in row.iter(w("tc"))] for row in table.iter(w("tr"))]


def test_facts() -> None:
    assert rows(ferry_article()) == [
        ["Chuyên mục", "Đời sống – Xã hội", "Trạng thái", "submitted"],
        ["Tác giả", "Hoàng Gia (reporter) – Đình Anh (camera) – Trần Trang (contributor, CTV)"],
        ["Số chữ", "812", "Số ảnh", "3"],
        ["Phiên bản", "3", "Xuất lúc", "22/11/2026 14:05"],
        ["Không đăng trước", "23/11/2026 06:00"],
    ]


def test_what_is_missing_is_shown_as_missing() -> None:
    table = rows(Article("a1"))
    assert table[0][1] == table[1][1] == "—"
    assert len(table) == 4


def test_an_embargo_that_is_no_time_is_shown_as_it_is() -> None:
    assert rows(replace(Article("a1"), embargo="mai"))[-1] == ["Không đăng trước", "mai"]
