"""Pieces copied whole from old pages, with what stood above, between and below them."""

import pytest

from interchange.pieces import (
    ADDRESS,
    BYLINES,
    HEADLINE,
    LONG,
    NAMES,
    SECOND,
    STANDFIRST,
    THIRD,
    codes,
    names,
    piece,
    shape,
)
from newsdesk.article.model import Byline, Role
from newsdesk.interchange.html import read_html
from newsdesk.interchange.incoming import Incoming
from newsdesk.interchange.markdown import read_markdown
from newsdesk.interchange.plain import read_text

SOURCE = f"Nguồn: {ADDRESS}"


def read(*lines: str) -> Incoming:
    return read_text(piece(*lines), "bai.txt")


@pytest.mark.parametrize("opening", ["Tin liên quan", "Cùng chuyên mục:", "Các tin khác", "Bình luận"])
def test_links_to_other_pieces_below_the_source_are_set_aside(opening: str) -> None:
    below = (opening, "Mèo Vạc vào xuân", "Đồng Văn đón khách", "Từ khóa: chợ phiên, Mèo Vạc")
    incoming = read(HEADLINE, STANDFIRST, LONG, SECOND, BYLINES, SOURCE, "In bài viết", *below)
    assert shape(incoming) == [f"P {LONG}", f"P {SECOND}"]
    assert names(incoming) == NAMES
    assert incoming.article.source is not None
    assert incoming.article.tags == ("chợ phiên", "Mèo Vạc")
    assert set(incoming.article.notes.split("\n")) == {"In bài viết", *below[:3]}


def test_a_paragraph_below_such_a_line_keeps_both_in_the_body() -> None:
    incoming = read(HEADLINE, STANDFIRST, LONG, "Bình luận", SECOND, BYLINES, SOURCE)
    assert shape(incoming) == [f"P {LONG}", "H Bình luận", f"P {SECOND}"]


def test_the_owner_of_the_page_is_set_aside() -> None:
    incoming = read(HEADLINE, STANDFIRST, LONG, SECOND, BYLINES, SOURCE, "Từ khóa: chợ", "© Bản quyền Đài")
    assert shape(incoming) == [f"P {LONG}", f"P {SECOND}"]
    assert (incoming.article.tags, incoming.article.notes) == (("chợ",), "© Bản quyền Đài")


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("Minh Tâm – CTV Lý Thu", [Byline("Minh Tâm"), Byline("Lý Thu", Role.CONTRIBUTOR, contributor=True)]),
        ("PV Hoàng Gia, BTV Đình Anh", [Byline("Hoàng Gia"), Byline("Đình Anh", Role.EDITOR)]),
        ("Phóng viên Hoàng Gia – Đình Anh", [Byline("Hoàng Gia"), Byline("Đình Anh")]),
        ("Nhóm PV", [Byline("Nhóm PV")]),
    ],
)
def test_a_job_before_the_name_is_no_part_of_it(line: str, signed: list[Byline]) -> None:
    assert list(read(HEADLINE, STANDFIRST, LONG, SECOND, line).article.bylines) == signed


@pytest.mark.parametrize(
    "ending", ["(Vừ Sính – Lò Minh – Phương Thảo)", " (Vừ Sính, Lò Minh và Phương Thảo)."]
)
def test_names_in_brackets_behind_the_last_sentence_sign(ending: str) -> None:
    incoming = read(HEADLINE, STANDFIRST, LONG, f"{SECOND} {ending}", SOURCE)
    assert shape(incoming) == [f"P {LONG}", f"P {SECOND}"]
    assert names(incoming) == NAMES


@pytest.mark.parametrize("ending", ["(Hà Giang)", "(xem ảnh – bảng)"])
def test_other_brackets_behind_the_last_sentence_are_text(ending: str) -> None:
    incoming = read(HEADLINE, STANDFIRST, LONG, f"{SECOND} {ending}", SOURCE)
    assert shape(incoming)[-1] == f"P {SECOND} {ending}"
    assert names(incoming) == []


def test_a_standfirst_below_the_first_photo() -> None:
    incoming = read(HEADLINE, "Góc chợ lanh. |", STANDFIRST, LONG, SECOND, BYLINES, SOURCE)
    assert incoming.article.standfirst == STANDFIRST
    assert shape(incoming) == ["F Góc chợ lanh.", f"P {LONG}", f"P {SECOND}"]


def test_a_photo_story_has_a_standfirst_and_photos() -> None:
    captions = ["Người bán lanh |", "Lò rèn |", "|", "Đường về bản |"]
    incoming = read(HEADLINE, STANDFIRST, *captions, BYLINES, SOURCE)
    assert incoming.article.standfirst == STANDFIRST
    assert shape(incoming) == ["F Người bán lanh", "F Lò rèn", "F", "F Đường về bản"]


