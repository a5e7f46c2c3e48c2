"""The house template: it is what its parts say, and a replaced one must keep the contract."""

import importlib.util
import zipfile
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from making.package_check import problems_in
from making.word import TEMPLATE, ferry_article, job_of, with_parts
from newsdesk.errors import BadInput
from newsdesk.word.house import Style, open_house
from newsdesk.word.wordml import w
from newsdesk.word.writer import DocxWriter

ROOT = Path(__file__).resolve().parents[2]
SURE_FONTS = {"Times New Roman", "Arial"}
"""On every Windows and Mac; Liberation has the same widths elsewhere."""


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_template", ROOT / "packaging" / "make_template.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def without(style: str) -> bytes:
    styles = etree.fromstring(parts(TEMPLATE.read_bytes())["word/styles.xml"])
    for element in list(styles.iter(w("style"))):
        name = element.find(w("name"))
        if name is not None and name.get(w("val")) == style:
            styles.remove(element)
    return with_parts(TEMPLATE.read_bytes(), {"word/styles.xml": etree.tostring(styles)})


def refusal(path: Path, data: bytes) -> BadInput:
    path.write_bytes(data)
    with pytest.raises(BadInput) as caught:
        open_house(path)
    return caught.value


def test_the_template_is_made_of_its_parts() -> None:
    assert parts(TEMPLATE.read_bytes()) == parts(maker().template())


def test_the_template_is_sound() -> None:
    assert problems_in(TEMPLATE.read_bytes()) == []


def test_fonts_are_those_that_every_newsroom_has() -> None:
    for name, data in parts(TEMPLATE.read_bytes()).items():
        for element in etree.fromstring(data).iter(w("rFonts")):
            assert set(element.attrib.values()) <= SURE_FONTS, name


def test_the_page_is_a4_with_sixteen_centimetres_of_text() -> None:
    document = etree.fromstring(parts(TEMPLATE.read_bytes())["word/document.xml"])
    size, margins = next(document.iter(w("pgSz"))), next(document.iter(w("pgMar")))
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")
    text = 11906 - int(margins.get(w("left"), "0")) - int(margins.get(w("right"), "0"))
    assert abs(text / 567 - 16) < 0.01


@pytest.mark.parametrize("style", list(Style))
def test_a_missing_style_is_named(tmp_path: Path, style: Style) -> None:
    error = refusal(tmp_path / "dai.docx", without(style))
    assert (error.code, error.parameters) == (
        "docx.template_style",
        {"file": "dai.docx", "style": style.value},
    )


def test_styles_are_found_by_name_whatever_their_ids_are(tmp_path: Path) -> None:
    styles = parts(TEMPLATE.read_bytes())["word/styles.xml"].replace(b'"Caption"', b'"Chuthich1"')
    path = tmp_path / "dai.docx"
    path.write_bytes(with_parts(TEMPLATE.read_bytes(), {"word/styles.xml": styles}))
    data = DocxWriter(path).write(job_of(ferry_article()))
    assert problems_in(data) == []
    assert b'w:val="Chuthich1"' in parts(data)["word/document.xml"]


def test_a_list_style_must_number(tmp_path: Path) -> None:
    styles = parts(TEMPLATE.read_bytes())["word/styles.xml"].replace(
        b'<w:numPr><w:numId w:val="1"/></w:numPr>', b""
    )
    error = refusal(tmp_path / "dai.docx", with_parts(TEMPLATE.read_bytes(), {"word/styles.xml": styles}))
    assert (error.code, error.parameters["style"]) == ("docx.template_list", "List Bullet")


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    error = refusal(tmp_path / "dai.docx", with_parts(TEMPLATE.read_bytes(), {"word/settings.xml": None}))
    assert (error.code, error.parameters["part"]) == ("docx.template_part", "settings")


def test_an_exported_article_is_no_template(tmp_path: Path) -> None:
    data = DocxWriter(TEMPLATE).write(job_of(ferry_article()))
    assert refusal(tmp_path / "bai.docx", data).code == "docx.template_is_article"


def test_a_missing_template_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        open_house(tmp_path / "none.docx")
    assert caught.value.code == "docx.template_missing"


def test_tracking_is_switched_on_where_the_template_has_it_off(tmp_path: Path) -> None:
    settings = parts(TEMPLATE.read_bytes())["word/settings.xml"].replace(b"<w:trackRevisions/>", b"")
    path = tmp_path / "dai.docx"
    path.write_bytes(with_parts(TEMPLATE.read_bytes(), {"word/settings.xml": settings}))
    written = etree.fromstring(parts(DocxWriter(path).write(job_of(ferry_article())))["word/settings.xml"])
    assert [child.tag for child in written][:3] == [w("zoom"), w("trackRevisions"), w("defaultTabStop")]
