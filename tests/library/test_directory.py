"""Destinations and the copies of their lists."""

import pytest

from newsdesk.errors import UsageError
from newsdesk.library.database import Database
from newsdesk.library.directory import PERSON, SECTION, Destination, Directory, Entry

DAI = Destination("đài", "station", "https://dai.example", "an", "/ca.pem")


@pytest.fixture
def directory(database: Database) -> Directory:
    return Directory(database)


def test_destinations_by_name(directory: Directory) -> None:
    other = Destination("báo", "station", "https://bao.example", "an")
    directory.put(DAI)
    directory.put(other)
    assert directory.destinations() == (other, DAI)
    assert directory.destination("đài") == DAI
    with pytest.raises(UsageError, match=r"destination\.unknown"):
        directory.destination("khác")


def test_lists_keep_their_order_and_are_replaced_whole(directory: Directory) -> None:
    directory.put(DAI)
    people = (Entry("2", "Đức", pen_name="Đ.", role="camera"), Entry("1", "An", parent="p"))
    directory.replace("đài", PERSON, people)
    directory.replace("đài", SECTION, [Entry("1", "Kinh tế")])
    assert directory.entries("đài", PERSON) == people
    directory.replace("đài", PERSON, [])
    assert directory.entries("đài", PERSON) == ()
    assert directory.entries("đài", SECTION) == (Entry("1", "Kinh tế"),)


def test_a_changed_destination_keeps_its_lists(directory: Directory) -> None:
    directory.put(DAI)
    directory.replace("đài", SECTION, [Entry("1", "Kinh tế")])
    directory.put(Destination("đài", "station", "https://moi.example", "ha"))
    assert directory.destination("đài").user == "ha"
    assert len(directory.entries("đài", SECTION)) == 1


def test_a_removed_destination_takes_its_lists_along(directory: Directory) -> None:
    directory.put(DAI)
    directory.replace("đài", SECTION, [Entry("1", "Kinh tế")])
    directory.remove("đài")
    assert directory.destinations() == ()
    assert directory.entries("đài", SECTION) == ()
