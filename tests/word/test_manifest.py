"""The base text in the file: found by its namespace, without what stays with the reporter, never trusted."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree

from making.word import TEMPLATE, ferry_article, job_of, with_parts
from newsdesk.word.foreign import read_docx
from newsdesk.word.manifest import Manifest, from_xml, manifest_of, shared, to_xml
from newsdesk.word.package import Package
from newsdesk.word.writer import DocxWriter

ITEM = "customXml/item1.xml"
ARTICLE = ferry_article()
DATA = DocxWriter(TEMPLATE).write(job_of(ARTICLE))


def everything_in(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_it_survives_its_own_writing() -> None:
    manifest = Manifest("export-1", 3, "2026-11-22T07:05:00Z", shared(ARTICLE), {"f1": "ab" * 32})
    assert from_xml(etree.fromstring(etree.tostring(to_xml(manifest)))) == manifest


def test_notes_shares_and_the_wish_to_wait_stay_with_the_reporter() -> None:
    text = everything_in(DATA)
    assert ARTICLE.notes not in text
    assert '"share":60' not in text
    base = shared(ARTICLE)
    assert (base.notes, base.embargo, base.bylines[0].share) == ("", None, None)
    assert base.blocks == ARTICLE.blocks


def test_it_is_found_under_any_name() -> None:
    with zipfile.ZipFile(BytesIO(DATA)) as archive:
        item = archive.read(ITEM)
        links = archive.read("word/_rels/document.xml.rels")
    moved = {ITEM: None, "customXml/item9.xml": item, "customXml/_rels/item1.xml.rels": None}
    moved["word/_rels/document.xml.rels"] = links.replace(b"item1.xml", b"item9.xml")
    assert manifest_of(Package(with_parts(DATA, moved), "bai.docx")) is not None


def manifest_xml(base: str, *, root: str = 'id="a"', version: int = 1) -> bytes:
    name = f'xmlns:nd="urn:newsdesk:article:{version}"'
    return f"<nd:article {name} {root}><nd:base>{base}</nd:base></nd:article>".encode()


@pytest.mark.parametrize(
    "content",
    [
        b"<station/>",
        b"not xml",
        b'<nd:article xmlns:nd="urn:newsdesk:article:1"/>',
        manifest_xml("{}"),
        manifest_xml('{"id":"b"}'),
        manifest_xml('{"id":"a"}', root='id="a" revision="x"'),
        manifest_xml("[" * 100_000),
        manifest_xml('{"id":"a","schema":99}'),
        manifest_xml('{"id":"a"}', version=2),
    ],
)
def test_a_file_with_a_spoilt_manifest_reads_like_anybody_elses(content: bytes) -> None:
    incoming = read_docx(with_parts(DATA, {ITEM: content}), "bai.docx")
    assert incoming.manifest is None
    assert incoming.article.headline == ARTICLE.headline
    assert incoming.article.standfirst == ARTICLE.standfirst


def test_a_manifest_of_another_article_does_no_harm() -> None:
    other = Manifest("export-2", 1, "", replace(shared(ARTICLE), blocks=()), {"f1": "not a digest"})
    incoming = read_docx(with_parts(DATA, {ITEM: etree.tostring(to_xml(other))}), "bai.docx")
    assert incoming.manifest is not None
    assert incoming.manifest.pictures == {}
    assert incoming.article.headline == ARTICLE.headline
    assert len(incoming.pictures) == 2
