"""Everything that is checked before an article may leave."""

from collections.abc import Iterable
from itertools import chain

from newsdesk.article.model import Article
from newsdesk.article.photo import Photos
from newsdesk.checks.finding import Finding, Level
from newsdesk.checks.limits import Limits
from newsdesk.checks.photos import check_figures
from newsdesk.checks.prose import check_prose
from newsdesk.checks.structure import check_body, check_bylines, check_front, check_source

_FRONT = ("kicker", "headline", "standfirst", "section", "slug", "bylines")


def preflight(article: Article, photos: Photos, limits: Limits) -> tuple[Finding, ...]:
    """All findings, in the order in which one reads the article."""
    findings = chain(
        check_front(article, limits),
        check_bylines(article),
        check_body(article),
        check_figures(article, photos, limits),
        check_prose(article),
        check_source(article),
    )
    places = {block.id: place for place, block in enumerate(article.blocks)}
    return tuple(sorted(findings, key=lambda finding: _reading_place(finding, places)))


def blocks_sending(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error."""
    return any(finding.level is Level.ERROR for finding in findings)


def _reading_place(finding: Finding, places: dict[str, int]) -> tuple[int, int]:
    if finding.block is not None:
        return len(_FRONT) + places[finding.block], finding.start or 0
    if finding.field in _FRONT:
        return _FRONT.index(finding.field), finding.start or 0
    return len(_FRONT) + len(places), 0
