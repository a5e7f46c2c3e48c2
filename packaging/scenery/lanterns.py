"""Silk lanterns that glow from within."""

from __future__ import annotations

import math
import random

from PIL import Image, ImageDraw

from scenery.fields import Colour

FLATNESS = 0.84
_RIBS = 5.0
_FLAME = (255, 214, 130)
_WOOD, _BRASS, _CORD = (78, 44, 22, 255), (196, 132, 60, 255), (30, 22, 20, 255)


def lantern(
    size: tuple[int, int], centre: tuple[float, float], hook: float, radius: float, colour: Colour, seed: int
) -> Image.Image:
    """One lantern with caps and tassel, hung from height `hook`, on an otherwise clear picture."""
    layer = Image.new("RGBA", size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    x, y = centre
    draw.line((x, y - radius * 0.9, x, hook), fill=_CORD, width=_thick(radius, 0.025))
    for thread in range(-5, 6):
        top, bottom = x + thread * radius * 0.035, x + thread * radius * 0.05 + radius * 0.02
        ink = (170 + thread * 5, 52 + thread * 3, 34, 255)
        draw.line((top, y + radius * 0.9, bottom, y + radius * 1.62), fill=ink, width=_thick(radius, 0.028))
    body = _body(max(4, int(radius)), colour, random.Random(seed))
    layer.paste(body, (round(x - body.width / 2), round(y - body.height / 2)), body)
    for height, half in ((-0.86, 0.30), (0.80, 0.28)):
        _draw_cap(draw, (x, y + radius * height), radius, half)
    return layer


def _draw_cap(draw: ImageDraw.ImageDraw, place: tuple[float, float], radius: float, half: float) -> None:
    x, y = place
    wide = radius * half
    draw.rounded_rectangle(
        (x - wide, y - radius * 0.05, x + wide, y + radius * 0.09), radius=radius * 0.04, fill=_WOOD
    )
    line = (x - wide * 0.9, y + radius * 0.02, x + wide * 0.9, y + radius * 0.02)
    draw.line(line, fill=_BRASS, width=_thick(radius, 0.02))


def _thick(radius: float, share: float) -> int:
    return max(1, int(radius * share))


def _body(radius: int, colour: Colour, chance: random.Random) -> Image.Image:
    """The silk: rounded, darker along its ribs, woven, with the light in its middle shining through."""
    side = 2 * radius + 1
    pixels = bytearray(side * side * 4)
    turn = chance.random()
    for row in range(side):
        y = (row - radius) / radius / FLATNESS
        for column in range(side):
            x = (column - radius) / radius
            out = x * x + y * y
            if out >= 1:
                continue
            longitude = math.asin(max(-1.0, min(1.0, x / math.sqrt(1 - y * y))))
            rib = abs(math.sin(longitude * _RIBS + turn))
            cloth = (0.50 + 0.34 * math.sqrt(1 - out) + 0.10 * rib) * (0.80 + 0.20 * min(1.0, rib * 5))
            cloth *= 0.97 + 0.06 * chance.random()
            flame = 0.85 * math.exp(-3.6 * (x * x + (y - 0.18) ** 2))
            place = (row * side + column) * 4
            for n in range(3):
                pixels[place + n] = min(255, int(colour[n] * cloth + _FLAME[n] * flame))
            pixels[place + 3] = int(255 * min(1.0, (1 - out) * radius * 0.5))
    return Image.frombytes("RGBA", (side, side), bytes(pixels))
