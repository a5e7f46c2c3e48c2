"""From one line of a Word file to one block of text."""

import re
from dataclasses import replace
from typing import Final, Literal

from newsdesk.article.blocks import (
    Block,
    Box,
    Divider,
    Embed,
    Heading,
    ListItem,
    Paragraph,
    Quote,
)
from newsdesk.article.text import Mark, Run, Runs, cut, normalised, plain
from newsdesk.word.lines import Line
from newsdesk.word.story import link_address
from newsdesk.word.stylesheet import Kind

DIVIDER_TEXTS: Final = frozenset({"* * *", "***", "---", "⁂"})

_ADDRESS = re.compile(r"https?://\S+")


def block_of(line: Line, block_id: str) -> Block:
    """The block that a line with its style makes; its text as it stands, with links that may be followed."""
    runs = _followed(line.runs)
    meaning = line.meaning
    match meaning.kind:
        case Kind.HEADING | Kind.HEADLINE:
            return Heading(block_id, runs, one_or_two(meaning.level))
        case Kind.QUOTE:
            return Quote(block_id, runs)
        case Kind.LIST:
            return ListItem(block_id, runs, meaning.ordered, one_or_two(meaning.level))
        case Kind.BOX:
            return Box(block_id, runs)
        case Kind.DIVIDER:
            return Divider(block_id)
        case Kind.EMBED if address := embedded_address(line):
            return Embed(block_id, address, embed_title(line.text, address))
    return Paragraph(block_id, runs)


def foreign_block(line: Line, block_id: str) -> Block:
    """As `block_of`, for a line that nobody marked: trimmed, headings without emphasis, rules as dividers."""
    if line.meaning.kind is Kind.BODY and line.text.strip() in DIVIDER_TEXTS:
        return Divider(block_id)
    runs = _trimmed(line.runs)
    if line.meaning.kind in (Kind.HEADING, Kind.HEADLINE):
        runs = normalised(replace(run, marks=run.marks - {Mark.BOLD, Mark.ITALIC}) for run in runs)
    return block_of(replace(line, runs=runs), block_id)


def embedded_address(line: Line) -> str:
    """The address an embed card shows; the link behind it when the text shows none."""
    shown = _ADDRESS.search(line.text)
    return shown[0] if shown else next((run.href for run in line.runs if run.href), "")


def embed_title(text: str, address: str) -> str:
    """What an embed card says above its address."""
    return text.replace(address, "").strip()


def one_or_two(level: int) -> Literal[1, 2]:
    """Articles have two levels of headings and lists; deeper ones become the second."""
    return 1 if level <= 1 else 2


def _followed(runs: Runs) -> Runs:
    def checked(run: Run) -> Run:
        keep = run.href is None or link_address(run.href) is not None
        return run if keep else replace(run, href=None)

    return normalised(map(checked, runs))


def _trimmed(runs: Runs) -> Runs:
    text = plain(runs)
    start = len(text) - len(text.lstrip())
    return cut(runs, start, max(start, len(text.rstrip())))
