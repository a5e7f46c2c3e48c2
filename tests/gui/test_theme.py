"""One table of colours, light and dark, readable in every pair that is used."""

import re
import shutil
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox

from newsdesk.gui.theme import DARK, DENSITIES, LIGHT, Appearance, Theme, palette_of, sans, serif
from newsdesk.system.paths import resources

TEXT_ON = {
    "app": ("text", "muted"),
    "panel": ("text", "muted", "faint", "accent", "error"),
    "page": ("text", "muted", "faint", "accent", "error"),
    "field": ("text", "muted", "faint", "accent"),
    "hover": ("text", "muted"),
    "selection": ("text", "muted", "accent"),
    "found": ("text",),
    "chip": ("chip_text", "text", "muted"),
    "accent": ("accent_text",),
    "primary": ("primary_text",),
    "primary_hover": ("primary_text",),
    "ok_ground": ("ok",),
    "warn_ground": ("warn",),
    "error_ground": ("error",),
    "info_ground": ("info",),
    "toast": ("toast_text", "toast_link"),
}
SHAPE_ON = {"panel": ("accent", "ok", "warn", "error"), "page": ("accent", "warn", "error")}
"""Icons, rings and underlines need 3:1 (WCAG 1.4.11)."""


def luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(color.redF()), linear(color.greenF()), linear(color.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast(QColor("#ffffff"), QColor("#000000")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ground", "texts"), TEXT_ON.items(), ids=list(TEXT_ON))
def test_text_is_readable(theme: Theme, ground: str, texts: tuple[str, ...]) -> None:
    weak = {text: contrast(theme.color(text), theme.color(ground)) for text in texts}
    assert {text: ratio for text, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ground", "shapes"), SHAPE_ON.items(), ids=list(SHAPE_ON))
def test_shapes_are_seen(theme: Theme, ground: str, shapes: tuple[str, ...]) -> None:
    assert all(contrast(theme.color(shape), theme.color(ground)) >= 3 for shape in shapes)


def test_every_token_is_a_colour() -> None:
    for theme in (LIGHT, DARK):
        for each in fields(theme):
            if each.name != "name":
                assert re.fullmatch("#[0-9a-f]{6}", getattr(theme, each.name)), each.name


def template() -> str:
    return (resources() / "theme" / "newsdesk.qss").read_text(encoding="utf-8")


def test_style_sheet_has_no_colour_of_its_own() -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s])", re.sub(r"(?m)^[^{};]*\{", "{", template())) == []


def test_style_sheet_asks_for_known_tokens_only() -> None:
    known = {each.name for each in fields(LIGHT)} | {"pad", "pad_small", "filter_height", "pictures"}
    asked = set(re.findall(r"(?<!\$)\$\{?(\w+)", template()))
    assert asked <= known


@pytest.mark.parametrize("name", ["light", "dark"])
def test_pictures_of_the_style_sheet_are_there(name: str) -> None:
    wanted = set(re.findall(r"\$pictures/([\w.]+)", template()))
    held = {file.name for file in Path(resources() / "theme" / name).iterdir()}
    assert wanted == held


def test_palette_follows_the_theme() -> None:
    palette = palette_of(DARK)
    assert palette.color(QPalette.ColorRole.Base) == DARK.color("page")
    assert palette.color(QPalette.ColorRole.Text) == DARK.color("text")


def test_densities_differ() -> None:
    assert DENSITIES["compact"] < DENSITIES["comfortable"]


@pytest.mark.parametrize("make", [sans, serif])
def test_shipped_typefaces_have_every_vietnamese_letter(qapp: object, make: object) -> None:
    from PySide6.QtGui import QFontInfo, QFontMetricsF

    assert callable(make)
    font = make(12)
    letters = "ĂÂĐÊÔƠƯăâđêôơư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
    assert QFontInfo(font).family().startswith("Noto")
    assert all(QFontMetricsF(font).inFontUcs4(ord(letter)) for letter in letters)


def test_the_style_sheet_holds_in_a_folder_with_any_name(qapp: Any, qtbot: Any, tmp_path: Path) -> None:
    """The toolkit says so when it cannot read the sheet or a picture in it, and that fails the test."""
    place = tmp_path / "tòa soạn (1)"
    shutil.copytree(resources() / "theme", place / "theme")
    before = qapp.styleSheet()
    Appearance(qapp, place, "light", "comfortable").deleteLater()
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setChecked(True)
    assert not box.grab().isNull()
    qapp.setStyleSheet(before)
