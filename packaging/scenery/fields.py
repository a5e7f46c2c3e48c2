"""Fields of numbers as Pillow images of mode F: noise, ramps, and arithmetic on them.

All noise comes from a seeded generator, so that a picture comes out the same each time.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable
from typing import Any

from PIL import Image, ImageMath

Size = tuple[int, int]
Field = Image.Image
Colour = tuple[float, float, float]


def combined(formula: Callable[[dict[str, Any]], Any], **fields: Field) -> Field:
    """Arithmetic on fields of one size."""
    result: Field = ImageMath.lambda_eval(formula, **fields)
    return result.convert("F")


def ramp(a: dict[str, Any], value: Any, start: float, end: float) -> Any:
    """In a formula: 0 up to `start`, 1 from `end` on, straight between them."""
    return a["min"](a["max"]((value - start) * (1 / (end - start)), 0), 1.0)


def fraction(field: Field) -> Field:
    """What is left of positive numbers without their whole part."""
    return combined(lambda a: a["f"] - a["float"](a["int"](a["f"])), f=field)


def across(size: Size) -> Field:
    """0 at the left edge, 1 at the right."""
    width, height = size
    row = array("f", (x / (width - 1) for x in range(width)))
    return Image.frombytes("F", size, row.tobytes() * height)


def down(size: Size) -> Field:
    """0 at the top edge, 1 at the bottom."""
    width, height = size
    rows = (array("f", [y / (height - 1)]) * width for y in range(height))
    return Image.frombytes("F", size, b"".join(row.tobytes() for row in rows))


def glow(size: Size, place: tuple[float, float], sharpness: float) -> Field:
    """1 at a place (fractions of the picture), falling off round it, faster with more `sharpness`."""
    aspect = size[0] / size[1]
    return combined(
        lambda a: (
            1
            / (
                1
                + (
                    (a["x"] - place[0]) * (a["x"] - place[0]) * aspect**2
                    + (a["y"] - place[1]) * (a["y"] - place[1])
                )
                * sharpness
            )
        ),
        x=across(size),
        y=down(size),
    )


def fractal(
    chance: random.Random, size: Size, cells: Size, octaves: int, roughness: float = 0.5, ridged: bool = False
) -> Field:
    """Noise in octaves, about 0 to 1, starting with so many cells; `ridged` has crests, as mountains do."""
    total = Image.new("F", size, 0.0)
    weight, weights = 1.0, 0.0
    for octave in range(octaves):
        layer = _grid_noise(chance, size, (cells[0] << octave, cells[1] << octave if cells[1] > 1 else 1))
        if ridged:
            layer = combined(lambda a: 1 - abs(a["n"] * 2 - 1), n=layer)
        total = combined(lambda a, w=weight: a["t"] + a["n"] * w, t=total, n=layer)
        weights += weight
        weight *= roughness
    return total.point(lambda value: value * (1 / weights))


def profile(
    chance: random.Random, length: int, cells: int, octaves: int, roughness: float = 0.5, ridged: bool = False
) -> array[float]:
    """One line of such noise."""
    return numbers(fractal(chance, (length, 1), (cells, 1), octaves, roughness, ridged))


def numbers(field: Field) -> array[float]:
    """The numbers of a field, row by row."""
    return array("f", field.tobytes())


def _grid_noise(chance: random.Random, size: Size, cells: Size) -> Field:
    coarse = Image.frombytes("L", cells, chance.randbytes(cells[0] * cells[1])).convert("F")
    return coarse.resize(size, Image.Resampling.BICUBIC).point(lambda value: value * (1 / 255))


def shade(field: Field) -> Image.Image:
    """Numbers of 0 to 255 as an eight-bit channel."""
    return field.convert("L")


def mask(field: Field) -> Image.Image:
    """Numbers of 0 to 1 as a mask."""
    return field.point(lambda value: value * 255).convert("L")


def coloured(formula: Callable[[dict[str, Any], int], Any], **fields: Field) -> Image.Image:
    """A picture whose channels 0, 1 and 2 follow one formula."""
    channels = (combined(lambda a, n=channel: formula(a, n), **fields) for channel in range(3))
    return Image.merge("RGB", [shade(channel) for channel in channels])


def blended(base: Image.Image, colour: tuple[int, int, int], amount: Field) -> Image.Image:
    """A colour laid over a picture, as strongly as the field says (0 to 1)."""
    return Image.composite(Image.new("RGB", base.size, colour), base, mask(amount))
