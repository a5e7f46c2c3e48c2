"""One text field of the piece, written as part of the page: kicker, headline, standfirst."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from newsdesk.article.splice import Change, FieldChange
from newsdesk.gui.editor.keyboard import COMMANDING, is_typing
from newsdesk.gui.manuscript import Caret, Manuscript

Key = Qt.Key
OWN = frozenset({Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_X, Key.Key_Left, Key.Key_Right, Key.Key_Backspace})
"""Keys that a field wants for itself even together with Ctrl."""

LINE_HEIGHT = 118.0
"""Per cent; leaves room for a tone mark upon a hat without pulling the lines of a headline apart."""


class Field(QTextEdit):
    """A field without a frame that is as high as its text. It holds one paragraph and no marks.

    What is typed goes to the manuscript's field `name`; nothing goes while a word is being composed.
    """

    left_up = Signal()
    left_down = Signal()
    typed = Signal()

    def __init__(self, manuscript: Manuscript, name: str, font: QFont) -> None:
        super().__init__()
        self.name = name
        self._manuscript = manuscript
        self._following = False
        self._before = Caret(name, 0, 0)
        self.setObjectName(name)
        self.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(0)
        self.document().contentsChanged.connect(self._changed)
        manuscript.opened.connect(self._open)
        manuscript.changed.connect(self._follow)
        manuscript.caret_wanted.connect(self._want_caret)
        manuscript.settling.connect(self.settle)
        self._open()

    @property
    def composing(self) -> bool:
        """Whether a word is being composed by an input method."""
        return bool(self.document().firstBlock().layout().preeditAreaText())

    def take_caret(self, *, at_end: bool) -> None:
        """Have the caret, at the start or at the end of the text."""
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.End if at_end else QTextCursor.MoveOperation.Start)

    def settle(self) -> None:
        """End a composition and hand in its text."""
        if self.composing:
            QGuiApplication.inputMethod().commit()
        self._hand_in()

    def heightForWidth(self, width: int) -> int:
        document = self.document().clone()
        document.setTextWidth(max(1, width))
        height = round(document.size().height())
        document.deleteLater()
        return height + 2

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 100)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            wanted = not event.modifiers() & COMMANDING or is_typing(event) or event.key() in OWN
            if not wanted or event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._before = self._caret()
        way_out = self._way_out(event)
        if way_out is not None:
            way_out()
        elif event.modifiers() & COMMANDING and event.key() not in OWN and not is_typing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._before = self._caret()
        text = one_line(event.commitString())
        event.setCommitString(text, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        self._hand_in()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._before = self._caret()
        if source.hasText():
            self.textCursor().insertText(one_line(source.text()).strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def _way_out(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does that leads from this field to a neighbour; None when it stays here."""
        if event.modifiers() & (COMMANDING | Qt.KeyboardModifier.ShiftModifier) or self.composing:
            return None
        cursor = self.textCursor()
        alone = not cursor.hasSelection()
        match event.key():
            case Key.Key_Return | Key.Key_Enter:
                return self.left_down.emit
            case Key.Key_Backspace | Key.Key_Left if alone and cursor.atStart():
                return self.left_up.emit
            case Key.Key_Right if alone and cursor.atEnd():
                return self.left_down.emit
            case Key.Key_Up if alone and not cursor.movePosition(QTextCursor.MoveOperation.Up):
                return self.left_up.emit
            case Key.Key_Down if alone and not cursor.movePosition(QTextCursor.MoveOperation.Down):
                return self.left_down.emit
        return None

    def _changed(self) -> None:
        self.updateGeometry()
        if not self._following and not self.composing:
            self._hand_in()

    def _hand_in(self) -> None:
        old = getattr(self._manuscript.article, self.name)
        new = unicodedata.normalize("NFC", self.toPlainText())
        if new == old or self._following or self.composing:
            return
        change = FieldChange(self.name, old, new)
        self._manuscript.push(change, origin=self, before=self._before, after=self._caret(), typing=True)
        self.typed.emit()

    def _open(self) -> None:
        self._show(getattr(self._manuscript.article, self.name))

    def _follow(self, change: Change, origin: object) -> None:
        if origin is not self and isinstance(change, FieldChange) and change.name == self.name:
            position = self.textCursor().position()
            self._show(change.new)
            self._select(position, position)

    def _show(self, text: str) -> None:
        self._following = True
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)
        self._following = False
        self.typed.emit()

    def _want_caret(self, caret: Caret) -> None:
        if caret.place == self.name:
            self.setFocus()
            self._select(caret.anchor, caret.position)

    def _caret(self) -> Caret:
        cursor = self.textCursor()
        return Caret(self.name, cursor.anchor(), cursor.position())

    def _select(self, anchor: int, position: int) -> None:
        end, cursor = self.document().characterCount() - 1, self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


def one_line(text: str) -> str:
    """Pasted or composed text as one paragraph in NFC."""
    return unicodedata.normalize("NFC", " ".join(text.splitlines()) if text.strip() else text)
