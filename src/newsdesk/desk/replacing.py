"""Putting other words in the place of found ones: blocks keep their ids, texts their marks and links."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from newsdesk.article.blocks import Block, Divider, Embed, Figure
from newsdesk.article.model import Article
from newsdesk.article.splice import Change, FieldChange, Splice
from newsdesk.article.text import Run, Runs, cut, normalised, plain
from newsdesk.desk.seeking import HEAD, Match, Wanted, matches
from newsdesk.language.unicode import clean


def replaced(article: Article, wanted: Wanted, by: str) -> tuple[Change, ...]:
    """The changes that put `by` wherever `wanted` stands; each starts from what the one before left."""
    return replaced_at(article, matches(article, wanted), by)


def replaced_at(article: Article, places: Iterable[Match], by: str) -> tuple[Change, ...]:
    """The changes that put `by` at these places of the article, which must not overlap."""
    words = clean(by)
    grouped: dict[str | None, list[Match]] = {}
    for place in places:
        grouped.setdefault(place.block, []).append(place)
    return (*_in_head(article, grouped.get(None, ()), words), *_in_body(article.blocks, grouped, words))


def _in_head(article: Article, places: Sequence[Match], by: str) -> Iterable[Change]:
    for field in HEAD:
        old: str = getattr(article, field)
        new = _in_text(old, [place for place in places if place.field == field], by)
        if new != old:
            yield FieldChange(field, old, new)


def _in_body(blocks: Sequence[Block], grouped: dict[str | None, list[Match]], by: str) -> Iterable[Change]:
    """One splice for neighbours, so that the text between two places far apart is left alone."""
    new = [_in_block(block, grouped[block.id], by) if block.id in grouped else block for block in blocks]
    changed = groupby(range(len(new)), key=lambda index: new[index] != blocks[index])
    for indices in (list(group) for differs, group in changed if differs):
        start, end = indices[0], indices[-1] + 1
        yield Splice(start, tuple(blocks[start:end]), tuple(new[start:end]))


def _in_block(block: Block, places: Sequence[Match], by: str) -> Block:
    match block:
        case Figure():
            caption = [place for place in places if place.field == "caption"]
            credit = [place for place in places if place.field == "credit"]
            return replace(
                block,
                caption=_in_text(block.caption, caption, by),
                credit=_in_text(block.credit, credit, by),
            )
        case Embed():
            return replace(block, title=_in_text(block.title, places, by))
        case Divider():
            return block
        case _:
            return replace(block, runs=_in_runs(block.runs, places, by))


def _in_text(text: str, places: Sequence[Match], by: str) -> str:
    pieces: list[str] = []
    done = 0
    for place in places:
        pieces += (text[done : place.start], by)
        done = place.end
    return "".join((*pieces, text[done:]))


def _in_runs(runs: Runs, places: Sequence[Match], by: str) -> Runs:
    """New words look like the first letter of those they replace."""
    pieces: list[Run] = []
    done = 0
    for place in places:
        first = cut(runs, place.start, place.start + 1)[0]
        pieces += (*cut(runs, done, place.start), replace(first, text=by))
        done = place.end
    return normalised((*pieces, *cut(runs, done, len(plain(runs)))))
