"""One signature as a chip: who, and what they did. Works by mouse, by keys, and by dragging."""

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QToolButton

from newsdesk.article.model import Byline, Role
from newsdesk.desk.wording import Wording
from newsdesk.gui.icons import Icons
from newsdesk.gui.rows import label
from newsdesk.system.locale import Translator

MIME = "application/x-newsdesk-byline"
Key = Qt.Key
CROSS = QSize(11, 11)


class Chip(QFrame):
    """Shows a byline. What is wanted of it is told by signals; the bar does it."""

    removed = Signal()
    moved = Signal(int)
    walked = Signal(int)
    role_chosen = Signal(object)
    contributor_chosen = Signal(bool)
    renaming = Signal()

    def __init__(self, byline: Byline, icons: Icons, wording: Wording, tr: Translator) -> None:
        super().__init__()
        self.byline = byline
        self._wording = wording
        self._tr = tr
        self._pressed_at: QPoint | None = None
        self.setObjectName("byline")
        self.setProperty("known", byline.person is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = label("byline_text")
        cross = QToolButton()
        cross.setObjectName("byline_cross")
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setAccessibleName(tr("Remove {name}", name=byline.name))
        cross.setIconSize(CROSS)
        icons.give(cross, "cross", cross.setIcon, "muted")
        cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(3)
        row.addWidget(self._text)
        row.addWidget(cross)
        self._say()

    def open_menu(self, at: QPoint | None = None) -> None:
        """Offer what can be done with this signature."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._tr("Change the name"), self.renaming.emit)
        self._add_roles(menu)
        contributor = menu.addAction(self._tr("Outside contributor"))
        contributor.setCheckable(True)
        contributor.setChecked(self.byline.contributor)
        contributor.toggled.connect(self.contributor_chosen)
        menu.addSeparator()
        menu.addAction(self._tr("Move forward"), lambda: self.moved.emit(-1))
        menu.addAction(self._tr("Move back"), lambda: self.moved.emit(1))
        menu.addAction(self._tr("Remove"), self.removed.emit)
        menu.popup(at or self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Key.Key_Left if alt:
                self.moved.emit(-1)
            case Key.Key_Right if alt:
                self.moved.emit(1)
            case Key.Key_Left:
                self.walked.emit(-1)
            case Key.Key_Right:
                self.walked.emit(1)
            case Key.Key_Delete | Key.Key_Backspace:
                self.removed.emit()
            case Key.Key_F2:
                self.renaming.emit()
            case Key.Key_Return | Key.Key_Enter | Key.Key_Space | Key.Key_Menu:
                self.open_menu()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._pressed_at = None
        self.renaming.emit()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._pressed_at is not None:
            self._pressed_at = None
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        far = QApplication.startDragDistance()
        if start is None or (event.position().toPoint() - start).manhattanLength() < far:
            return
        self._pressed_at = None
        drag = QDrag(self)
        data = QMimeData()
        data.setData(MIME, self.byline.name.encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(start)
        drag.exec(Qt.DropAction.MoveAction)

    def _add_roles(self, menu: QMenu) -> None:
        roles = menu.addMenu(self._tr("Role"))
        group = QActionGroup(roles)
        for role in Role:
            action = QAction(self._wording.role(role), group)
            action.setCheckable(True)
            action.setChecked(role is self.byline.role)
            action.triggered.connect(lambda _checked, chosen=role: self.role_chosen.emit(chosen))
            roles.addAction(action)

    def _say(self) -> None:
        byline, role = self.byline, self._wording.role(self.byline.role)
        shown = byline.name if byline.role is Role.REPORTER else f"{role}: {byline.name}"
        extra = [self._tr("outside contributor")] if byline.contributor else []
        extra += [] if byline.person else [self._tr("not in the station's directory")]
        self._text.setText(shown)
        self.setToolTip(" · ".join([f"{byline.name}, {role}", *extra]))
        self.setAccessibleName(f"{byline.name}, {role}")
        self.setAccessibleDescription(", ".join(extra))
