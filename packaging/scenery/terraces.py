"""Terraced fields above a valley full of mist, the sun just over the mountains."""

from __future__ import annotations

import math
import random
from typing import Any

from PIL import Image, ImageDraw

from scenery.fields import (
    Colour,
    Field,
    across,
    blended,
    coloured,
    combined,
    down,
    fractal,
    glow,
    numbers,
    profile,
    ramp,
)
from scenery.finish import finished
from scenery.terrain import Air, Eye, land, slopes, sunlit, view

SIZE = (2400, 1600)
CELLS, METRES = 2400, 3600.0
CELL = METRES / CELLS
STEP = 5.2
SUN_AT = (0.30, 0.26)
SUN = (-0.75, 0.45, 0.48)
RIPE, GREEN, WALL, WOOD = (206, 178, 104), (134, 150, 78), (84, 100, 52), (46, 66, 42)
ROOF = (96, 78, 66)


def picture() -> Image.Image:
    chance = random.Random(23)
    field = (CELLS, CELLS)
    lay = _lay_of_the_land(chance, field)
    limit = combined(
        lambda a: a["n"] * 300 + 420 + a["max"](0.2 - a["y"], 0) * 3000 - a["max"](a["y"] - 0.30, 0) * 2500,
        n=fractal(chance, field, (5, 5), 4),
        y=down(field),
    )
    heights = _wooded(_terraced(lay, limit), lay, limit, fractal(chance, field, (190, 190), 3, 0.7))
    heights, roofs = _with_houses(heights)
    colours = _ground(chance, heights, lay, limit)
    colours = Image.composite(Image.new("RGB", field, ROOF), colours, roofs)
    eye = Eye(METRES / 2, 20, 690, 0.30, 0.50, 130, 3500)
    scene = view(_sky(chance), land(heights, colours, METRES), eye, _air(chance))
    return finished(scene, 2, contrast=0.35, glow=0.3, grain=3.5)


def _lay_of_the_land(chance: random.Random, field: tuple[int, int]) -> Field:
    """A valley that winds away from the eye, hills in it, mountains behind."""

    def formula(a: dict[str, Any]) -> Any:
        behind = ramp(a, a["y"], 0.42, 0.82)
        valley = abs(a["x"] - 0.44 - (a["w"] - 0.5) * 0.5) * 520 + 170 + a["max"](0.40 - a["y"], 0) * 560
        beside = a["max"](a["x"] - 0.55, 0) * a["max"](0.5 - a["y"], 0) * 700
        before = a["max"](0.10 - a["y"], 0) * 1200
        mountains = behind * (a["r"] * a["r"] * 900 - 120)
        return valley * (1 - behind * 0.35) + beside + before + mountains + (a["b"] - 0.5) * 640

    return combined(
        formula,
        x=across(field),
        y=down(field),
        b=fractal(chance, field, (3, 3), 7),
        r=fractal(chance, field, (4, 5), 7, 0.48, ridged=True),
        w=fractal(chance, field, (2, 2), 3),
    )


def _terraced(lay: Field, limit: Field) -> Field:
    """Level fields with walls between them, up to the limit of the woods."""

    def formula(a: dict[str, Any]) -> Any:
        level = a["float"](a["int"](a["h"] * (1 / STEP)))
        steps = (level + ramp(a, a["h"] * (1 / STEP) - level, 0.70, 1.0)) * STEP
        farmed = ramp(a, a["limit"] - a["h"], 0, 60)
        return a["h"] * (1 - farmed) + steps * farmed

    return combined(formula, h=lay, limit=limit)


def _wooded(heights: Field, lay: Field, limit: Field, trees: Field) -> Field:
    return combined(
        lambda a: a["h"] + a["max"](a["t"] - 0.42, 0) * 34 * ramp(a, a["o"] - a["limit"], 0, 50),
        h=heights,
        t=trees,
        o=lay,
        limit=limit,
    )


