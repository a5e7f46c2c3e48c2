"""Any HTML in, canonical newsdesk-html/1 out, and a word for everything that was changed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from newsdesk.demo.fields import Warned
from newsdesk.demo.profile import (
    BEFORE_TEXT,
    CHILDREN,
    GONE_WITH_CONTENT,
    INLINE,
    KNOWN,
    ROOT,
    VOID,
    attribute,
    complete,
)

DEEPEST = 60
POINTER = "/body/html"

Change = tuple[str, str, str | None]
Attributes = list[tuple[str, str | None]]

SAID = {
    "html.element_removed": "<{0}> was taken out, its text stays ({2} times)",
    "html.content_removed": "<{0}> was taken out with its text ({2} times)",
    "html.attribute_removed": "{1} of <{0}> was taken out ({2} times)",
}


@dataclass(slots=True)
class _Page:
    """The HTML written so far and what stands open in it, outermost first."""

    written: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=lambda: [ROOT])
    closed_figure: bool = False

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        held = "".join(f' {name}="{quoted(value)}"' for name, value in sorted(attributes.items()))
        self.written.append(f"<{element}{held}>")
        if element not in VOID:
            self.open.append(element)
        if element == "figure":
            self.closed_figure = "data-media" in attributes

    def end(self) -> None:
        self.written.append(f"</{self.open.pop()}>")

    def end_until(self, depth: int) -> None:
        while len(self.open) > depth:
            self.end()


class _Reader(HTMLParser):
    """Writes a page from whatever the parser meets; never gives up."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = _Page()
        self.changes: Counter[Change] = Counter()
        self._gone: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._gone:
            if tag == self._gone[-1]:
                self._gone.append(tag)
        elif tag in GONE_WITH_CONTENT:
            self._changed("html.content_removed", tag)
            self._gone.append(tag)
        elif tag not in KNOWN or not self._room_for(tag):
            self._changed("html.element_removed", tag)
        else:
            self._open(tag, self._kept(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._gone:
            if tag == self._gone[-1]:
                self._gone.pop()
        elif tag in self.page.open:
            depth = len(self.page.open) - 1 - self.page.open[::-1].index(tag)
            # A stray </strong> must not close the paragraph around it, nor </p> the cell of a table.
            if tag not in INLINE or all(name in INLINE for name in self.page.open[depth:]):
                self.page.end_until(depth)

    def handle_data(self, data: str) -> None:
        inside = self.page.open[-1]
        if self._gone or (inside in BEFORE_TEXT and not data.strip()):
            return
        if inside == "figure" and self.page.closed_figure:
            self._changed("html.content_removed", "figure")
            return
        self._prepare_for_text()
        self.page.written.append(escaped(data))

    def handle_comment(self, data: str) -> None:
        self._changed("html.content_removed", "#comment")

    def finish(self) -> str:
        """The whole page."""
        self.close()
        self.page.end_until(1)
        return "".join(self.page.written)

    def _changed(self, code: str, element: str, name: str | None = None) -> None:
        self.changes[(code, element[:40], name[:40] if name else None)] += 1

    def _kept(self, tag: str, attrs: Attributes) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name, value in attrs:
            right = attribute(tag, name, value or "")
            if right is None:
                self._changed("html.attribute_removed", tag, name)
            else:
                kept.setdefault(name, right)
        return kept

    def _room_for(self, tag: str) -> bool:
        """Whether some open element may hold the tag, at once or after text is prepared for."""
        if len(self.page.open) >= DEEPEST:
            return False
        if (tag == "figcaption" and self.page.closed_figure) or (tag == "a" and "a" in self.page.open):
            return False
        return tag in INLINE or any(tag in CHILDREN[name] for name in self.page.open)

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if not complete(tag, attributes):
            self._changed("html.element_removed", tag)
            return
        if tag in INLINE:
            self._prepare_for_text()
            if tag not in CHILDREN[self.page.open[-1]]:
                self._changed("html.element_removed", tag)
                return
        else:
            self.page.end_until(self._depth_for(tag))
        self.page.start(tag, attributes)

    def _depth_for(self, tag: str) -> int:
        names = self.page.open
        return next(depth for depth in range(len(names), 0, -1) if tag in CHILDREN[names[depth - 1]])

    def _prepare_for_text(self) -> None:
        if self.page.open[-1] == "figure" and self.page.closed_figure:
            self.page.end()
        while (container := self.page.open[-1]) in BEFORE_TEXT:
            self.page.start(BEFORE_TEXT[container], {})


def sanitise(html: str) -> tuple[str, tuple[Warned, ...]]:
    """The HTML in the profile, and what was changed. Canonical HTML comes back as it is, unwarned."""
    reader = _Reader()
    # The parser raises on a marked section it does not know; none has a meaning in HTML.
    reader.feed(html.replace("<![", "&lt;!["))
    clean = reader.finish()
    warnings = tuple(_warning(change, times) for change, times in reader.changes.items())
    if not warnings and clean != html:
        return clean, (Warned("html.rewritten", POINTER, "put into canonical form"),)
    return clean, warnings


def _warning(change: Change, times: int) -> Warned:
    code, element, name = change
    return Warned(code, POINTER, SAID[code].format(element, name, times), element, name)


def escaped(text: str) -> str:
    """Text between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Text between the quotes of an attribute."""
    return escaped(text).replace('"', "&quot;")
