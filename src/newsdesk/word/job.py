"""What the writer is asked for: plain values, nothing heavy, so that anybody may make them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from newsdesk.article.blocks import Figure
from newsdesk.article.model import Article, Role, Status

MEDIA_ENDINGS: Mapping[str, str] = {"image/jpeg": "jpeg", "image/png": "png"}
"""The picture types that Word and LibreOffice of any age show, and the endings of their parts."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as it goes into the file: upright, cropped, sRGB; `width` and `height` in pixels.

    Raises:
        ValueError: the media type is none of MEDIA_ENDINGS, or a side is not positive.
    """

    data: bytes
    media_type: str
    width: int
    height: int

    def __post_init__(self) -> None:
        if self.media_type not in MEDIA_ENDINGS or self.width < 1 or self.height < 1:
            raise ValueError(f"not a picture for Word: {self.media_type} {self.width}×{self.height}")


@dataclass(frozen=True, slots=True)
class DeskLabels:
    """The words that are printed around the article, in the language of the reader.

    The first group labels the header table; `missing` stands where a value is empty.
    `placeholder` stands where a photo is still to come, `credit` before the photographer's name and `source`
    before the source of the article.
    """

    section: str
    bylines: str
    status: str
    revision: str
    words: str
    photos: str
    exported: str
    embargo: str
    missing: str
    contributor: str
    placeholder: str
    credit: str
    source: str
    roles: Mapping[Role, str]
    statuses: Mapping[Status, str]


@dataclass(frozen=True, slots=True)
class DocxJob:
    """One export. `at` is when the revision was made, with its offset: the file is dated by it alone.

    `pictures` holds the rendition of each figure that has a photo, by block id: the same photo may be cropped
    differently in two places. `words` is the word count as the house counts.
    """

    article: Article
    pictures: Mapping[str, Picture]
    export_id: str
    revision: int
    at: datetime
    labels: DeskLabels
    words: int

    def picture(self, figure: Figure) -> Picture | None:
        """The rendition of a figure; None for a placeholder.

        Raises:
            KeyError: the figure has a photo, but no rendition was handed in.
        """
        if figure.photo is None:
            return None
        return self.pictures[figure.id]
