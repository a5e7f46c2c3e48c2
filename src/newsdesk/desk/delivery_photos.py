"""The photos of a delivery: each figure's picture stands on the CMS once, under an id made here."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from newsdesk.article.blocks import Figure
from newsdesk.article.identity import new_id
from newsdesk.cms.connector import Connector, Limits, Media, MediaTexts, RemoteMedia
from newsdesk.cms.rendering import texts_of
from newsdesk.desk.delivery_journal import Journal
from newsdesk.desk.delivery_values import Picture, Renders
from newsdesk.desk.work import Step, Work
from newsdesk.errors import CmsRefused, CmsUnreachable
from newsdesk.library.outbox import StepKey
from newsdesk.library.placements import PlacedPhoto, Placements

ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
LOOKS, LOOK_EVERY = 60, 0.5
"""How often, and with how many seconds between, a photo that is being processed is asked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the photos of one article go."""

    destination: str
    article: str
    limits: Limits


class Photos:
    """Brings photos to one destination for one delivery."""

    def __init__(
        self,
        connector: Connector,
        placements: Placements,
        journal: Journal,
        render: Renders,
        pause: Callable[[float], None],
    ) -> None:
        self._connector = connector
        self._placements = placements
        self._journal = journal
        self._render = render
        self._pause = pause

    def put(self, place: Place, figures: Sequence[Figure], work: Work) -> dict[str, Media]:
        """Make every figure's photo stand there, ready, with its texts. Gives each by its block id.

        Raises:
            CmsError: a photo was refused, or cannot be sent now.
        """
        return {
            figure.id: self._put(place, figure, _numbered(work, number, len(figures)))
            for number, figure in enumerate(figures, 1)
        }

    def _put(self, place: Place, figure: Figure, work: Work) -> Media:
        work.check()
        placed = self._placements.photo(place.destination, place.article, figure.id)
        if placed is not None and placed.picture == picture_of(figure):
            remote = self._connector.find_media(placed.media)
            if remote is not None and remote.state != "awaiting_bytes":
                return self._described(figure, self._ready(remote, work), work)
        else:
            placed, remote = None, None
        return self._sent(place, figure, placed, remote, work)

    def _sent(
        self,
        place: Place,
        figure: Figure,
        placed: PlacedPhoto | None,
        remote: RemoteMedia | None,
        work: Work,
    ) -> Media:
        """Send the bytes. Bytes that differ from what was announced need an id of their own."""
        work.report(Step("delivery.rendering"))
        picture = self._render(figure)
        _check_limits(picture, place.limits)
        if placed is None or placed.sha256 != picture.sha256:
            placed = PlacedPhoto(figure.id, new_id(), picture_of(figure), picture.sha256)
            self._placements.put_photo(place.destination, place.article, placed)
            remote = None
        media = _media_of(placed.media, picture, texts_of(figure))
        announced = remote or self._announce(figure, media, work)
        if announced.state == "awaiting_bytes":
            announced = self._upload(figure, media, picture.data, work)
        return self._described(figure, self._ready(announced, work), work)

    def _announce(self, figure: Figure, media: Media, work: Work) -> RemoteMedia:
        step = StepKey("announce", figure.id, media.id)

        def look() -> RemoteMedia | None:
            return self._connector.find_media(media.id)

        return self._journal.perform(step, lambda: self._connector.put_media(media), look, work)

    def _upload(self, figure: Figure, media: Media, data: bytes, work: Work) -> RemoteMedia:
        step = StepKey("bytes", figure.id, media.id)

        def progress(done: int, total: int) -> None:
            work.check()
            work.report(Step("delivery.photo", done, total))

        def look() -> RemoteMedia | None:
            remote = self._connector.find_media(media.id)
            return remote if remote and remote.state != "awaiting_bytes" else None

        return self._journal.perform(step, lambda: self._connector.upload(media, data, progress), look, work)

    def _ready(self, remote: RemoteMedia, work: Work) -> RemoteMedia:
        """Wait until the CMS has looked through the bytes."""
        for _ in range(LOOKS):
            if remote.state == "ready":
                return remote
            if remote.state == "rejected":
                raise CmsRefused("cms.media_rejected", reason=remote.problem)
            work.check()
            self._pause(LOOK_EVERY)
            remote = self._connector.find_media(remote.media.id) or remote
        raise CmsUnreachable("cms.media_processing")

    def _described(self, figure: Figure, remote: RemoteMedia, work: Work) -> Media:
        """Make the photo's texts those of the figure; its bytes stay."""
        for kind in ("announce", "bytes"):
            self._journal.arrived(StepKey(kind, figure.id, remote.media.id))
        texts = texts_of(figure)
        if remote.media.texts == texts:
            self._journal.arrived(StepKey("texts", figure.id, remote.media.id))
            return remote.media
        media = replace(remote.media, texts=texts)

        def look() -> RemoteMedia | None:
            found = self._connector.find_media(media.id)
            return found if found and found.media.texts == texts else None

        step = StepKey("texts", figure.id, media.id)
        return self._journal.perform(step, lambda: self._connector.put_media(media), look, work).media


def picture_of(figure: Figure) -> str:
    """Names the picture a figure shows: which original, and which part of it."""
    crop = figure.crop
    part = f"{crop.left!r} {crop.top!r} {crop.right!r} {crop.bottom!r}" if crop else ""
    return hashlib.sha256(f"{figure.photo}\n{part}".encode()).hexdigest()


def _media_of(media_id: str, picture: Picture, texts: MediaTexts) -> Media:
    ending = ENDINGS.get(picture.media_type, "bin")
    return Media(
        media_id, f"{media_id}.{ending}", picture.media_type, len(picture.data), picture.sha256, texts
    )


def _check_limits(picture: Picture, limits: Limits) -> None:
    if limits.media_bytes and len(picture.data) > limits.media_bytes:
        raise CmsRefused("cms.too_large", limit=str(limits.media_bytes))
    if limits.media_types and picture.media_type not in limits.media_types:
        raise CmsRefused("cms.media_type", status=415, detail=picture.media_type, request="")


def _numbered(work: Work, number: int, count: int) -> Work:
    """The same work, whose steps say which photo they are about."""

    def report(step: Step) -> None:
        work.report(replace(step, item=number, items=count))

    return replace(work, report=report)
