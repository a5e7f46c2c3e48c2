"""Articles as JSON: what the library stores, `newsdesk show` prints and a handoff package carries.

The form is versioned. A newer form is refused; an older one is first brought forward by MIGRATIONS.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from newsdesk.article.blocks import (
    Block,
    Box,
    Crop,
    Divider,
    Embed,
    Figure,
    FocalPoint,
    Heading,
    ListItem,
    Paragraph,
    Quote,
)
from newsdesk.article.fields import FieldError, Fields
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Role, Source, Status
from newsdesk.article.text import Mark, Run, Runs, normalised, plain, runs_of

SCHEMA = 1

MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From schema version to the function that lifts a document of it to the next version."""

MARK_ORDER = tuple(Mark)

SIDES = ("left", "top", "right", "bottom")


def to_json(article: Article) -> str:
    """Encode as compact JSON in a fixed key order."""
    return json.dumps(to_dict(article), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Article:
    """Decode.

    Raises:
        FieldError: the text is no article; the error names the field.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FieldError("", "not_json") from error
    return from_dict(document)


def to_dict(article: Article) -> dict[str, Any]:
    """The article as plain JSON values."""
    return {
        "schema": SCHEMA,
        "id": article.id,
        "kicker": article.kicker,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "blocks": [block_to_dict(block) for block in article.blocks],
        "bylines": [_byline_to_dict(byline) for byline in article.bylines],
        "source": _source_to_dict(article.source),
        "section": article.section,
        "tags": list(article.tags),
        "slug": article.slug,
        "status": article.status.value,
        "language": article.language,
        "notes": article.notes,
        "lead": article.lead,
        "embargo": article.embargo,
    }


def from_dict(document: Any) -> Article:
    """Read plain JSON values.

    Raises:
        FieldError: a field is missing, has the wrong type or a value that is not allowed.
    """
    fields = Fields.of(_lifted(document), "")
    source = fields.optional("source")
    return Article(
        id=fields.text("id") or new_id(),
        kicker=fields.text("kicker"),
        headline=fields.text("headline"),
        standfirst=fields.text("standfirst"),
        blocks=_unique(tuple(block_from(item) for item in fields.items("blocks"))),
        bylines=tuple(_byline_from(item) for item in fields.items("bylines")),
        source=None if source is None else Source(source.text("label"), source.text("url")),
        section=fields.text("section"),
        tags=fields.texts("tags"),
        slug=fields.text("slug"),
        status=fields.choice("status", Status, Status.DRAFT),
        language=fields.text("language") or "vi",
        notes=fields.text("notes"),
        lead=fields.text_or_none("lead"),
        embargo=fields.text_or_none("embargo"),
    )


def _lifted(document: Any) -> Any:
    if not isinstance(document, dict):
        raise FieldError("", "not_an_object")
    version = document.get("schema", SCHEMA)
    if not isinstance(version, int) or version > SCHEMA or version < 1:
        raise FieldError("schema", "newer_version")
    while version < SCHEMA:
        document = MIGRATIONS[version](document)
        version += 1
    return document


def _unique(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        if block.id in seen:
            raise FieldError(f"blocks[{index}].id", "duplicate")
        seen.add(block.id)
    return blocks


def block_to_dict(block: Block) -> dict[str, Any]:
    """One block as plain JSON values."""
    head: dict[str, Any] = {"id": block.id, "type": _TYPE_OF[type(block)]}
    match block:
        case Figure():
            return head | _figure_to_dict(block)
        case Embed():
            return head | {"url": block.url, "title": block.title}
        case Divider():
            return head
        case Heading():
            return head | {"level": block.level} | _runs_to_dict(block.runs)
        case ListItem():
            return head | {"ordered": block.ordered, "depth": block.depth} | _runs_to_dict(block.runs)
        case _:
            return head | _runs_to_dict(block.runs)


def block_from(fields: Fields) -> Block:
    """Read one block.

    Raises:
        FieldError: as for `from_dict`.
    """
    kind, block_id = fields.required_text("type"), fields.text("id") or new_id()
    match kind:
        case "paragraph":
            return Paragraph(block_id, _runs_from(fields))
        case "heading":
            return Heading(block_id, _runs_from(fields), fields.one_or_two("level"))
        case "quote":
            return Quote(block_id, _runs_from(fields))
        case "list_item":
            return ListItem(block_id, _runs_from(fields), fields.flag("ordered"), fields.one_or_two("depth"))
        case "box":
            return Box(block_id, _runs_from(fields))
        case "figure":
            return _figure_from(fields, block_id)
        case "embed":
            return Embed(block_id, fields.required_text("url"), fields.text("title"))
        case "divider":
            return Divider(block_id)
    raise FieldError(fields.path("type"), "not_allowed")


_TYPE_OF: Mapping[type, str] = {
    Paragraph: "paragraph",
    Heading: "heading",
    Quote: "quote",
    ListItem: "list_item",
    Box: "box",
    Figure: "figure",
    Embed: "embed",
    Divider: "divider",
}


def _runs_to_dict(runs: Runs) -> dict[str, Any]:
    return {
        "text": plain(runs),
        "runs": [
            {
                "text": run.text,
                "marks": [mark.value for mark in MARK_ORDER if mark in run.marks],
                "href": run.href,
            }
            for run in runs
        ],
    }


def _runs_from(fields: Fields) -> Runs:
    text = fields.text("text")
    if not fields.has("runs"):
        return runs_of(text)
    runs = normalised(
        Run(item.text("text"), frozenset(item.choices("marks", Mark)), item.text_or_none("href"))
        for item in fields.items("runs")
    )
    if fields.has("text") and plain(runs) != text:
        raise FieldError(fields.path("text"), "differs_from_runs")
    return runs


def _figure_to_dict(figure: Figure) -> dict[str, Any]:
    crop, focal = figure.crop, figure.focal_point
    return {
        "photo": figure.photo,
        "caption": figure.caption,
        "credit": figure.credit,
        "alt": figure.alt,
        "decorative": figure.decorative,
        "crop": crop and {side: getattr(crop, side) for side in SIDES},
        "focal_point": focal and {"x": focal.x, "y": focal.y},
        "people": list(figure.people),
        "ai": figure.ai_made,
    }


def _figure_from(fields: Fields, block_id: str) -> Figure:
    crop, focal = fields.optional("crop"), fields.optional("focal_point")
    return Figure(
        id=block_id,
        photo=fields.sha256("photo"),
        caption=fields.text("caption"),
        credit=fields.text("credit"),
        alt=fields.text("alt"),
        decorative=fields.flag("decorative"),
        crop=None if crop is None else Crop(*(crop.fraction(side) for side in SIDES)),
        focal_point=None if focal is None else FocalPoint(focal.fraction("x"), focal.fraction("y")),
        people=fields.texts("people"),
        ai_made=fields.flag("ai"),
    )


def _byline_to_dict(byline: Byline) -> dict[str, Any]:
    return {
        "name": byline.name,
        "role": byline.role.value,
        "person": byline.person,
        "pen_name": byline.pen_name,
        "share": byline.share,
        "contributor": byline.contributor,
    }


def _byline_from(fields: Fields) -> Byline:
    return Byline(
        name=fields.required_text("name"),
        role=fields.choice("role", Role, Role.REPORTER),
        person=fields.text_or_none("person"),
        pen_name=fields.text("pen_name"),
        share=fields.percent_or_none("share"),
        contributor=fields.flag("contributor"),
    )


def _source_to_dict(source: Source | None) -> dict[str, Any] | None:
    return None if source is None else {"label": source.label, "url": source.url}
