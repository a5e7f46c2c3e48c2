"""The small table at the head of the file: what the desk wants to know before it reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import islice

from lxml.etree import SubElement, _Element

from newsdesk.article.blocks import figures
from newsdesk.article.model import BYLINE_SEPARATOR, Byline
from newsdesk.word.house import Style
from newsdesk.word.job import DeskLabels, DocxJob
from newsdesk.word.markers import DESK_TABLE
from newsdesk.word.story import Story
from newsdesk.word.wordml import w

LABEL_WIDTH, VALUE_WIDTH = 1361, 3175
"""Twentieths of a point; two of each are as wide as the text."""

HANOI = timezone(timedelta(hours=7))
"""Viet Nam has one time and no summer time."""

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One or two facts side by side; a single one takes the whole width."""

    cells: tuple[Cell, ...]


def write_desk_table(story: Story, job: DocxJob) -> None:
    """Write the table at the end of the story, marked so that nobody takes it for text of the article."""
    table = SubElement(story.body, w("tbl"))
    _frame(table, story.styles[Style.DESK_TABLE])
    for row in _rows(job):
        _write_row(story, table, row, job.labels.missing)
    _mark(story, table)


def _mark(story: Story, table: _Element) -> None:
    for paragraph in islice(table.iter(w("p")), 1):
        with story.bookmark(paragraph, DESK_TABLE):
            pass


def printed_moment(at: datetime) -> str:
    """Day and time as Vietnamese newsrooms write them, at their clock."""
    return at.astimezone(HANOI).strftime("%d/%m/%Y %H:%M")


def _rows(job: DocxJob) -> Iterator[Row]:
    article, labels = job.article, job.labels
    photos = str(sum(1 for _ in figures(article.blocks)))
    bylines = BYLINE_SEPARATOR.join(_signature(byline, labels) for byline in article.bylines)
    yield Row(((labels.section, article.section), (labels.status, labels.statuses[article.status])))
    yield Row(((labels.bylines, bylines),))
    yield Row(((labels.words, str(job.words)), (labels.photos, photos)))
    yield Row(((labels.revision, str(job.revision)), (labels.exported, printed_moment(job.at))))
    if article.embargo:
        yield Row(((labels.embargo, _embargo(article.embargo)),))


def _signature(byline: Byline, labels: DeskLabels) -> str:
    remarks = [labels.roles[byline.role]]
    if byline.contributor:
        remarks.append(labels.contributor)
    return f"{byline.name} ({', '.join(remarks)})"


def _embargo(text: str) -> str:
    try:
        return printed_moment(datetime.fromisoformat(text))
    except ValueError:
        return text


def _frame(table: _Element, style: str) -> None:
    properties = SubElement(table, w("tblPr"))
    SubElement(properties, w("tblStyle"), {w("val"): style})
    width = str(2 * (LABEL_WIDTH + VALUE_WIDTH))
    SubElement(properties, w("tblW"), {w("w"): width, w("type"): "dxa"})
    SubElement(properties, w("tblLayout"), {w("type"): "fixed"})
    grid = SubElement(table, w("tblGrid"))
    for column in (LABEL_WIDTH, VALUE_WIDTH) * 2:
        SubElement(grid, w("gridCol"), {w("w"): str(column)})


def _write_row(story: Story, table: _Element, row: Row, missing: str) -> None:
    element = SubElement(table, w("tr"))
    SubElement(SubElement(element, w("trPr")), w("cantSplit"))
    span = 3 if len(row.cells) == 1 else 1
    widths = (VALUE_WIDTH, LABEL_WIDTH, VALUE_WIDTH)[:span]
    for label, value in row.cells:
        story.text(story.paragraph(Style.DESK_LABEL, _cell(element, (LABEL_WIDTH,))), label)
        story.text(story.paragraph(Style.DESK_VALUE, _cell(element, widths)), value or missing)


def _cell(row: _Element, widths: Sequence[int]) -> _Element:
    cell = SubElement(row, w("tc"))
    properties = SubElement(cell, w("tcPr"))
    SubElement(properties, w("tcW"), {w("w"): str(sum(widths)), w("type"): "dxa"})
    if len(widths) > 1:
        SubElement(properties, w("gridSpan"), {w("val"): str(len(widths))})
    return cell
