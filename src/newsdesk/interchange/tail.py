"""The end of a piece: signatures, source, tags, and what the page printed below it."""

import re
from dataclasses import replace
from typing import Final

from newsdesk.article.blocks import Divider, Paragraph
from newsdesk.article.model import Source
from newsdesk.article.text import cut, plain
from newsdesk.interchange import decoration
from newsdesk.interchange.reading import Reading, with_credits
from newsdesk.interchange.signatures import Signature, bare_address, is_source_label, signature_in, source_in
from newsdesk.language.counting import words

LONGEST_TEASER: Final = 40
"""Words of a line that links to another piece, its date behind it."""

_NAMES_BEHIND: Final = re.compile(r"(.{20,}[.!?…”\"/])\s*\(([^()]{3,100})\)[.\s]*", re.DOTALL)


def read_tail(reading: Reading) -> None:
    """Take the closing lines off the body, from the last one upwards until a line of the piece itself."""
    _lay_teasers_aside(reading)
    _climb(reading, len(reading.blocks))
    if reading.source is None or not reading.source.url:
        _find_source_above(reading)
    if not reading.bylines:
        _take_names_behind(reading)
    credited = with_credits(reading.blocks, reading.photographers)
    if credited != reading.blocks:
        reading.blocks = credited
        reading.note("import.credits_from_byline", credit=reading.photographers)


def _lay_teasers_aside(reading: Reading) -> None:
    """The last lines of a page may name other pieces, below a line that says so; the page's tags stay."""
    start = len(reading.blocks)
    for index in range(len(reading.blocks) - 1, 0, -1):
        line = reading.paragraph(index)
        if line is None or not (_is_teaser(line) or decoration.tags_of(line)):
            break
        if decoration.opens_teasers(line):
            start = index
    for index in range(len(reading.blocks) - 1, start - 1, -1):
        if not decoration.tags_of(reading.paragraph(index) or ""):
            reading.lay_aside(index)


def _is_teaser(line: str) -> bool:
    return (
        words(line) <= LONGEST_TEASER
        and not line.endswith((".", "|"))
        and signature_in(line) is None
        and source_in(line) is None
    )


def _climb(reading: Reading, end: int) -> None:
    """Take closing lines that stand right before `end`. The first line of all is never a bare signature."""
    index = end - 1
    while index >= 0 and _take_closing_line(reading, index):
        index -= 1


def _take_closing_line(reading: Reading, index: int) -> bool:
    if isinstance(reading.blocks[index], Divider):
        del reading.blocks[index]
        return True
    line = reading.paragraph(index)
    if line is None:
        return False
    if decoration.is_date_line(line):
        reading.date = reading.date or line
        reading.lay_aside(index)
        return True
    if decoration.is_rule(line) or decoration.is_button_line(line):
        reading.lay_aside(index)
        return True
    return (
        take_source(reading, index)
        or _take_tags(reading, index, line)
        or _take_signature(reading, index, line)
    )


def take_source(reading: Reading, index: int) -> bool:
    """Take the line at `index` as the source if it names one and does not contradict one already taken."""
    line = reading.paragraph(index) or ""
    found = source_in(line, link_of(reading, index)) or Source(url=bare_address(line))
    if is_source_label(line) and reading.source is not None:
        reading.notes = [note for note in reading.notes if note.code != "import.source_guessed"]
        del reading.blocks[index]
        return True
    if not (found.label or found.url) or (reading.source is not None and not _fits(reading.source, found)):
        return False
    if found.url == line:
        reading.note("import.source_guessed", address=found.url)
    held = reading.source or Source()
    reading.source = Source(held.label or found.label, held.url or found.url)
    del reading.blocks[index]
    return True


def link_of(reading: Reading, index: int) -> str:
    """Where a paragraph links to first; empty when it does not."""
    block = reading.blocks[index]
    return next((run.href for run in block.runs if run.href), "") if isinstance(block, Paragraph) else ""


def _fits(held: Source, found: Source) -> bool:
    return not (held.url and found.url) and not (held.label and found.label)


def _take_tags(reading: Reading, index: int, line: str) -> bool:
    tags = decoration.tags_of(line)
    if not tags or reading.tags:
        return False
    reading.tags = tags
    del reading.blocks[index]
    return True


def _take_signature(reading: Reading, index: int, line: str) -> bool:
    signature = signature_in(line)
    if signature is None or (index == 0 and not signature.labelled):
        return False
    sign(reading, signature)
    del reading.blocks[index]
    return True


def sign(reading: Reading, signature: Signature) -> None:
    """Put the signatures of a line before those of the lines below it."""
    if len(signature.bylines) == 1 and not signature.labelled:
        reading.note("import.byline_guessed", name=signature.bylines[0].name)
    known = {byline.name for byline in signature.bylines}
    reading.bylines = [
        *signature.bylines,
        *(byline for byline in reading.bylines if byline.name not in known),
    ]
    reading.photographers = reading.photographers or signature.photographers


def _take_names_behind(reading: Reading) -> None:
    """Names in brackets behind the last sentence: `… trong năm nay. (Hoàng Gia – Đình Anh)`."""
    block = reading.blocks[-1] if reading.blocks else None
    if not isinstance(block, Paragraph):
        return
    match = _NAMES_BEHIND.fullmatch(plain(block.runs))
    signature = signature_in(match[2]) if match else None
    if match and signature and (signature.labelled or len(signature.bylines) > 1):
        reading.blocks[-1] = replace(block, runs=cut(block.runs, 0, match.end(1)))
        sign(reading, signature)


def _find_source_above(reading: Reading) -> None:
    """A source line with an address may stand above other lines; then the signatures stand above it."""
    for index in range(len(reading.blocks) - 1, -1, -1):
        found = source_in(reading.paragraph(index) or "", "")
        if found is not None and found.url and take_source(reading, index):
            if index < len(reading.blocks):
                reading.note("import.text_after_source")
            if not reading.bylines and index > 1:
                _climb(reading, index)
            return
