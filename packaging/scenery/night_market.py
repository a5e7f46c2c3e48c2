"""A market street at night: near lanterns are sharp, stalls and lamps behind them melt into discs."""

from __future__ import annotations

import random
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from scenery.fields import Colour, blended, coloured, combined, down, fractal, profile
from scenery.finish import finished
from scenery.lanterns import lantern

SIZE = WIDTH, HEIGHT = (1600, 2000)
HORIZON = 0.66
FOCAL = 1.05 * WIDTH
EYE_HEIGHT = 1.6
IN_FOCUS = 2.3
"""Metres from the lens at which things are sharp."""

RED, AMBER, ORANGE = (206, 44, 30), (222, 132, 34), (222, 82, 30)
LAMPLIGHT = (255, 176, 92)
BULBS = ((255, 186, 96), (255, 168, 84), (255, 150, 70), (255, 92, 56), (255, 220, 160), (255, 128, 64))
CLOTHS = ((70, 22, 26), (26, 34, 66), (56, 46, 24), (80, 38, 22), (30, 46, 40), (84, 28, 30))
STALLS = ((13.6, 17.0), (10.2, 13.2), (7.4, 9.9), (4.9, 7.1))

Pixel = tuple[float, float]


@dataclass(frozen=True)
class Cord:
    """A cord across the street and the lanterns on it; all lengths in metres."""

    away: float
    height: float
    sag: float
    size: float
    glow: float
    lanterns: tuple[tuple[float, float, Colour], ...]


CORDS = (
    Cord(
        6.0,
        4.15,
        0.30,
        0.170,
        0.25,
        ((-2.0, 3.65, AMBER), (-1, 3.60, RED), (0.1, 3.55, ORANGE), (1.2, 3.6, AMBER)),
    ),
    Cord(
        4.2,
        3.62,
        0.25,
        0.170,
        0.28,
        ((-1.45, 3.17, RED), (-0.42, 3.11, AMBER), (0.52, 3.11, RED), (1.38, 3.17, ORANGE)),
    ),
    Cord(3.0, 3.32, 0.20, 0.180, 0.30, ((-1.12, 2.89, AMBER), (-0.12, 2.84, ORANGE), (1.10, 2.89, RED))),
    Cord(2.3, 3.02, 0.14, 0.225, 0.38, ((-0.58, 2.52, RED), (0.36, 2.40, AMBER), (0.99, 2.72, ORANGE))),
)


@dataclass(frozen=True)
class Spot:
    """A lamp far out of focus."""

    x: float
    y: float
    radius: float
    colour: Colour


def picture() -> Image.Image:
    chance = random.Random(1)
    scene = _dusk(chance)
    scene = _with_pool(scene, (0, 1.2, 16), 6.5, (255, 160, 84), 0.62)
    for near, far in STALLS:
        for side in (-1, 1):
            scene = _with_stall(chance, scene, side, near, far)
            scene = _with_pool(scene, (3.0 * side, 1.9, (near + far) / 2), 1.7, LAMPLIGHT, 0.34)
    scene = scene.point(lambda value: int(value * 0.74))
    spots = _spots(chance)
    scene = _with_wet_ground(chance, _with_spots(scene, spots), spots)
    for number, cord in enumerate(CORDS):
        scene = _with_cord(scene, cord, number)
    return finished(scene, 6, contrast=0.30, glow=0.35, grain=3.5)


def _seen(right: float, height: float, away: float) -> Pixel:
    return WIDTH * 0.52 + right / away * FOCAL, HORIZON * HEIGHT + (EYE_HEIGHT - height) / away * FOCAL


def _blur_at(away: float) -> float:
    """How far a point at this distance spreads, in pixels."""
    return abs(1 / IN_FOCUS - 1 / away) * 92


def _blurred(image: Image.Image, radius: float) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(max(0.7, radius)))


def _dusk(chance: random.Random) -> Image.Image:
    top, low = (18, 30, 72), (96, 84, 108)
    sky = coloured(lambda a, n: top[n] + (low[n] - top[n]) * a["min"](a["y"] * 1.5, 1.0), y=down(SIZE))
    crest = profile(chance, WIDTH, 3, 7, ridged=True)
    hills = Image.new("L", SIZE, 0)
    line = [(x, (0.50 - 0.34 * (crest[x] - 0.4)) * HEIGHT) for x in range(WIDTH)]
    ImageDraw.Draw(hills).polygon([(0, HEIGHT), *line, (WIDTH, HEIGHT)], fill=255)
    scene = Image.composite(Image.new("RGB", SIZE, (22, 28, 50)), sky, _blurred(hills, 3))
    mist = combined(
        lambda a: a["max"](1 - abs(a["y"] - 0.54) * 6, 0) * (0.12 + a["c"] * 0.36),
        y=down(SIZE),
        c=fractal(chance, SIZE, (3, 5), 5),
    )
    scene = blended(scene, (92, 84, 86), mist)
    scene.paste((30, 26, 26), (0, round(HORIZON * HEIGHT), WIDTH, HEIGHT))
    return scene


