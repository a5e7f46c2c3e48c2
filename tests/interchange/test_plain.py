"""Pieces in the shape of the old site, with everything that their copies go through."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from newsdesk.article.blocks import Divider, Embed, Figure, Heading, ListItem, Paragraph, Quote, text_of
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Role, Source
from newsdesk.article.text import runs_of
from newsdesk.interchange.incoming import Incoming
from newsdesk.interchange.plain import read_text, write_text

WHOLE = (
    HEADLINE,
    STANDFIRST,
    LONG,
    "Góc chợ lanh. |",
    SECOND,
    "Bà con bán rau |",
    THIRD,
    BYLINES,
    f"Nguồn: {ADDRESS}",
)
BODY = [f"P {LONG}", "F Góc chợ lanh.", f"P {SECOND}", "F Bà con bán rau", f"P {THIRD}"]


def read(*lines: str) -> Incoming:
    return read_text(piece(*lines), "bai.txt")


def assert_whole(incoming: Incoming) -> None:
    article = incoming.article
    assert article.headline == HEADLINE
    assert article.standfirst == STANDFIRST
    assert shape(incoming) == BODY
    assert names(incoming) == NAMES
    assert article.source == Source(url=ADDRESS)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(piece(*WHOLE), id="a line each"),
        pytest.param(piece(*WHOLE, end="\n\n"), id="blank lines between"),
        pytest.param(piece(*WHOLE, end="\n\n\n \n"), id="many blank lines"),
        pytest.param(piece(*WHOLE, end="\r\n"), id="Windows line ends"),
        pytest.param(piece(*WHOLE, end="\r"), id="old Mac line ends"),
        pytest.param(piece(*WHOLE, end="\u2028"), id="line separators"),
        pytest.param("\ufeff" + piece(*WHOLE), id="byte order mark"),
        pytest.param(piece(*WHOLE, end=" \t\u00a0\n"), id="trailing blanks"),
        pytest.param("\n\n" + piece(*("\u00a0 " + line for line in WHOLE)), id="leading blanks"),
        pytest.param(piece(*WHOLE).replace(" |", "|"), id="bar without blank"),
        pytest.param(piece(*WHOLE).replace(" |", "\u00a0|\u00a0"), id="bar between no-break spaces"),
        pytest.param(piece(*WHOLE).replace(" |", " ｜"), id="wide bar"),
        pytest.param(unicodedata.normalize("NFD", piece(*WHOLE)), id="decomposed"),
        pytest.param(piece(*WHOLE).replace("ê", "e\u0302"), id="half decomposed"),
        pytest.param(piece(*WHOLE).replace("Chợ phiên", "Chợ\u200b phiên"), id="zero-width space"),
        pytest.param(piece(*WHOLE).rstrip(), id="no line end at the end"),
        pytest.param(piece(*WHOLE[:-2], "***", *WHOLE[-2:], "-----"), id="rules around the bylines"),
        pytest.param(piece(*WHOLE[:-2], WHOLE[-1], WHOLE[-2]), id="source before the bylines"),
        pytest.param(piece(HEADLINE, *WHOLE), id="headline twice"),
        pytest.param(piece(HEADLINE.upper(), *WHOLE[1:]).replace(HEADLINE.upper(), HEADLINE), id="plain"),
    ],
)
def test_the_same_piece_in_all_its_wrappings(text: str) -> None:
    assert_whole(read_text(text, "bai.txt"))


def test_decomposed_text_is_normalised_and_told() -> None:
    incoming = read_text(unicodedata.normalize("NFD", piece(*WHOLE)), "bai.txt")
    assert "import.text_normalised" in codes(incoming)
    assert all(unicodedata.is_normalized("NFC", text_of(block)) for block in incoming.article.blocks)


def test_recognised_counts_everything() -> None:
    told = read(*WHOLE).recognised
    assert told["headline"] is told["standfirst"] is told["source"] is True
    assert (told["paragraphs"], told["figures"], told["bylines"]) == (3, 2, 3)


def test_the_guess_of_the_standfirst_is_told() -> None:
    assert "import.standfirst_guessed" in codes(read(*WHOLE))


# --- headline


def test_without_a_headline_the_address_hints_and_nothing_is_invented() -> None:
    incoming = read(*WHOLE[1:])
    assert incoming.article.headline == ""
    assert "import.headline_missing" in codes(incoming)
    hints = {note.code: note.params["slug"] for note in incoming.notes if "hint" in note.code}
    assert hints == {
        "import.headline_hint": "meo-vac-cho-phien-da-xam-nhon-nhip",
        "import.section_hint": "doi-song-xa-hoi",
    }
    written = " ".join((incoming.article.standfirst, incoming.article.slug, *shape(incoming)))
    assert "meo-vac" not in written


def test_without_headline_and_source_there_is_no_hint() -> None:
    incoming = read(LONG, SECOND, THIRD)
    assert incoming.article.headline == ""
    assert "import.headline_hint" not in codes(incoming)


@pytest.mark.parametrize(
    "headline",
    [
        "Vì sao chợ phiên vẫn đông?",
        "Chợ phiên vùng cao: “Chỉ mong đường dễ đi hơn”",
        "20 năm giữ lửa nghề rèn",
        "Giữ lửa nghề rèn...",
        "CHỢ PHIÊN VÙNG CAO",
        "Công bố quyết định của UBND tỉnh (*)",
    ],
)
def test_lines_that_are_headlines(headline: str) -> None:
    assert read(headline, STANDFIRST, LONG, SECOND).article.headline == headline


@pytest.mark.parametrize(
    "line",
    [
        "Chợ họp từ sáng.",
        "Theo kế hoạch, các xã gồm:",
        "Sáng nay, chợ họp.”",
        "Quang cảnh chợ phiên |",
        LONG,
        "- Dòng đầu của một danh sách",
        "https://truyenhinh.example/tin",
    ],
)
def test_lines_that_are_no_headline(line: str) -> None:
    incoming = read(line, LONG, SECOND, THIRD)
    assert incoming.article.headline == ""
    assert "import.headline_missing" in codes(incoming)


def test_a_site_name_behind_the_headline_is_set_aside() -> None:
    incoming = read(f"{HEADLINE} | Báo điện tử Đá Xám", STANDFIRST, LONG, SECOND)
    assert incoming.article.headline == HEADLINE
    assert incoming.article.notes == "Báo điện tử Đá Xám"


def test_a_kicker_in_capitals() -> None:
    incoming = read("PHÓNG SỰ", *WHOLE)
    assert incoming.article.kicker == "PHÓNG SỰ"
    assert_whole(incoming)


def test_the_section_that_the_address_names_is_recognised() -> None:
    incoming = read("Đời sống - Xã hội", *WHOLE)
    assert incoming.article.section == "Đời sống - Xã hội"
    assert "import.section_hint" not in codes(incoming)
    assert_whole(incoming)


def test_crumbs_date_and_buttons_above_and_below_are_set_aside() -> None:
    incoming = read(
        "Trang chủ > Đời sống",
        WHOLE[0],
        "Thứ hai, 18/11/2024 | 08:30 GMT+7",
        "Chia sẻ | Bình luận",
        *WHOLE[1:],
        "Từ khóa: chợ phiên, Mèo Vạc",
        "Lượt xem: 1.234",
    )
    assert_whole(incoming)
    assert incoming.article.section == "Đời sống"
    assert incoming.article.tags == ("chợ phiên", "Mèo Vạc")
    assert incoming.recognised["date"] == "Thứ hai, 18/11/2024 | 08:30 GMT+7"
    assert "18/11/2024" in incoming.article.notes and "Lượt xem: 1.234" in incoming.article.notes
    assert "import.lines_set_aside" in codes(incoming)


@pytest.mark.parametrize(
    "line",
    [
        "18/11/2024 08:30",
        "08:30 18/11/2024",
        "Cập nhật lúc 08:30, ngày 18/11/2024",
        "Chủ nhật, ngày 18 tháng 11 năm 2024",
        "18-11-2024 |",
        "2024-11-18T08:30:00+07:00",
    ],
)
def test_date_lines(line: str) -> None:
    incoming = read(WHOLE[0], line, *WHOLE[1:])
    assert_whole(incoming)
    assert incoming.recognised["date"] == line


def test_a_short_bulletin_keeps_its_paragraphs() -> None:
    incoming = read(HEADLINE, STANDFIRST, SECOND)
    assert incoming.article.standfirst == ""
    assert shape(incoming) == [f"P {STANDFIRST}", f"P {SECOND}"]


def test_a_long_first_paragraph_is_no_standfirst() -> None:
    incoming = read(HEADLINE, LONG, SECOND, THIRD)
    assert incoming.article.standfirst == ""
    assert shape(incoming)[0] == f"P {LONG}"


def test_one_line_alone() -> None:
    assert read(HEADLINE).article.headline == HEADLINE
    assert shape(read(LONG)) == [f"P {LONG}"]


@pytest.mark.parametrize(
    ("line", "section", "kicker"),
    [
        ("Thời sự", "Thời sự", ""),
        ("Văn hóa - Du lịch", "Văn hóa - Du lịch", ""),
        ("Văn hóa xã hội", "Văn hóa xã hội", ""),
        ("Phóng sự", "", "Phóng sự"),
        ("Người tốt việc tốt", "", "Người tốt việc tốt"),
    ],
)
def test_what_stands_above_the_headline(line: str, section: str, kicker: str) -> None:
    incoming = read(line, *WHOLE)
    assert_whole(incoming)
    assert (incoming.article.section, incoming.article.kicker) == (section, kicker)


# --- bylines


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("Hoàng Gia – Đình Anh – Trần Trang", ["Hoàng Gia", "Đình Anh", "Trần Trang"]),
        ("Hoàng Gia - Đình Anh", ["Hoàng Gia", "Đình Anh"]),
        ("Hoàng Gia — Đình Anh", ["Hoàng Gia", "Đình Anh"]),
        ("Hoàng Gia-Đình Anh", ["Hoàng Gia", "Đình Anh"]),
        ("Hoàng Gia –Đình Anh", ["Hoàng Gia", "Đình Anh"]),
        ("Hoàng Gia, Đình Anh và Trần Trang", ["Hoàng Gia", "Đình Anh", "Trần Trang"]),
        ("Hoàng Gia; Đình Anh", ["Hoàng Gia", "Đình Anh"]),
        ("Hoàng Gia   Đình Anh", ["Hoàng Gia", "Đình Anh"]),
        ("Hoàng Gia – Đình Anh/TTXVN", ["Hoàng Gia", "Đình Anh/TTXVN"]),
        ("Hoàng Gia & Đình Anh", ["Hoàng Gia", "Đình Anh"]),
        ("Hoàng Gia/Đình Anh", ["Hoàng Gia", "Đình Anh"]),
        ("HOÀNG GIA – ĐÌNH ANH", ["HOÀNG GIA", "ĐÌNH ANH"]),
        ("(Hoàng Gia – Đình Anh)", ["Hoàng Gia", "Đình Anh"]),
        ("Hoàng Gia – Đình Anh.", ["Hoàng Gia", "Đình Anh"]),
        ("*Hoàng Gia – Đình Anh*", ["Hoàng Gia", "Đình Anh"]),
        ("Hoàng Gia (Đồng Văn) – Vừ Sính (Trung tâm VH-TT, Mèo Vạc)", None),
        ("H’Hen Niê – K’Sor Y", ["H’Hen Niê", "K’Sor Y"]),
        ("PV – CTV", ["PV", "CTV"]),
        ("Nguyễn Thị Phương Thảo Nguyên – Linh", ["Nguyễn Thị Phương Thảo Nguyên", "Linh"]),
        ("Hoàng Gia", ["Hoàng Gia"]),
        ("Hoàng Gia (Đồng Văn)", ["Hoàng Gia (Đồng Văn)"]),
        ("Hoàng Gia thực hiện", ["Hoàng Gia"]),
        ("Nhóm PV Thời sự", ["Nhóm PV Thời sự"]),
        ("Tác giả: Hoàng Gia – Đình Anh", ["Hoàng Gia", "Đình Anh"]),
        ("Ma-ri Nguyễn – Đình Anh", ["Ma-ri Nguyễn", "Đình Anh"]),
    ],
)
def test_signature_lines(line: str, signed: list[str] | None) -> None:
    incoming = read(*WHOLE[:-2], line, WHOLE[-1])
    wanted = signed or ["Hoàng Gia (Đồng Văn)", "Vừ Sính (Trung tâm VH-TT, Mèo Vạc)"]
    assert names(incoming) == wanted
    assert shape(incoming) == BODY


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Bài và ảnh: Hoàng Gia", [("Hoàng Gia", Role.REPORTER)]),
        ("Tin ảnh: Hoàng Gia", [("Hoàng Gia", Role.REPORTER)]),
        ("Nhóm thực hiện: Hoàng Gia", [("Hoàng Gia", Role.REPORTER)]),
        ("Bài, ảnh: Hoàng Gia – Đình Anh", [("Hoàng Gia", Role.REPORTER), ("Đình Anh", Role.REPORTER)]),
        ("Ảnh: Đình Anh", [("Đình Anh", Role.PHOTOGRAPHER)]),
        ("Bài: Hoàng Gia – Ảnh: Đình Anh", [("Hoàng Gia", Role.REPORTER), ("Đình Anh", Role.PHOTOGRAPHER)]),
        ("Hoàng Gia - Ảnh: Đình Anh", [("Hoàng Gia", Role.REPORTER), ("Đình Anh", Role.PHOTOGRAPHER)]),
        ("Tin: Hoàng Gia; Quay phim: Đình Anh", [("Hoàng Gia", Role.REPORTER), ("Đình Anh", Role.CAMERA)]),
        (
            "Thực hiện: Hoàng Gia, Biên tập: Đình Anh",
            [("Hoàng Gia", Role.REPORTER), ("Đình Anh", Role.EDITOR)],
        ),
        ("CTV: Hoàng Gia", [("Hoàng Gia", Role.CONTRIBUTOR)]),
        ("Hoàng Gia (CTV)", [("Hoàng Gia", Role.CONTRIBUTOR)]),
        ("Người dịch: Hoàng Gia", [("Hoàng Gia", Role.TRANSLATOR)]),
        ("BÀI, ẢNH: HOÀNG GIA", [("HOÀNG GIA", Role.REPORTER)]),
        ("Bài: Hoàng Gia – Ảnh: Hoàng Gia", [("Hoàng Gia", Role.REPORTER)]),
    ],
)
def test_roles(line: str, roles: list[tuple[str, Role]]) -> None:
    incoming = read(*WHOLE[:-2], line, WHOLE[-1])
    assert [(byline.name, byline.role) for byline in incoming.article.bylines] == roles


def test_an_outsider_is_marked() -> None:
    assert read(*WHOLE[:-2], "CTV: Hoàng Gia").article.bylines[0].contributor
    assert not read(*WHOLE[:-2], "Đồ họa: Hoàng Gia").article.bylines[0].contributor


def test_signatures_on_several_lines_keep_their_order() -> None:
    incoming = read(*WHOLE[:-2], "Bài: Hoàng Gia", "Ảnh: Đình Anh", "Video: Trần Trang", WHOLE[-1])
    assert names(incoming) == ["Hoàng Gia", "Đình Anh", "Trần Trang"]


def test_photos_without_a_credit_take_that_of_the_signature() -> None:
    incoming = read(*WHOLE[:3], "Góc chợ. Ảnh: Lò Minh |", SECOND, "Bà con bán rau |", THIRD, "Ảnh: Đình Anh")
    assert [block.credit for block in incoming.article.blocks if isinstance(block, Figure)] == [
        "Lò Minh",
        "Đình Anh",
    ]
    assert "import.credits_from_byline" in codes(incoming)


def test_bylines_under_the_headline() -> None:
    incoming = read(HEADLINE, "Hoàng Gia – Đình Anh", "18/11/2024", STANDFIRST, LONG, SECOND)
    assert names(incoming) == ["Hoàng Gia", "Đình Anh"]
    assert incoming.article.standfirst == STANDFIRST


@pytest.mark.parametrize(
    "line", ["Hoàng Gia - 18/11/2024 08:30", "08:30 18/11/2024 | Hoàng Gia", "Tác giả: Hoàng Gia"]
)
def test_a_name_and_a_date_under_the_headline(line: str) -> None:
    incoming = read(HEADLINE, line, STANDFIRST, LONG, SECOND)
    assert names(incoming) == ["Hoàng Gia"]
    assert incoming.article.standfirst == STANDFIRST


@pytest.mark.parametrize(
    "line",
    [
        "Ông Vừ Mí Già, Trưởng ban quản lý chợ, cho biết thêm.",
        "Chợ Mèo Vạc, Đồng Văn và Quản Bạ cùng họp chủ nhật.",
        "Tất cả đã sẵn sàng",
        "Ảnh: chợ phiên nhìn từ trên cao",
    ],
)
def test_closing_lines_that_are_text(line: str) -> None:
    incoming = read(HEADLINE, STANDFIRST, LONG, SECOND, line)
    assert names(incoming) == []
    assert shape(incoming)[-1] == f"P {line}"


def test_a_single_name_is_told_to_be_a_guess() -> None:
    assert "import.byline_guessed" in codes(read(*WHOLE[:-2], "Hoàng Gia", WHOLE[-1]))


# --- source


@pytest.mark.parametrize(
    ("line", "source"),
    [
        (f"Nguồn: {ADDRESS}", Source(url=ADDRESS)),
        (f"Nguồn:{ADDRESS}", Source(url=ADDRESS)),
        (f"NGUỒN : {ADDRESS}.", Source(url=ADDRESS)),
        (f"Nguồn {ADDRESS}", Source(url=ADDRESS)),
        (f"(Nguồn: {ADDRESS})", Source(url=ADDRESS)),
        (f"Nguồn: {ADDRESS} |", Source(url=ADDRESS)),
        (f"Nguồn: Báo Đá Xám - {ADDRESS}", Source("Báo Đá Xám", ADDRESS)),
        (f"Nguồn: Báo Đá Xám ({ADDRESS})", Source("Báo Đá Xám", ADDRESS)),
        (f"Link gốc: {ADDRESS}", Source(url=ADDRESS)),
        ("Nguồn: Báo Đá Xám", Source("Báo Đá Xám")),
        ("Nguồn tin: TTXVN", Source("TTXVN")),
        ("Theo Báo Đá Xám", Source("Báo Đá Xám")),
        ("(Theo TTXVN)", Source("TTXVN")),
        ("Theo: Báo Đá Xám", None),
        ("Nguồn: daxam.example/tin/cho-phien", Source(url="daxam.example/tin/cho-phien")),
        (ADDRESS, Source(url=ADDRESS)),
    ],
)
def test_source_lines(line: str, source: Source | None) -> None:
    incoming = read(*WHOLE[:-1], line)
    if source is not None:
        assert incoming.article.source == source
        assert shape(incoming) == BODY
        assert names(incoming) == NAMES


@pytest.mark.parametrize("glue", [" ", " | ", " – ", " ("])
def test_a_source_that_ran_into_the_line_above(glue: str) -> None:
    assert_whole(read(*WHOLE[:-2], f"{BYLINES}{glue}Nguồn: {ADDRESS}" + (")" if "(" in glue else "")))


def test_label_and_address_on_two_lines() -> None:
    assert_whole(read(*WHOLE[:-1], "Nguồn:", ADDRESS))
    incoming = read(*WHOLE[:-1], "Theo Báo Đá Xám", f"Nguồn: {ADDRESS}")
    assert incoming.article.source == Source("Báo Đá Xám", ADDRESS)


def test_text_after_the_source_stays_body_and_is_told() -> None:
    incoming = read(*WHOLE, "Tin liên quan: Giá ngô nếp tăng trở lại sau mùa mưa kéo dài.")
    assert incoming.article.source == Source(url=ADDRESS)
    assert names(incoming) == NAMES
    assert shape(incoming) == [*BODY, "P Tin liên quan: Giá ngô nếp tăng trở lại sau mùa mưa kéo dài."]
    assert "import.text_after_source" in codes(incoming)


def test_a_sentence_about_a_source_is_text() -> None:
    line = "Nguồn nước của thôn: một con suối nhỏ chảy qua ba bản, cạn vào mùa khô và đục vào mùa mưa."
    assert shape(read(HEADLINE, STANDFIRST, LONG, SECOND, line))[-1] == f"P {line}"


# --- captions


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Góc chợ |", "Góc chợ", ""),
        ("Góc chợ. Ảnh: Lò Minh |", "Góc chợ.", "Lò Minh"),
        ("Góc chợ (Ảnh: Lò Minh) |", "Góc chợ", "Lò Minh"),
        ("Góc chợ. (Ảnh: Lò Minh – Vừ Sính)|", "Góc chợ.", "Lò Minh – Vừ Sính"),
        ("Góc chợ - Ảnh: TTXVN |", "Góc chợ", "TTXVN"),
        ("Góc chợ | Ảnh: Lò Minh |", "Góc chợ", "Lò Minh"),
        ("Góc chợ (nhìn từ núi). Nguồn ảnh: Lò Minh |", "Góc chợ (nhìn từ núi).", "Lò Minh"),
        ("| Góc chợ |", "Góc chợ", ""),
        ("|", "", ""),
        ("Ảnh 2: Góc chợ", "Góc chợ", ""),
        ("Chú thích ảnh: Góc chợ", "Góc chợ", ""),
        ("Chợ A|B họp sớm |", "Chợ A|B họp sớm", ""),
        ("Ảnh: chợ phiên nhìn từ trên cao |", "Ảnh: chợ phiên nhìn từ trên cao", ""),
        ("Chị Mỷ bên bức ảnh: phiên chợ xưa |", "Chị Mỷ bên bức ảnh: phiên chợ xưa", ""),
        ("Chợ năm 1960. Ảnh: tư liệu |", "Chợ năm 1960.", "tư liệu"),
        ("Ảnh: Lò Minh/TTXVN |", "", "Lò Minh/TTXVN"),
    ],
)
def test_caption_lines(line: str, caption: str, credit: str) -> None:
    figure = read(HEADLINE, STANDFIRST, LONG, line, SECOND).article.blocks[1]
    assert isinstance(figure, Figure)
    assert (figure.caption, figure.credit, figure.photo) == (caption, credit, None)


def test_captions_side_by_side_become_a_figure_each() -> None:
    incoming = read(HEADLINE, STANDFIRST, LONG, "Góc chợ | Dãy lanh |", SECOND)
    assert shape(incoming)[1:3] == ["F Góc chợ", "F Dãy lanh"]
    assert "import.captions_split" in codes(incoming)


def test_captions_one_after_the_other() -> None:
    assert shape(read(HEADLINE, STANDFIRST, LONG, "Một |", "Hai |", SECOND))[1:3] == ["F Một", "F Hai"]


def test_a_photo_above_the_text() -> None:
    incoming = read("Cổng chợ |", *WHOLE)
    assert incoming.article.headline == HEADLINE
    assert shape(incoming) == ["F Cổng chợ", *BODY]


def test_file_names_of_photos_ask_for_their_photo() -> None:
    incoming = read(
        HEADLINE, STANDFIRST, LONG, "[IMG_0042.JPG]", "Góc chợ |", SECOND, "cho phien 2.png", THIRD
    )
    assert shape(incoming)[1::2] == ["F Góc chợ", "F"]
    assert [reference for _, reference in incoming.pictures] == ["IMG_0042.JPG", "cho phien 2.png"]
    figures = [block.id for block in incoming.article.blocks if isinstance(block, Figure)]
    assert [block for block, _ in incoming.pictures] == figures


def test_a_credit_line_below_a_photo() -> None:
    incoming = read(HEADLINE, STANDFIRST, LONG, "Góc chợ |", "Ảnh: Lò Minh", SECOND, THIRD)
    figure = incoming.article.blocks[1]
    assert isinstance(figure, Figure) and figure.credit == "Lò Minh"
    assert shape(incoming) == [f"P {LONG}", "F Góc chợ", f"P {SECOND}", f"P {THIRD}"]


# --- structure of the body


def test_short_lines_between_paragraphs_are_crossheads() -> None:
    incoming = read(HEADLINE, STANDFIRST, "Chợ của ba dân tộc", LONG, "1. Giữ nghề rèn", SECOND, BYLINES)
    assert shape(incoming) == ["H Chợ của ba dân tộc", f"P {LONG}", "H 1. Giữ nghề rèn", f"P {SECOND}"]
    assert "import.headings_guessed" in codes(incoming)


def test_lists_need_two_items_and_speech_is_no_list() -> None:
    incoming = read(
        HEADLINE,
        STANDFIRST,
        LONG,
        "- Ngô nếp;",
        "+ Ngô tẻ;",
        "- Mật ong.",
        SECOND,
        "1. Một.",
        "2. Hai.",
        LONG,
    )
    items = [block for block in incoming.article.blocks if isinstance(block, ListItem)]
    assert [(text_of(item), item.ordered, item.depth) for item in items] == [
        ("Ngô nếp;", False, 1),
        ("Ngô tẻ;", False, 2),
        ("Mật ong.", False, 1),
        ("Một.", True, 1),
        ("Hai.", True, 1),
    ]
    assert shape(read(HEADLINE, STANDFIRST, LONG, "- Mời anh vào chợ!", SECOND))[1] == "P - Mời anh vào chợ!"


def test_numbers_that_do_not_count_from_one_stay_text() -> None:
    assert shape(read(HEADLINE, STANDFIRST, LONG, "3. Ba.", "4. Bốn.", SECOND))[1:3] == [
        "P 3. Ba.",
        "P 4. Bốn.",
    ]


def test_breaks_and_videos() -> None:
    incoming = read(HEADLINE, STANDFIRST, LONG, "* * *", SECOND, "https://youtu.be/dQw4w9WgXcQ", THIRD)
    assert isinstance(incoming.article.blocks[1], Divider)
    embed = incoming.article.blocks[3]
    assert isinstance(embed, Embed) and embed.url == "https://youtu.be/dQw4w9WgXcQ"


def test_lines_wrapped_by_a_mail_program_are_joined() -> None:
    wrapped = []
    for paragraph in (STANDFIRST, LONG, SECOND):
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > 71:
                wrapped.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        wrapped += [line, ""]
    incoming = read(HEADLINE, "", *wrapped, "Góc chợ |", "", BYLINES)
    assert incoming.article.headline == HEADLINE
    assert incoming.article.standfirst == STANDFIRST
    assert shape(incoming) == [f"P {LONG}", f"P {SECOND}", "F Góc chợ"]
    assert "import.lines_joined" in codes(incoming)


def test_double_spaces_inside_a_line_are_left_to_the_checks() -> None:
    assert (
        shape(read(HEADLINE, STANDFIRST, LONG, "Chợ  họp sớm hơn mọi năm vì trời ấm.", SECOND))[1].count("  ")
        == 1
    )


# --- robustness


@given(
    st.lists(
        st.sampled_from(
            [*WHOLE, "|", "", "***", "Nguồn:", "Ảnh:", "- a", "A – ", "18/11/2024", "(", "http://"]
        )
    )
)
@settings(max_examples=150)
def test_any_order_of_lines_is_read(lines: list[str]) -> None:
    article = read(*lines).article
    assert len({block.id for block in article.blocks}) == len(article.blocks)


@given(st.text())
@settings(max_examples=150)
def test_any_text_is_read_and_comes_out_normalised(text: str) -> None:
    incoming = read_text(text, "bai.txt")
    assert all(unicodedata.is_normalized("NFC", text_of(block)) for block in incoming.article.blocks)


@pytest.mark.parametrize(
    "hostile", [" " * 200_000 + "|", ". " * 100_000 + "|", "A – " * 50_000, "(" * 200_000, "Ảnh: " * 50_000]
)
def test_hostile_lines_do_not_take_long(hostile: str) -> None:
    assert read_text(hostile, "bai.txt").article.id


def an_article() -> Article:
    return Article(
        new_id(),
        headline=HEADLINE,
        standfirst=STANDFIRST,
        blocks=(
            Paragraph(new_id(), runs_of(LONG)),
            Heading(new_id(), runs_of("Chợ của ba dân tộc")),
            Paragraph(new_id(), runs_of(SECOND)),
            Figure(new_id(), caption="Góc chợ lanh.", credit="Lò Minh"),
            ListItem(new_id(), runs_of("Ngô nếp;")),
            ListItem(new_id(), runs_of("Mật ong.")),
            Divider(new_id()),
            Paragraph(new_id(), runs_of(THIRD)),
        ),
        bylines=(Byline("Vừ Sính"), Byline("Lò Minh", Role.PHOTOGRAPHER), Byline("Phương Thảo", Role.EDITOR)),
        source=Source("Báo Đá Xám", ADDRESS),
    )


def test_what_is_written_reads_back_the_same() -> None:
    article = an_article()
    incoming = read_text(write_text(article), "bai.txt")
    assert shape(incoming) == [
        f"P {LONG}",
        "H Chợ của ba dân tộc",
        f"P {SECOND}",
        "F Góc chợ lanh.",
        "L Ngô nếp;",
        "L Mật ong.",
        "-",
        f"P {THIRD}",
    ]
    assert incoming.article.bylines == article.bylines
    assert incoming.article.source == article.source
    assert (incoming.article.headline, incoming.article.standfirst) == (HEADLINE, STANDFIRST)


def test_line_breaks_quotes_and_embeds_are_written() -> None:
    article = Article(
        new_id(),
        blocks=(
            Quote(new_id(), runs_of("Một\u2028Hai")),
            Embed(new_id(), "https://youtu.be/a", "Video chợ phiên"),
        ),
        language="en",
        source=Source(url=ADDRESS),
    )
    assert write_text(article) == f"Một\nHai\n\nVideo chợ phiên\nhttps://youtu.be/a\n\nSource: {ADDRESS}\n"
