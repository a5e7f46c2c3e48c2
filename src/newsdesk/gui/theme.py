"""The one theme: a table of colours, light and dark with the same names, and the style sheet made from it."""

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

SANS: Final = ("Noto Sans", "Segoe UI", "SF Pro Text", "DejaVu Sans")
SERIF: Final = ("Noto Serif", "Georgia", "DejaVu Serif")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb. A name with `_ground` is a surface, the same name without it the text upon it."""

    name: str
    app: str
    panel: str
    page: str
    field: str
    rule: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_text: str
    primary: str
    primary_hover: str
    primary_text: str
    chip: str
    chip_text: str
    hover: str
    selection: str
    found: str
    ok: str
    ok_ground: str
    warn: str
    warn_ground: str
    error: str
    error_ground: str
    info: str
    info_ground: str
    toast: str
    toast_text: str
    toast_link: str

    def color(self, token: str) -> QColor:
        """The colour of a token, for painting."""
        return QColor(getattr(self, token))


LIGHT: Final = Theme(
    name="light",
    app="#f1f3f6",
    panel="#f8f9fb",
    page="#ffffff",
    field="#ffffff",
    rule="#e4e7ed",
    edge="#cdd3dd",
    text="#17191e",
    muted="#586072",
    faint="#6a7283",
    accent="#b9222b",
    accent_text="#ffffff",
    primary="#c2252d",
    primary_hover="#a61d25",
    primary_text="#ffffff",
    chip="#eaedf3",
    chip_text="#2b3240",
    hover="#e9ecf2",
    selection="#fbe7e8",
    found="#fde38a",
    ok="#166b3f",
    ok_ground="#def2e7",
    warn="#855200",
    warn_ground="#fcefd6",
    error="#a8201f",
    error_ground="#fde6e4",
    info="#1d559c",
    info_ground="#e1ecfa",
    toast="#23262e",
    toast_text="#f2f4f8",
    toast_link="#ff9a9e",
)

DARK: Final = Theme(
    name="dark",
    app="#14161a",
    panel="#191c22",
    page="#1d2027",
    field="#242831",
    rule="#2c313b",
    edge="#434a58",
    text="#e9ebf0",
    muted="#a4abba",
    faint="#939bac",
    accent="#ff7d82",
    accent_text="#2a0709",
    primary="#d23a42",
    primary_hover="#c12f37",
    primary_text="#ffffff",
    chip="#2a2f39",
    chip_text="#dfe3ea",
    hover="#272c36",
    selection="#42262b",
    found="#5c4e14",
    ok="#69d8a2",
    ok_ground="#17352a",
    warn="#f2bf66",
    warn_ground="#3a2e17",
    error="#ff9c95",
    error_ground="#452323",
    info="#8ebcf7",
    info_ground="#1d3048",
    toast="#e9ebf0",
    toast_text="#1b1e25",
    toast_link="#a8161f",
)

DENSITIES: Final = {"comfortable": 8, "compact": 5}
"""The vertical padding of rows and controls, in pixels."""


class Appearance(QObject):
    """Dresses the application: light or dark as the system says or as chosen, at a density."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path, mode: str, density: str) -> None:
        super().__init__(app)
        self.application = app
        self._template = Template((resources / "theme" / "newsdesk.qss").read_text(encoding="utf-8"))
        self._icons = resources / "theme"
        self._mode = mode
        self._density = density
        load_fonts(resources / "fonts")
        app.setStyle("Fusion")
        app.setFont(sans(10))
        self.theme = chosen_theme(app, mode)
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def pad(self) -> int:
        """The vertical padding of rows and controls at the chosen density, in pixels."""
        return DENSITIES[self._density]

    def choose(self, mode: str, density: str) -> None:
        """Change to `system`, `light` or `dark`, at `comfortable` or `compact`."""
        self._mode, self._density = mode, density
        self.theme = chosen_theme(self.application, mode)
        self._dress()
        self.changed.emit()

    def _follow(self) -> None:
        if self._mode == "system" and chosen_theme(self.application, self._mode) != self.theme:
            self.choose(self._mode, self._density)

    def _dress(self) -> None:
        self.application.setPalette(palette_of(self.theme))
        pad = self.pad
        pictures = (self._icons / self.theme.name).as_posix()
        self.application.setStyleSheet(
            self._template.substitute(
                asdict(self.theme), pad=pad, pad_small=pad - 3, filter_height=18 + pad, pictures=pictures
            )
        )


def chosen_theme(app: QApplication, mode: str) -> Theme:
    """The colours for `light`, `dark`, or `system`."""
    if mode == "system":  # Told by its name: `Qt` is slow to load and not needed before the first paint.
        mode = app.styleHints().colorScheme().name.lower()
    return DARK if mode == "dark" else LIGHT


def palette_of(theme: Theme) -> QPalette:
    """The palette for what the style sheet leaves to the style."""
    role = QPalette.ColorRole
    tokens = {
        role.Window: "panel",
        role.WindowText: "text",
        role.Base: "page",
        role.AlternateBase: "panel",
        role.Text: "text",
        role.Button: "panel",
        role.ButtonText: "text",
        role.Highlight: "accent",
        role.HighlightedText: "accent_text",
        role.PlaceholderText: "faint",
        role.ToolTipBase: "toast",
        role.ToolTipText: "toast_text",
        role.Link: "accent",
        role.Accent: "accent",
    }
    palette = QPalette()
    for each, token in tokens.items():
        palette.setColor(each, theme.color(token))
    for each in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, theme.color("faint"))
    return palette


def load_fonts(folder: Path) -> None:
    """Make the shipped typefaces known, once, so that every newsroom machine shows the same page."""
    if QFontDatabase.applicationFontFamilies(0):
        return
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def sans(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The typeface of the chrome and the body text."""
    return _font(SANS, QFont.StyleHint.SansSerif, points, weight)


def serif(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The typeface of headlines."""
    return _font(SERIF, QFont.StyleHint.Serif, points, weight)


def _font(families: tuple[str, ...], hint: QFont.StyleHint, points: float, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setStyleHint(hint)
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font
