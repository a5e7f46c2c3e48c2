"""A Word file as a row of lines: paragraphs, table rows and the insides of text boxes, in reading order."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from newsdesk.article.text import Runs, plain, runs_of
from newsdesk.errors import BadInput
from newsdesk.word.markers import DESK_TABLE
from newsdesk.word.numbering import Numbering
from newsdesk.word.objects import ALTERNATIVES, Drawing, branches
from newsdesk.word.package import Package
from newsdesk.word.paragraph import Content, Surroundings, joined, read_paragraph
from newsdesk.word.stylesheet import BODY, Kind, Meaning, Stylesheet, outline_heading
from newsdesk.word.wordml import office, w

MOST_PARAGRAPHS = 50_000
CELL_SEPARATOR = " | "

PARAGRAPH = w("p")
TABLE = w("tbl")
WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file. `boxed` lines come from a text box that floats beside the line before them."""

    meaning: Meaning
    runs: Runs = ()
    bookmarks: Mapping[str, str] = field(default_factory=dict)
    drawings: tuple[Drawing, ...] = ()
    centred: bool = False
    boxed: bool = False

    @property
    def text(self) -> str:
        """The text without marks."""
        return plain(self.runs)


class Document:
    """Reads the main part. `counts` (changes, comments, footnotes, tables) is complete after the last line.

    Raises:
        BadInput: `docx.too_long`, and the codes of Package.
    """

    def __init__(self, package: Package, file: str) -> None:
        self._package = package
        self._main = package.main_part()
        self._file = file
        self._around = Surroundings(Stylesheet.of(self._related("styles")), package.relationships(self._main))
        self._numbering = Numbering.of(self._related("numbering"))
        self._unfinished: list[Content] = []
        self.counts: Counter[str] = Counter()

    def lines(self) -> Iterator[Line]:
        """Every line, in reading order."""
        root = self._package.tree(self._main)
        for body in root.iter(w("body")):
            yield from self._lines(body)
        if self._unfinished:
            yield self._line(None, joined(self._unfinished))

    def _related(self, kind: str) -> _Element | None:
        name = next(self._package.related(self._main, office(kind)), None)
        return None if name is None else self._package.tree(name)

    def _lines(self, container: _Element) -> Iterator[Line]:
        for child in container:
            if child.tag == PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == TABLE:
                yield from self._table(child)
            elif child.tag in WRAPPERS:
                yield from self._lines(child)
            elif child.tag == ALTERNATIVES:
                for branch in branches(child):
                    yield from self._lines(branch)

    def _paragraph(self, element: _Element) -> Iterator[Line]:
        self.counts["paragraphs"] += 1
        if self.counts["paragraphs"] > MOST_PARAGRAPHS:
            raise BadInput("docx.too_long", file=self._file, limit=MOST_PARAGRAPHS)
        content = read_paragraph(element, self._around)
        self.counts.update(content.counts)
        self._unfinished.append(content)
        if _runs_on(element):
            return
        content = joined(self._unfinished)
        self._unfinished = []
        yield self._line(element.find(w("pPr")), content)
        for box in content.boxes:
            for line in self._lines(box):
                yield replace(line, boxed=True)

    def _line(self, properties: _Element | None, content: Content) -> Line:
        style = _value(properties, "pStyle")
        meaning = self._meaning(properties, style)
        alignment = _value(properties, "jc")
        centred = alignment == "center" or (not alignment and self._around.styles.centred(style))
        return Line(meaning, content.runs, content.bookmarks, content.drawings, centred)

    def _meaning(self, properties: _Element | None, style: str) -> Meaning:
        """By style, then by outline level; numbering makes a list item of what is nothing else."""
        meaning = self._around.styles.meaning(style)
        if meaning.kind not in (Kind.BODY, Kind.LIST):
            return meaning
        own = None if properties is None else properties.find(w("numPr"))
        item = self._numbering.item(self._around.styles.numbering(style) if own is None else own)
        return item or outline_heading(properties) or meaning

    def _table(self, table: _Element) -> Iterator[Line]:
        rows = [_children(row, w("tc")) for row in _children(table, w("tr"))]
        cells = [[tuple(self._lines(cell)) for cell in row] for row in rows]
        lines = [line for row in cells for cell in row for line in cell]
        if any(DESK_TABLE in line.bookmarks for line in lines):
            return
        if any(line.drawings for line in lines):
            yield from _by_column(cells)
        elif sum(map(len, cells)) == 1:
            yield from map(_in_box, lines)
        else:
            self.counts["tables"] += 1
            yield from filter(None, map(_row_line, cells))


def _children(element: _Element, tag: str) -> list[_Element]:
    """The children of one kind, also those in content controls."""
    found: list[_Element] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in WRAPPERS:
            found += _children(child, tag)
    return found


def _by_column(cells: list[list[tuple[Line, ...]]]) -> Iterator[Line]:
    """Pictures stand in tables with their captions below them."""
    placed = [(column, number, cell) for number, row in enumerate(cells) for column, cell in enumerate(row)]
    for _, _, cell in sorted(placed, key=lambda place: place[:2]):
        yield from cell


def _in_box(line: Line) -> Line:
    return replace(line, meaning=Meaning(Kind.BOX)) if line.meaning == BODY else line


def _row_line(row: list[tuple[Line, ...]]) -> Line | None:
    cells = (" ".join(line.text.strip() for line in cell).strip() for cell in row)
    text = CELL_SEPARATOR.join(filter(None, cells))
    return Line(BODY, runs_of(text)) if text else None


def _runs_on(paragraph: _Element) -> bool:
    """Whether the next paragraph goes on with this one: their mark is deleted, or this is a drop cap."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        return False
    frame = properties.find(w("framePr"))
    deleted = (properties.find(f"{w('rPr')}/{w(name)}") for name in ("del", "moveFrom"))
    drop_cap = frame is not None and frame.get(w("dropCap"), "none") != "none"
    return drop_cap or any(mark is not None for mark in deleted)


def _value(properties: _Element | None, name: str) -> str:
    element = None if properties is None else properties.find(w(name))
    return "" if element is None else element.get(w("val"), "")
