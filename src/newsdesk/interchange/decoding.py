"""Bytes of a text file become text, or a reason why they cannot."""

import codecs
import re
from typing import Final

from newsdesk.errors import BadInput

LARGEST_TEXT: Final = 16 * 1024 * 1024
"""Bytes; no article comes near it."""

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOREIGN: Final = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word 97"),
    (b"{\\rtf", "RTF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
)
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w\-]{3,20})", re.IGNORECASE)
_TRUSTED_CHARSETS: Final = frozenset({"cp1252", "cp1258", "iso8859-1", "utf-16", "utf-16-le", "utf-16-be"})
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL: Final = 0.01


def decode(data: bytes, file: str) -> str:
    """Text in UTF-8, or in UTF-16 or UTF-32 with a byte order mark.

    Raises:
        BadInput: `text.empty`, `text.too_large` (with `limit`), `text.foreign` (with `kind`), `text.binary`,
            `text.not_utf8` (with `offset` in bytes).
    """
    _refuse_foreign(data, file)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_decoded(data[len(mark) :], encoding, file), file)
    if b"\0" in data:
        raise BadInput("text.binary", file=file)
    return _checked(_decoded(data, "utf-8", file), file)


def decode_html(data: bytes, file: str) -> str:
    """As `decode`, but an HTML page that is no UTF-8 may name its older character set.

    Raises:
        BadInput: as for `decode`.
    """
    try:
        return decode(data, file)
    except BadInput as problem:
        declared = _declared_charset(data)
        if problem.code != "text.not_utf8" or declared is None:
            raise
        return _checked(_decoded(data, declared, file), file)


def _refuse_foreign(data: bytes, file: str) -> None:
    if len(data) > LARGEST_TEXT:
        raise BadInput("text.too_large", file=file, limit=LARGEST_TEXT)
    for signature, kind in _FOREIGN:
        if data.startswith(signature):
            raise BadInput("text.foreign", file=file, kind=kind)


def _decoded(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput("text.not_utf8", file=file, offset=error.start) from error


def _checked(text: str, file: str) -> str:
    if not text.strip("\ufeff\x1a \t\r\n\u00a0\u200b"):
        raise BadInput("text.empty", file=file)
    if len(_CONTROL.findall(text)) > len(text) * _MOST_CONTROL:
        raise BadInput("text.binary", file=file)
    return text


def _declared_charset(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    return name if name in _TRUSTED_CHARSETS else None
