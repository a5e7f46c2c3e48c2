"""The few words a written article needs besides its own: who took a photo, where the piece comes from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Final

from newsdesk.article.model import BYLINE_SEPARATOR, Byline, Role, Source


@dataclass(frozen=True, slots=True)
class Labels:
    """Words in the language of the article, not of the screen. `roles` has none for reporters."""

    photo: str
    source: str
    roles: Mapping[Role, str]

    def captioned(self, caption: str, credit: str) -> str:
        """A caption with the photographer behind it."""
        return f"{caption} ({self.photo}: {credit})".strip() if credit else caption

    def source_line(self, source: Source | None) -> str:
        """The source line, empty without a source."""
        if source is None or not (source.label or source.url):
            return ""
        return f"{self.source}: {source.label} {source.url}".replace("  ", " ").rstrip()

    def signature_lines(self, bylines: Iterable[Byline]) -> Iterator[str]:
        """The bylines in their order, a line for each run of people with the same role."""
        for role, group in groupby(bylines, key=lambda byline: byline.role):
            names = BYLINE_SEPARATOR.join(byline.name for byline in group)
            label = self.roles.get(role)
            yield f"{label}: {names}" if label else names


VIETNAMESE: Final = Labels(
    photo="Ảnh",
    source="Nguồn",
    roles=MappingProxyType(
        {
            Role.PHOTOGRAPHER: "Ảnh",
            Role.CAMERA: "Quay phim",
            Role.CONTRIBUTOR: "CTV",
            Role.TRANSLATOR: "Dịch",
            Role.EDITOR: "Biên tập",
        }
    ),
)
ENGLISH: Final = Labels(
    photo="Photo",
    source="Source",
    roles=MappingProxyType(
        {
            Role.PHOTOGRAPHER: "Photo",
            Role.CAMERA: "Camera",
            Role.CONTRIBUTOR: "Contributor",
            Role.TRANSLATOR: "Translator",
            Role.EDITOR: "Editor",
        }
    ),
)


def labels_for(language: str) -> Labels:
    """The words for an article in `language` (BCP 47); Vietnamese unless it is English."""
    return ENGLISH if language.lower().split("-")[0] == "en" else VIETNAMESE
