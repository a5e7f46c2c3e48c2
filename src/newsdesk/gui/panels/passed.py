"""What the checks found in order: said as well, so that silence is never taken for approval."""

from collections.abc import Iterator, Sequence

from newsdesk.article.blocks import figures
from newsdesk.article.model import Article, byline_text
from newsdesk.desk.checking import Finding
from newsdesk.desk.measuring import words_in
from newsdesk.system.locale import Translator


def passed(article: Article, findings: Sequence[Finding], tr: Translator) -> Iterator[str]:
    """A sentence for each part of the article that no finding speaks of."""
    fields = {finding.field for finding in findings if finding.block is None}
    if "headline" not in fields:
        words = words_in(article.headline)
        yield tr.plural("Headline of {count} word", "Headline of {count} words", words)
    if "standfirst" not in fields:
        words = words_in(article.standfirst)
        yield tr.plural("Standfirst of {count} word", "Standfirst of {count} words", words)
    if "section" not in fields:
        yield tr("Section {name}", name=article.section)
    if "bylines" not in fields:
        yield tr("Signed {names}", names=byline_text(article))
    photos = [figure.id for figure in figures(article.blocks)]
    if photos and not any(finding.block in photos for finding in findings):
        yield tr.plural(
            "{count} photo with all its words", "{count} photos with all their words", len(photos)
        )
