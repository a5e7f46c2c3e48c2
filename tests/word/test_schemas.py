"""Every part against the schemas of the standard, with the validator that stands beside the checkout."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from making.articles import anything, articles
from making.word import TEMPLATE, ferry_article, job_of
from newsdesk.article.model import Article
from newsdesk.word.writer import DocxWriter

VALIDATOR = Path(__file__).resolve().parents[3] / "shared" / "tools" / "docx-validate" / "validate_docx.py"

pytestmark = pytest.mark.skipif(
    not VALIDATOR.is_file(), reason="the schemas of the standard are not beside this checkout"
)


def verdict(*files: Path) -> str:
    command = [sys.executable, str(VALIDATOR), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120).stdout


def test_an_export_and_the_template_are_valid(tmp_path: Path) -> None:
    export = tmp_path / "bai.docx"
    export.write_bytes(DocxWriter(TEMPLATE).write(job_of(ferry_article())))
    lines = verdict(export, TEMPLATE).splitlines()
    assert [line.split("\t")[0] for line in lines] == ["OK", "OK"], "\n".join(lines)


def test_any_article_is_valid(tmp_path: Path) -> None:
    files: list[Path] = []

    @settings(max_examples=12, database=None, suppress_health_check=list(HealthCheck))
    @given(articles(anything))
    def write(article: Article) -> None:
        files.append(tmp_path / f"{len(files)}.docx")
        files[-1].write_bytes(DocxWriter(TEMPLATE).write(job_of(article)))

    write()
    lines = verdict(*files).splitlines()
    assert {line.split("\t")[0] for line in lines} == {"OK"}, "\n".join(lines)
