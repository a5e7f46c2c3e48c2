"""Copied lines as clean HTML that Word and mail programs take."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from newsdesk.article.blocks import Embed
from newsdesk.article.text import Mark, Run
from newsdesk.gui.editor.lines import LINE_BREAK, LIST_KINDS, Kind, Line, depth

TAGS = {
    Kind.HEADING_1: "h2",
    Kind.HEADING_2: "h3",
    Kind.QUOTE: "blockquote",
    Kind.CAPTION: "p",
    Kind.CREDIT: "p",
}
MARK_TAGS = {Mark.BOLD: "b", Mark.ITALIC: "i", Mark.SUPERSCRIPT: "sup", Mark.SUBSCRIPT: "sub"}


def html_of(lines: Sequence[Line]) -> str:
    """The lines as an HTML fragment; a figure gives its caption and credit."""
    parts = []
    for listed, group in groupby(lines, key=lambda line: line.kind in LIST_KINDS):
        here = list(group)
        parts.append(_list(here) if listed else "".join(map(_block, here)))
    return f"<html><body>{''.join(parts)}</body></html>"


def _block(line: Line) -> str:
    match line.kind:
        case Kind.IMAGE:
            return ""
        case Kind.DIVIDER:
            return "<hr>"
        case Kind.EMBED if isinstance(line.object, Embed):
            address = escape(line.object.url)
            return f'<p><a href="{address}">{escape(line.object.title) or address}</a></p>'
        case Kind.CAPTION | Kind.CREDIT if not line.runs:
            return ""
    tag = TAGS.get(line.kind, "p")
    return f"<{tag}>{_runs(line)}</{tag}>"


def _list(lines: Sequence[Line]) -> str:
    """Lists nested by depth: a deeper list stands inside the item before it."""
    html, opened = "", list[str]()
    for line in lines:
        wanted, tag = depth(line.kind), "ol" if line.kind in (Kind.NUMBER_1, Kind.NUMBER_2) else "ul"
        while len(opened) > wanted or (len(opened) == wanted and opened[-1] != tag):
            html += f"</li></{opened.pop()}>"
        if len(opened) == wanted:
            html += "</li>"
        while len(opened) < wanted:
            html += f"<{tag}><li>" if len(opened) + 1 < wanted else f"<{tag}>"
            opened.append(tag)
        html += f"<li>{_runs(line)}"
    return html + "".join(f"</li></{tag}>" for tag in reversed(opened))


def _runs(line: Line) -> str:
    return "".join(map(_run, line.runs))


def _run(run: Run) -> str:
    text = escape(run.text).replace(LINE_BREAK, "<br>")
    for mark, tag in MARK_TAGS.items():
        if mark in run.marks:
            text = f"<{tag}>{text}</{tag}>"
    return text if run.href is None else f'<a href="{escape(run.href)}">{text}</a>'
