"""Text as search compares it: once without marks, once with marks but in one spelling."""

import re
import unicodedata

from newsdesk.language.unicode import clean

_MARKS = re.compile("[\u0300-\u036f]")

_TONED = {
    "à": "òa",
    "á": "óa",
    "ả": "ỏa",
    "ã": "õa",
    "ạ": "ọa",
    "è": "òe",
    "é": "óe",
    "ẻ": "ỏe",
    "ẽ": "õe",
    "ẹ": "ọe",
}
_TONED_UY = {"ỳ": "ùy", "ý": "úy", "ỷ": "ủy", "ỹ": "ũy", "ỵ": "ụy"}
_NEW_STYLE = re.compile(r"o([àáảãạèéẻẽẹ])\b|(?<!q)u([ỳýỷỹỵ])\b")


def fold(text: str) -> str:
    """Lower-case letters without any mark: `Đường Nguyễn Huệ` becomes `duong nguyen hue`.

    Also finds what was typed without Vietnamese keys. The result may be longer than the text (ß, ligatures).
    """
    lowered = clean(text).casefold().replace("đ", "d")
    if lowered.isascii():
        return lowered
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", lowered)))


def exact(text: str) -> str:
    """Lower-case with every mark, and the tone of open oa, oe and uy on the first letter (hoà becomes hòa).

    Writers mix both tone styles, so a search that minds marks must not mind the style.
    """
    return _NEW_STYLE.sub(_old_style, clean(text).casefold())


def is_marked(text: str) -> bool:
    """Whether the text carries any mark that `fold` takes away."""
    return fold(text) != clean(text).casefold()


def _old_style(match: re.Match[str]) -> str:
    return _TONED[match[1]] if match[1] else _TONED_UY[match[2]]
