"""Checks of the characters of a text: spaces, hidden signs, Unicode form."""

import re
from collections.abc import Iterator

from newsdesk.article.model import Article
from newsdesk.checks.fields import Field, written_fields
from newsdesk.checks.finding import Finding, Level
from newsdesk.language.unicode import clean, is_clean, is_nfc, unclean_spans

_DOUBLE_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")
_OUTER_SPACE = re.compile(r"\A\s+(?=\S)|(?<=\S)\s+\Z")


def check_prose(article: Article) -> Iterator[Finding]:
    """Check every written text of the article."""
    for field in written_fields(article):
        yield from check_text(field)


def check_text(field: Field) -> Iterator[Finding]:
    """Check one text."""
    for match in _OUTER_SPACE.finditer(field.text):
        yield _at(field, "text.outer_space", Level.INFO, match.start(), match.end(), "")
    for match in _DOUBLE_SPACE.finditer(field.text):
        yield _at(field, "text.double_space", Level.WARNING, match.start(), match.end(), " ")
    if not is_clean(field.text):
        yield _unclean(field)


def _unclean(field: Field) -> Finding:
    """One finding from the first to the last such letter; in decomposed text almost every letter is one."""
    spans = list(unclean_spans(field.text))
    start, end = spans[0][0], spans[-1][1]
    kind = "text.hidden_character" if is_nfc(field.text) else "text.not_nfc"
    return _at(field, kind, Level.WARNING, start, end, clean(field.text[start:end]))


def _at(field: Field, finding: str, level: Level, start: int, end: int, fix: str) -> Finding:
    return Finding(finding, level, {}, field.block, field.name, start, end, (fix,))
