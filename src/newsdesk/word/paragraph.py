"""One paragraph of a Word file: its marked-up text, its bookmarks, and the pictures and text boxes in it.

Pending changes are read as accepted. Content controls, smart tags, fields and alternate content are entered,
because real files wrap text in them.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from newsdesk.article.text import NO_MARKS, Mark, Run, Runs, normalised
from newsdesk.word.legible import LINE_BREAK, composed, legible
from newsdesk.word.objects import ALTERNATIVES, Drawing, branches, objects_in
from newsdesk.word.package import Relationship
from newsdesk.word.stylesheet import Stylesheet, is_on
from newsdesk.word.wordml import r, w

RUN = w("r")
RUN_PROPERTIES = w("rPr")
TEXT = w("t")
FIELD_SIGN = w("fldChar")
INSTRUCTION = w("instrText")
HYPERLINK = w("hyperlink")
BOOKMARK_START = w("bookmarkStart")
BOOKMARK_END = w("bookmarkEnd")

MOST_BOOKMARKS = 500
"""In one paragraph; a bylines line has one a name."""
DEEPEST_FIELD = 20
LONGEST_INSTRUCTION = 4_000
"""Characters; longer than any address that is typed."""

INSERTED = frozenset(map(w, ("ins", "moveTo")))
DELETED = frozenset(map(w, ("del", "moveFrom")))
WRAPPERS = INSERTED | frozenset(
    map(w, ("smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo"))
)
OBJECTS = frozenset((*map(w, ("drawing", "pict", "object")), ALTERNATIVES))
SIGNS: Mapping[str, str] = {
    w("tab"): "\t",
    w("br"): LINE_BREAK,
    w("cr"): LINE_BREAK,
    w("noBreakHyphen"): "-",
}
LEFT_OUT: Mapping[str, str] = {
    w("commentReference"): "comments",
    w("footnoteReference"): "footnotes",
    w("endnoteReference"): "footnotes",
}

_LINK_INSTRUCTION = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_VERTICAL: Mapping[str, Mark] = {"superscript": Mark.SUPERSCRIPT, "subscript": Mark.SUBSCRIPT}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of its file a paragraph needs to be understood."""

    styles: Stylesheet
    links: Mapping[str, Relationship]


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a paragraph.

    `bookmarks` maps the names of those that begin here to the text up to their end, or to the end of the
    paragraph: a paragraph that was split leaves the end in the next one. `boxes` are its unread text boxes;
    `counts` tallies changes, comments and footnotes.
    """

    runs: Runs
    bookmarks: Mapping[str, str]
    drawings: tuple[Drawing, ...]
    boxes: tuple[_Element, ...]
    counts: Counter[str]


def joined(contents: Sequence[Content]) -> Content:
    """Several paragraphs as one."""
    return Content(
        normalised(run for content in contents for run in content.runs),
        {name: text for content in contents for name, text in content.bookmarks.items()},
        tuple(drawing for content in contents for drawing in content.drawings),
        tuple(box for content in contents for box in content.boxes),
        sum((content.counts for content in contents), Counter()),
    )


def read_paragraph(paragraph: _Element, around: Surroundings) -> Content:
    """Read one w:p."""
    walk = _Walk(around)
    walk.enter(paragraph, None)
    return walk.content()


@dataclass
class _Field:
    """A complex field: its instruction while that is being read, then where its result links to."""

    instruction: str = ""
    opening: bool = True
    href: str | None = None

    def extend(self, text: str) -> None:
        if len(self.instruction) < LONGEST_INSTRUCTION:
            self.instruction += text


@dataclass
class _Walk:
    around: Surroundings
    pieces: list[Run] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    bookmarks: dict[str, str] = field(default_factory=dict)
    begun: dict[str, tuple[str, int]] = field(default_factory=dict)
    fields: list[_Field] = field(default_factory=list)

    def content(self) -> Content:
        for number in tuple(self.begun):
            self._end_bookmark(number)
        runs = normalised(replace(run, text=legible(run.text)) for run in self.pieces)
        clean = tuple(replace(run, text=composed(run.text)) for run in runs)
        return Content(clean, self.bookmarks, tuple(self.drawings), tuple(self.boxes), self.counts)

    def enter(self, element: _Element, href: str | None) -> None:
        for child in element:
            tag = child.tag
            if tag == RUN:
                self._run(child, href)
            elif tag == HYPERLINK:
                self.enter(child, self._target(child) or href)
            elif tag in WRAPPERS:
                self.counts["changes"] += tag in INSERTED
                self.enter(child, _linked(child.get(w("instr"), "")) or href)
            elif tag == ALTERNATIVES:
                for branch in branches(child):
                    self.enter(branch, href)
            elif tag in DELETED:
                self.counts["changes"] += 1
            elif tag == BOOKMARK_START and len(self.begun) < MOST_BOOKMARKS:
                self.begun[child.get(w("id"), "")] = (child.get(w("name"), ""), len(self.pieces))
            elif tag == BOOKMARK_END:
                self._end_bookmark(child.get(w("id"), ""))

    def _end_bookmark(self, number: str) -> None:
        name, start = self.begun.pop(number, ("", 0))
        if name and len(self.bookmarks) < MOST_BOOKMARKS:
            self.bookmarks[name] = composed(legible("".join(run.text for run in self.pieces[start:])))

    def _target(self, hyperlink: _Element) -> str | None:
        link = self.around.links.get(hyperlink.get(r("id"), ""))
        return link.target if link and link.external else None

    def _run(self, run: _Element, href: str | None) -> None:
        marks = NO_MARKS
        for child in run:
            if child.tag == RUN_PROPERTIES:
                if is_on(child, "vanish"):
                    return
                marks = self._marks(child)
            elif child.tag == FIELD_SIGN:
                self._field(child.get(w("fldCharType"), ""))
            elif child.tag == INSTRUCTION and self.fields:
                self.fields[-1].extend(child.text or "")
            else:
                self._piece(child, marks, href)

    def _piece(self, element: _Element, marks: frozenset[Mark], href: str | None) -> None:
        text = element.text if element.tag == TEXT else _sign(element)
        if text and not any(item.opening for item in self.fields):
            link = next((item.href for item in reversed(self.fields) if item.href), href)
            self.pieces.append(Run(text, marks, link))
        elif element.tag in OBJECTS:
            drawings, boxes = objects_in(element, self.around.links)
            self.drawings.extend(drawings)
            self.boxes.extend(boxes)
        elif element.tag in LEFT_OUT:
            self.counts[LEFT_OUT[element.tag]] += 1

    def _marks(self, properties: _Element) -> frozenset[Mark]:
        style = properties.find(w("rStyle"))
        marks = set(NO_MARKS if style is None else self.around.styles.marks(style.get(w("val"), "")))
        for mark, name in ((Mark.BOLD, "b"), (Mark.ITALIC, "i")):
            state = is_on(properties, name)
            if state is not None:
                (marks.add if state else marks.discard)(mark)
        vertical = properties.find(w("vertAlign"))
        if vertical is not None and (raised := _VERTICAL.get(vertical.get(w("val"), ""))):
            marks.add(raised)
        return frozenset(marks)

    def _field(self, sign: str) -> None:
        if sign == "begin" and len(self.fields) < DEEPEST_FIELD:
            self.fields.append(_Field())
        elif sign == "separate" and self.fields:
            self.fields[-1].opening = False
            self.fields[-1].href = _linked(self.fields[-1].instruction)
        elif sign == "end" and self.fields:
            self.fields.pop()


def _sign(element: _Element) -> str:
    """The character that an empty element stands for; a page break is none."""
    if element.get(w("type")) in ("page", "column"):
        return ""
    return SIGNS.get(element.tag, "")


def _linked(instruction: str) -> str | None:
    match = _LINK_INSTRUCTION.match(instruction)
    return match[1] if match else None
