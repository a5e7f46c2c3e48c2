"""Putting a fix in the place of what a check found."""

from dataclasses import replace
from typing import Any

from newsdesk.article.blocks import Block, Divider, Embed, Figure
from newsdesk.article.edits import index_of, replace_block
from newsdesk.article.model import Article, Source
from newsdesk.article.text import Run, Runs, cut, normalised, plain
from newsdesk.desk.checking import Finding


def mended(article: Article, finding: Finding, fix: str) -> Article:
    """The article with `fix` where the finding points.

    Raises:
        KeyError: the article has no such block.
    """
    if finding.block is not None:
        block = article.blocks[index_of(article, finding.block)]
        return replace_block(article, _mended_block(block, finding, fix))
    if finding.field == "source":
        source = article.source or Source()
        return replace(article, source=replace(source, url=_spliced(source.url, finding, fix)))
    changed: Article = _with_text(article, finding, fix)
    return changed


def _mended_block(block: Block, finding: Finding, fix: str) -> Block:
    match block:
        case Figure() | Embed():
            changed: Block = _with_text(block, finding, fix)
            return changed
        case Divider():
            return block
        case _:
            return replace(block, runs=_spliced_runs(block.runs, finding, fix))


def _with_text(holder: Any, finding: Finding, fix: str) -> Any:
    name = finding.field or ""
    return replace(holder, **{name: _spliced(getattr(holder, name), finding, fix)})


def _spliced(text: str, finding: Finding, fix: str) -> str:
    start, end = _stretch(finding, len(text))
    return text[:start] + fix + text[end:]


def _spliced_runs(runs: Runs, finding: Finding, fix: str) -> Runs:
    length = len(plain(runs))
    start, end = _stretch(finding, length)
    replaced = cut(runs, start, end)[:1]
    written = tuple(Run(fix, run.marks, run.href) for run in replaced) or (Run(fix),)
    return normalised((*cut(runs, 0, start), *written, *cut(runs, end, length)))


def _stretch(finding: Finding, length: int) -> tuple[int, int]:
    start = 0 if finding.start is None else finding.start
    return start, length if finding.end is None else finding.end
