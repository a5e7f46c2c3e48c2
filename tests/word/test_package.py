"""Hostile and broken files end with a clear refusal, before anything of them is believed."""

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making.word import TEMPLATE, ferry_article, job_of, with_parts
from newsdesk.errors import BadInput
from newsdesk.word.foreign import read_docx
from newsdesk.word.package import Limits, Package
from newsdesk.word.writer import DocxWriter

GOOD = DocxWriter(TEMPLATE).write(job_of(ferry_article()))
MAIN = "word/document.xml"


def refusal(data: bytes, limits: Limits | None = None) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_docx(data, "bai.docx", limits=limits or Limits())
    assert caught.value.parameters["file"] == "bai.docx"
    return caught.value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "docx.not_word"),
        (b"{\\rtf1 bai}", "docx.not_word"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000, "docx.old_format"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"),
            "docx.protected",
        ),
        (b"PK\x03\x04 no zip at all", "docx.damaged"),
        (GOOD[: len(GOOD) // 2], "docx.damaged"),
    ],
)
def test_what_is_no_docx_is_told_by_what_it_is(data: bytes, code: str) -> None:
    assert refusal(data).code == code


def test_a_zip_without_a_document_is_not_word() -> None:
    assert refusal(with_parts(GOOD, {"_rels/.rels": None})).code == "docx.not_word"


def test_a_spreadsheet_is_not_word() -> None:
    assert refusal(with_parts(GOOD, {MAIN: b"<workbook/>"})).code == "docx.not_word"


def test_an_encrypted_entry_is_protected() -> None:
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.index(signature)
        data[at + offset] |= 1
    assert refusal(bytes(data)).code == "docx.protected"


@pytest.mark.parametrize(
    ("limits", "code", "reason"),
    [
        (Limits(file=1000), "docx.too_large", None),
        (Limits(entries=5), "docx.suspicious", "entries"),
        (Limits(inflated=10_000), "docx.suspicious", "inflated_size"),
        (Limits(xml=2_000), "docx.suspicious", "xml_size"),
        (Limits(tags=50), "docx.suspicious", "elements"),
        (Limits(ratio=2, ratio_from=1000), "docx.suspicious", "ratio"),
    ],
)
def test_limits_hold(limits: Limits, code: str, reason: str | None) -> None:
    error = refusal(GOOD, limits)
    assert (error.code, error.parameters.get("reason")) == (code, reason)


def test_a_bomb_is_refused_by_its_ratio() -> None:
    bomb = with_parts(GOOD, {"word/media/bomb.jpeg": b"\0" * (24 * 2**20)})
    assert len(bomb) < 200_000
    assert refusal(bomb).parameters["reason"] == "ratio"


def test_stated_sizes_are_not_believed() -> None:
    """A local and central header that say 10 bytes while the data inflates to far more."""
    data = bytearray(with_parts(GOOD, {"word/extra.xml": b"<x>" + b" " * 300_000 + b"</x>"}))
    real = struct.pack("<I", 300_007)
    while (at := data.find(real)) >= 0:
        data[at : at + 4] = struct.pack("<I", 10)
    package = Package(bytes(data), "bai.docx", Limits(inflated=100_000))
    with pytest.raises(BadInput) as caught:
        package.read("word/extra.xml")
    assert caught.value.code in ("docx.suspicious", "docx.damaged")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", [MAIN, "WORD/Document.XML"])
def test_duplicate_names_are_refused(second: str) -> None:
    buffer = BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(second, b"<other/>")
    assert refusal(buffer.getvalue()).parameters["reason"] == "duplicate_names"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        "<!DOCTYPE x>",
    ],
)
def test_document_type_declarations_are_refused(declaration: str) -> None:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        text = archive.read(MAIN).decode()
    head, rest = text.split("?>", 1)
    attack = with_parts(GOOD, {MAIN: f"{head}?>{declaration}{rest}".encode()})
    error = refusal(attack)
    assert (error.code, error.parameters.get("reason")) == ("docx.suspicious", "dtd")


def test_a_billion_laughs_end_at_once() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    laughs = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><x>&a11;</x>'
    assert refusal(with_parts(GOOD, {MAIN: laughs.encode()})).code in ("docx.suspicious", "docx.damaged")


def test_deep_nesting_ends_at_once() -> None:
    deep = b"<a>" * 20_000 + b"</a>" * 20_000
    assert refusal(with_parts(GOOD, {MAIN: deep})).code == "docx.damaged"


def test_too_many_paragraphs_are_refused() -> None:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        text = archive.read(MAIN)
    many = text.replace(b"</w:body>", b"<w:p/>" * 50_001 + b"</w:body>")
    assert refusal(with_parts(GOOD, {MAIN: many})).code == "docx.too_long"


def test_the_main_part_is_found_by_its_relationship() -> None:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    moved = with_parts(
        GOOD,
        {
            MAIN: None,
            "word/_rels/document.xml.rels": None,
            "word/bai2.xml": parts[MAIN],
            "word/_rels/bai2.xml.rels": parts["word/_rels/document.xml.rels"],
            "_rels/.rels": parts["_rels/.rels"].replace(b"word/document.xml", b"/word/bai2.xml"),
        },
    )
    assert read_docx(moved, "bai.docx").article.headline == ferry_article().headline


def test_targets_outside_the_package_lead_nowhere() -> None:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        links = archive.read("word/_rels/document.xml.rels")
    outside = links.replace(b"media/photo1.png", b"../../../etc/passwd")
    incoming = read_docx(with_parts(GOOD, {"word/_rels/document.xml.rels": outside}), "bai.docx")
    assert [note.params for note in incoming.notes if note.code == "docx.pictures_missing"] == [{"count": 1}]


@settings(max_examples=150)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=12))
def test_damaged_bytes_end_in_a_refusal_or_an_article(position: int, noise: bytes) -> None:
    data = GOOD[:position] + noise + GOOD[position + len(noise) :]
    try:
        read_docx(data, "bai.docx")
    except BadInput as error:
        assert error.code.startswith("docx.")


with zipfile.ZipFile(BytesIO(GOOD)) as _archive:
    DOCUMENT = _archive.read(MAIN)
NOISE = [b"", b"</w:p>", b'"', b"<w:tbl/>", b"<w:p><w:r><w:drawing/>"]


@settings(max_examples=150)
@given(
    st.integers(0, len(DOCUMENT) - 1),
    st.integers(0, 60),
    st.sampled_from([b"", b"</w:p>", b'"', b"<w:tbl/>"]),
)
def test_a_mangled_document_ends_in_a_refusal_or_an_article(start: int, length: int, noise: bytes) -> None:
    mangled = DOCUMENT[:start] + noise + DOCUMENT[start + length :]
    try:
        read_docx(with_parts(GOOD, {MAIN: mangled}), "bai.docx")
    except BadInput as error:
        assert error.code.startswith("docx.")
