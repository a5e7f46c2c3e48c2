"""Small figures: people with baskets on their backs, seen from afar."""

from __future__ import annotations

from collections.abc import Callable

from PIL import ImageDraw

Ink = tuple[int, ...] | int


def walker(
    draw: ImageDraw.ImageDraw, feet: tuple[float, float], tall: float, ink: Ink, *, basket: bool, hat: bool
) -> None:
    """One person walking to the right, `tall` pixels high, in one colour."""
    at = _placed(feet, tall)
    legs = ((-0.10, 0), (-0.13, 0.50), (0.13, 0.50), (0.13, 0), (0.05, 0), (0, 0.30), (-0.03, 0))
    coat = ((-0.15, 0.45), (-0.12, 0.82), (0.11, 0.82), (0.15, 0.45))
    for outline in (legs, coat):
        draw.polygon([at(x, y) for x, y in outline], fill=ink)
    draw.ellipse((*at(-0.045, 0.995), *at(0.085, 0.825)), fill=ink)
    if basket:
        load = ((-0.10, 0.84), (-0.29, 0.86), (-0.25, 0.52), (-0.10, 0.50))
        draw.polygon([at(x, y) for x, y in load], fill=ink)
    if hat:
        draw.polygon([at(-0.17, 0.93), at(0.02, 1.08), at(0.19, 0.93)], fill=ink)


def picker(draw: ImageDraw.ImageDraw, waist: tuple[float, float], tall: float, coat: Ink) -> None:
    """One person bent over a tea bush that hides the legs: a coat, a basket, a pale conical hat."""
    at = _placed(waist, tall)
    draw.polygon([at(-0.17, 0), at(-0.20, 0.28), at(-0.04, 0.44), at(0.14, 0.40), at(0.20, 0)], fill=coat)
    draw.polygon([at(-0.36, 0.06), at(-0.40, 0.36), at(-0.16, 0.40), at(-0.15, 0.08)], fill=(112, 88, 60))
    draw.polygon([at(0.14, 0.34), at(0.34, 0.10), at(0.30, 0.04), at(0.10, 0.22)], fill=coat)
    draw.polygon([at(-0.16, 0.46), at(0.06, 0.68), at(0.30, 0.44), at(0.08, 0.40)], fill=(214, 202, 168))
    draw.polygon([at(0.06, 0.68), at(0.30, 0.44), at(0.10, 0.44)], fill=(170, 154, 120))


def _placed(origin: tuple[float, float], tall: float) -> Callable[[float, float], tuple[float, float]]:
    """Points of a figure one unit high, upwards from its origin, as pixels."""
    return lambda x, y: (origin[0] + x * tall, origin[1] - y * tall)
