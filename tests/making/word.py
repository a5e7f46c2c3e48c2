"""Makes jobs for the Word writer, and pictures small enough to be quick."""

import struct
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.article.blocks import figures
from newsdesk.article.model import Article, Role, Status
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
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


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
