"""Our own stroke icons, drawn on a grid of 24 and coloured from the theme."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QScreen
from PySide6.QtSvg import QSvgRenderer

from newsdesk.gui.theme import Appearance, Theme


@dataclass(frozen=True, slots=True)
class _Wish:
    name: str
    token: str
    show: Callable[[QIcon], None]


class Icons(QObject):
    """Makes icons and repaints those that were given away when the theme or the scale of a screen changes."""

    def __init__(self, folder: Path, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._folder = folder
        self._appearance = appearance
        self._given: dict[QObject, _Wish] = {}
        self._made: dict[tuple[str, str, str], QIcon] = {}
        appearance.changed.connect(self._repaint)
        application = appearance.application
        self._scales = _scales_of(application)
        for screen in application.screens():
            self._watch(screen)
        application.screenAdded.connect(self._watch)

    def give(self, owner: QObject, name: str, show: Callable[[QIcon], None], token: str = "text") -> None:
        """Call `show` with the icon now and after every change of theme, as long as `owner` lives."""
        if owner not in self._given:
            # A wish holds a method of its owner: only the owner's end can take it out again.
            owner.destroyed.connect(lambda: self._given.pop(owner, None))
        self._given[owner] = _Wish(name, token, show)
        show(self.icon(name, token))

    def icon(self, name: str, token: str = "text") -> QIcon:
        """The icon in the colour of a theme token."""
        theme = self._appearance.theme
        key = (theme.name, name, token)
        if key not in self._made:
            self._made[key] = self._make(name, theme, token)
        return self._made[key]

    def pixmap(self, name: str, token: str, size: int, ratio: float) -> QPixmap:
        """The icon as a picture of `size` logical pixels."""
        return draw(self._svg(name), getattr(self._appearance.theme, token), size, ratio)

    def _make(self, name: str, theme: Theme, token: str) -> QIcon:
        svg = self._svg(name)
        icon = QIcon()
        for scale in self._scales:
            icon.addPixmap(draw(svg, getattr(theme, token), 20, scale))
            icon.addPixmap(draw(svg, theme.edge, 20, scale), QIcon.Mode.Disabled)
        return icon

    def _svg(self, name: str) -> str:
        return (self._folder / f"{name}.svg").read_text(encoding="utf-8")

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._rescale)
        self._rescale()

    def _rescale(self) -> None:
        scales = _scales_of(self._appearance.application)
        if scales != self._scales:
            self._scales = scales
            self._made.clear()
            self._repaint()

    def _repaint(self) -> None:
        for wish in tuple(self._given.values()):
            wish.show(self.icon(wish.name, wish.token))


def _scales_of(application: QGuiApplication) -> frozenset[float]:
    return frozenset(screen.devicePixelRatio() for screen in application.screens())


def draw(svg: str, color: str, size: int, ratio: float) -> QPixmap:
    """Paint an icon whose strokes are `currentColor` in one colour."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", color).encode()))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
