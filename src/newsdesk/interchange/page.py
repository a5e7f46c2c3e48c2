"""An article as one HTML page that needs nothing else: what `newsdesk export` writes as .html."""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Final

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
from newsdesk.article.model import BYLINE_SEPARATOR, Article, Source
from newsdesk.article.text import Mark, Run, Runs
from newsdesk.interchange.addresses import link_target
from newsdesk.interchange.labels import Labels, labels_for

_STYLE: Final = """
:root { color-scheme: light dark; }
body { margin: 2.5rem auto; max-width: 42rem; padding: 0 1.25rem; }
body { font: 1.125rem/1.65 "Segoe UI", "Noto Sans", sans-serif; }
h1 { font-size: 2rem; line-height: 1.25; margin: 0 0 1rem; }
h2, h3 { line-height: 1.3; margin: 2rem 0 .5rem; }
.kicker { color: #8a1c1c; font-size: .95rem; font-weight: 600; margin: 0 0 .5rem; }
.standfirst { font-weight: 600; }
figure { margin: 1.75rem 0; }
figure img { display: block; width: 100%; height: auto; }
.to-come { aspect-ratio: 3 / 2; border: 1px dashed #888; }
figcaption { font-size: .95rem; opacity: .8; padding-top: .5rem; text-align: center; }
blockquote { border-left: 3px solid #8a1c1c; font-style: italic; margin: 1.5rem 0; padding-left: 1.25rem; }
.box { background: rgb(128 128 128 / .12); margin: 1.5rem 0; padding: .5rem 1.25rem; }
.bylines { font-weight: 600; text-align: right; }
.source { font-size: .95rem; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { .kicker { color: #f0a0a0; } }
""".strip()

_TAGS: Final = (
    (Mark.BOLD, "strong"),
    (Mark.ITALIC, "em"),
    (Mark.SUPERSCRIPT, "sup"),
    (Mark.SUBSCRIPT, "sub"),
)


def write_html(article: Article, pictures: Mapping[str, str]) -> str:
    """A whole page in UTF-8. `pictures` are the addresses of the photos (or data: URIs) by block id."""
    labels = labels_for(article.language)
    language = escape(article.language)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(article.headline)}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        "<article>",
        *_front(article),
        *body_html(article, pictures, labels),
        *_closing(article, labels),
        "</article>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def body_html(article: Article, pictures: Mapping[str, str], labels: Labels) -> Iterator[str]:
    """The body alone; neighbouring list items and box paragraphs stand in one list or box."""
    for group, blocks in groupby(article.blocks, key=_group):
        if group is ListItem:
            yield _list([block for block in blocks if isinstance(block, ListItem)])
        elif group is Box:
            inner = "\n".join(_block(block, pictures, labels) for block in blocks)
            yield f'<aside class="box">\n{inner}\n</aside>'
        else:
            yield from (_block(block, pictures, labels) for block in blocks)


def runs_html(runs: Runs) -> str:
    """Marked-up text; links only to where links may go."""
    parts = []
    for href, linked in groupby(runs, key=lambda run: link_target(run.href or "")):
        inner = "".join(map(_run, linked))
        parts.append(f'<a href="{escape(href)}">{inner}</a>' if href else inner)
    return "".join(parts)


def marked(markup: str, marks: frozenset[Mark]) -> str:
    """Markup inside the elements of its marks."""
    for mark, tag in _TAGS:
        if mark in marks:
            markup = f"<{tag}>{markup}</{tag}>"
    return markup


def _run(run: Run) -> str:
    return marked(escape(run.text, quote=False).replace("\u2028", "<br>"), run.marks)


def _group(block: Block) -> type:
    return type(block) if isinstance(block, ListItem | Box) else object


def _front(article: Article) -> Iterator[str]:
    if article.kicker:
        yield f'<p class="kicker">{escape(article.kicker)}</p>'
    if article.headline:
        yield f"<h1>{escape(article.headline)}</h1>"
    if article.standfirst:
        yield f'<p class="standfirst">{escape(article.standfirst)}</p>'


def _block(block: Block, pictures: Mapping[str, str], labels: Labels) -> str:
    match block:
        case Heading(runs=runs, level=level):
            return f"<h{level + 1}>{runs_html(runs)}</h{level + 1}>"
        case Quote(runs=runs):
            return f"<blockquote><p>{runs_html(runs)}</p></blockquote>"
        case Paragraph(runs=runs) | Box(runs=runs) | ListItem(runs=runs):
            return f"<p>{runs_html(runs)}</p>"
        case Figure():
            return _figure(block, pictures.get(block.id, ""), labels)
        case Embed(url=url, title=title):
            return _embed(url, title)
        case Divider():
            return "<hr>"


def _figure(figure: Figure, address: str, labels: Labels) -> str:
    alt = "" if figure.decorative else figure.alt
    picture = f'<img src="{escape(address)}" alt="{escape(alt)}">'
    if not address:
        picture = f'<div class="to-come" role="img" aria-label="{escape(alt)}"></div>'
    credit = (
        f' <span class="credit">({labels.photo}: {escape(figure.credit)})</span>' if figure.credit else ""
    )
    return f"<figure>\n{picture}\n<figcaption>{escape(figure.caption)}{credit}</figcaption>\n</figure>"


def _embed(url: str, title: str) -> str:
    target = link_target(url)
    if target is None:
        return f"<p>{escape(title or url)}</p>"
    return f'<p class="embed"><a href="{escape(target)}">{escape(title or url)}</a></p>'


def _list(items: list[ListItem]) -> str:
    """One or more lists; items of the second level stand inside the item above them."""
    html = ""
    open_tags: list[str] = []
    for item in items:
        tag = "ol" if item.ordered else "ul"
        while len(open_tags) > item.depth or (len(open_tags) == item.depth and open_tags[-1] != tag):
            html += f"</li></{open_tags.pop()}>"
        if len(open_tags) == item.depth:
            html += "</li>"
        while len(open_tags) < item.depth:
            html += f"<{tag}>" if len(open_tags) == item.depth - 1 else f"<{tag}><li>"
            open_tags.append(tag)
        html += f"<li>{runs_html(item.runs)}"
    return html + "".join(f"</li></{tag}>" for tag in reversed(open_tags))


def _closing(article: Article, labels: Labels) -> Iterator[str]:
    if article.bylines:
        signed = BYLINE_SEPARATOR.join(
            f'<span class="byline" data-role="{byline.role}">{escape(byline.name)}</span>'
            for byline in article.bylines
        )
        yield f'<p class="bylines">{signed}</p>'
    if article.source is not None:
        yield from _source(article.source, labels)


def _source(source: Source, labels: Labels) -> Iterator[str]:
    target = link_target(source.url)
    named = escape(source.label or source.url)
    if named:
        linked = f'<a href="{escape(target)}">{named}</a>' if target else named
        yield f'<p class="source">{labels.source}: {linked}</p>'
