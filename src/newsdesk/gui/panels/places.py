"""Where in an article something stands, in words: `Photo 2 · caption`."""

from typing import Final

from newsdesk.article.blocks import Figure, Heading, text_of
from newsdesk.article.model import Article
from newsdesk.desk.checking import Finding
from newsdesk.system.locale import N_, Translator

FIELD_NAMES: Final = {
    "kicker": N_("Kicker"),
    "headline": N_("Headline"),
    "standfirst": N_("Standfirst"),
    "section": N_("Section"),
    "slug": N_("Name in the address"),
    "bylines": N_("Bylines"),
    "source": N_("Source"),
    "body": N_("Body"),
    "lead": N_("Lead photo"),
}
FIGURE_FIELDS: Final = {
    "photo": N_("photo"),
    "caption": N_("caption"),
    "credit": N_("credit"),
    "alt": N_("alt text"),
}
FIRST_WORDS = 4


class Places:
    """The places of one article; made once for many findings."""

    def __init__(self, article: Article, tr: Translator) -> None:
        self._tr = tr
        self._blocks = {block.id: block for block in article.blocks}
        figures = (block.id for block in article.blocks if isinstance(block, Figure))
        self._numbers = {block_id: number for number, block_id in enumerate(figures, 1)}

    def of(self, finding: Finding) -> str:
        """The place a finding speaks of."""
        if finding.block is None:
            return self._tr(FIELD_NAMES[finding.field]) if finding.field in FIELD_NAMES else ""
        if finding.block in self._numbers:
            photo = self._tr("Photo {number}", number=self._numbers[finding.block])
            part = FIGURE_FIELDS.get(finding.field or "")
            return " · ".join((photo, self._tr(part))) if part else photo
        return self._of_text(finding.block)

    def _of_text(self, block_id: str) -> str:
        block = self._blocks.get(block_id)
        words = text_of(block).split()[:FIRST_WORDS] if block is not None else []
        kind = self._tr("Heading") if isinstance(block, Heading) else self._tr("Paragraph")
        return f"{kind} “{' '.join(words)}…”" if words else kind
