"""Clean Unicode: one spelling for each text, nothing invisible in it."""

import re
import unicodedata
from collections.abc import Iterator

_ETH = (("Ð", "Đ"), ("Ɖ", "Đ"), ("ð", "đ"))
"""Eth and African D look like the Vietnamese letter and come from old fonts and keyboards."""

_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
    # A joiner holds an emoji of several people together; between letters it only hides.
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Normalise to NFC, map Eth to Đ and odd spaces to the plain one, drop what nobody can see.

    Line ends stay as they are; a lone surrogate becomes U+FFFD, so that the result can always be encoded.
    """
    if text.isascii() and text.isprintable():
        return text
    for (
        eth,
        letter,
    ) in _ETH:  # ten times faster than str.translate, and this runs over every text that is saved
        text = text.replace(eth, letter)
    text = _UNSEEN.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text))


def is_nfc(text: str) -> bool:
    """Whether the text is in Normalization Form C (Unicode Standard Annex 15)."""
    return unicodedata.is_normalized("NFC", text)


def is_clean(text: str) -> bool:
    """Whether `clean` would leave the text alone."""
    return clean(text) == text


def unclean_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches that `clean` changes: start and end in code points, and what stands there afterwards."""
    if is_clean(text):
        return
    found = False
    for start, end in clusters(text):
        cluster = text[start:end]
        wanted = clean(cluster)
        if wanted != cluster:
            found = True
            yield start, end, wanted
    if not found:
        yield 0, len(text), clean(text)


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with the combining marks and joiners that follow it: start and end in code points."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not (
            unicodedata.combining(text[index]) or "\u200d" in text[index - 1 : index + 1]
        ):
            yield start, index
            start = index
