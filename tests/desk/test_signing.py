from newsdesk.article.model import Byline
from newsdesk.desk.signing import Signing
from newsdesk.language.names import split_names
from newsdesk.library.database import Database
from newsdesk.library.directory import PERSON, Destination, Directory, Entry


def test_a_signature_line_is_split_where_newsrooms_split_it() -> None:
    three = ("Hoàng Gia", "Đình Anh", "Trần Trang")
    for line in (
        "Hoàng Gia – Đình Anh – Trần Trang",
        "Hoàng Gia - Đình Anh - Trần Trang",
        "Hoàng Gia, Đình Anh và Trần Trang",
        "Hoàng Gia; Đình Anh;Trần Trang",
    ):
        assert split_names(line) == three
    assert split_names("H'Hen Niê") == ("H'Hen Niê",)
    assert split_names("Vàng-Mí Sính") == ("Vàng-Mí Sính",)
    assert split_names("  ") == ()


def signing(database: Database) -> Signing:
    directory = Directory(database)
    directory.put(Destination("dai", "station", "https://cms.example", "an"))
    directory.replace(
        "dai",
        PERSON,
        [Entry("p1", "Hoàng Gia"), Entry("p2", "Đình Anh"), Entry("p3", "Trần Trang", pen_name="Trang Trần")],
    )
    return Signing(directory)


def test_people_are_found_by_initials_and_without_marks(database: Database) -> None:
    desk = signing(database)
    assert [person.name for person in desk.people("hg")] == ["Hoàng Gia"]
    assert [person.name for person in desk.people("dinh")] == ["Đình Anh"]
    assert [person.name for person in desk.people("trang")] == ["Trần Trang"]
    assert len(desk.people("")) == 3
    assert desk.people("xyz") == ()


def test_known_names_carry_their_person_and_unknown_ones_do_not(database: Database) -> None:
    bylines = signing(database).bylines_of("Hoàng Gia – Sùng Mí Lử")
    assert bylines == (Byline("Hoàng Gia", person="p1"), Byline("Sùng Mí Lử"))
