"""Putting other words in the place of found ones: blocks keep their ids, texts their marks and links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from newsdesk.article.blocks import Block, Divider, Embed, Figure
from newsdesk.article.model import Article
from newsdesk.article.splice import Change, FieldChange, Splice
from newsdesk.article.text import Run, Runs, cut, normalised, plain
from newsdesk.desk.seeking import HEAD, Match, Wanted, matches
from newsdesk.language.unicode import clean


@dataclass(frozen=True, slots=True)
class Swap:
    """The words `by` for what is wanted.

    Unless capitals are minded, a capital at the start of a found word passes on to the new words when
    neither they nor the wanted ones were typed with one: đường to lối makes Lối of Đường.
    """

    wanted: Wanted
    by: str

    def words(self, found: str) -> str:
        """What to write in the place of a found text."""
        new = clean(self.by)
        first = new[:1].upper()
        begins_low = self.wanted.text[:1].islower() and not self.wanted.case
        passes_on = begins_low and found[:1].isupper() and not found[1:].isupper()
        return first + new[1:] if passes_on and len(first) == 1 else new


def replaced(article: Article, swap: Swap) -> tuple[Change, ...]:
    """The changes that put new words in every place; each starts from what the one before left."""
    return replaced_at(article, matches(article, swap.wanted), swap)


def replaced_at(article: Article, places: Iterable[Match], swap: Swap) -> tuple[Change, ...]:
    """The same for these places of the article alone, which must not overlap."""
    grouped: dict[str | None, list[Match]] = {}
    for place in places:
        grouped.setdefault(place.block, []).append(place)
    return (*_in_head(article, grouped.get(None, ()), swap), *_in_body(article.blocks, grouped, swap))


def behind(place: Match, swap: Swap) -> Match:
    """Where the caret stands behind the words that were put in a place."""
    end = place.start + len(clean(swap.by))
    return replace(place, start=end, end=end)


def _in_head(article: Article, places: Sequence[Match], swap: Swap) -> Iterable[Change]:
    for field in HEAD:
        old: str = getattr(article, field)
        new = _in_text(old, [place for place in places if place.field == field], swap)
        if new != old:
            yield FieldChange(field, old, new)


def _in_body(blocks: Sequence[Block], grouped: dict[str | None, list[Match]], swap: Swap) -> Iterable[Change]:
    """One splice for neighbours, so that the text between two places far apart is left alone."""
    new = [_in_block(block, grouped[block.id], swap) if block.id in grouped else block for block in blocks]
    changed = groupby(range(len(new)), key=lambda index: new[index] != blocks[index])
    for indices in (list(group) for differs, group in changed if differs):
        start, end = indices[0], indices[-1] + 1
        yield Splice(start, tuple(blocks[start:end]), tuple(new[start:end]))


def _in_block(block: Block, places: Sequence[Match], swap: Swap) -> Block:
    match block:
        case Figure():
            caption = [place for place in places if place.field == "caption"]
            credit = [place for place in places if place.field == "credit"]
            return replace(
                block,
                caption=_in_text(block.caption, caption, swap),
                credit=_in_text(block.credit, credit, swap),
            )
        case Embed():
            return replace(block, title=_in_text(block.title, places, swap))
        case Divider():
            return block
        case _:
            return replace(block, runs=_in_runs(block.runs, places, swap))


def _in_text(text: str, places: Sequence[Match], swap: Swap) -> str:
    pieces: list[str] = []
    done = 0
    for place in places:
        pieces += (text[done : place.start], swap.words(text[place.start : place.end]))
        done = place.end
    return "".join((*pieces, text[done:]))


def _in_runs(runs: Runs, places: Sequence[Match], swap: Swap) -> Runs:
    """New words have the marks and the link of the first letter of those they replace."""
    text = plain(runs)
    pieces: list[Run] = []
    done = 0
    for place in places:
        first = cut(runs, place.start, place.start + 1)[0]
        words = swap.words(text[place.start : place.end])
        pieces += (*cut(runs, done, place.start), replace(first, text=words))
        done = place.end
    return normalised((*pieces, *cut(runs, done, len(text))))