def _with_pool(
    scene: Image.Image, place: tuple[float, float, float], size: float, colour: Colour, power: float
) -> Image.Image:
    """Light in the air round a lamp."""
    x, y = _seen(*place)
    reach = int(size / place[2] * FOCAL * 2.2) + 2
    fall = Image.radial_gradient("L").resize((2 * reach, 2 * reach))
    fall = fall.point(lambda value: max(0, 255 - value * 1.42) ** 2 / 255)
    light = Image.merge("RGB", [fall.point(lambda v, c=c: min(255, v * c / 255 * power)) for c in colour])
    layer = Image.new("RGB", SIZE, 0)
    layer.paste(light, (int(x - reach), int(y - reach)))
    return ImageChops.screen(scene, layer)


def _laid_over(scene: Image.Image, layer: Image.Image, blur: float) -> Image.Image:
    """A clear picture over the scene, out of focus: its colours must not bleed into its clear parts."""
    clear = layer.getchannel("A")
    colours = Image.composite(layer.convert("RGB"), Image.new("RGB", SIZE, 0), clear)
    gaps = _blurred(clear, blur).point(lambda value: 255 - value)
    return ImageChops.add(ImageChops.multiply(scene, Image.merge("RGB", [gaps] * 3)), _blurred(colours, blur))


def _with_stall(chance: random.Random, scene: Image.Image, side: int, near: float, far: float) -> Image.Image:
    """A stall on the left (-1) or right (1): walls, shelves of goods, a table, posts and a roof."""
    layer = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    front, back = 1.75 * side, 4.4 * side

    def sheet(corners: list[tuple[float, float, float]], colour: tuple[int, int, int]) -> None:
        draw.polygon([_seen(*corner) for corner in corners], fill=(*colour, 255))

    sheet([(back, 0, near), (back, 2.7, near), (back, 2.7, far), (back, 0, far)], (104, 66, 40))
    sheet([(front, 0, far), (back, 0, far), (back, 2.7, far), (front, 2.4, far)], (136, 84, 46))
    for shelf in (1.0, 1.35, 1.7):
        for _ in range(16):
            x, tall, wide = (
                chance.uniform(front * 1.18, back),
                chance.uniform(0.12, 0.26),
                chance.uniform(0.05, 0.1),
            )
            goods = chance.choice(
                ((168, 104, 34), (60, 78, 36), (150, 40, 30), (46, 50, 92), (190, 160, 110))
            )
            box = [(x - wide, shelf, far), (x - wide, shelf + tall, far), (x + wide, shelf + tall, far)]
            sheet([*box, (x + wide, shelf, far)], goods)
    cloth = chance.choice(CLOTHS)
    sheet([(front, 0.78, near), (front, 0.78, far), (front, 0, far), (front, 0, near)], cloth)
    table = [(front, 0.78, near), (front, 0.78, far), (front * 1.5, 0.84, far), (front * 1.5, 0.84, near)]
    sheet(table, (120, 78, 46))
    for post in (far, near):
        edge = [
            (front, 0, post),
            (front + 0.08 * side, 0, post),
            (front + 0.08 * side, 2.4, post),
            (front, 2.4, post),
        ]
        sheet(edge, (38, 26, 20))
    eaves = front - 0.45 * side
    sheet([(eaves, 2.28, near), (eaves, 2.28, far), (back, 2.85, far), (back, 2.85, near)], (70, 48, 40))
    return _laid_over(scene, layer, _blur_at((near + far) / 2))


def _spots(chance: random.Random) -> list[Spot]:
    """Bulbs along both sides of the street, most of them under the roofs."""
    spots = []
    for _ in range(78):
        away = chance.uniform(5, 34)
        right = chance.choice((-1, 1)) * chance.uniform(0.7, 3.6) * (1 if away > 9 else 1.25)
        height = chance.gauss(2.15, 0.45) if chance.random() < 0.75 else chance.uniform(2.6, 3.6)
        power = chance.uniform(0.22, 0.70) * min(1.0, 12 / away + 0.35)
        red, green, blue = (part * power for part in chance.choice(BULBS))
        spots.append(
            Spot(*_seen(right, height, away), _blur_at(away) * chance.uniform(0.55, 0.85), (red, green, blue))
        )
    return spots


