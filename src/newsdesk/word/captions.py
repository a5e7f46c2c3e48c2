"""What stands under a picture in other people's Word files."""

import re
from dataclasses import replace

from newsdesk.article.blocks import Figure
from newsdesk.article.text import Mark
from newsdesk.word.lines import Line
from newsdesk.word.stylesheet import Kind

LONGEST = 300
"""Characters; a longer line without a caption style is text."""

_LABEL = re.compile(r"(?:hình|ảnh|figure|photo)\s*(?:số\s*)?\d{1,3}\s*[.:–-]\s*", re.IGNORECASE)
_OPENING = re.compile(r"(?:(?:nguồn\s+)?ảnh|chú thích(?:\s+ảnh)?|photo)\s*:|" + _LABEL.pattern, re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:^|(?<=[\s(.;,\[]))(?:nguồn\s+)?(?:ảnh|photo)\s*:\s*([^:()\[\]]{2,60})$", re.IGNORECASE
)
_CREDIT_ENDS = " \t\u2028()[].,;–-"


def is_caption(line: Line) -> bool:
    """Whether a line below a picture is its caption."""
    return not line.drawings and reads_as_caption(line)


def reads_as_caption(line: Line) -> bool:
    """Whether a text is a caption: by style, or as it is short and italic, centred, boxed or labelled."""
    text = line.text.strip()
    if not text:
        return False
    if line.meaning.kind is not Kind.BODY:
        return line.meaning.kind is Kind.CAPTION
    if len(text) > LONGEST:
        return False
    italic = all(Mark.ITALIC in run.marks for run in line.runs if run.text.strip())
    return italic or line.centred or line.boxed or bool(_OPENING.match(text)) or text.endswith(" |")


def captioned(figure: Figure, text: str) -> Figure:
    """The figure with the caption, without its number and with the photographer as the credit."""
    text = text.strip().rstrip("| ")
    label = _LABEL.match(text)
    text = text[label.end() :] if label else text
    found = _CREDIT.search(text.rstrip(_CREDIT_ENDS))
    if found is None:
        return replace(figure, caption=text)
    caption = text[: found.start()].rstrip("( [\u2028–-")
    return replace(figure, caption=caption, credit=found[1].strip(_CREDIT_ENDS))
