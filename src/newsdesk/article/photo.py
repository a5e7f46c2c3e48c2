"""What is known of an original photo, whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """Facts read from an original. `width` and `height` are pixels of the upright picture.

    Text fields follow the IPTC photo metadata standard and are empty when the file carries none.
    `notes` are codes of what was noticed (`multi_frame`, `gain_map_dropped`, `conflict:caption` …).
    """

    sha256: str
    filename: str
    media_type: str
    width: int
    height: int
    byte_size: int
    caption: str = ""
    credit: str = ""
    creator: str = ""
    copyright: str = ""
    alt: str = ""
    taken_at: str = ""
    people: tuple[str, ...] = ()
    ai_made: bool = False
    has_gps: bool = False
    notes: tuple[str, ...] = ()


Photos = Mapping[str, Photo]
