"""What we write is what we read: identity, text, marks, lists, figures and fields."""

from dataclasses import replace

from hypothesis import given, settings

from making.articles import articles
from making.word import TEMPLATE, job_of, png
from newsdesk.article.blocks import Crop, Figure, FocalPoint
from newsdesk.article.model import Article, Status
from newsdesk.word.foreign import read_docx
from newsdesk.word.manifest import shared
from newsdesk.word.writer import DocxWriter

WRITER = DocxWriter(TEMPLATE)
PHOTO = "ab" * 32


def as_it_comes_back(article: Article, new_id: str) -> Article:
    alive = {block.id for block in article.blocks}
    return replace(
        shared(article),
        id=new_id,
        status=Status.DRAFT,
        lead=article.lead if article.lead in alive else None,
    )


@settings(max_examples=60)
@given(articles())
def test_an_untouched_export_comes_back_whole(article: Article) -> None:
    incoming = read_docx(WRITER.write(job_of(article)), "bai.docx", holds=lambda _: True)
    assert incoming.article == as_it_comes_back(article, incoming.article.id)
    assert incoming.article.id != article.id
    assert incoming.manifest is not None
    assert incoming.manifest.base == shared(article)
    assert incoming.pictures == {}


def test_pictures_come_along_where_the_original_is_not_at_hand() -> None:
    cropped = Figure("f1", PHOTO, crop=Crop(0, 0, 0.5, 1), focal_point=FocalPoint(0.2, 0.2), alt="Bến sông")
    incoming = read_docx(WRITER.write(job_of(Article("a1", blocks=(cropped,)))), "bai.docx")
    assert incoming.article.blocks == (replace(cropped, photo=None, crop=None, focal_point=None),)
    assert incoming.pictures == {"f1": ("photo1.png", png(shade=0xAB))}
