"""Settings: one table, one file, and no file that can stop the program."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.errors import StorageError
from newsdesk.system.settings import SETTINGS, Setting, Settings

TABLE = (
    Setting("name", ""),
    Setting("theme", "system", choices=(("system", "As the system"), ("dark", "Dark"))),
    Setting("speed", 200, low=100, high=500),
    Setting("signed", True),
)


def written(folder: Path, text: str) -> Path:
    file = folder / "settings.json"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_everything_is_default(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "none" / "settings.json", TABLE)
    assert [settings.value(setting.name) for setting in TABLE] == ["", "system", 200, True]
    assert settings.problems == ()


def test_choices_survive(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    Settings(file, TABLE).choose("name", "Hoàng Gia")
    settings = Settings(file, TABLE)
    assert settings.text("name") == "Hoàng Gia"
    assert not settings.is_default("name")


def test_the_default_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file, TABLE)
    settings.choose("theme", "dark")
    settings.choose("theme", "system")
    assert settings.is_default("theme")
    assert json.loads(file.read_text(encoding="utf-8")) == {}


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "pink"), ("speed", 99), ("speed", True), ("signed", 1), ("name", 7)]
)
def test_values_outside_the_table_are_refused(tmp_path: Path, name: str, value: str | int) -> None:
    settings = Settings(tmp_path / "settings.json", TABLE)
    with pytest.raises(ValueError, match=name):
        settings.choose(name, value)
    assert settings.is_default(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"theme": "pink", "speed": 300}', ["theme"]),
        ('{"speed": 10000, "signed": "yes"}', ["speed", "signed"]),
        ("not json", [""]),
        ("[1, 2]", [""]),
        ('{"of_a_newer_version": 1}', []),
    ],
)
def test_bad_values_fall_back_and_are_reported(tmp_path: Path, text: str, names: list[str]) -> None:
    settings = Settings(written(tmp_path, text), TABLE)
    assert [problem.name for problem in settings.problems] == names
    assert settings.text("theme") == "system"
    assert settings.flag("signed") is True


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=4))
def test_no_value_can_stop_the_program(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    held = {setting.name: value for setting in SETTINGS}
    settings = Settings(written(tmp_path_factory.mktemp("s"), json.dumps(held)))
    for setting in SETTINGS:
        assert setting.accepts(settings.value(setting.name))


def test_listeners_hear_of_changes_only(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json", TABLE)
    heard: list[str] = []
    settings.on_change(heard.append)
    settings.choose("speed", 300)
    settings.choose("speed", 300)
    assert heard == ["speed"]


def test_a_disk_that_refuses_is_said_aloud(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = Settings(tmp_path / "file" / "settings.json", TABLE)
    with pytest.raises(StorageError) as refused:
        settings.choose("theme", "dark")
    assert refused.value.code == "settings.unwritable"
    assert settings.text("theme") == "dark"
    settings.remember("speed", 300)
    assert settings.number("speed") == 300


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json", TABLE)
    for speed in (250, 300, 350):
        settings.choose("speed", speed)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_the_table_accepts_its_own_defaults() -> None:
    assert all(setting.accepts(setting.default) for setting in SETTINGS)
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
