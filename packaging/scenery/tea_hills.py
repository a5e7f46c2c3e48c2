"""A hill of tea in the morning: rows of bushes along the slope, pickers between them, mist beyond."""

from __future__ import annotations

import math
import random
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from scenery.fields import (
    Colour,
    Field,
    coloured,
    combined,
    down,
    fractal,
    fraction,
    glow,
    numbers,
    profile,
    ramp,
    shade,
)
from scenery.finish import finished
from scenery.people import picker
from scenery.terrain import Air, Eye, land, slopes, sunlit, view

SIZE = (2000, 1500)
CELLS, METRES = 2400, 900.0
CELL = METRES / CELLS
ROW_RISE = 1.35
SUN_AT = (0.12, 0.05)
SUN = (-0.80, 0.28, 0.50)
LEAF, SHADE, WOOD = (138, 174, 62), (56, 72, 38), (44, 66, 42)
PICKERS = (
    (0.300, 0.607, 62, (48, 54, 84)),
    (0.372, 0.626, 66, (104, 52, 56)),
    (0.446, 0.594, 60, (44, 48, 66)),
    (0.655, 0.519, 46, (62, 70, 98)),
    (0.700, 0.507, 45, (112, 66, 66)),
    (0.560, 0.469, 38, (66, 74, 92)),
)
"""Where they stand (fractions of the picture), how tall they are in pixels, the colour of the coat."""


def picture() -> Image.Image:
    chance = random.Random(3)
    field = (CELLS, CELLS)
    hills = _hills(chance, field)
    bushes = _bushes(hills, fractal(chance, field, (30, 30), 3))
    leaves = fractal(chance, field, (420, 420), 3, 0.8)
    wood = combined(
        lambda a: ramp(a, (a["y"] - 0.60) * (1 / 0.03) + (a["n"] - 0.5) * 6, 0, 1),
        y=down(field),
        n=fractal(chance, field, (9, 9), 5),
    )
    heights = combined(
        lambda a: a["h"] + a["b"] * (0.75 + a["l"] * 0.45) * (1 - a["w"]) + a["w"] * a["l"] * 9,
        h=hills,
        b=bushes,
        l=leaves,
        w=wood,
    )
    colours = _ground(chance, heights, hills, bushes, leaves, wood)
    eye = Eye(METRES / 2, 18, numbers(heights)[60 * CELLS + CELLS // 2] + 26, 0.17, 0.42, 24, 880)
    scene = view(_sky(), land(heights, colours, METRES), eye, _air(chance, hills), steps=1200)
    return finished(_leafy(chance, _with_pickers(scene)), 3, contrast=0.2, glow=0.3, grain=3)


def _hills(chance: random.Random, field: tuple[int, int]) -> Field:
    def formula(a: dict[str, Any]) -> Any:
        behind = ramp(a, a["y"], 0.55, 0.90)
        rising = a["max"](0.10 - a["y"], 0) * 200 + a["max"](a["y"] - 0.2, 0) * 60
        return a["b"] * 150 + a["s"] * 16 + rising + behind * behind * a["f"] * 190

    return combined(
        formula,
        y=down(field),
        b=fractal(chance, field, (4, 4), 3, 0.32),
        s=fractal(chance, field, (10, 10), 2, 0.3),
        f=fractal(chance, field, (3, 3), 6, ridged=True),
    )


def _bushes(hills: Field, wander: Field) -> Field:
    """Round hedges along the slope, one for so many metres of rise; 1 on their tops, 0 in the paths."""
    place = fraction(combined(lambda a: a["h"] * (1 / ROW_RISE) + a["w"] * 0.5 + 50, h=hills, w=wander))
    return combined(lambda a: a["max"](1 - (a["p"] - 0.5) * (a["p"] - 0.5) * 7, 0), p=place)


def _ground(
    chance: random.Random, heights: Field, hills: Field, bushes: Field, leaves: Field, wood: Field
) -> Image.Image:
    def formula(a: dict[str, Any], n: int) -> Any:
        rows = LEAF[n] * a["b"] + SHADE[n] * (1 - a["b"])
        plants = rows * (1 - a["w"]) + WOOD[n] * a["w"]
        return plants * (0.62 + a["t"] * 0.35 + a["l"] * 0.42) * (0.24 + a["hill"] * 0.62 + a["bush"] * 0.50)

    return coloured(
        formula,
        b=bushes,
        w=wood,
        l=leaves,
        t=fractal(chance, heights.size, (14, 14), 5, 0.55),
        hill=sunlit(slopes(hills, CELL, reach=4), SUN),
        bush=sunlit(slopes(heights, CELL / 0.55), SUN),
    )


def _sky() -> Image.Image:
    top, bottom, warm = (170, 194, 214), (226, 222, 212), (60, 40, 6)
    return coloured(
        lambda a, n: top[n] + (bottom[n] - top[n]) * a["min"](a["y"] * 3, 1.0) + a["g"] * warm[n],
        y=down(SIZE),
        g=glow(SIZE, SUN_AT, 5),
    )


def _air(chance: random.Random, hills: Field) -> Air:
    banks = profile(chance, 512, 6, 4, 0.6)
    middle = numbers(hills.resize((1, 1), Image.Resampling.BOX))[0]

    def air(distance: float, height: float, x: float) -> tuple[float, Colour]:
        sun = 1 / (1 + ((x - SUN_AT[0]) * 1.5) ** 2 * 2.5)
        bank = banks[int((x * 0.5 + distance / 2600) % 1 * 511)]
        low = math.exp(-max(0.0, height - middle + 30 - bank * 34) / 16)
        density = 0.0011 * min(1.0, distance / 420) + 0.0060 * low * min(
            1.0, max(0.0, (distance - 190) / 260)
        )
        return 1 - math.exp(-distance * density), (206 + 40 * sun, 216 + 24 * sun, 210 + 8 * sun)

    return air


def _with_pickers(scene: Image.Image) -> Image.Image:
    """Drawn twice as large and scaled down, so that their edges are soft."""
    large = scene.resize((scene.width * 2, scene.height * 2), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(large)
    for x, y, tall, coat in PICKERS:
        picker(draw, (x * large.width, y * large.height), tall * 2, coat)
    return large.resize(scene.size, Image.Resampling.LANCZOS)


def _leafy(chance: random.Random, scene: Image.Image) -> Image.Image:
    """Single leaves, which the land is too coarse to hold: the nearer, the plainer."""
    speckle = combined(
        lambda a: 128 + (a["n"] - 0.5) * 210 * ramp(a, a["y"], 0.28, 1.0),
        n=fractal(chance, SIZE, (SIZE[0] // 8, SIZE[1] // 8), 3, 0.8),
        y=down(SIZE),
    )
    return ImageChops.overlay(scene, Image.merge("RGB", [shade(speckle)] * 3))
