"""Which entries of the palette answer, and in which order."""

from newsdesk.gui.palette.entries import MOST, Entry, Row, Shelf, browsed, found

NAMES = ("Lệnh", "Trong bài này", "Bài viết")


def entry(
    title: str, shelf: Shelf = Shelf.COMMANDS, group: str = "", also: str = "", reason: str = ""
) -> Entry:
    return Entry(title, shelf, group, title, "", lambda: None, also=also, reason=reason)


def told(rows: list[Row]) -> list[str]:
    return [row.entry.title if row.entry else f"# {row.heading}" for row in rows]


def test_nothing_typed_shows_groups_in_the_order_of_the_table() -> None:
    entries = [entry("Bài mới", group="Bài"), entry("Xuất DOCX", group="Bài"), entry("Đậm", group="Kiểu chữ")]
    assert told(browsed(entries)) == ["# Bài", "Bài mới", "Xuất DOCX", "# Kiểu chữ", "Đậm"]


def test_typed_letters_leave_what_answers_shelf_by_shelf() -> None:
    entries = [
        entry("Chèn ảnh…"),
        entry("Ảnh"),
        entry("Đậm"),
        entry("Ảnh 2", Shelf.PLACES),
        entry("Giá gạo tăng", Shelf.LIBRARY),
    ]
    rows = found(entries, "anh", NAMES)
    assert told(rows) == [
        "# Lệnh",
        "Ảnh",
        "Chèn ảnh…",
        "# Trong bài này",
        "Ảnh 2",
        "# Bài viết",
        "Giá gạo tăng",
    ]
    assert rows[2].letters == {5, 6, 7}


def test_what_cannot_be_done_stands_behind_its_equals() -> None:
    rows = found([entry("Hoàn tác", reason="Không có gì để hoàn tác."), entry("Hoàn tất")], "hoan", NAMES)
    assert told(rows) == ["# Lệnh", "Hoàn tất", "Hoàn tác"]


def test_the_source_title_finds_it_too_behind_the_shown_one() -> None:
    rows = found([entry("Hoàn tác", also="Undo"), entry("Undo box")], "undo", NAMES)
    assert told(rows) == ["# Lệnh", "Undo box", "Hoàn tác"]
    assert rows[2].letters == frozenset()


def test_many_photos_do_not_bury_the_library() -> None:
    entries = [entry(f"Ảnh {number}", Shelf.PLACES) for number in range(300)]
    rows = found([*entries, entry("Giá gạo", Shelf.LIBRARY)], "anh", NAMES)
    assert len(rows) == 1 + MOST + 2
    assert rows[-1].entry and rows[-1].entry.title == "Giá gạo"


def test_nothing_answers() -> None:
    assert found([entry("Đậm")], "zzz", NAMES) == []
