"""The places of an article that one may want to go to: its crossheads and its photos."""

from dataclasses import dataclass
from enum import StrEnum

from newsdesk.article.blocks import Figure, Heading, text_of
from newsdesk.article.model import Article


class Landmark(StrEnum):
    """What stands at a place."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Stop:
    """One place. `title` is what a reader reads there and may be empty; `number` counts photos from 1."""

    block: str
    landmark: Landmark
    title: str
    number: int = 0


def outline(article: Article) -> tuple[Stop, ...]:
    """The places in reading order; a crosshead without words is none."""
    stops: list[Stop] = []
    photos = 0
    for block in article.blocks:
        title = " ".join(text_of(block).split())
        if isinstance(block, Figure):
            photos += 1
            stops.append(Stop(block.id, Landmark.PHOTO, title, photos))
        elif isinstance(block, Heading) and title:
            level = Landmark.HEADING if block.level == 1 else Landmark.SUBHEADING
            stops.append(Stop(block.id, level, title))
    return tuple(stops)
