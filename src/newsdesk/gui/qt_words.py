"""Qt's own words (standard buttons, context menus) from our catalogues: Qt ships none in Vietnamese."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTranslator

from newsdesk.system.locale import N_, Translator

QT_WORDS: Final = {
    "OK": N_("OK"),
    "Cancel": N_("Cancel"),
    "&Cancel": N_("Cancel"),
    "Close": N_("Close"),
    "&Close": N_("Close"),
    "Save": N_("Save"),
    "&Save": N_("Save"),
    "Save All": N_("Save all"),
    "Open": N_("Open"),
    "&Open": N_("Open"),
    "&Yes": N_("Yes"),
    "&No": N_("No"),
    "Yes to &All": N_("Yes to all"),
    "N&o to All": N_("No to all"),
    "Abort": N_("Stop"),
    "Retry": N_("Try again"),
    "Ignore": N_("Ignore"),
    "Discard": N_("Discard"),
    "Don't Save": N_("Do not save"),
    "Close without Saving": N_("Close without saving"),
    "Help": N_("Help"),
    "Apply": N_("Apply"),
    "Reset": N_("Reset"),
    "Restore Defaults": N_("Restore the default"),
    "&Undo": N_("Undo"),
    "&Redo": N_("Redo"),
    "Cu&t": N_("Cut"),
    "&Copy": N_("Copy"),
    "Copy &Link Location": N_("Copy the address"),
    "&Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "&Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "Look in:": N_("Look in:"),
    "Look In": N_("Look in:"),
    "File &name:": N_("File name:"),
    "Files of type:": N_("Files of type:"),
    "&Choose": N_("Choose"),
    "Directory:": N_("Folder:"),
    "Create New Folder": N_("New folder"),
    "&New Folder": N_("New folder"),
    "New Folder": N_("New folder"),
    "&Rename": N_("Rename"),
    "Parent Directory": N_("One folder up"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "List View": N_("List"),
    "Detail View": N_("Details"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Kind": N_("Kind"),
    "Type": N_("Kind"),
    "Date Modified": N_("Changed"),
    "Computer": N_("Computer"),
    "My Computer": N_("Computer"),
    "Show &hidden files": N_("Show hidden files"),
    "Return": N_("Enter"),
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "%1 already exists.\nDo you want to replace it?": N_("%1 already exists.\nReplace it?"),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_("There is no file %1."),
}


class QtWords(QTranslator):
    """Answers Qt's questions for words. Qt is told to ask again after each switch of language."""

    def __init__(self, tr: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._tr = tr
        tr.on_change(self._changed)
        QCoreApplication.installTranslator(self)

    def remove(self) -> None:
        """Leave Qt to its own words again."""
        QCoreApplication.removeTranslator(self)

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        _context: str | bytes,
        source: str | bytes,
        _disambiguation: str | bytes | None = None,
        _count: int = -1,
    ) -> str:
        text = source.decode() if isinstance(source, bytes) else source
        return self._tr(QT_WORDS[text]) if text in QT_WORDS else text

    def _changed(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            QCoreApplication.sendEvent(application, QEvent(QEvent.Type.LanguageChange))
