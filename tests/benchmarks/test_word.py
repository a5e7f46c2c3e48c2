"""A DOCX written and read against pandoc: processor time of this process and of those it starts."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.pairing import FAMILY, Budget, Versus
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

FASTER = Budget(ratio=1)
SENTENCE = "Sáng nay, hàng trăm người dân"
WRITER = DocxWriter(TEMPLATE)


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


def test_three_large_photos(versus: Versus, measuring: bool, tmp_path: Path) -> None:
    width = 4000 if measuring else 1000
    grain = Image.effect_noise((1000, 750), 70).convert("RGB")
    photo = encoded(
        grain.resize((width, width * 3 // 4), Image.Resampling.BICUBIC), quality=90, subsampling="4:2:0"
    )
    pages = [f"# Bến sông\n\n{SENTENCE}\n"]
    for number in range(3):
        (tmp_path / f"{number}.jpg").write_bytes(photo + bytes([number]))
        pages.append(f"![Bến sông.]({tmp_path / f'{number}.jpg'})\n")
    page = tmp_path / "bai.md"
    page.write_text("\n".join(pages), encoding="utf-8")
    versus(
        "DOCX of 3 photos of 12 MP, renditions included",
        lambda: photographed(photo, 3),
        "pandoc, originals as they are",
        pandoc(page, "-o", tmp_path / "peer.docx"),
        FASTER,
        meter=FAMILY,
    )


def long_article(paragraphs: int) -> Article:
    """Paragraphs of four runs; 5,000 of them are more than 100,000 words."""
    marks = (frozenset({Mark.BOLD}), frozenset[Mark](), frozenset({Mark.ITALIC}), frozenset[Mark]())
    runs = tuple(Run(f"{SENTENCE} ", mark) for mark in marks)
    blocks = tuple(Paragraph(f"p{number}", runs) for number in range(paragraphs))
    return Article("a1", headline="Bến sông", blocks=blocks)


def test_many_paragraphs(versus: Versus, measuring: bool, tmp_path: Path) -> None:
    paragraphs = 5_000 if measuring else 50
    job = job_of(long_article(paragraphs))
    page, ours = tmp_path / "bai.md", tmp_path / "ours.docx"
    line = f"**{SENTENCE}** {SENTENCE} *{SENTENCE}* {SENTENCE}"
    page.write_text("\n\n".join([line] * paragraphs), encoding="utf-8")
    versus(
        f"DOCX of {paragraphs:,} paragraphs written",
        lambda: ours.write_bytes(WRITER.write(job)),
        "pandoc",
        pandoc(page, "-o", tmp_path / "peer.docx"),
        FASTER,
        meter=FAMILY,
        rounds=3,
    )
    versus(
        f"DOCX of {paragraphs:,} paragraphs read",
        lambda: read_docx(ours.read_bytes(), "bai.docx"),
        "pandoc, to its JSON",
        pandoc(ours, "-t", "json", "-o", tmp_path / "peer.json"),
        FASTER,
        meter=FAMILY,
        rounds=3,
    )
