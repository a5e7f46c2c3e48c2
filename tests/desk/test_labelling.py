"""Sections and tags are offered from every destination, found without marks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.bootstrap import Newsroom
from newsdesk.desk.labelling import Labelling, slug_of, split_labels
from newsdesk.library.database import Database
from newsdesk.library.directory import SECTION, TAG, Destination, Directory, Entry
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources
from newsdesk.system.settings import Settings


@pytest.fixture
def labelling(tmp_path: Path) -> Iterator[Labelling]:
    database = Database.open(tmp_path)
    directory = Directory(database)
    for name, sections in {"A": ("Thời sự", "Đời sống xã hội"), "B": ("Thời sự", "Đô thị")}.items():
        directory.put(Destination(name, "station", "https://a.example", "an"))
        directory.replace(name, SECTION, [Entry(section, section) for section in sections])
    directory.replace("A", TAG, [Entry(str(number), f"Từ khóa {number}") for number in range(60)])
    database.close()
    newsroom = Newsroom(tmp_path, Settings(tmp_path / "s.json"), Translator(resources() / "locale", "en"))
    newsroom.turn_into_demonstration()
    yield Labelling(newsroom.desk(write=True).delivering)
    newsroom.close()


def test_each_name_once_in_the_order_of_the_cms(labelling: Labelling) -> None:
    assert labelling.sections() == ("Thời sự", "Đời sống xã hội", "Đô thị")


@pytest.mark.parametrize("typed", ["doi", "ĐỜI", "song xa", "xa h"])
def test_found_without_marks_by_any_word(labelling: Labelling, typed: str) -> None:
    assert labelling.sections(typed) == ("Đời sống xã hội",)


def test_the_middle_of_a_word_is_not_meant(labelling: Labelling) -> None:
    assert labelling.sections("ong") == ()


def test_offers_are_few(labelling: Labelling) -> None:
    assert len(labelling.tags("tu khoa")) == 40


def test_slug_of_a_headline() -> None:
    assert slug_of("Lũng Sương đỏ lửa: lứa chè") == "lung-suong-do-lua-lua-che"
    assert slug_of("…") == ""


def test_labels_are_split_and_each_kept_once() -> None:
    assert split_labels(" chè,  vùng  cao; chè ,") == ("chè", "vùng cao")
