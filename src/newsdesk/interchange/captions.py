"""Caption lines of the old site: text that ends in a bar, with the photographer's name in it or not."""

import re
from dataclasses import dataclass
from typing import Final

from newsdesk.language.names import reads_like_name, split_names

_BARS: Final = "|｜│¦"
_BAR: Final = re.compile(rf"\s+[{_BARS}]\s*|[{_BARS}]\s+|[{_BARS}]$")
_CREDIT: Final = re.compile(
    r"(?:^|[\s.;,/–\-…\"”)(\[]+)[(\[]?\s*(?:nguồn\s+)?(?:ảnh|photo|nguồn)\s*(?:[:：]|\bcủa\b)\s*"
    r"([^:|()\[\]]{2,60}?)\s*[)\]]?\s*\.?$",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"tư liệu|cung cấp|sưu tầm|internet|facebook|mạng xã hội|minh họa|cắt từ|chụp màn hình"
    r"|https?:|\.(?:vn|com)\b",
    re.IGNORECASE,
)
_MOST_CREDIT_WORDS: Final = 8
_LONGEST_CREDIT: Final = 120
_LONGEST_CAPTION: Final = 3000
"""Characters; the bounds keep a hostile line from taking long."""
_NUMBERED: Final = re.compile(
    r"[(\[]?(?:ảnh|hình|photo)\s*(?:số\s*)?\d{1,2}\s*[)\]]?\s*[:.\-–)\]]\s*(.*)"
    r"|chú thích(?: ảnh)?\s*:\s*(.*)",
    re.IGNORECASE,
)
_FILE_NAME: Final = re.compile(
    r"[\[(<]?\s*(?:(?:ảnh|hình|image|photo)\s*:\s*)?"
    r"([\w\-. ()/\\]{1,120}\.(?:jpe?g|png|webp|gif|tiff?|heic|heif|avif|bmp))\s*[\])>]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands under a photo, and who took it."""

    text: str
    credit: str = ""


def captions_in(line: str) -> tuple[Caption, ...]:
    """The captions of a line that ends in a bar; a line may hold those of photos side by side.

    A bar alone marks a photo without a caption. Any other line has none.
    """
    stripped = line.strip()
    if not stripped.endswith(tuple(_BARS)) or len(stripped) > _LONGEST_CAPTION:
        return ()
    parts = [part.strip() for part in _BAR.split(stripped.lstrip(_BARS + " ")) if part.strip()]
    if not parts:
        return (Caption(""),)
    captions: list[Caption] = []
    for caption in map(with_credit, parts):
        if captions and not caption.text and not captions[-1].credit:
            captions[-1] = Caption(captions[-1].text, caption.credit)
        else:
            captions.append(caption)
    return tuple(captions)


def with_credit(text: str) -> Caption:
    """Split off the photographer that a caption names: `… ở chợ phiên. (Ảnh: Hoàng Gia)`."""
    tail_start = max(0, len(text) - _LONGEST_CREDIT)
    match = _CREDIT.search(text, tail_start)
    if match is None or not _reads_like_credit(match[1]):
        return Caption(text.strip())
    before = text[: match.start()]
    end = re.match(r"[.…\"”)]*", match[0])
    closing = end[0] if end else ""
    if closing.endswith(")") and closing.count(")") > before.count("("):
        closing = closing.rstrip(")")
    return Caption((before + closing).strip(), match[1].strip(" .,;-–"))


def _reads_like_credit(text: str) -> bool:
    if len(text.split()) > _MOST_CREDIT_WORDS:
        return False
    return bool(_NO_NAME.search(text)) or all(map(reads_like_name, split_names(text)))


def numbered_caption(line: str) -> str | None:
    """The caption of a line that calls itself one (`Ảnh 2: …`, `Chú thích: …`), None for any other line."""
    match = _NUMBERED.fullmatch(line.strip())
    return None if match is None else (match[1] or match[2] or "").strip()


def photo_file_name(line: str) -> str | None:
    """The file name a line consists of (`[IMG_2034.JPG]`), None for any other line."""
    match = _FILE_NAME.fullmatch(line.strip()) if len(line) < 200 else None
    return match[1].strip() if match else None
