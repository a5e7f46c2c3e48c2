"""How large a photo is, in words."""

from datetime import datetime

from newsdesk.article.photo import Photo
from newsdesk.system.locale import Translator

MEGA, KILO = 1_000_000, 1_000


def described(photo: Photo, tr: Translator) -> str:
    """`4000 × 2250 · 3.9 MB · 21/11/2026`: pixels, the file's size, the day it was taken if it says so."""
    parts = [f"{photo.width} × {photo.height}", size_of(photo.byte_size, tr), _day(photo.taken_at)]
    return " · ".join(part for part in parts if part)


def size_of(count: int, tr: Translator) -> str:
    """Bytes as people say them, with the decimal sign of the language."""
    if count < MEGA:
        return f"{max(1, round(count / KILO))} KB"
    number = f"{count / MEGA:.1f}"
    return f"{number.replace('.', ',') if tr.language == 'vi' else number} MB"


def _day(taken_at: str) -> str:
    try:
        return f"{datetime.fromisoformat(taken_at):%d/%m/%Y}"
    except ValueError:
        return ""
