"""One delivery from its first step to its receipt, over one connection."""

import time
from collections.abc import Callable
from datetime import datetime

from newsdesk.article.blocks import figures
from newsdesk.article.model import Article
from newsdesk.cms.connector import Connector, Media, Payload
from newsdesk.cms.receipt import Receipt, compare, compare_photos
from newsdesk.cms.rendering import render
from newsdesk.desk.delivery_journal import Journal
from newsdesk.desk.delivery_photos import Photos, Place
from newsdesk.desk.delivery_terms import Naming
from newsdesk.desk.delivery_text import Text
from newsdesk.desk.delivery_values import Renders
from newsdesk.desk.work import Step, Work
from newsdesk.errors import AnswerLost
from newsdesk.library.directory import Directory
from newsdesk.library.outbox import DeliveryRow, Outbox
from newsdesk.library.placements import Placements


class Dispatch:
    """Carries out deliveries; begun twice, one ends as it would have ended at once."""

    def __init__(
        self,
        outbox: Outbox,
        placements: Placements,
        directory: Directory,
        render_picture: Renders,
        now: Callable[[], datetime],
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._outbox = outbox
        self._placements = placements
        self._directory = directory
        self._render_picture = render_picture
        self._now = now
        self._pause = pause

    def run(self, row: DeliveryRow, article: Article, connector: Connector, work: Work) -> Receipt:
        """Bring `article` to the CMS and read back what stands there.

        Raises:
            CmsError: the CMS refused, was changed by others, or cannot be reached now.
            Cancelled: somebody stopped the work.
        """
        journal = Journal(self._outbox, row.id, self._now)
        journal.recover()
        work.report(Step("delivery.asking"))
        limits = connector.site().limits
        photos = Photos(connector, self._placements, journal, self._render_picture, self._pause)
        shown = [figure for figure in figures(article.blocks) if figure.photo]
        terms = Naming(connector, self._directory, journal, row.destination).terms(article, work)
        media = photos.put(Place(row.destination, article.id, limits), shown, work)
        ids = {figure: one.id for figure, one in media.items()}
        payload, _ = render(article, row.id, terms, ids)
        ours = self._outbox.of_article(article.id, row.destination)
        text = Text(connector, self._placements, journal, row.destination, ours)
        text.move(text.put(payload, work), row.status, row.id, work)
        work.report(Step("delivery.receipt"))
        return _receipt(row.destination, payload, tuple(media.values()), connector)


def _receipt(destination: str, payload: Payload, media: tuple[Media, ...], connector: Connector) -> Receipt:
    """Read everything back."""
    article = connector.find_article(payload.id)
    if article is None:
        raise AnswerLost("cms.answer_invalid", field="id", reason="missing")
    found = {one.id: connector.find_media(one.id) for one in media}
    return Receipt(
        destination=destination,
        id=article.id,
        url=article.public_url,
        edit_url=article.edit_url,
        status=article.status,
        differences=(*compare(payload, article), *compare_photos(media, found)),
        warnings=article.warnings,
    )