def test_the_line_that_the_address_was_made_from_is_the_headline_however_long() -> None:
    long = (
        "Đảng bộ xã Thượng Sơn lãnh đạo phát triển cây chè Shan tuyết gắn với xây dựng nông thôn mới nâng cao"
        " và giảm nghèo bền vững giai đoạn 2021 - 2025."
    )
    address = (
        "https://truyenhinh.example/xay-dung-dang/202410/"
        "dang-bo-xa-thuong-son-lanh-dao-phat-trien-cay-che-shan-tuyet-gan-voi-xay-dung-nong-thon-moi-1234567/"
    )
    incoming = read(long, STANDFIRST, LONG, SECOND, f"Nguồn: {address}")
    assert (incoming.article.headline, incoming.article.standfirst) == (long, STANDFIRST)


def test_a_paragraph_that_begins_as_the_address_does_is_no_headline() -> None:
    address = "https://truyenhinh.example/van-hoa/202410/cho-hop-tren-mot-khoang-1234567/"
    assert read(LONG, SECOND, THIRD, f"Nguồn: {address}").article.headline == ""


def test_lines_of_a_list_of_donors_are_no_crossheads() -> None:
    donors = ["Công ty Hùng Cường: 50 triệu đồng", "Gia đình ông Nguyễn Văn An, xã Lũng Phìn: 5 triệu đồng"]
    incoming = read(HEADLINE, STANDFIRST, LONG, *donors, SECOND)
    assert shape(incoming) == [f"P {LONG}", *(f"P {line}" for line in donors), f"P {SECOND}"]


def test_a_date_with_a_bar_is_a_caption_in_the_body_and_the_page_s_above_it() -> None:
    incoming = read(HEADLINE, "18/11/2024 |", STANDFIRST, LONG, "Ngày 18/11/2024 |", SECOND)
    assert shape(incoming) == [f"P {LONG}", "F Ngày 18/11/2024", f"P {SECOND}"]
    assert incoming.article.notes == "18/11/2024 |"


def test_an_address_below_its_label_was_not_guessed() -> None:
    incoming = read(HEADLINE, STANDFIRST, LONG, SECOND, "Nguồn:", ADDRESS)
    assert incoming.article.source is not None
    assert "import.source_guessed" not in codes(incoming)


def test_a_page_laid_out_in_tables() -> None:
    incoming = read_html(
        f"""<body><table><tr><td><a href=a>Thời sự</a><br><a href=b>Thể thao</a></td><td>
        <p><b>{HEADLINE}</b></p><p><b>{STANDFIRST}</b></p><p>{LONG}</p>
        <table><tr><td><img src="1.jpg"></td></tr><tr><td><i>Góc chợ lanh.</i></td></tr></table>
        <p>{SECOND}</p><p align=right><b>{BYLINES}</b></p></td></tr></table></body>""",
        "bai.html",
    )
    assert (incoming.article.headline, incoming.article.standfirst) == (HEADLINE, STANDFIRST)
    assert shape(incoming) == [f"P {LONG}", "F Góc chợ lanh.", f"P {SECOND}"]
    assert names(incoming) == NAMES
    assert [reference for _, reference in incoming.pictures] == ["1.jpg"]
    assert incoming.article.section == ""


def test_counts_and_buttons_above_a_saved_page() -> None:
    incoming = read_html(
        f"""<article><h1>{HEADLINE}</h1><div>18/10/2024 08:15 <span>Lượt xem: 123</span></div>
        <div><a href="#">Facebook</a> <a href="#">Zalo</a></div><p>{LONG}</p><p>{SECOND}</p></article>""",
        "bai.html",
    )
    assert shape(incoming) == [f"P {LONG}", f"P {SECOND}"]
    assert incoming.article.notes == "18/10/2024 08:15 Lượt xem: 123\nFacebook Zalo"


def test_photos_in_markdown_with_blanks_in_their_names_and_captions_as_titles() -> None:
    incoming = read_markdown(
        f'# {HEADLINE}\n\n{LONG}\n\n![Dãy lanh](anh 1.jpg "Góc chợ lanh.")\n\n![](anh/cho phien 2.png)\n',
        "b.md",
    )
    assert shape(incoming) == [f"P {LONG}", "F Góc chợ lanh.", "F"]
    assert [reference for _, reference in incoming.pictures] == ["anh%201.jpg", "anh/cho%20phien%202.png"]


@pytest.mark.parametrize(
    "hostile", ["![a](" + "a " * 50_000, "![a](a" + " b.jpg" * 20_000, "Câu. (a b)" * 10_000, "Facebook " * 9]
)
def test_hostile_text_does_not_take_long(hostile: str) -> None:
    assert read_markdown(hostile, "b.md").article.id
    assert read(HEADLINE, hostile).article.id
