"""Makes the screenshots of the README: `PYTHONPATH=tests python packaging/screenshots.py [FOLDER]`.

They show the real window. Needs what the tests with a person need: Xvfb, openbox, xdotool and ImageMagick.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from newsdesk.article.blocks import Paragraph
from newsdesk.article.codec import to_json
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Status
from newsdesk.article.text import runs_of
from person.program import Program
from person.screen import Screen, missing_programs, wait_for

MOST_BYTES = 250_000
COLOURS = (256, 128, 64)
STILL = 10
"""Pictures in a row that must look the same."""
CARET_AREA = 120
"""Pixels."""
SHELF = (
    ("Bến sông cũ ở thành phố thành công viên ven đê dài 4 km", Status.PUBLISHED),
    ("Giá gạo xuất khẩu tăng tuần thứ ba liên tiếp", Status.SUBMITTED),
    ("Học sinh vùng cao đón thư viện mới trước thềm năm học", Status.RETURNED),
    ("Bão số 9 đổi hướng, suy yếu dần trên biển", Status.PUBLISHED),
    ("Làng hương vào vụ Tết, cả xóm thơm mùi quế", Status.DRAFT),
)
"""Other pieces of the library, so that it looks like one."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the theme, and what to do before it is taken."""

    name: str
    theme: str
    prepare: Callable[[Screen, Program], None]


def write_in_the_text(screen: Screen, program: Program) -> None:
    """Show the page as it looks while writing."""
    screen.press("ctrl+Home", "End")


def show_checks(screen: Screen, program: Program) -> None:
    """Leave something to mend in the section and in the text, and look at the checks."""
    screen.press("Tab", "Tab", "ctrl+a", "BackSpace", "shift+Tab", "shift+Tab")
    screen.press("ctrl+Home", "ctrl+Right", "space", "End", "F7")


def open_send_sheet(screen: Screen, program: Program) -> None:
    """Ask where the piece goes."""
    screen.press("ctrl+Return")


def show_receipt(screen: Screen, program: Program) -> None:
    """Publish, and wait for the receipt."""
    screen.press("ctrl+Return")
    settle(screen)
    screen.press(*["Tab"] * 3, "Down", *["shift+Tab"] * 5, "space")
    wait_for("the status", lambda: program.rows()[0]["status"] == Status.PUBLISHED, patience=40)


SHOTS = (
    Shot("page-light", "light", write_in_the_text),
    Shot("page-dark", "dark", write_in_the_text),
    Shot("checks", "light", show_checks),
    Shot("send", "light", open_send_sheet),
    Shot("receipt", "light", show_receipt),
)


def settle(screen: Screen) -> None:
    """Wait until nothing moves on the screen but the caret."""
    pictures: list[Image.Image] = []

    def still() -> bool:
        with Image.open(screen.picture("settling")) as picture:
            pictures.append(picture.convert("RGB"))
        latest = pictures[-STILL:]
        return len(latest) == STILL and all(_alike(latest[0], each) for each in latest[1:])

    wait_for("the screen to stand still", still)


def _alike(one: Image.Image, other: Image.Image) -> bool:
    left, top, right, bottom = ImageChops.difference(one, other).getbbox() or (0, 0, 0, 0)
    return (right - left) * (bottom - top) <= CARET_AREA


def fill(library: Path) -> None:
    """Put other pieces into the library."""
    for headline, status in SHELF:
        blocks = (Paragraph(new_id(), runs_of(f"{headline}.")),)
        piece = to_json(Article(new_id(), headline=headline, status=status, blocks=blocks))
        words = [sys.executable, "-m", "newsdesk", "put", "-", "--library", str(library)]
        subprocess.run(words, input=piece, text=True, check=True, capture_output=True)


@contextmanager
def running(screen: Screen, theme: str) -> Iterator[Program]:
    """The demonstration with a filled library, the sample open."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "library")
        with Program(screen, Path(folder), theme=theme) as program:
            wait_for("the sample", lambda: len(program.rows()) > len(SHELF))
            settle(screen)
            yield program


def reduced(picture: Path, target: Path) -> None:
    """Keep a picture in as few colours as its size asks for, mixed where they are missing."""
    with Image.open(picture) as opened:
        whole = opened.convert("RGB")
    for colours in COLOURS:
        palette = whole.quantize(colours, Image.Quantize.MEDIANCUT, kmeans=2)
        for mixing in (Image.Dither.FLOYDSTEINBERG, Image.Dither.NONE):
            whole.quantize(palette=palette, dither=mixing).save(target, optimize=True)
            if target.stat().st_size <= MOST_BYTES:
                return
    raise SystemExit(f"{target.name} is larger than {MOST_BYTES} bytes")


def main(folder: Path) -> None:
    """Take all pictures."""
    missing = missing_programs()
    if missing:
        raise SystemExit(f"not installed: {', '.join(missing)}")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as raw, Screen(Path(raw)) as screen:
        for shot in SHOTS:
            with running(screen, shot.theme) as program:
                shot.prepare(screen, program)
                settle(screen)
                reduced(screen.picture(shot.name), folder / f"{shot.name}.png")
                print(folder / f"{shot.name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "screenshots")
