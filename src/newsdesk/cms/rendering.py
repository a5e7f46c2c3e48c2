"""An article in the words of the station contract. Pure: no network, no disk, the same every time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsdesk.article.blocks import Figure, figures
from newsdesk.article.model import Article, Byline, Source
from newsdesk.cms.connector import Loss, MediaTexts, Payload
from newsdesk.cms.markup import body_html, clean, one_line

PROFILE = "newsdesk-html/1"


@dataclass(frozen=True, slots=True)
class Terms:
    """The ids a destination has for what the article names. `people` are the ids of its directory."""

    section: str | None = None
    tags: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()


def render(
    article: Article, revision: str, terms: Terms, media: Mapping[str, str]
) -> tuple[Payload, tuple[Loss, ...]]:
    """The article as it is put, and what of it gets lost.

    `revision` names this sending, `media` maps block ids of figures to the ids of their photos on the CMS.
    """
    losses: list[Loss] = []
    placed = [figure for figure in figures(article.blocks) if figure.id in media]
    fields: dict[str, Any] = {
        "headline": one_line(article.headline),
        "kicker": one_line(article.kicker),
        "standfirst": clean(article.standfirst),
        "body": {"profile": PROFILE, "html": body_html(article.blocks, media, losses.append)},
        "coverMediaId": _cover(article, placed, media),
        "media": [_placement(figure, media[figure.id]) for figure in placed],
        "bylines": [_byline(byline, terms, losses) for byline in article.bylines],
        "source": _source(article.source),
        "categoryIds": [terms.section] if terms.section else [],
        "tagIds": list(terms.tags),
        "slug": article.slug,
        "language": article.language,
        "embargoUntil": article.embargo,
        "editorialNote": clean(article.notes),
        "clientRevision": revision,
    }
    return Payload(article.id, revision, fields), tuple(losses)


def texts_of(figure: Figure) -> MediaTexts:
    """The words of a figure as the record of its photo gets them."""
    alt = "" if figure.decorative else clean(figure.alt)
    return MediaTexts(clean(figure.caption), alt, clean(figure.credit), figure.focal_point)


def _cover(article: Article, placed: list[Figure], media: Mapping[str, str]) -> str | None:
    lead = next((figure for figure in placed if figure.id == article.lead), None)
    shown = lead or (placed[0] if placed else None)
    return media[shown.id] if shown else None


def _placement(figure: Figure, media_id: str) -> dict[str, Any]:
    texts = texts_of(figure)
    return {
        "id": media_id,
        "caption": texts.caption,
        "alt": texts.alt,
        "credit": texts.credit,
        "decorative": figure.decorative,
        "people": [one_line(person) for person in figure.people if one_line(person)],
        "aiMade": figure.ai_made,
    }


def _byline(byline: Byline, terms: Terms, losses: list[Loss]) -> dict[str, Any]:
    known = byline.person if byline.person in terms.people else None
    if byline.person and not known:
        losses.append(Loss("loss.person", {"name": byline.name}))
    return {
        "personId": known,
        "name": one_line(byline.name),
        "role": byline.role.value,
        "penName": one_line(byline.pen_name),
        "share": byline.share,
        "contributor": byline.contributor,
    }


def _source(source: Source | None) -> dict[str, str] | None:
    if source is None or not (source.label or source.url):
        return None
    return {"label": one_line(source.label), "url": one_line(source.url)}
