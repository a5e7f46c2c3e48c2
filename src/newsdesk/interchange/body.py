"""The body of a piece: figures where captions stand, and in plain text crossheads, lists and breaks."""

import re
from dataclasses import replace
from typing import Final

from newsdesk.article.blocks import Block, Divider, Embed, Figure, Heading, ListItem, Paragraph, text_of
from newsdesk.article.identity import new_id
from newsdesk.article.text import cut, normalised, plain
from newsdesk.interchange import decoration
from newsdesk.interchange.addresses import is_video
from newsdesk.interchange.captions import Caption, captions_in, numbered_caption, photo_file_name, with_credit
from newsdesk.interchange.reading import Reading, closes_sentence, is_bold, is_italic
from newsdesk.interchange.signatures import bare_address, signature_in, source_in
from newsdesk.language.counting import words

MOST_CROSSHEAD_WORDS: Final = 12
_BULLET: Final = re.compile(r"([-–—•*+▪●○])\s+(?=\S)")
_NUMBER: Final = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")


def read_captions(reading: Reading) -> None:
    """Turn caption lines into figures. A photo without caption takes the caption that follows it."""
    blocks: list[Block] = []
    in_body = False
    for index, block in enumerate(reading.blocks):
        line = reading.paragraph(index)
        figures = _figures_of(reading, line, in_body) if line else []
        in_body = in_body or closes_sentence(line or "")
        for figure in figures:
            _add(reading, blocks, figure)
        if not figures:
            _add(reading, blocks, block)
    reading.blocks = blocks


def credit_lines(reading: Reading) -> None:
    """A line `Ảnh: X` inside the body tells who took the photo above it."""
    for index in range(len(reading.blocks) - 1, 0, -1):
        above = reading.blocks[index - 1]
        if not isinstance(above, Figure) or above.credit:
            continue
        signature = signature_in(reading.paragraph(index) or "")
        if signature is not None and signature.photographers:
            reading.blocks[index - 1 : index + 1] = [replace(above, credit=signature.photographers)]


def read_structure(reading: Reading) -> None:
    """Give plain paragraphs the form that their look suggests: breaks, videos, lists, crossheads."""
    for index, block in enumerate(reading.blocks):
        line = reading.paragraph(index) or ""
        if line and decoration.is_rule(line):
            reading.blocks[index] = Divider(block.id)
        elif line and is_video(bare_address(line)):
            reading.blocks[index] = Embed(block.id, bare_address(line))
    _read_lists(reading)


def read_crossheads(reading: Reading, *, bold_only: bool) -> None:
    """Turn short lines between paragraphs into headings; on a page only those that are bold."""
    found = 0
    for index in range(len(reading.blocks) - 1):
        block = reading.blocks[index]
        if not isinstance(block, Paragraph) or not isinstance(
            reading.blocks[index + 1], Paragraph | ListItem
        ):
            continue
        following = text_of(reading.blocks[index + 1])
        listed = not closes_sentence(reading.paragraph(index - 1) or ".")
        if (is_bold(block) or not bold_only) and not listed and _is_crosshead(text_of(block), following):
            reading.blocks[index] = Heading(
                block.id, normalised(replace(run, marks=frozenset()) for run in block.runs)
            )
            found += 1
    if found:
        reading.note("import.headings_guessed", count=found)


def _figures_of(reading: Reading, line: str, in_body: bool) -> list[Figure]:
    """The figures of a caption line. Above the first sentence of a piece a date with a bar is the page's."""
    if (decoration.is_date_line(line) and not in_body) or _is_source_with_address(line):
        return []
    file_name = photo_file_name(line)
    if file_name:
        figure = Figure(new_id())
        reading.pictures[figure.id] = file_name
        return [figure]
    numbered = numbered_caption(line)
    captions = captions_in(line)
    if numbered is not None and not captions:
        reading.note("import.caption_guessed", caption=numbered)
        captions = (with_credit(numbered),)
    if len(captions) > 1:
        reading.note("import.captions_split", count=len(captions))
    return [_figure(caption) for caption in captions]


def _figure(caption: Caption) -> Figure:
    return Figure(new_id(), caption=caption.text, credit=caption.credit)


def _is_source_with_address(line: str) -> bool:
    source = source_in(line)
    return source is not None and bool(source.url)


def _add(reading: Reading, blocks: list[Block], block: Block) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(last, Figure) and not last.caption and is_italic(block):
        told = with_credit(text_of(block).strip())
        blocks[-1] = replace(last, caption=told.text, credit=last.credit or told.credit)
    elif (
        isinstance(block, Figure)
        and isinstance(last, Figure)
        and last.id in reading.pictures
        and block.id not in reading.pictures
        and not last.caption
    ):
        blocks[-1] = replace(last, caption=block.caption, credit=last.credit or block.credit)
    else:
        blocks.append(block)


def _read_lists(reading: Reading) -> None:
    index = 0
    while index < len(reading.blocks):
        end = _list_end(reading, index)
        for place in range(index, end):
            reading.blocks[place] = _item(reading.blocks[place])
        index = max(end, index + 1)


def _list_end(reading: Reading, start: int) -> int:
    """Where a list that begins at `start` ends; a lone dash is speech, numbers must count from 1."""
    end = start
    if _BULLET.match(reading.paragraph(start) or ""):
        while _BULLET.match(reading.paragraph(end) or ""):
            end += 1
    else:
        while (number := _NUMBER.match(reading.paragraph(end) or "")) and int(number[1]) == end - start + 1:
            end += 1
    return end if end - start > 1 else start


def _item(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    text = plain(block.runs)
    sign = _BULLET.match(text) or _NUMBER.match(text)
    if sign is None:
        return block
    runs = cut(block.runs, sign.end(), len(text))
    return ListItem(block.id, runs, ordered=sign[1].isdigit(), depth=2 if sign[1] == "+" else 1)


def _is_crosshead(text: str, following: str) -> bool:
    text = text.strip()
    return (
        0 < words(text) <= MOST_CROSSHEAD_WORDS
        and not closes_sentence(text)
        and not text.endswith((",", "-", "–"))
        and not text[0].islower()
        and not _BULLET.match(text)
        and words(following) > words(text)
        and closes_sentence(following)
        and not bare_address(text)
    )
