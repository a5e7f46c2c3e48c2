"""The headings of other people's files, brought to the two levels of an article."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.word.lines import Line
from newsdesk.word.stylesheet import Kind, Meaning


def with_outline(lines: Sequence[Line]) -> list[Line]:
    """The lines with the largest headings on level 1.

    An opening heading that is larger than all others is the headline, where nothing else is.
    """
    found = _titled(list(lines))
    largest = min((line.meaning.level for line in found if line.meaning.kind is Kind.HEADING), default=1)
    return [_raised(line, largest - 1) for line in found]


def _titled(lines: list[Line]) -> list[Line]:
    levels = Counter(line.meaning.level for line in lines if line.meaning.kind is Kind.HEADING)
    first = next((index for index, line in enumerate(lines) if line.text.strip() or line.drawings), None)
    if first is None or any(line.meaning.kind is Kind.HEADLINE for line in lines):
        return lines
    opening = lines[first].meaning
    if opening.kind is Kind.HEADING and opening.level == min(levels) and levels[opening.level] == 1:
        lines[first] = replace(lines[first], meaning=Meaning(Kind.HEADLINE))
    return lines


def _raised(line: Line, levels: int) -> Line:
    if line.meaning.kind is not Kind.HEADING or not levels:
        return line
    return replace(line, meaning=replace(line.meaning, level=line.meaning.level - levels))