def _with_spots(scene: Image.Image, spots: list[Spot]) -> Image.Image:
    """Each lamp is a disc with a brighter rim, as a lens makes it."""
    layer = Image.new("RGB", SIZE, 0)
    for spot in spots:
        side = int(2 * spot.radius) + 6
        disc = Image.new("RGB", (side, side), 0)
        for edge, strength in ((0.0, 1.12), (0.12, 1.0)):
            inset = 3 + spot.radius * edge
            far = 3 + spot.radius * (2 - edge)
            ImageDraw.Draw(disc).ellipse((inset, inset, far, far), fill=_ink(spot.colour, strength))
        place = (int(spot.x - spot.radius - 3), int(spot.y - spot.radius - 3))
        below = layer.crop((*place, place[0] + side, place[1] + side))
        layer.paste(ImageChops.screen(below, disc), place)
    return ImageChops.screen(scene, _blurred(layer, 1.6))


def _ink(colour: Colour, strength: float) -> tuple[int, int, int]:
    red, green, blue = (min(255, int(part * strength)) for part in colour)
    return red, green, blue


def _with_wet_ground(chance: random.Random, scene: Image.Image, spots: list[Spot]) -> Image.Image:
    """The lane after rain: the scene upside down and dim, and a long streak under every lamp."""
    ground = round(HORIZON * HEIGHT)
    streaks = Image.new("RGB", SIZE, 0)
    for spot in spots:
        top = 2 * HORIZON * HEIGHT - spot.y + 0.02 * HEIGHT - spot.radius * 3.2
        box = tuple(
            round(edge) for edge in (spot.x - spot.radius, top, spot.x + spot.radius, top + spot.radius * 9)
        )
        light = Image.new("RGB", (box[2] - box[0], box[3] - box[1]), _ink(spot.colour, 0.17))
        streaks.paste(ImageChops.add(streaks.crop(box), light), box[:2])
    mirror = scene.crop((0, 2 * ground - HEIGHT, WIDTH, ground)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    wet = Image.new("RGB", SIZE, 0)
    wet.paste(_blurred(mirror, 26).point(lambda value: int(value * 0.6)), (0, ground))
    wet = ImageChops.add(wet, _blurred(streaks, 11))
    stones = coloured(lambda a, n: (0.55 + a["n"] * 0.7) * 255, n=fractal(chance, SIZE, (14, 60), 5, 0.6))
    lane = Image.new("L", SIZE, 0)
    edges = [_seen(-1.9, 0, 60), _seen(1.9, 0, 60), _seen(2.2, 0, 1), _seen(-2.2, 0, 1)]
    ImageDraw.Draw(lane).polygon(edges, fill=255)
    return Image.composite(ImageChops.multiply(wet, stones), scene, _blurred(lane, 16))


def _on(cord: Cord, right: float) -> tuple[float, float, float]:
    """The place on a cord that far to the right."""
    part = right / (cord.away * 0.8)
    return right, cord.height - cord.sag * (1 - part * part), cord.away


def _with_cord(scene: Image.Image, cord: Cord, number: int) -> Image.Image:
    rope = Image.new("L", SIZE, 0)
    line = [_seen(*_on(cord, (step / 30 - 1) * cord.away * 0.8)) for step in range(61)]
    ImageDraw.Draw(rope).line(line, fill=255, width=max(2, int(0.009 / cord.away * FOCAL)))
    scene = Image.composite(
        Image.new("RGB", SIZE, (22, 17, 17)), scene, _blurred(rope, _blur_at(cord.away) * 0.8)
    )
    for place, (right, height, colour) in enumerate(cord.lanterns):
        radius = cord.size / cord.away * FOCAL
        hook = _seen(*_on(cord, right))[1]
        layer = lantern(SIZE, _seen(right, height, cord.away), hook, radius, colour, number * 10 + place)
        scene = _laid_over(scene, layer, _blur_at(cord.away) * 0.8)
        light = (colour[0] * 0.5, colour[1] * 0.5, colour[2] * 0.5)
        scene = _with_pool(scene, (right, height, cord.away), cord.size * 2.4, light, cord.glow)
    return scene
