"""Preferences made from the settings table, and the first page a new reporter meets."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from making.windows import Bench, bench
from newsdesk.gui.preferences import Preferences
from newsdesk.gui.settings_rows import SettingRow
from newsdesk.gui.welcome import Welcome


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    with bench(qapp, tmp_path) as parts:
        yield parts


@pytest.fixture
def host(qtbot: Any) -> QWidget:
    widget = QWidget()
    widget.resize(1000, 760)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def preferences(made: Bench, host: QWidget) -> Preferences:
    sheet = Preferences(host, made.kit)
    sheet.open_up()
    return sheet


def row_of(preferences: Preferences, name: str) -> SettingRow:
    rows = preferences.findChildren(SettingRow)
    return next(row for row in rows if row._setting.name == name)


def test_every_shown_setting_has_a_row(preferences: Preferences, made: Bench) -> None:
    shown = [row._setting.name for row in preferences.findChildren(SettingRow)]
    assert shown == [setting.name for setting in made.settings.table if setting.group]


def test_choices_hold_at_once_and_are_kept(preferences: Preferences, made: Bench, tmp_path: Path) -> None:
    theme = row_of(preferences, "theme").findChild(QComboBox)
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    assert made.kit.appearance.theme.name == "dark"
    assert json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))["theme"] == "dark"


def test_texts_and_switches(preferences: Preferences, made: Bench) -> None:
    line = row_of(preferences, "name").findChild(QLineEdit)
    line.setText("  Hoàng Gia ")
    line.editingFinished.emit()
    row_of(preferences, "sign_new").findChild(QCheckBox).click()
    assert made.settings.text("name") == "Hoàng Gia"
    assert made.settings.flag("sign_new") is False


def test_the_default_can_be_restored(preferences: Preferences, made: Bench) -> None:
    row = row_of(preferences, "theme")
    assert row._back.isVisible()
    row._back.click()
    assert made.settings.is_default("theme")
    assert not row._back.isVisible()
    assert row.findChild(QComboBox).currentData() == "system"


def test_unusable_settings_are_reported(qapp: QApplication, tmp_path: Path, host: QWidget) -> None:
    (tmp_path / "settings.json").write_text('{"density": "tiny"}', encoding="utf-8")
    with bench(qapp, tmp_path) as made:
        sheet = Preferences(host, made.kit)
        assert "density" in sheet._trouble.text()


def test_incomplete_destination_is_not_added(preferences: Preferences, made: Bench) -> None:
    preferences.destinations.form.name.setText("Đài")
    preferences.destinations.add.click()
    assert "four fields" in preferences.destinations.answer.text()
    assert made.desk.delivering.destinations() == ()


def test_destination_is_added_tested_and_removed(
    preferences: Preferences, made: Bench, tmp_path: Path, qtbot: Any
) -> None:
    cms = made.newsroom.demonstration_cms(tmp_path / "cms", 0)
    form = preferences.destinations.form
    for line, text in (
        (form.name, "Đài"),
        (form.url, cms.url),
        (form.user, cms.user),
        (form.token, cms.token),
    ):
        line.setText(text)
    preferences.destinations.add.click()
    answer = preferences.destinations.answer
    qtbot.waitUntil(lambda: answer.property("tone") == "ok", timeout=20_000)
    assert "✓" in answer.text() and "✗" not in answer.text()
    assert cms.token not in answer.text()
    assert form.token.text() == ""
    qtbot.waitUntil(lambda: "Remove" in buttons(preferences))
    buttons(preferences)["Remove"].click()
    qtbot.waitUntil(lambda: made.desk.delivering.destinations() == ())
    cms.close()


def test_a_failed_test_says_which_step(preferences: Preferences, made: Bench, qtbot: Any) -> None:
    form = preferences.destinations.form
    for line, text in (
        (form.name, "Đài"),
        (form.url, "http://127.0.0.1:9"),
        (form.user, "an"),
        (form.token, "secret"),
    ):
        line.setText(text)
    preferences.destinations.add.click()
    answer = preferences.destinations.answer
    qtbot.waitUntil(lambda: "✗" in answer.text(), timeout=20_000)
    assert answer.property("tone") == "error"


def buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {each.text(): each for each in widget.findChildren(QPushButton) if each.isVisible()}


def test_the_first_page_asks_for_the_name(made: Bench, host: QWidget) -> None:
    made.settings.choose("welcomed", False)
    welcome = Welcome(host, made.kit)
    welcome.open_up()
    welcome.name.setText("Đình Anh")
    welcome._start.click()
    assert welcome.isHidden()
    assert made.settings.text("name") == "Đình Anh"
    assert made.settings.flag("welcomed")


def test_the_first_page_can_wait(made: Bench, host: QWidget) -> None:
    made.settings.choose("welcomed", False)
    welcome = Welcome(host, made.kit)
    welcome.open_up()
    welcome._later.click()
    assert made.settings.flag("welcomed")
    assert made.settings.is_default("name")


def test_the_first_page_switches_the_language_at_once(made: Bench, host: QWidget) -> None:
    welcome = Welcome(host, made.kit)
    welcome.open_up()
    welcome.language.setCurrentIndex(welcome.language.findData("vi"))
    welcome.language.activated.emit(0)
    assert made.kit.tr.language == "vi"


def test_sheets_stay_within_their_host(made: Bench, host: QWidget) -> None:
    sheet = Preferences(host, made.kit)
    for size in ((1280, 720), (720, 480)):
        host.resize(*size)
        sheet.open_up()
        assert host.rect().contains(sheet._paper.geometry())
        foot = sheet._done.mapTo(host, sheet._done.rect().bottomRight())
        assert host.rect().contains(foot)
    assert all(label.wordWrap() for label in sheet.findChildren(QLabel) if len(label.text()) > 60)


def test_sheets_scroll_only_when_they_must(made: Bench, host: QWidget, qtbot: Any) -> None:
    for sheet in (Preferences(host, made.kit), Welcome(host, made.kit)):
        host.resize(1280, 1000)
        sheet.open_up()
        bar = sheet._scroll.verticalScrollBar()
        qtbot.waitUntil(lambda bar=bar: bar.maximum() == 0)
        host.resize(720, 380)
        qtbot.waitUntil(lambda bar=bar: bar.maximum() > 0)
        sheet.close_sheet()
