"""Asking for files without stopping the window: the answer comes later."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which files are offered: a title and the endings with their dots."""

    title: str
    endings: Sequence[str]

    def pattern(self) -> str:
        """As Qt writes it; upper case too, for systems that tell the two apart."""
        globs = [f"*{ending}" for ending in self.endings]
        globs += [glob.upper() for glob in globs]
        return f"{self.title} ({' '.join(globs)})"


def ask_open(
    parent: QWidget, title: str, kinds: Kinds, folder: str, then: Callable[[list[Path]], None], many: bool
) -> None:
    """Ask for files to read; `then` gets them unless the reporter changes their mind."""
    dialog = _dialog(parent, title, kinds, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()


def ask_save(
    parent: QWidget, title: str, kinds: Kinds, suggestion: Path, then: Callable[[Path], None]
) -> None:
    """Ask where to write a file; the first ending is added when none is typed."""
    dialog = _dialog(parent, title, kinds, str(suggestion.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kinds.endings[0].lstrip("."))
    dialog.selectFile(suggestion.name)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def _dialog(parent: QWidget, title: str, kinds: Kinds, folder: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder, kinds.pattern())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
