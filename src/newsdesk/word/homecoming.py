"""What a manifest tells about the lines of a file that was ours when it left."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from newsdesk.article.blocks import Block, Embed, Figure, text_of
from newsdesk.article.model import BYLINE_SEPARATOR, Article, Byline, Source
from newsdesk.word.credits import without_credit_label
from newsdesk.word.lines import Line
from newsdesk.word.manifest import Manifest
from newsdesk.word.markers import Place, byline_mark, field_mark, original_name, part_mark, places
from newsdesk.word.passages import block_of

LONGEST_BYLINES = 2_000
"""Characters of a bylines line that are looked at."""

_SEPARATOR = re.compile(r"\s+[–—-]\s+")
_ADDRESS = re.compile(r"https?://\S+")
_INSIDE = frozenset({"byline", "title", "url"})
"""Places within a line that has a place of its own."""


def holds_nothing(sha256: str) -> bool:
    """A library without originals."""
    return False


class Home:
    """Recognises lines by their bookmarks. Of a file without a manifest it knows nothing."""

    def __init__(self, manifest: Manifest | None, holds: Callable[[str], bool] = holds_nothing) -> None:
        self._holds = holds
        self._base = None if manifest is None else manifest.base
        self._pictures = {} if manifest is None else manifest.pictures
        self._places: Mapping[str, Place] = {} if self._base is None else places(self._base)
        self._blocks = {block.id: block for block in self._base.blocks} if self._base else {}

    @property
    def known(self) -> bool:
        """Whether the file was ours."""
        return self._base is not None

    def place(self, line: Line) -> Place | None:
        """What a line is; the copy that an office program made of one is nothing."""
        for bookmark in line.bookmarks:
            name, copied = original_name(bookmark)
            found = None if copied else self._places.get(name)
            if found is not None and found.part not in _INSIDE:
                return found
        return None

    def named(self, article: Article) -> Article:
        """The article with what a file does not show in its text: section, tags, slug, language, lead."""
        base = self._base
        if base is None:
            return article
        kept = {name: getattr(base, name) for name in ("section", "tags", "slug", "language")}
        lead = base.lead if any(block.id == base.lead for block in article.blocks) else None
        return replace(article, lead=lead, **kept)

    def emptied(self, line: Line, place: Place | None) -> bool:
        """Whether a line without text is nothing: it never was a block, or its text was deleted."""
        block = self._block(place)
        return not line.text.strip() and (block is None or bool(text_of(block).strip()))

    def text_block(self, line: Line, place: Place, block_id: str) -> Block:
        """The block of a marked line."""
        block = block_of(line, block_id)
        base = self._block(place)
        if isinstance(block, Embed) and isinstance(base, Embed):
            title = line.bookmarks.get(part_mark(base, "title"), "")
            return replace(block, title=title, url=line.bookmarks.get(part_mark(base, "url"), block.url))
        return block

    def figure(self, place: Place | None, picture: bytes | None) -> Figure | None:
        """The figure that stood at a place, without caption and credit.

        It has its photo, crop and focal point when the picture was not touched and the original is at hand.
        """
        base = self._block(place)
        if not isinstance(base, Figure):
            return None
        untouched = picture is not None and sha256(picture).hexdigest() == self._pictures.get(base.id)
        bare = replace(base, caption="", credit="")
        if base.photo is None or (untouched and self._holds(base.photo)):
            return bare
        return replace(bare, photo=None, crop=None, focal_point=None)

    def credit(self, figure: Figure, line: Line) -> str:
        """The photographer of a credit line: what was marked, without the label that stands before it."""
        marked = line.bookmarks.get(part_mark(figure, "credit"), "")
        label = line.text.removesuffix(marked) if marked else line.text
        intact = bool(marked) and (not label or label.rstrip().endswith(":"))
        return marked if intact else without_credit_label(line.text)

    def bylines(self, line: Line) -> tuple[Byline, ...]:
        """The signatures of the bylines line; whoever keeps his place or his name keeps role and identity."""
        base = () if self._base is None else self._base.bylines
        marked = [line.bookmarks.get(byline_mark(index), "") for index in range(len(base))]
        pairs = tuple(zip(marked, base, strict=True))
        if BYLINE_SEPARATOR.join(marked) == line.text:
            return tuple(byline for text, known in pairs for byline in _signed(text, known))
        by_name = dict(pairs) | {byline.name: byline for byline in base}
        return tuple(replace(by_name.get(name, Byline(name)), name=name) for name in _names(line.text))

    def source(self, line: Line) -> Source:
        """The source of the source line."""
        text = line.bookmarks.get(field_mark("source"), "") or line.text
        base = self._base.source if self._base else None
        if base is not None and text == printed_source(base):
            return base
        address = _ADDRESS.search(text)
        if address is None:
            return Source(label=text.strip())
        label = text[: address.start()].rstrip().removesuffix(BYLINE_SEPARATOR.strip()).rstrip()
        return Source(label, address[0])

    def _block(self, place: Place | None) -> Block | None:
        return None if place is None or place.block is None else self._blocks.get(place.block)


def _signed(text: str, known: Byline) -> Iterator[Byline]:
    """What stands in the place of one name: nobody, the same person, or that person and others beside him."""
    if text == known.name:
        yield known
        return
    for number, name in enumerate(_names(text)):
        yield Byline(name) if number else replace(known, name=name)


def _names(text: str) -> list[str]:
    return [name for name in map(str.strip, _SEPARATOR.split(text[:LONGEST_BYLINES])) if name]


def printed_source(source: Source) -> str:
    """A source as the file shows it."""
    return BYLINE_SEPARATOR.join(filter(None, (source.label, source.url)))
