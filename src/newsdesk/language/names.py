"""Names as Vietnamese papers sign with them: capitalised syllables, initials, agencies."""

import re
from typing import Final

MOST_SYLLABLES: Final = 5

_BETWEEN = re.compile(
    r"(?:\s*[–—−]\s*|\s+-\s*|\s*-\s+|\s*[;,&+•·]\s*|\s*/(?!\s*[^\W\da-zà-ỹ]{3,}\b)\s*"
    r"|\s+(?:và|với|cùng|and)\s+|\s{2,})"
    r"(?![^()]*\))"  # A separator inside brackets belongs to the place or office that stands there.
)
_ADDITION = re.compile(r"\s*\([^()]{1,60}\)$")
_SYLLABLE = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-/])*")
_GROUP = re.compile(
    r"(?:nhóm|tổ|ban|tập thể)\s+(?:p\.?v|phóng viên|tác giả|ctv|cộng tác viên|biên tập|thời sự)\b.{0,40}"
    r"|p\.?v|ctv|btv|bbt",
    re.IGNORECASE,
)


def split_names(text: str) -> tuple[str, ...]:
    """The names of a signature line: `A – B – C`, `A, B và C`, `A-B` where both sides are whole names.

    An agency behind a slash (`Lò Minh/TTXVN`) belongs to its reporter.
    """
    parts = (part.strip() for part in _BETWEEN.split(text))
    return tuple(name for part in parts if part for name in _hyphenated(part))


def reads_like_name(text: str) -> bool:
    """Whether a text could be one signature: one to five capitalised syllables, or a group such as `Nhóm PV`.

    A place or office in brackets may follow: `Hoàng Gia (Đồng Văn)`.
    """
    name = _ADDITION.sub("", text)
    if _GROUP.fullmatch(name):
        return True
    syllables = name.split()
    return 1 <= len(syllables) <= MOST_SYLLABLES and all(
        syllable[0].isupper() and _SYLLABLE.fullmatch(syllable) for syllable in syllables
    )


def _hyphenated(part: str) -> tuple[str, ...]:
    """Split `Hoàng Gia-Đình Anh`, and leave the hyphen of one name (`Ma-ri Nguyễn`) alone."""
    pieces = tuple(part.split("-"))
    whole = len(pieces) > 1 and all(len(piece.split()) > 1 and reads_like_name(piece) for piece in pieces)
    return pieces if whole else (part,)
