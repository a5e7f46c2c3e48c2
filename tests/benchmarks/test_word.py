"""A DOCX written and read against pandoc: processor time of this process and of those it starts."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.conftest import Versus
from making.photos import encoded
from making.word import TEMPLATE, job_of
from newsdesk.article.blocks import Block, Figure, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.text import Mark, Run
from newsdesk.photos.profiles import DOCX_PROFILE
from newsdesk.photos.renditions import render
from newsdesk.word.foreign import read_docx
from newsdesk.word.job import Picture
from newsdesk.word.writer import DocxWriter

pytestmark = pytest.mark.real

PARAGRAPHS = 5_000
SENTENCE = "Sáng nay, hàng trăm người dân"
WRITER = DocxWriter(TEMPLATE)


def processor_time() -> float:
    """Seconds, with those of finished child processes: pandoc is one."""
    return sum(os.times()[:4])


def pandoc(*arguments: str | Path) -> Callable[[], object]:
    command = ["pandoc", *map(str, arguments)]
    return lambda: subprocess.run(command, check=True, capture_output=True)


def photographed(photo: bytes, photos: int) -> bytes:
    """An export as the desk makes it: a rendition of each original, then the file."""
    blocks: list[Block] = [Paragraph("p0", (Run(SENTENCE),))]
    pictures: dict[str, Picture] = {}
    for number in range(photos):
        made = render(photo, DOCX_PROFILE)
        blocks.append(Figure(f"f{number}", f"{number:064x}", "Bến sông.", "Hoàng Gia", alt="Bến sông"))
        pictures[f"f{number}"] = Picture(made.data, made.media_type, made.width, made.height)
    return WRITER.write(job_of(Article("a1", headline="Bến sông", blocks=tuple(blocks)), pictures))


def test_three_large_photos(versus: Versus, tmp_path: Path) -> None:
    grain = Image.effect_noise((1000, 750), 70).convert("RGB")
    photo = encoded(grain.resize((4000, 3000), Image.Resampling.BICUBIC), quality=90, subsampling="4:2:0")
    pages = [f"# Bến sông\n\n{SENTENCE}\n"]
    for number in range(3):
        (tmp_path / f"{number}.jpg").write_bytes(photo + bytes([number]))
        pages.append(f"![Bến sông.]({tmp_path / f'{number}.jpg'})\n")
    page = tmp_path / "bai.md"
    page.write_text("\n".join(pages), encoding="utf-8")
    row = versus(
        "DOCX, 3 photos of 12 MP, renditions included",
        "pandoc, originals as they are",
        lambda: photographed(photo, 3),
        pandoc(page, "-o", tmp_path / "peer.docx"),
        budget="< 1",
        rounds=3,
        clock=processor_time,
    )
    assert row.ratio > 0


def long_article() -> Article:
    """More than 100,000 words in paragraphs of four runs."""
    marks = (frozenset({Mark.BOLD}), frozenset[Mark](), frozenset({Mark.ITALIC}), frozenset[Mark]())
    runs = tuple(Run(f"{SENTENCE} ", mark) for mark in marks)
    return Article(
        "a1", headline="Bến sông", blocks=tuple(Paragraph(f"p{n}", runs) for n in range(PARAGRAPHS))
    )


def test_five_thousand_paragraphs(versus: Versus, tmp_path: Path) -> None:
    job = job_of(long_article())
    page, peer = tmp_path / "bai.md", tmp_path / "peer.docx"
    line = f"**{SENTENCE}** {SENTENCE} *{SENTENCE}* {SENTENCE}"
    page.write_text("\n\n".join([line] * PARAGRAPHS), encoding="utf-8")
    row = versus(
        "DOCX, 5,000 paragraphs of 4 runs",
        "pandoc",
        lambda: WRITER.write(job),
        pandoc(page, "-o", peer),
        budget="< 1",
        rounds=3,
        clock=processor_time,
    )
    assert row.ratio > 0
    ours = tmp_path / "ours.docx"
    ours.write_bytes(WRITER.write(job))
    back = versus(
        "DOCX, 5,000 paragraphs read back",
        "pandoc, to its JSON",
        lambda: read_docx(ours.read_bytes(), "bai.docx"),
        pandoc(ours, "-t", "json", "-o", tmp_path / "peer.json"),
        budget="< 1",
        rounds=3,
        clock=processor_time,
    )
    assert back.ratio > 0
