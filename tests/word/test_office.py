"""Real office programs on our files: LibreOffice opens and saves them, pandoc reads them."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from making.word import TEMPLATE, ferry_article, job_of
from newsdesk.article.blocks import Divider, figures, text_of
from newsdesk.article.model import Article
from newsdesk.word.foreign import read_docx
from newsdesk.word.manifest import shared
from newsdesk.word.writer import DocxWriter

pytestmark = pytest.mark.real

ARTICLE = ferry_article()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the exported article; LibreOffice keeps its profile there too."""
    found = tmp_path_factory.mktemp("office")
    (found / "bai.docx").write_bytes(DocxWriter(TEMPLATE).write(job_of(ARTICLE)))
    return found


def convert(folder: Path, kind: str) -> Path:
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed for this test"
    target = folder / "out"
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", kind, "--outdir", str(target), str(folder / "bai.docx")],
        check=True,
        capture_output=True,
        timeout=180,
    )
    (made,) = target.glob(f"bai.{kind.split(':')[0]}")
    return made


def as_read(article: Article, like: Article) -> Article:
    return replace(shared(article), id=like.id, status=like.status)


def test_libreoffice_lays_it_out(folder: Path) -> None:
    pdf = convert(folder, "pdf")
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    flat = re.sub(r"\s+", " ", text.stdout)
    for block in ARTICLE.blocks:
        for line in re.split("[\t\u2028]", text_of(block)):
            assert line in flat
    assert "Hoàng Gia – Đình Anh – Trần Trang" in flat
    assert "Nguồn: Báo Tân Quang – https://bao.example/ben-song" in flat
    fonts = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True).stdout
    assert re.findall(r"Liberation|Times|Arial", fonts)
    assert "DejaVu" not in fonts, "a font of the template has no stand-in with its widths"


def test_everything_survives_a_save_in_libreoffice(folder: Path) -> None:
    saved = convert(folder, "docx:MS Word 2007 XML")
    incoming = read_docx(saved.read_bytes(), "bai.docx", holds=lambda _: True)
    assert incoming.manifest is not None
    assert incoming.article == as_read(ARTICLE, incoming.article)


def test_pandoc_reads_what_we_wrote(folder: Path) -> None:
    command = ["pandoc", str(folder / "bai.docx"), "-t", "json"]
    tree = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    text = re.sub(
        r"\s+",
        " ",
        subprocess.run(
            [*command[:2], "-t", "plain", "--wrap=none"], check=True, capture_output=True, text=True
        ).stdout,
    )
    for block in ARTICLE.blocks:
        if not isinstance(block, Divider):
            assert re.split("[\t\u2028]", text_of(block))[-1] in text
    kinds = [block["t"] for block in json.loads(tree)["blocks"]]
    assert kinds.count("BulletList") >= 1
    assert kinds.count("OrderedList") >= 1
    assert '"t":"Link"' in tree
    for figure in figures(ARTICLE.blocks):
        if figure.alt:
            assert json.dumps(figure.alt, ensure_ascii=False).strip('"').split()[0] in tree
