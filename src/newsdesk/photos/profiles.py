"""What a rendition is asked to be, and what it is once made. Values only: nothing heavy is imported here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenditionProfile:
    """How a rendition is made. Edges are pixels; `max_bytes` is met by less quality, then by fewer pixels."""

    name: str
    long_edge: int
    quality: int
    lowest_quality: int
    max_bytes: int


DOCX_PROFILE = RenditionProfile("docx", long_edge=2000, quality=88, lowest_quality=80, max_bytes=2_000_000)
CMS_PROFILE = RenditionProfile("cms", long_edge=1600, quality=85, lowest_quality=70, max_bytes=600_000)
PROFILES = {profile.name: profile for profile in (DOCX_PROFILE, CMS_PROFILE)}


@dataclass(frozen=True, slots=True)
class RenditionTexts:
    """The words that go into a rendition; everything else an original carries stays behind."""

    caption: str = ""
    credit: str = ""
    creator: str = ""
    copyright: str = ""
    alt: str = ""
    ai_made: bool = False


NO_TEXTS = RenditionTexts()


@dataclass(frozen=True, slots=True)
class Rendition:
    """A finished JPEG: upright, sRGB, with no place in it. `width` and `height` are pixels."""

    data: bytes
    media_type: str
    width: int
    height: int
    sha256: str
