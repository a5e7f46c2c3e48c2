"""An article's body as HTML of the profile newsdesk-html/1, in the canonical form a CMS keeps as it is."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from newsdesk.article.blocks import Block, Box, Divider, Embed, Figure, Heading, ListItem, Paragraph, Quote
from newsdesk.article.text import Mark, Run, Runs
from newsdesk.cms.connector import Loss

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
LINKED = re.compile(r"(?:https?://|mailto:|tel:)[^\s\x00-\x1f]+", re.IGNORECASE)
WEB = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
LINE_BREAK = "\u2028"
TAGS: dict[Mark, str] = {
    Mark.BOLD: "strong",
    Mark.ITALIC: "em",
    Mark.SUPERSCRIPT: "sup",
    Mark.SUBSCRIPT: "sub",
}

Lose = Callable[[Loss], None]


def clean(text: str) -> str:
    """Text as it may travel: NFC, no control characters but tab and line feed."""
    return unicodedata.normalize("NFC", CONTROL.sub("", text))


def one_line(text: str) -> str:
    """Clean text of one line."""
    return " ".join(part for part in re.split(rf"[\t\n{LINE_BREAK}\u2029]+", clean(text)) if part)


def body_html(blocks: Sequence[Block], media: Mapping[str, str], lose: Lose) -> str:
    """The blocks in their order. `media` gives each figure's photo on the CMS; what has none is left out."""
    parts: list[str] = []
    for kind, group in groupby(blocks, key=type):
        match kind:
            case _ if kind is ListItem:
                parts.extend(_lists([block for block in group if isinstance(block, ListItem)], lose))
            case _ if kind is Box:
                inner = "".join(_element("p", block, lose) for block in group if isinstance(block, Box))
                parts.append(f"<aside>{inner}</aside>")
            case _:
                parts.extend(_single(block, media, lose) for block in group)
    return "".join(parts)


def _single(block: Block, media: Mapping[str, str], lose: Lose) -> str:
    match block:
        case Paragraph() | Box() | ListItem():
            return _element("p", block, lose)
        case Heading():
            return _element("h2" if block.level == 1 else "h3", block, lose)
        case Quote():
            return f"<blockquote>{_element('p', block, lose)}</blockquote>"
        case Figure():
            return _figure(block, media, lose)
        case Embed():
            return _embed(block, lose)
        case Divider():
            return f"<hr{_attributes(block)}>"


def _element(tag: str, block: Paragraph | Heading | Quote | ListItem | Box, lose: Lose) -> str:
    return f"<{tag}{_attributes(block)}>{_inline(block.runs, block.id, lose)}</{tag}>"


def _figure(figure: Figure, media: Mapping[str, str], lose: Lose) -> str:
    if figure.id not in media:
        lose(Loss("loss.figure_without_photo", {"block": figure.id, "caption": figure.caption}))
        return ""
    return f"<figure{_attributes(figure, data_media=media[figure.id])}></figure>"


def _embed(embed: Embed, lose: Lose) -> str:
    title = _escaped(one_line(embed.title))
    if not WEB.fullmatch(embed.url):
        lose(Loss("loss.embed", {"block": embed.id, "url": embed.url}))
        return f"<p{_attributes(embed)}>{title}</p>" if title else ""
    caption = f"<figcaption>{title}</figcaption>" if title else ""
    return f"<figure{_attributes(embed, data_embed=embed.url)}>{caption}</figure>"


def _lists(items: Sequence[ListItem], lose: Lose) -> Iterator[str]:
    """Neighbouring items as lists: another kind at the outer level begins another list."""
    outer: list[list[ListItem]] = []
    for item in items:
        if item.depth == 2 and outer:
            outer[-1].append(item)
        else:
            outer.append([item])
    for ordered, group in groupby(outer, key=lambda entry: entry[0].ordered):
        yield _list(ordered, (_item(entry, lose) for entry in group))


def _item(entry: Sequence[ListItem], lose: Lose) -> str:
    first, *inner = entry
    text = _inline(first.runs, first.id, lose)
    if not inner:
        return f"<li{_attributes(first)}>{text}</li>"
    if any(item.ordered != inner[0].ordered for item in inner):
        lose(Loss("loss.mixed_list", {"block": inner[0].id}))
    nested = _list(inner[0].ordered, (_element("li", item, lose) for item in inner))
    return f"<li{_attributes(first)}>{text}{nested}</li>"


def _list(ordered: bool, items: Iterable[str]) -> str:
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{''.join(items)}</{tag}>"


def _inline(runs: Runs, block_id: str, lose: Lose) -> str:
    parts: list[str] = []
    for href, group in groupby(runs, key=lambda run: run.href):
        text = "".join(map(_marked, group))
        if href is None:
            parts.append(text)
        elif LINKED.fullmatch(href):
            parts.append(f'<a href="{_escaped(clean(href), quotes=True)}">{text}</a>')
        else:
            lose(Loss("loss.link", {"block": block_id, "url": href}))
            parts.append(text)
    return "".join(parts)


def _marked(run: Run) -> str:
    text = "<br>".join(map(_escaped, clean(run.text).replace("\n", LINE_BREAK).split(LINE_BREAK)))
    for mark in reversed(TAGS):
        if mark in run.marks:
            text = f"<{TAGS[mark]}>{text}</{TAGS[mark]}>"
    return text


def _attributes(block: Block, **more: str) -> str:
    """The attributes of a block element in alphabetical order; ids that are no UUID stay at home."""
    block_id = {"data_block": block.id} if UUID.fullmatch(block.id) else {}
    named = sorted((block_id | more).items())
    return "".join(f' {name.replace("_", "-")}="{_escaped(value, quotes=True)}"' for name, value in named)


def _escaped(text: str, *, quotes: bool = False) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quotes else text
