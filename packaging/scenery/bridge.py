"""A suspension bridge over a still river at nightfall, people walking home across it."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from scenery.fields import (
    Colour,
    Field,
    blended,
    coloured,
    combined,
    down,
    fractal,
    glow,
    mask,
    profile,
    ramp,
)
from scenery.finish import finished
from scenery.people import walker

SIZE = WIDTH, HEIGHT = (2400, 1500)
SHORE = 0.60
SUN_AT = (0.36, 0.50)
FINER = 2
"""The bridge is drawn so many times larger and scaled down: its ropes are thinner than a pixel."""


@dataclass(frozen=True)
class Ridge:
    """One line of mountains: where its middle lies (fraction of the picture), its relief, its colours."""

    base: float
    relief: float
    peaks: int
    top: Colour
    foot: Colour
    trees: float
    warmth: float


RIDGES = (
    Ridge(0.38, 0.42, 3, (112, 98, 128), (166, 136, 140), 0, 0.45),
    Ridge(0.45, 0.36, 4, (92, 82, 112), (156, 128, 132), 2, 0.5),
    Ridge(0.505, 0.27, 5, (66, 63, 88), (140, 116, 124), 5, 0.5),
    Ridge(0.555, 0.17, 6, (44, 45, 64), (118, 100, 110), 9, 0.4),
    Ridge(0.60, 0.08, 5, (26, 30, 40), (64, 60, 70), 18, 0.18),
)


def picture() -> Image.Image:
    chance = random.Random(1)
    evening = glow(SIZE, SUN_AT, 5.5)
    scene = _sky(chance, evening)
    for ridge in RIDGES:
        scene = _with_ridge(chance, scene, ridge, evening)
    scene.paste(_water(chance, scene), (0, round(SHORE * HEIGHT)))
    scene = _with_mist(chance, _with_lamps(scene))
    scene = _with_bank(scene, -1, 0.26, 0.42, 15)
    scene = _with_bank(scene, 1, 0.40, 0.24, 19)
    scene = Image.composite(Image.new("RGB", SIZE, (24, 23, 30)), scene, _bridge())
    return finished(scene, 4, contrast=0.3, glow=0.35, grain=3)


def _sky(chance: random.Random, evening: Field) -> Image.Image:
    top, low, warm, hot = (48, 62, 112), (120, 96, 122), (138, 96, 6), (60, 70, 50)
    sky = coloured(
        lambda a, n: (
            top[n] + (low[n] - top[n]) * a["min"](a["y"] * 1.55, 1.0) + a["g"] * warm[n] + a["s"] * hot[n]
        ),
        y=down(SIZE),
        g=evening,
        s=glow(SIZE, SUN_AT, 240),
    )
    clouds = fractal(chance, SIZE, (3, 16), 6, 0.55)
    dark = combined(
        lambda a: (
            ramp(a, a["c"], 0.46, 0.79) * 0.6 * a["max"](0.75 - a["g"], 0) * a["max"](1 - a["y"] * 1.5, 0)
        ),
        c=clouds,
        g=evening,
        y=down(SIZE),
    )
    lit = combined(lambda a: ramp(a, a["c"], 0.50, 0.75) * a["g"] * 0.95, c=clouds, g=evening)
    return blended(blended(sky, (66, 62, 96), dark), (255, 176, 112), lit)


def _with_ridge(chance: random.Random, scene: Image.Image, ridge: Ridge, evening: Field) -> Image.Image:
    """Darker at its crest, pale at its foot where the mist is."""
    crest = profile(chance, WIDTH, ridge.peaks, 8, 0.48, ridged=True)
    woods = profile(chance, WIDTH, WIDTH // 9, 2, 0.6)
    line = [
        (x, (ridge.base - ridge.relief * (crest[x] - 0.45)) * HEIGHT - woods[x] * ridge.trees)
        for x in range(WIDTH)
    ]
    warm = (80, 44, 10)
    start, end = ridge.base - ridge.relief / 2, ridge.base + ridge.relief * 0.4 + 0.04
    ground = coloured(
        lambda a, n: (
            ridge.top[n]
            + (ridge.foot[n] - ridge.top[n]) * ramp(a, a["y"], start, end)
            + a["g"] * warm[n] * ridge.warmth
        ),
        y=down(SIZE),
        g=evening,
    )
    return Image.composite(ground, scene, _below(line))


def _below(line: list[tuple[float, float]]) -> Image.Image:
    area = Image.new("L", SIZE, 0)
    ImageDraw.Draw(area).polygon([(0, HEIGHT + 5), *line, (WIDTH, HEIGHT + 5)], fill=255)
    return area.filter(ImageFilter.GaussianBlur(0.7))


def _water(chance: random.Random, scene: Image.Image) -> Image.Image:
    """What stands above the shore, upside down, pulled apart by ripples that grow towards the eye."""
    shore = round(SHORE * HEIGHT)
    size = (WIDTH, HEIGHT - shore)
    still = scene.crop((0, 2 * shore - HEIGHT, WIDTH, shore)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    still = water = still.filter(ImageFilter.GaussianBlur(2))
    ripples = fractal(chance, size, (26, 90), 4, 0.6)
    for number, shift in enumerate((10, 26, 52), 1):
        where = combined(
            lambda a, n=number: (
                ramp(a, a["r"], 0.40 + 0.06 * n, 0.51 + 0.06 * n) * a["min"](a["y"] * 3 + 0.25, 1.0)
            ),
            r=ripples,
            y=down(size),
        )
        water = Image.composite(ImageChops.offset(still, 0, shift), water, mask(where))
    depth = coloured(
        lambda a, n: ((0.80, 0.84, 0.94)[n] - a["y"] * 0.25 + (a["r"] - 0.5) * 0.25) * 255,
        y=down(size),
        r=ripples,
    )
    return ImageChops.multiply(water, depth)


def _with_mist(chance: random.Random, scene: Image.Image) -> Image.Image:
    drift = combined(
        lambda a: a["max"](1 - abs(a["y"] - SHORE) * (1 / 0.055), 0) * (0.2 + a["c"] * 0.6),
        y=down(SIZE),
        c=fractal(chance, SIZE, (4, 10), 5, 0.55),
    )
    return blended(scene, (206, 160, 142), drift)


def _with_lamps(scene: Image.Image) -> Image.Image:
    """A village on the far shore: points of light, their bloom, and broken streaks in the water."""
    chance = random.Random(8)
    lamps = Image.new("RGB", SIZE, 0)
    draw = ImageDraw.Draw(lamps)
    for _ in range(17):
        x, above = chance.gauss(0.70, 0.07) * WIDTH, (0.012 + abs(chance.gauss(0, 0.016))) * HEIGHT
        y, size = SHORE * HEIGHT - above, chance.uniform(1.6, 3.2)
        draw.ellipse((x - size, y - size, x + size, y + size), fill=(255, 206, 140))
        for step in range(50):
            fade, row = (1 - step / 50) * 0.5, SHORE * HEIGHT + above + step * 1.6
            drift = chance.gauss(0, 2.2)
            ink = (int(255 * fade), int(180 * fade), int(110 * fade))
            draw.line((x + drift - 4, row, x + drift + 4, row), fill=ink, width=2)
    scene = ImageChops.screen(scene, lamps.filter(ImageFilter.GaussianBlur(1.6)))
    return ImageChops.screen(
        scene, lamps.filter(ImageFilter.GaussianBlur(14)).point(lambda v: min(255, v * 3))
    )


def _with_bank(scene: Image.Image, side: int, height: float, reach: float, tone: float) -> Image.Image:
    """The near bank on the left (-1) or right (1), with grass against the light."""
    chance = random.Random(side + 2)
    bumps = profile(chance, WIDTH, 9, 6, 0.6)
    area = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(area)
    for x in range(WIDTH):
        inland = max(0.0, 1 - (x / WIDTH if side < 0 else 1 - x / WIDTH) / reach)
        top = (1.03 - height * inland**0.8 - bumps[x] * inland**0.5 * 0.16) * HEIGHT
        draw.line((x, top, x, HEIGHT), fill=255)
        for _ in range(3 if inland and x % 3 == 0 else 0):
            blade, lean = chance.uniform(8, 42) * (0.4 + inland), chance.uniform(-0.5, 0.5)
            draw.line((x, top + 4, x + lean * blade, top - blade), fill=255, width=2)
    leaves = fractal(chance, SIZE, (160, 110), 3, 0.7)
    ground = coloured(lambda a, n: (tone + n * 1.5) * (0.35 + a["l"] * 1.4), l=leaves)
    return Image.composite(ground, scene, area.filter(ImageFilter.GaussianBlur(1.6)))


NEAR_END, FAR_END = (-21.0, 38.0), (49.0, 126.0)
"""Where the towers stand, in metres to the right of the eye and away from it."""

DECK, TOWER, HALF_WIDTH = 9.0, 20.5, 1.2
EYE_ABOVE_WATER = 5.0
FOCAL = 1.10 * WIDTH
WALKERS = (
    (0.170, 1.56, True, False),
    (0.212, 1.50, True, True),
    (0.285, 1.62, False, False),
    (0.300, 1.10, False, False),
    (0.440, 1.55, True, True),
    (0.500, 1.60, True, False),
)
"""Part of the way across, height in metres, basket, hat."""

Place = tuple[float, float, float]


def _bridge() -> Image.Image:
    drawn = Image.new("L", (WIDTH * FINER, HEIGHT * FINER), 0)
    draw = ImageDraw.Draw(drawn)
    for side in (HALF_WIDTH, -HALF_WIDTH):
        _draw_side(draw, side)
    for part in (0.0, 1.0):
        for height in (TOWER, TOWER - 4.5, DECK - 1):
            _beam(draw, _at(part, HALF_WIDTH, height), _at(part, -HALF_WIDTH, height), 0.5)
    for plank in range(160):
        part = plank / 160
        _beam(draw, _at(part, HALF_WIDTH, _deck(part)), _at(part, -HALF_WIDTH, _deck(part)), 0.22)
    for part, tall, basket, hat in WALKERS:
        place = _at(part, 0.2, _deck(part))
        walker(draw, _seen(place), tall / place[2] * FOCAL * FINER, 255, basket=basket, hat=hat)
    return drawn.resize(SIZE, Image.Resampling.LANCZOS)


def _draw_side(draw: ImageDraw.ImageDraw, side: float) -> None:
    """Cable, hangers, rails and deck edge of one side, its towers and the ropes that hold them back."""
    for step in range(-14, 89):
        here, there = step / 80, (step + 1) / 80
        _beam(draw, _at(here, side, _deck(here)), _at(there, side, _deck(there)), 0.34)
        if 0 <= step < 80:
            _beam(draw, _at(here, side, _cable(here)), _at(there, side, _cable(there)), 0.14)
            _beam(draw, _at(here, side, _deck(here)), _at(here, side, _cable(here)), 0.045)
            for rail in (0.55, 1.05):
                _beam(draw, _at(here, side, _deck(here) + rail), _at(there, side, _deck(there) + rail), 0.04)
    for part, behind in ((0.0, -0.22), (1.0, 1.22)):
        _beam(draw, _at(part, side, -2), _at(part, side, TOWER + 0.3), 0.75)
        _beam(draw, _at(part, side, TOWER), _at(behind, side, DECK - 1), 0.14)


def _deck(part: float) -> float:
    return DECK + 1.6 * max(0.0, 1 - (2 * part - 1) ** 2)


def _cable(part: float) -> float:
    return TOWER - (TOWER - DECK - 2.9) * (1 - (2 * part - 1) ** 2)


def _at(part: float, side: float, height: float) -> Place:
    """A place on the bridge: part of the way across, metres from its middle line, metres above the water."""
    right, away = FAR_END[0] - NEAR_END[0], FAR_END[1] - NEAR_END[1]
    length = math.hypot(right, away)
    return (
        NEAR_END[0] + right * part - away / length * side,
        height,
        NEAR_END[1] + away * part + right / length * side,
    )


def _seen(place: Place) -> tuple[float, float]:
    right, height, away = place
    return (
        (WIDTH / 2 + right / away * FOCAL) * FINER,
        (SHORE * HEIGHT + (EYE_ABOVE_WATER - height) / away * FOCAL) * FINER,
    )


def _beam(draw: ImageDraw.ImageDraw, start: Place, end: Place, thickness: float) -> None:
    distance = (start[2] + end[2]) / 2
    draw.line((_seen(start), _seen(end)), fill=255, width=max(1, round(thickness / distance * FOCAL * FINER)))
