"""Makes jobs for the Word writer, and pictures small enough to be quick."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from pathlib import Path

from newsdesk.article.blocks import (
    Block,
    Box,
    Divider,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    figures,
)
from newsdesk.article.model import Article, Byline, Role, Source, Status
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.word.job import DeskLabels, DocxJob, Picture

TEMPLATE = Path(__file__).resolve().parents[2] / "resources" / "word" / "house.docx"
AT = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)

LABELS = DeskLabels(
    section="Chuyên mục",
    bylines="Tác giả",
    status="Trạng thái",
    revision="Phiên bản",
    words="Số chữ",
    photos="Số ảnh",
    exported="Xuất lúc",
    embargo="Không đăng trước",
    missing="—",
    contributor="CTV",
    placeholder="Chưa có ảnh",
    credit="Ảnh",
    source="Nguồn",
    roles={role: role.value for role in Role},
    statuses={status: status.value for status in Status},
)


def png(width: int = 4, height: int = 3, shade: int = 128) -> bytes:
    """A grey PNG, made by hand so that its bytes never change."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def with_parts(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """A zip with parts put in, replaced or (None) taken out."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        parts = {name: source.read(name) for name in source.namelist()} | dict(changes)
        for name, content in parts.items():
            if content is not None:
                target.writestr(name, content)
    return buffer.getvalue()


def pictures_of(article: Article) -> Mapping[str, Picture]:
    """A picture for each figure that has a photo, a different one for each photo."""
    return {
        figure.id: Picture(png(shade=int(figure.photo[:2], 16)), "image/png", 4, 3)
        for figure in figures(article.blocks)
        if figure.photo
    }


def job_of(article: Article, pictures: Mapping[str, Picture] | None = None) -> DocxJob:
    """One export of an article."""
    made = pictures_of(article) if pictures is None else pictures
    return DocxJob(article, made, f"{article.id}-3", 3, AT, LABELS, words=812)


def ferry_article() -> Article:
    """A piece with every kind of block, mark and figure, and with ids that never change."""
    return Article(
        id="0198c1a0-0000-7000-8000-000000000000",
        kicker="Đời sống",
        headline="Chuyến phà cuối cùng ở bến Tân Quang",
        standfirst="Sau hơn ba mươi năm, bến phà nhường chỗ cho cây cầu mới.",
        blocks=_ferry_blocks(),
        bylines=(
            Byline("Hoàng Gia", person="p-1", share=60),
            Byline("Đình Anh", Role.CAMERA),
            Byline("Trần Trang", Role.CONTRIBUTOR, contributor=True),
        ),
        source=Source("Báo Tân Quang", "https://bao.example/ben-song"),
        section="Đời sống – Xã hội",
        tags=("phà", "cầu"),
        status=Status.SUBMITTED,
        notes="Gọi lại ông Thuận trước 17 giờ.",
        embargo="2026-11-23T06:00:00+07:00",
    )


def _ferry_blocks() -> tuple[Block, ...]:
    numbers = count(1)

    def block_id() -> str:
        return f"0198c1a0-0000-7000-8000-{next(numbers):012}"

    bold, italic = frozenset({Mark.BOLD}), frozenset({Mark.ITALIC})
    marked = (
        Run("Ông Thuận lái phà "),
        Run("ba mươi năm", bold),
        Run(", nói: “"),
        Run("Tôi vui", italic),
        Run("”. Xem "),
        Run("trang của huyện", href="https://huyen.example/cau?a=1&b=2"),
        Run("; 10"),
        Run("6", frozenset({Mark.SUPERSCRIPT})),
        Run(" đồng, CO"),
        Run("2", frozenset({Mark.SUBSCRIPT})),
        Run(".\u2028Dòng hai\tcó khoảng."),
    )
    return (
        Paragraph(block_id(), runs_of("Sáng nay, hàng trăm người có mặt từ sớm.")),
        Paragraph(block_id(), marked),
        Figure(block_id(), "ab" * 32, "Chuyến phà cuối.", "Hoàng Gia", alt="Phà chở người qua sông"),
        Heading(block_id(), runs_of("Ba mươi năm một bến sông"), 1),
        Quote(block_id(), runs_of("Ngày nào tôi cũng đưa trẻ con sang sông.")),
        Heading(block_id(), runs_of("Cây cầu mới"), 2),
        ListItem(block_id(), runs_of("Cầu dài 318 mét"), False, 1),
        ListItem(block_id(), runs_of("Bốn nhịp"), False, 2),
        ListItem(block_id(), runs_of("Phà ngừng chạy từ 18 giờ"), True, 1),
        ListItem(block_id(), runs_of("Trừ phà cứu hộ"), True, 2),
        Figure(block_id(), "cd" * 32, "Ông Thuận.", "Ảnh: Đình Anh", decorative=True),
        ListItem(block_id(), runs_of("Danh sách mới"), True, 1),
        Box(block_id(), runs_of("Cầu Tân Quang")),
        Box(block_id(), runs_of("Khởi công tháng 3/2024.")),
        Divider(block_id()),
        Figure(block_id(), None, "Lễ thông xe dự kiến ngày 2/12.", ""),
        Embed(block_id(), "https://video.example/ben-song", "Phóng sự: Bến sông cũ"),
    )
