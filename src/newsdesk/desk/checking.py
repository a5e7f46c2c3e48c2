"""Checking: what must be mended before an article may leave, and what might be."""

from newsdesk.article.model import Article
from newsdesk.checks.finding import Finding, Level
from newsdesk.checks.limits import Limits
from newsdesk.checks.preflight import blocks_sending, preflight
from newsdesk.desk.illustrating import Illustrating

__all__ = ["Checking", "Finding", "Level", "Limits", "blocks_sending"]


class Checking:
    """Preflight over an article and the photos of the library."""

    def __init__(self, illustrating: Illustrating, limits: Limits | None = None) -> None:
        self._illustrating = illustrating
        self.limits = limits or Limits()

    def check(self, article: Article) -> tuple[Finding, ...]:
        """All findings in reading order; those of level error block sending."""
        return preflight(article, self._illustrating.photos_of(article), self.limits)
