"""What the page gives to the clipboard and takes from it, from drops too."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from newsdesk.article.codec import block_from, block_to_dict
from newsdesk.article.fields import FieldError, Fields
from newsdesk.article.text import runs_of
from newsdesk.gui.editor.html_in import lines_of_html
from newsdesk.gui.editor.html_out import html_of
from newsdesk.gui.editor.lines import OBJECT_KINDS, Kind, Line, to_blocks, to_lines, typed

MIME = "application/x-newsdesk-blocks+json"
PHOTO_ENDINGS = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".gif", ".bmp"}
)
PICTURE_TYPES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/tiff": "tif"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on the clipboard: the bytes of a file and a name for it."""

    data: bytes
    name: str


def to_mime(lines: Sequence[Line]) -> QMimeData:
    """Copied lines in our own form, as HTML and as plain text."""
    mime = QMimeData()
    named = [line if line.id else Line(line.kind, f"copied-{n}", line.runs) for n, line in enumerate(lines)]
    blocks = [block_to_dict(block) for block in to_blocks(named)]
    mime.setData(MIME, QByteArray(json.dumps(blocks, ensure_ascii=False).encode()))
    mime.setHtml(html_of(lines))
    mime.setText("\n".join(line.text for line in lines if line.kind not in OBJECT_KINDS))
    return mime


def lines_from(mime: QMimeData) -> list[Line]:
    """The lines that can be pasted, best form first; empty when there is no text."""
    if mime.hasFormat(MIME):
        own = _own_lines(bytes(mime.data(MIME).data()))
        if own:
            return own
    if mime.hasHtml():
        lines = lines_of_html(mime.html())
        if lines:
            return lines
    return plain_lines(mime)


def plain_lines(mime: QMimeData) -> list[Line]:
    """The text of the clipboard as paragraphs, without any formatting."""
    if not mime.hasText() or mime.hasUrls():
        return []
    texts = (typed(text).strip() for text in mime.text().splitlines())
    return [Line(Kind.PARAGRAPH, "", runs_of(text)) for text in texts if text]


def _own_lines(data: bytes) -> list[Line]:
    try:
        items = json.loads(data.decode())
        return to_lines(block_from(Fields.of(item, "")) for item in items)
    except (FieldError, ValueError, TypeError):
        return []


def photo_files(mime: QMimeData) -> list[Path]:
    """The photo files among what is dropped or pasted, in its order."""
    paths = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in PHOTO_ENDINGS]


def picture_from(mime: QMimeData) -> Picture | None:
    """A picture without a file, in its own encoding if the clipboard has it, else as PNG."""
    for media_type, ending in PICTURE_TYPES.items():
        if mime.hasFormat(media_type):
            return Picture(bytes(mime.data(media_type).data()), f"clipboard.{ending}")
    if not mime.hasImage():
        return None
    image = mime.imageData()
    return Picture(_png(image), "clipboard.png") if isinstance(image, QImage) and not image.isNull() else None


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 80)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
