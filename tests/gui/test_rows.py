"""What reporters and machines wrote is shown as it is, never read as HTML."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from newsdesk.gui.rows import Banner, label, link_label


@pytest.mark.parametrize("made", [label, Banner], ids=["label", "banner"])
def test_words_are_text(qtbot: Any, made: Any) -> None:
    shown: QLabel = made()
    qtbot.addWidget(shown)
    assert shown.textFormat() is Qt.TextFormat.PlainText


def test_an_address_is_a_link(qtbot: Any) -> None:
    shown = link_label()
    qtbot.addWidget(shown)
    assert shown.textFormat() is Qt.TextFormat.RichText
    assert shown.openExternalLinks()
