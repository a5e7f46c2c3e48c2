"""The body as the page shows it: one line for a block, three for a figure (image, caption, credit).

Lines know nothing of the toolkit. A line's text is what one paragraph of the document on screen holds,
except that an object line (image, embed, divider) holds a single U+FFFC there and no text here.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from newsdesk.article.blocks import (
    Block,
    Box,
    Divider,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    TextBlock,
)
from newsdesk.article.text import Run, Runs, normalised, plain, runs_of

OBJECT = "\ufffc"
LINE_BREAK = "\u2028"


class Kind(StrEnum):
    """What a line is."""

    PARAGRAPH = "paragraph"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    QUOTE = "quote"
    BULLET_1 = "bullet_1"
    BULLET_2 = "bullet_2"
    NUMBER_1 = "number_1"
    NUMBER_2 = "number_2"
    BOX = "box"
    IMAGE = "image"
    CAPTION = "caption"
    CREDIT = "credit"
    EMBED = "embed"
    DIVIDER = "divider"


FIGURE_KINDS = frozenset({Kind.IMAGE, Kind.CAPTION, Kind.CREDIT})
OBJECT_KINDS = frozenset({Kind.IMAGE, Kind.EMBED, Kind.DIVIDER})
TEXT_KINDS = frozenset(Kind) - FIGURE_KINDS - OBJECT_KINDS
PLAIN_KINDS = frozenset({Kind.CAPTION, Kind.CREDIT})
LIST_KINDS = frozenset({Kind.BULLET_1, Kind.BULLET_2, Kind.NUMBER_1, Kind.NUMBER_2})

LineObject = Figure | Embed | Divider


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page. `id` is the block's; the three lines of a figure share it.

    `object` is there on object lines only. A figure's caption and credit are not in its `object`,
    they are the text of the two lines that follow.
    """

    kind: Kind
    id: str
    runs: Runs = ()
    object: LineObject | None = None

    @property
    def text(self) -> str:
        """The text without marks."""
        return plain(self.runs)

    @property
    def length(self) -> int:
        """How many code points the line holds on the page."""
        return 1 if self.kind in OBJECT_KINDS else len(self.text)


def to_lines(blocks: Iterable[Block]) -> list[Line]:
    """Lay blocks out as lines; characters that a page cannot show are cleaned away."""
    lines: list[Line] = []
    for block in blocks:
        match block:
            case Figure():
                lines += figure_lines(block)
            case Embed():
                lines.append(Line(Kind.EMBED, block.id, (), block))
            case Divider():
                lines.append(Line(Kind.DIVIDER, block.id, (), block))
            case _:
                lines.append(Line(_kind_of(block), block.id, _fit_runs(block.runs)))
    return lines


def figure_lines(figure: Figure) -> tuple[Line, Line, Line]:
    """The image, caption and credit lines of a figure."""
    bare = replace(figure, caption="", credit="")
    return (
        Line(Kind.IMAGE, figure.id, (), bare),
        Line(Kind.CAPTION, figure.id, runs_of(one_line(figure.caption))),
        Line(Kind.CREDIT, figure.id, runs_of(one_line(figure.credit))),
    )


def to_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks that sound lines stand for; `repair` makes lines sound."""
    return tuple(_block_at(lines, index) for index, line in enumerate(lines) if line.kind not in PLAIN_KINDS)


def _block_at(lines: Sequence[Line], index: int) -> Block:
    line = lines[index]
    match line.object:
        case Figure() as figure:
            caption, credit = lines[index + 1].text, lines[index + 2].text
            return replace(figure, id=line.id, caption=caption, credit=credit)
        case Embed() | Divider() as block:
            return replace(block, id=line.id)
        case None:
            return _text_block(line)


def _text_block(line: Line) -> TextBlock:
    match line.kind:
        case Kind.HEADING_1:
            return Heading(line.id, line.runs, 1)
        case Kind.HEADING_2:
            return Heading(line.id, line.runs, 2)
        case Kind.QUOTE:
            return Quote(line.id, line.runs)
        case Kind.BOX:
            return Box(line.id, line.runs)
        case Kind.BULLET_1 | Kind.BULLET_2 | Kind.NUMBER_1 | Kind.NUMBER_2:
            ordered = line.kind in (Kind.NUMBER_1, Kind.NUMBER_2)
            return ListItem(line.id, line.runs, ordered, 2 if depth(line.kind) == 2 else 1)
    return Paragraph(line.id, line.runs)


def _kind_of(block: TextBlock) -> Kind:
    match block:
        case Heading():
            return Kind.HEADING_1 if block.level == 1 else Kind.HEADING_2
        case Quote():
            return Kind.QUOTE
        case Box():
            return Kind.BOX
        case ListItem():
            return list_kind(block.ordered, block.depth)
        case Paragraph():
            return Kind.PARAGRAPH


def list_kind(ordered: bool, level: int) -> Kind:
    """The kind of a list item at depth 1 or 2."""
    if ordered:
        return Kind.NUMBER_2 if level == 2 else Kind.NUMBER_1
    return Kind.BULLET_2 if level == 2 else Kind.BULLET_1


def depth(kind: Kind) -> int:
    """The depth of a list item's kind, 0 for anything else."""
    if kind not in LIST_KINDS:
        return 0
    return 2 if kind in (Kind.BULLET_2, Kind.NUMBER_2) else 1


_NEWLINES = re.compile("\r\n?|[\n\x0b\x0c\x85\u2029]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_NOISE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile("[\t\u00a0\u2007\u202f]")


def fit(text: str) -> str:
    """Make stored text fit for one paragraph: line breaks as U+2028, nothing the toolkit keeps for itself."""
    return _UNFIT.sub("", _NEWLINES.sub(LINE_BREAK, text))


def one_line(text: str) -> str:
    """The same for a caption or credit, where a line break is a space."""
    return fit(text).replace(LINE_BREAK, " ")


def typed(text: str) -> str:
    """Clean text from keyboards and clipboards: NFC, the real Đ, plain spaces, no invisible characters."""
    text = _SPACES.sub(" ", _NOISE.sub("", fit(text)))
    return unicodedata.normalize("NFC", text).replace("\u00d0", "\u0110")


def _fit_runs(runs: Runs) -> Runs:
    if not any(_UNFIT.search(run.text) or _NEWLINES.search(run.text) for run in runs):
        return normalised(runs)
    return normalised(Run(fit(run.text), run.marks, run.href) for run in runs)
