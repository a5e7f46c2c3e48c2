"""Qt's standard buttons speak the chosen language."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox

from newsdesk.gui.qt_words import QT_WORDS, QtWords
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources

BUTTON = QDialogButtonBox.StandardButton


@pytest.fixture
def spoken(qapp: Any) -> Any:
    tr = Translator(resources() / "locale", "vi")
    words = QtWords(tr, qapp)
    yield tr
    words.remove()


@pytest.mark.parametrize(
    ("button", "words"),
    [
        (BUTTON.Ok, "OK"),
        (BUTTON.Cancel, "Cancel"),
        (BUTTON.Save, "Save"),
        (BUTTON.Close, "Close"),
        (BUTTON.Yes, "Yes"),
        (BUTTON.No, "No"),
        (BUTTON.Discard, "Discard"),
        (BUTTON.Open, "Open"),
    ],
)
def test_buttons_follow_the_catalogue(spoken: Translator, button: BUTTON, words: str, qtbot: Any) -> None:
    box = QDialogButtonBox(button)
    qtbot.addWidget(box)
    assert box.button(button).text() == spoken(words)


def test_every_word_of_ours_is_translated(spoken: Translator) -> None:
    for source, ours in QT_WORDS.items():
        assert QCoreApplication.translate("QPlatformTheme", source) == spoken(ours)


def test_words_that_are_not_ours_stay(spoken: Translator) -> None:
    assert QCoreApplication.translate("Nobody", "An unknown word of Qt") == "An unknown word of Qt"


def test_catalogue_folder_is_there() -> None:
    assert Path(resources() / "locale" / "vi").is_dir()
