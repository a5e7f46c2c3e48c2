"""Plain text in and out, in the shape of the old site: one paragraph a line, captions end in a bar."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from newsdesk.article.blocks import Block, Divider, Embed, Figure, ListItem, Paragraph, text_of
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.interchange.incoming import Incoming
from newsdesk.interchange.labels import Labels, labels_for
from newsdesk.interchange.reading import Reading, closes_sentence
from newsdesk.interchange.recognition import recognise
from newsdesk.language.unicode import clean

_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SOURCE_AT_END: Final = re.compile(
    r"(.*[^\s(\[|–-])[\s(\[|–-]+(nguồn\s*:\s*https?://[^\s|]+?)[)\]]?", re.IGNORECASE
)
_LONGEST_LINE: Final = 5000
_LONGEST_WRAPPED: Final = 100
_SHORTEST_WRAPPED: Final = 55
"""Characters of the lines of a mail that was wrapped by a program."""


def read_text(text: str, file: str) -> Incoming:
    """Read a piece from plain text. `file` names it in errors and notes."""
    lines = [part for line in _LINE_END.split(text) for part in _parted(clean(line).strip())]
    joined = _unwrapped(lines)
    reading = Reading(blocks=[_paragraph(line) for line in joined if line])
    if len(joined) != len(lines):
        reading.note("import.lines_joined")
    if not unicodedata.is_normalized("NFC", text):
        reading.note("import.text_normalised")
    return recognise(reading, plain_text=True)


def write_text(article: Article) -> str:
    """Write a piece so that `read_text` finds everything in it again; marks and links are lost."""
    labels = labels_for(article.language)
    opening = (article.kicker, article.headline, article.standfirst)
    closing = (*labels.signature_lines(article.bylines), labels.source_line(article.source))
    paragraphs = (*opening, *_body(article.blocks, labels), *closing)
    return "\n\n".join(text for text in paragraphs if text).replace("\u2028", "\n") + "\n"


def _body(blocks: tuple[Block, ...], labels: Labels) -> Iterator[str]:
    for is_list, group in groupby(blocks, key=lambda block: isinstance(block, ListItem)):
        lines = (_line_of(block, labels) for block in group)
        yield from ["\n".join(lines)] if is_list else lines


def _line_of(block: Block, labels: Labels) -> str:
    match block:
        case Figure(caption=caption, credit=credit):
            return f"{labels.captioned(caption, credit)} |".lstrip()
        case Embed(url=url, title=title):
            return f"{title}\n{url}".lstrip()
        case Divider():
            return "***"
        case ListItem(ordered=ordered, depth=depth):
            sign = "1." if ordered else "-" if depth == 1 else "+"
            return f"{sign} {text_of(block)}"
        case _:
            return text_of(block)


def _paragraph(line: str) -> Block:
    return Paragraph(new_id(), runs_of(line))


def _parted(line: str) -> tuple[str, ...]:
    """A line with the source at its end is two lines that a copy ran together."""
    match = _SOURCE_AT_END.fullmatch(line) if len(line) < _LONGEST_LINE else None
    return (match[1].rstrip(), match[2]) if match else (line,)


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of paragraphs that a mail program wrapped; other texts are left alone.

    A text counts as wrapped when blank lines part its paragraphs, no line is long, and many lines of nearly
    full length break off inside a sentence.
    """
    if max(map(len, lines), default=0) > _LONGEST_WRAPPED or "" not in lines:
        return lines
    full = [line for line in lines if len(line) >= _SHORTEST_WRAPPED and not line.endswith("|")]
    broken = sum(not closes_sentence(line) for line in full)
    if broken < 3 or broken * 2 < len(full):
        return lines
    joined: list[str] = []
    for above, line in zip(["", *lines], lines, strict=False):
        if line and len(above) >= _SHORTEST_WRAPPED and not above.endswith("|"):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined
