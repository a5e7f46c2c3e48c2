"""From what was sent to what is kept: HTML cleaned, references looked up, slug made."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from newsdesk.demo import media
from newsdesk.demo.accounts import Account
from newsdesk.demo.fields import Reading
from newsdesk.demo.problem import forbidden
from newsdesk.demo.sanitising import sanitise
from newsdesk.demo.slug import slug
from newsdesk.demo.terms import one

FIGURE = re.compile(r'<figure(?: data-block="[^"]*")? data-media="([^"]*)"></figure>')
NAMELESS = "bai-viet"


def settle(
    sent: Mapping[str, Any], reading: Reading, connection: sqlite3.Connection, caller: Account
) -> dict[str, Any]:
    """The content to keep. Raises 422 with every wrong reference, 403 for signing for others."""
    html, warnings = sanitise(sent["body"]["html"])
    reading.warnings.extend(warnings)
    _check_figures(html, sent["media"], reading)
    _check_media(sent, reading, connection)
    _check_terms(sent, reading, connection)
    _check_source(sent["source"], reading)
    reading.finish()
    _check_bylines(sent["bylines"], caller)
    return {**sent, "body": {**sent["body"], "html": html}, "slug": _slug(sent, reading)}


def _check_figures(html: str, placements: list[dict[str, Any]], reading: Reading) -> None:
    figures = FIGURE.findall(html)
    if len(figures) != len(placements):
        reading.wrong("/media", "figure_mismatch", f"{len(figures)} figures, {len(placements)} entries")
        return
    for place, (figure, placement) in enumerate(zip(figures, placements, strict=True)):
        if figure != placement["id"]:
            reading.wrong(f"/media/{place}/id", "figure_mismatch", f"the figure shows {figure}")


def _check_media(sent: Mapping[str, Any], reading: Reading, connection: sqlite3.Connection) -> None:
    for pointer, media_id in _media_ids(sent):
        found = media.held(connection, media_id)
        if found is None:
            reading.wrong(pointer, "unknown_id", "no such media")
        elif found.state != "ready":
            reading.wrong(pointer, "media_not_ready", f"the media is {found.state}")


def _media_ids(sent: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for place, placement in enumerate(sent["media"]):
        yield f"/media/{place}/id", placement["id"]
    if sent["coverMediaId"] is not None:
        yield "/coverMediaId", sent["coverMediaId"]


def _check_terms(sent: Mapping[str, Any], reading: Reading, connection: sqlite3.Connection) -> None:
    for kind, name in (("categories", "categoryIds"), ("tags", "tagIds")):
        for place, term_id in enumerate(sent[name]):
            pointer = f"/{name}/{place}"
            if term_id in sent[name][:place]:
                reading.wrong(pointer, "duplicate", "stands twice")
            _check_term(one(connection, kind, term_id), pointer, reading)
    for place, byline in enumerate(sent["bylines"]):
        if byline["personId"] is not None:
            _check_term(one(connection, "people", byline["personId"]), f"/bylines/{place}/personId", reading)


def _check_term(found: Mapping[str, Any] | None, pointer: str, reading: Reading) -> None:
    if found is None:
        reading.wrong(pointer, "unknown_id", "not in the list")
    elif not found["assignable"]:
        reading.wrong(pointer, "not_assignable", "cannot be chosen")


def _check_source(source: Mapping[str, str] | None, reading: Reading) -> None:
    if source is not None and not source["label"] and not source["url"]:
        reading.wrong("/source/url", "required", "a label or an address is needed")


def _check_bylines(bylines: list[dict[str, Any]], caller: Account) -> None:
    mine = any(byline["personId"] == caller.person for byline in bylines if byline["personId"])
    if bylines and not mine and not caller.may("byline.others"):
        raise forbidden("byline.others")


def _slug(sent: Mapping[str, Any], reading: Reading) -> str:
    final = slug(sent["slug"]) or slug(sent["headline"]) or NAMELESS
    if sent["slug"] and final != sent["slug"]:
        reading.changed("/slug", "slug_changed", f"became {final}")
    return final
