"""What lens, film and developer do to a picture: soft focus, glow, less light at the edges, grain."""

from __future__ import annotations

import random

from PIL import Image, ImageChops, ImageFilter

from scenery.fields import across, combined, down, mask


def finished(
    picture: Image.Image, seed: int, *, contrast: float = 0.25, glow: float = 0.25, grain: float = 7
) -> Image.Image:
    """The picture as a camera would hand it over. `grain` is its strength in steps of 255."""
    soft = picture.filter(ImageFilter.GaussianBlur(0.7))
    bloom = soft.filter(ImageFilter.GaussianBlur(picture.width / 60))
    lit = Image.blend(soft, ImageChops.screen(soft, bloom.point(_highlights)), glow)
    return _grained(_vignetted(lit.point([*_curve(contrast)] * 3)), random.Random(seed), grain)


def _highlights(value: int) -> float:
    """Only bright parts bleed into their surroundings."""
    return max(0, value - 130) * 1.4


def _curve(contrast: float) -> list[int]:
    """An S curve: deeper shadows, brighter lights, the ends where they were."""
    straight = [value / 255 for value in range(256)]
    return [round(255 * (t + contrast * (t * t * (3 - 2 * t) - t))) for t in straight]


def _vignetted(picture: Image.Image) -> Image.Image:
    x, y = across(picture.size), down(picture.size)
    shade = combined(
        lambda a: 1 - ((a["x"] - 0.5) * (a["x"] - 0.5) + (a["y"] - 0.5) * (a["y"] - 0.5)) * 0.42, x=x, y=y
    )
    return ImageChops.multiply(picture, Image.merge("RGB", [mask(shade)] * 3))


def _grained(picture: Image.Image, chance: random.Random, strength: float) -> Image.Image:
    """Grain of two sizes, stronger in the middle tones than in light and dark."""
    width, height = picture.size
    fine = Image.frombytes("L", picture.size, chance.randbytes(width * height))
    coarse = Image.frombytes("L", (width // 2, height // 2), chance.randbytes((width // 2) * (height // 2)))
    both = Image.blend(fine.filter(ImageFilter.GaussianBlur(0.6)), coarse.resize(picture.size), 0.45)
    grain = both.point(lambda value: 128 + (value - 128) * strength / 40)
    return ImageChops.overlay(picture, Image.merge("RGB", [grain] * 3))
