"""The whole file: sound, dated by the revision, the same every time, and each part as it was looked at."""

import hashlib
import zipfile
from dataclasses import replace
from datetime import timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from making.articles import anything, articles
from making.golden import check_golden
from making.package_check import problems_in
from making.word import AT, TEMPLATE, ferry_article, job_of, png, with_parts
from newsdesk.article.blocks import Figure, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.word.job import Picture
from newsdesk.word.wordml import w
from newsdesk.word.writer import DocxWriter

WRITER = DocxWriter(TEMPLATE)
PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "customXml/_rels/item1.xml.rels",
    "customXml/item1.xml",
    "customXml/itemProps1.xml",
    "docProps/app.xml",
    "docProps/core.xml",
    "docProps/custom.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/numbering.xml",
    "word/settings.xml",
)


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def readable(root: etree._Element) -> str:
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


@pytest.fixture(scope="module")
def ferry() -> bytes:
    return WRITER.write(job_of(ferry_article()))


@pytest.mark.parametrize("name", PARTS)
def test_parts_are_as_they_were_looked_at(ferry: bytes, name: str) -> None:
    check_golden(f"word/{name.strip('[').replace('/', '-').replace(']', '')}", readable(part(ferry, name)))


@settings(max_examples=30)
@given(articles(anything))
def test_any_article_makes_a_sound_file(article: Article) -> None:
    assert problems_in(WRITER.write(job_of(article))) == []


def test_the_same_job_makes_the_same_bytes(ferry: bytes) -> None:
    assert WRITER.write(job_of(ferry_article())) == ferry


def test_the_moment_counts_and_not_its_time_zone(ferry: bytes) -> None:
    job = job_of(ferry_article())
    assert WRITER.write(replace(job, at=AT.astimezone(timezone(timedelta(hours=9))))) == ferry
    assert WRITER.write(replace(job, at=AT + timedelta(minutes=1))) != ferry


def test_photos_are_stored_and_text_is_compressed(ferry: bytes) -> None:
    with zipfile.ZipFile(BytesIO(ferry)) as archive:
        stored = {info.filename for info in archive.infolist() if info.compress_type == zipfile.ZIP_STORED}
    assert stored == {"word/media/photo1.png", "word/media/photo2.png"}


def test_a_picture_used_twice_is_in_the_file_once() -> None:
    photo = "ab" * 32
    article = Article("a1", blocks=(Figure("f1", photo), Figure("f2", photo)))
    with zipfile.ZipFile(BytesIO(WRITER.write(job_of(article)))) as archive:
        assert [name for name in archive.namelist() if "media" in name] == ["word/media/photo1.png"]


def test_a_photo_without_its_picture_is_not_passed_over() -> None:
    article = Article("a1", blocks=(Figure("f1", "ab" * 32),))
    with pytest.raises(KeyError):
        WRITER.write(job_of(article, {}))


@pytest.mark.parametrize("media_type", ["image/webp", "image/svg+xml", ""])
def test_pictures_that_word_cannot_show_are_refused(media_type: str) -> None:
    with pytest.raises(ValueError, match="not a picture for Word"):
        Picture(png(), media_type, 4, 3)


def test_track_changes_is_on_and_not_locked(ferry: bytes) -> None:
    settings_part = part(ferry, "word/settings.xml")
    assert settings_part.find(w("trackRevisions")) is not None
    assert settings_part.find(w("documentProtection")) is None


def test_characters_that_xml_forbids_do_not_reach_the_file() -> None:
    text = "A\x00B\x0bC\x1bD\ufffeE\ud800F\x85G"
    article = Article("a1", headline=text, blocks=(Paragraph("p1", runs_of(text)),), section=text)
    document = part(WRITER.write(job_of(article)), "word/document.xml")
    paragraphs = ["".join(p.itertext()) for p in document.iter(w("p"))]
    assert paragraphs.count("ABCDEFG") == 3


@pytest.mark.parametrize(("language", "locale"), [("vi", "vi-VN"), ("en", "en-US"), ("fr-FR", "fr-FR")])
def test_spelling_is_checked_in_the_language_of_the_article(language: str, locale: str) -> None:
    data = WRITER.write(job_of(Article("a1", language=language)))
    default = part(data, "word/styles.xml").find(f"{w('docDefaults')}//{w('lang')}")
    assert default is not None
    assert default.get(w("val")) == locale


def test_a_template_keeps_its_own_custom_xml(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.docx"
    theirs.write_bytes(with_parts(TEMPLATE.read_bytes(), {"customXml/item1.xml": b"<station/>"}))
    data = DocxWriter(theirs).write(job_of(ferry_article()))
    assert problems_in(data) == []
    assert part(data, "customXml/item1.xml").tag == "station"
    assert part(data, "customXml/item2.xml").get("id") == ferry_article().id


def test_the_writer_leaves_its_template_alone() -> None:
    before = hashlib.sha256(TEMPLATE.read_bytes()).digest()
    WRITER.write(job_of(ferry_article()))
    assert hashlib.sha256(TEMPLATE.read_bytes()).digest() == before
