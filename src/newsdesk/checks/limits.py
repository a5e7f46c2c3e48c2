"""The numbers that preflight measures with; a destination may bring its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Words are counted between spaces, as Vietnamese newsrooms do; photos by the pixels of their long edge.

    The standfirst follows the web rules of a Vietnamese broadcaster (50 words); the headline leaves room
    for a place name before the colon.
    """

    headline_words: int = 22
    standfirst_words: int = 50
    photo_long_edge: int = 1000
