"""The search index: what is found of an article, in two spellings, and where the article lies."""

import sqlite3

from newsdesk.article.blocks import Figure, text_of
from newsdesk.article.model import Article
from newsdesk.language.folding import exact, fold

SCHEMA = """
CREATE VIRTUAL TABLE search USING fts5 (
    exact, folded, place, columnsize = 0, prefix = '2 3', tokenize = "unicode61 remove_diacritics 0"
);
"""
"""The rowid is the sequence of the draft, so that newest first costs no sorting.

`exact` keeps the marks, `folded` has none, `place` is a word for the bin or the status, so that a search
within a rare status does not walk through everything. SQLite's own removal of diacritics leaves đ as it is.
"""

TRASHED = "trashed"


def add(connection: sqlite3.Connection, sequence: int, article: Article, *, trashed: bool) -> None:
    """Index an article under its sequence."""
    text = searchable(article)
    connection.execute(
        "INSERT INTO search (rowid, exact, folded, place) VALUES (?, ?, ?, ?)",
        (sequence, exact(text), fold(text), _place(article.status.value, trashed=trashed)),
    )


def remove(connection: sqlite3.Connection, sequence: int) -> None:
    """Take an article out of the index."""
    connection.execute("DELETE FROM search WHERE rowid = ?", (sequence,))


def move(connection: sqlite3.Connection, sequence: int, status: str, *, trashed: bool) -> None:
    """Put an indexed article into the bin or take it out."""
    connection.execute(
        "UPDATE search SET place = ? WHERE rowid = ?", (_place(status, trashed=trashed), sequence)
    )


def within(expression: str, status: str | None, *, trashed: bool) -> str:
    """Narrow an FTS5 expression to the bin, to what lies outside it, or there to one status."""
    if trashed:
        return f'({expression}) AND place : "{TRASHED}"'
    if status is not None:
        return f'({expression}) AND place : "{status}"'
    return f'({expression}) NOT place : "{TRASHED}"'


def searchable(article: Article) -> str:
    """Every word a reporter may remember of an article."""
    source = article.source
    parts = [article.headline, article.kicker, article.standfirst]
    for block in article.blocks:
        parts.append(text_of(block))
        if isinstance(block, Figure):
            parts += [block.credit, block.alt, *block.people]
    for byline in article.bylines:
        parts += [byline.name, byline.pen_name]
    if source is not None:
        parts += [source.label, source.url]
    parts += [article.section, *article.tags, article.slug, article.notes]
    return "\n".join(part for part in parts if part)


def _place(status: str, *, trashed: bool) -> str:
    return TRASHED if trashed else status
