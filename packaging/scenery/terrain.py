"""A landscape seen from above: a height map walked column by column, from near to far, through haze."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from scenery.fields import Colour, Field, combined, numbers

Air = Callable[[float, float, float], tuple[float, Colour]]
"""Haze before a point: (distance, height, x on the screen from 0 to 1) → (share from 0 to 1, its colour)."""

Point = tuple[float, float, Colour]
"""What the eye meets: (row on the screen, distance, colour)."""


@dataclass(frozen=True)
class Land:
    """Square ground of `cells` × `cells`. Heights are metres; `colours` are RGB bytes of the lit ground."""

    cells: int
    metres: float
    heights: array[float]
    colours: bytes


@dataclass(frozen=True)
class Eye:
    """A camera on the land that looks along +y: place, height and reach in metres.

    `horizon` is where the horizon lies on the screen (0 is its top), `spread` half the width it sees at 1 m.
    """

    x: float
    y: float
    height: float
    horizon: float
    spread: float
    near: float
    far: float


def view(sky: Image.Image, land: Land, eye: Eye, air: Air, steps: int = 1000) -> Image.Image:
    """Paint the land over the sky."""
    width, height = sky.size
    pixels = bytearray(sky.tobytes())
    growth = (eye.far / eye.near) ** (1 / steps)
    depths = [eye.near * growth**step for step in range(steps)]
    for column in range(width):
        _paint(pixels, sky.size, column, _met(land, eye, air, depths, sky.size, column))
    return Image.frombytes("RGB", (width, height), bytes(pixels))


def _met(
    land: Land, eye: Eye, air: Air, depths: Sequence[float], size: tuple[int, int], column: int
) -> Iterator[Point]:
    """The points of one screen column that nothing nearer hides, from near to far."""
    width, height = size
    aim = (column / width * 2 - 1) * eye.spread
    focal = width / (2 * eye.spread)
    scale = land.cells / land.metres
    cells, heights = land.cells, land.heights
    top = float(height)
    for depth in depths:
        u, v = (eye.x + aim * depth) * scale, (eye.y + depth) * scale
        i, j = int(u), int(v)
        if not (0 <= i < cells - 1 and 0 <= j < cells - 1):
            continue
        fu, fv, cell = u - i, v - j, j * cells + i
        near = heights[cell] * (1 - fu) + heights[cell + 1] * fu
        ground = near * (1 - fv) + (heights[cell + cells] * (1 - fu) + heights[cell + cells + 1] * fu) * fv
        row = eye.horizon * height + (eye.height - ground) / depth * focal
        if row < top:
            top = row
            share, haze = air(depth, ground, column / width)
            yield row, depth, _hazy(_colour(land, cell, fu, fv), haze, share)
        if top <= 0:
            return


def _colour(land: Land, cell: int, fu: float, fv: float) -> Colour:
    """The colour between four cells."""
    colours, below = land.colours, land.cells * 3
    place = cell * 3
    weights = ((1 - fu) * (1 - fv), fu * (1 - fv), (1 - fu) * fv, fu * fv)
    places = (place, place + 3, place + below, place + below + 3)
    red, green, blue = (
        sum(colours[p + n] * weight for p, weight in zip(places, weights, strict=True)) for n in range(3)
    )
    return red, green, blue


def _hazy(colour: Colour, haze: Colour, share: float) -> Colour:
    keep = 1 - share
    return (
        colour[0] * keep + haze[0] * share,
        colour[1] * keep + haze[1] * share,
        colour[2] * keep + haze[2] * share,
    )


def _paint(pixels: bytearray, size: tuple[int, int], column: int, points: Iterator[Point]) -> None:
    """Fill a column upwards; colours run smoothly from point to point, save across the edge of a hill."""
    width, height = size
    end, last_depth = height, 0.0
    start: Colour | None = None
    for row, depth, colour in points:
        first = max(0, math.ceil(row))
        if start is None or depth > last_depth * 1.02:
            start = colour
        span = max(1, end - first)
        for line in range(first, end):
            part = (end - line) / span
            place = (line * width + column) * 3
            for n in range(3):
                pixels[place + n] = min(255, int(start[n] + (colour[n] - start[n]) * part))
        end, start, last_depth = min(end, first), colour, depth


def slopes(heights: Field, cell: float, reach: int = 1) -> tuple[Field, Field]:
    """How steeply the ground rises to the right and away, over `reach` cells of `cell` metres."""
    return _rise(heights, cell, (reach, 0)), _rise(heights, cell, (0, reach))


def _rise(heights: Field, cell: float, step: tuple[int, int]) -> Field:
    there = heights.transform(heights.size, Image.Transform.AFFINE, (1, 0, step[0], 0, 1, step[1]))
    return combined(lambda a: (a["t"] - a["h"]) * (1 / (cell * sum(step))), t=there, h=heights)


def sunlit(rises: tuple[Field, Field], sun: Colour) -> Field:
    """How much light ground of these slopes takes from a sun in this direction (right, away, up)."""
    return combined(
        lambda a: a["max"](
            (sun[2] - a["x"] * sun[0] - a["y"] * sun[1]) / (a["x"] * a["x"] + a["y"] * a["y"] + 1) ** 0.5, 0
        ),
        x=rises[0],
        y=rises[1],
    )


def land(heights: Field, colours: Image.Image, metres: float) -> Land:
    """The land of a height field and a picture of its lit ground."""
    return Land(heights.width, metres, numbers(heights), colours.tobytes())
