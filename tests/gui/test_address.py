"""Addresses of links: what may be linked to, and how it is asked for."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.gui.address import AddressSheet, usable
from newsdesk.gui.icons import Icons
from newsdesk.gui.theme import Appearance
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://hagiangtv.vn/a", "https://hagiangtv.vn/a"),
        ("  http://a.vn ", "http://a.vn"),
        ("www.hagiangtv.vn", "https://www.hagiangtv.vn"),
        ("mailto:an@hagiangtv.vn", "mailto:an@hagiangtv.vn"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("mailto:", ""),
        ("hai chữ", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_usable(text: str, address: str) -> None:
    assert usable(text) == address


@pytest.fixture
def sheet(qapp: QApplication, qtbot: Any) -> Any:
    host = QWidget()
    host.resize(800, 600)
    qtbot.addWidget(host)
    host.show()
    appearance = Appearance(qapp, resources(), "light", "comfortable")
    tr = Translator(resources() / "locale", "en")
    yield AddressSheet(host, Icons(Path(resources() / "icons"), appearance), tr)
    appearance.deleteLater()


def test_it_offers_the_address_on_the_clipboard(sheet: AddressSheet) -> None:
    QGuiApplication.clipboard().setText("https://hagiangtv.vn/b")
    answers: list[str] = []
    sheet.ask("Link", "", answers.append)
    assert sheet.address.text() == "https://hagiangtv.vn/b"
    sheet.accept.click()
    assert answers == ["https://hagiangtv.vn/b"]
    assert sheet.isHidden()


def test_other_words_on_the_clipboard_are_not_offered(sheet: AddressSheet) -> None:
    QGuiApplication.clipboard().setText("hai chữ")
    sheet.ask("Link", "", lambda _address: None)
    assert sheet.address.text() == ""
    sheet.accept.click()
    assert sheet.isVisible()
    assert sheet._wrong.isVisible()


def test_a_held_link_can_be_removed(sheet: AddressSheet) -> None:
    answers: list[str] = []
    sheet.ask("Link", "https://a.vn", answers.append)
    assert sheet.address.text() == "https://a.vn"
    sheet.remove.click()
    assert answers == [""]
