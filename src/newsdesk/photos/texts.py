"""Text as photo metadata carries it: decoded from unknown charsets, cleaned, and cut to a number of bytes."""

import unicodedata

_VOWELS = frozenset("aăâeêioôơuưy")
_PLAIN = {
    "©": "(c)",
    "đ": "d",
    "Đ": "D",
    "–": "-",
    "—": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
}
_NAMED_CONTROLS = {"\t": " ", "\r\n": "\n", "\r": "\n", "\v": "\n", "\0": " "}


def cleaned(text: str) -> str:
    """NFC, without the characters that XML 1.0 forbids, without space at the ends."""
    for control, plain in _NAMED_CONTROLS.items():
        text = text.replace(control, plain)
    kept = "".join(character for character in text if _allowed(character))
    return unicodedata.normalize("NFC", kept).strip()


def _allowed(character: str) -> bool:
    return character == "\n" or not (
        unicodedata.category(character) in ("Cc", "Cs") or character in "\ufffe\uffff"
    )


def decoded(raw: bytes) -> str:
    """Text of an undeclared charset: UTF-8, else Windows-1258 if it reads Vietnamese, else Windows-1252."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        vietnamese = raw.decode("cp1258", "replace")
        return vietnamese if _reads_vietnamese(vietnamese) else raw.decode("cp1252", "replace")


def _reads_vietnamese(text: str) -> bool:
    """Whether there are tone marks and each stands on a vowel: in Western text these bytes are letters."""
    marks = [place for place, character in enumerate(text) if unicodedata.combining(character)]
    return bool(marks) and all(place > 0 and text[place - 1].lower() in _VOWELS for place in marks)


def cut(text: str, limit: int) -> bytes:
    """UTF-8 of at most `limit` bytes, never ending inside a character or before its combining mark."""
    raw = text.encode("utf-8")
    if len(raw) <= limit:
        return raw
    kept = raw[:limit].decode("utf-8", "ignore")
    while kept and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]
    return kept.rstrip().encode("utf-8")


def folded(text: str) -> str:
    """Plain ASCII without marks (đ is d): for EXIF text fields, whose charset nobody declares."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    for typographic, plain in _PLAIN.items():
        bare = bare.replace(typographic, plain)
    return bare.encode("ascii", "replace").decode("ascii")