def _with_houses(heights: Field) -> tuple[Field, Image.Image]:
    """A few gabled roofs on the near hill; returns the new heights and where the roofs are."""
    chance = random.Random(5)
    ground = numbers(heights)
    ridges, roofs = Image.new("F", heights.size, 0.0), Image.new("L", heights.size, 0)
    for _ in range(26):
        x, y = int(chance.gauss(0.615, 0.035) * CELLS), int(chance.gauss(0.155, 0.022) * CELLS)
        wide, deep = chance.randint(4, 6), chance.randint(3, 4)
        floor = max(ground[y * CELLS + x], ground[y * CELLS + x + wide], ground[(y + deep) * CELLS + x])
        for row in range(deep + 1):
            line = (x, y + row, x + wide, y + row)
            ImageDraw.Draw(ridges).line(line, fill=floor + 3.2 + 2.6 * (1 - abs(row / deep * 2 - 1)))
            ImageDraw.Draw(roofs).line(line, fill=255)
    return Image.composite(ridges, heights, roofs), roofs


def _ground(chance: random.Random, heights: Field, lay: Field, limit: Field) -> Image.Image:
    field = heights.size
    rises = slopes(heights, CELL)
    crops = combined(
        lambda a: ramp(a, a["p"] * 0.7 + a["own"] * 0.3, 0.36, 0.62),
        p=fractal(chance, field, (40, 40), 3, 0.6),
        own=combined(
            lambda a: a["i"] - a["float"](a["int"](a["i"])),
            i=combined(lambda a: a["float"](a["int"](a["h"] * (1 / STEP))) * 0.618, h=lay),
        ),
    )
    walls = combined(
        lambda a: ramp(a, (a["x"] * a["x"] + a["y"] * a["y"]) ** 0.5, 0.25, 0.60), x=rises[0], y=rises[1]
    )

    def formula(a: dict[str, Any], n: int) -> Any:
        open_field = RIPE[n] * a["crops"] + GREEN[n] * (1 - a["crops"])
        farmed = open_field * (1 - a["walls"]) + WALL[n] * a["walls"]
        bare = farmed * a["farmed"] + WOOD[n] * (1 - a["farmed"])
        return bare * (0.62 + a["tone"] * 0.75) * (0.40 + a["light"] * 0.92)

    return coloured(
        formula,
        crops=crops,
        walls=walls,
        farmed=combined(lambda a: ramp(a, a["limit"] - a["h"], 0, 40), h=lay, limit=limit),
        tone=fractal(chance, field, (24, 24), 7, 0.66),
        light=sunlit(rises, SUN),
    )


def _sky(chance: random.Random) -> Image.Image:
    top, bottom, warm = (132, 160, 194), (232, 206, 176), (80, 66, 26)
    sky = coloured(
        lambda a, n: top[n] + (bottom[n] - top[n]) * a["y"] * 2.4 + (a["g"] * 0.72 + a["s"] * 0.75) * warm[n],
        y=down(SIZE),
        g=glow(SIZE, SUN_AT, 14),
        s=glow(SIZE, SUN_AT, 900),
    )
    veil = combined(
        lambda a: a["min"](a["max"]((a["c"] - 0.52) * 3, 0), 0.55) * a["max"](1 - a["y"] * 2.2, 0),
        c=fractal(chance, SIZE, (3, 14), 6, 0.55),
        y=down(SIZE),
    )
    return blended(sky, (255, 236, 214), veil)


def _air(chance: random.Random) -> Air:
    """Thin haze everywhere, thick mist low in the valley, warm before the sun."""
    banks = profile(chance, 512, 7, 4, 0.6)

    def air(distance: float, height: float, x: float) -> tuple[float, Colour]:
        sun = 1 / (1 + ((x - SUN_AT[0]) * 1.7) ** 2 * 2.2)
        bank = banks[int((x * 0.6 + distance / 9000) % 1 * 511)]
        low = math.exp(-max(0.0, height - 150 - bank * 170) / 42)
        density = 0.00036 * min(1.0, distance / 1800) + 0.0016 * low * min(
            1.0, max(0.0, (distance - 600) / 900)
        )
        cool = min(1.0, distance / 2600) * (1 - sun)
        return 1 - math.exp(-distance * density), (
            176 + 70 * sun - 16 * cool,
            190 + 42 * sun - 4 * cool,
            204 + 2 * sun,
        )

    return air
