"""Markdown in and out (CommonMark 0.31)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Final

from markdown_it import MarkdownIt

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
)
from newsdesk.article.model import Article
from newsdesk.article.text import Mark, Run, Runs, runs_of
from newsdesk.interchange.addresses import link_target
from newsdesk.interchange.html import read_html
from newsdesk.interchange.incoming import Incoming
from newsdesk.interchange.labels import Labels, labels_for
from newsdesk.interchange.page import marked

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TITLE: Final = re.compile(r"^title\s*:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)

_SPACED_PHOTO: Final = re.compile(
    r"(!\[[^\[\]\n]{0,300}\]\()([^\s<>()\"][^<>()\"\n]{0,150}\.(?:jpe?g|png|webp|gif|tiff?|heic|heif|avif))"
    r"(?=(?: {1,9}\"[^\"\n]{0,500}\")?\))",
    re.IGNORECASE,
)
"""CommonMark wants such an address in angle brackets; hardly anybody knows."""

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>&~|])")
_LINE_START: Final = re.compile(r"^(\s*)([#+\-=])", re.MULTILINE)
_NUMBER_START: Final = re.compile(r"^(\s*\d{1,9})([.)])", re.MULTILINE)
_STARS: Final = {
    frozenset({Mark.BOLD}): "**",
    frozenset({Mark.ITALIC}): "*",
    frozenset({Mark.BOLD, Mark.ITALIC}): "***",
}


def read_markdown(text: str, file: str) -> Incoming:
    """Read a piece from Markdown. HTML inside it passes the same whitelist as a page.

    Front matter gives the headline if the text has no main heading; the rest of it is kept in the notes.

    Raises:
        BadInput: as for `read_html`.
    """
    text = text.removeprefix("\ufeff")
    matter = _FRONT_MATTER.match(text)
    page = _rendered(text[matter.end() :] if matter else text)
    if matter is None:
        return read_html(f"<body>{page}</body>", file)
    title = _TITLE.search(matter[1])
    if title and "<h1>" not in page:
        page = f"<h1>{escape(title[1])}</h1>{page}"
    incoming = read_html(f"<body>{page}</body>", file)
    notes = "\n".join(filter(None, (matter[1], incoming.article.notes)))
    return replace(incoming, article=replace(incoming.article, notes=notes))


def _rendered(text: str) -> str:
    """Markdown as HTML; photos may have blanks in their names, and titles that are their captions."""
    parser = MarkdownIt("commonmark")
    tokens = parser.parse(_SPACED_PHOTO.sub(r"\1<\2>", text))
    for image in (inline for token in tokens for inline in token.children or () if inline.type == "image"):
        image.attrs.setdefault("data-caption", image.attrs.pop("title", ""))
    return str(parser.renderer.render(tokens, parser.options, {}))


def write_markdown(article: Article, pictures: Mapping[str, str]) -> str:
    """The article as Markdown. `pictures` are the addresses of the photos (or data: URIs) by block id."""
    labels = labels_for(article.language)
    parts = [
        _plain(article.kicker),
        f"# {_plain(article.headline)}" if article.headline else "",
        f"**{_plain(article.standfirst)}**" if article.standfirst else "",
        *_body(article, pictures, labels),
        *map(_plain, labels.signature_lines(article.bylines)),
        _plain(labels.source_line(article.source)),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _body(article: Article, pictures: Mapping[str, str], labels: Labels) -> Iterator[str]:
    for group, blocks in groupby(article.blocks, key=lambda block: type(block)):
        if group is ListItem:
            yield "\n".join(_item(block) for block in blocks if isinstance(block, ListItem))
        elif group is Box:
            yield "\n\n".join(
                ('<aside class="box">', *(_block(block, pictures, labels) for block in blocks), "</aside>")
            )
        else:
            yield from (_block(block, pictures, labels) for block in blocks)


def _block(block: Block, pictures: Mapping[str, str], labels: Labels) -> str:
    match block:
        case Heading(runs=runs, level=level):
            return f"{'#' * (level + 1)} {_one_line(runs)}"
        case Quote(runs=runs):
            return "> " + _text(runs).replace("\n", "\n> ")
        case Paragraph(runs=runs) | Box(runs=runs) | ListItem(runs=runs):
            return _text(runs)
        case Figure():
            return _figure(block, pictures.get(block.id, ""), labels)
        case Embed(url=url, title=title):
            return _text((Run(title or url, href=url),))
        case Divider():
            return "***"


def _figure(figure: Figure, address: str, labels: Labels) -> str:
    alt = "" if figure.decorative else _plain(figure.alt)
    caption = labels.captioned(figure.caption, figure.credit).strip()
    below = f"\n*{_plain(caption)}*" if caption else ""
    return f"![{alt}]({_address(address)}){below}"


def _item(item: ListItem) -> str:
    indent = "   " * (item.depth - 1)
    sign = "1." if item.ordered else "-"
    return f"{indent}{sign} {_one_line(item.runs)}"


def _one_line(runs: Runs) -> str:
    return _text(tuple(replace(run, text=run.text.replace("\u2028", " ")) for run in runs))


def _text(runs: Runs) -> str:
    text = ""
    for href, linked in groupby(runs, key=lambda run: link_target(run.href or "")):
        inner = "".join(_emphasised(tuple(linked)))
        text += f"[{inner}]({_address(href)})" if href else inner
    text = text.strip().replace("\u2028", "\\\n")
    return _NUMBER_START.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", text))


def _emphasised(runs: Runs) -> Iterator[str]:
    """Stars where every Markdown reader takes them for emphasis: around letters, apart from other stars."""
    for index, run in enumerate(runs):
        around = (*runs[max(0, index - 1) : index], *runs[index + 1 : index + 2])
        stars = _STARS.get(run.marks)
        if not run.marks:
            yield _escaped(run.text)
        elif (
            stars
            and run.text[0].isalnum()
            and run.text[-1].isalnum()
            and not any(one.marks for one in around)
        ):
            yield f"{stars}{_escaped(run.text)}{stars}"
        else:
            yield marked(_escaped(run.text), run.marks)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _plain(text: str) -> str:
    return _text(runs_of(" ".join(text.split())))


def _address(address: str) -> str:
    return f"<{address}>" if re.search(r"[()\s]", address) else address
