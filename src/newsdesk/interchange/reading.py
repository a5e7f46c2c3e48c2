"""A piece while it is being recognised: what is left of the body, and what was taken out of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from newsdesk.article.blocks import Block, Figure, Heading, ListItem, Paragraph, text_of
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Source
from newsdesk.article.text import Mark
from newsdesk.interchange.incoming import Incoming, Note, recognised


@dataclass
class Reading:
    """Filled by a reader, then worked over by the passes of `recognition`; what no pass takes stays body."""

    blocks: list[Block]
    kicker: str = ""
    headline: str = ""
    standfirst: str = ""
    bylines: list[Byline] = field(default_factory=list)
    source: Source | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    date: str = ""
    photographers: str = ""
    set_aside: list[str] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def note(self, code: str, **params: Any) -> None:
        """Tell the reporter something."""
        self.notes.append(Note(code, params))

    def paragraph(self, index: int) -> str | None:
        """The text of the block at `index` when it is a paragraph, else None; also past either end."""
        if not 0 <= index < len(self.blocks):
            return None
        block = self.blocks[index]
        return text_of(block).strip() if isinstance(block, Paragraph) else None

    def lay_aside(self, index: int) -> None:
        """Take a line out of the body and keep it among the notes of the article."""
        self.set_aside.append(text_of(self.blocks.pop(index)).strip())

    def remove_empty(self) -> None:
        """Drop text blocks without a visible character."""
        self.blocks = [
            block
            for block in self.blocks
            if text_of(block).strip() or not isinstance(block, Paragraph | Heading | ListItem)
        ]

    def incoming(self) -> Incoming:
        """The finished article with everything that is to be said about it."""
        article = Article(
            id=new_id(),
            kicker=self.kicker,
            headline=self.headline,
            standfirst=self.standfirst,
            blocks=tuple(self.blocks),
            bylines=tuple(self.bylines),
            source=self.source,
            section=self.section,
            tags=self.tags,
            notes="\n".join(self.set_aside),
        )
        if self.set_aside:
            self.note("import.lines_set_aside", count=len(self.set_aside))
        alive = {block.id for block in self.blocks}
        pictures = tuple(pair for pair in self.pictures.items() if pair[0] in alive)
        return Incoming(article, pictures, recognised(article) | {"date": self.date}, tuple(self.notes))


def is_bold(block: Block) -> bool:
    """Whether all of a paragraph is bold, as old pages write standfirsts and crossheads."""
    return _is_all(block, Mark.BOLD)


def is_italic(block: Block) -> bool:
    """Whether all of a paragraph is in italics, as captions stand in Markdown and on old pages."""
    return _is_all(block, Mark.ITALIC)


def closes_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, whatever quotes or brackets come after the stop."""
    return bool(re.search(r"(?:[.!?…:;]|\./\.)[\"”’»)\]]*$", text.rstrip()))


def with_credits(blocks: Iterable[Block], credit: str) -> list[Block]:
    """The blocks, with `credit` on each figure that has none."""
    return [
        replace(block, credit=credit) if isinstance(block, Figure) and not block.credit else block
        for block in blocks
    ]


def _is_all(block: Block, mark: Mark) -> bool:
    return (
        isinstance(block, Paragraph)
        and bool(block.runs)
        and all(mark in run.marks or not run.text.strip() for run in block.runs)
    )
