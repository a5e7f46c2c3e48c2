"""A stringer's Word file: what Word says of it becomes the article, the rest stays text."""

import zipfile
from io import BytesIO

import pytest

from making.foreign_word import address_link, drawing, foreign_docx, image_link, p, r, style
from making.word import png
from newsdesk.article.blocks import Box, Crop, Divider, Figure, Heading, ListItem, Paragraph, Quote, text_of
from newsdesk.article.model import Article
from newsdesk.article.text import Mark, Run
from newsdesk.word.foreign import read_docx
from newsdesk.word.incoming import IncomingDocx

STYLES = (
    style("Title", "Title")
    + style("Subtitle", "Subtitle")
    + style("Heading1", "heading 1")
    + style("Heading2", "heading 2")
    + style("Heading3", "heading 3")
    + style("DM", "Đề mục 2")
    + style("Con", "Mục của tôi", based_on="Heading1")
    + style("ChuThich", "Chú thích ảnh")
    + style("Caption", "caption")
    + style("Quote", "Quote")
    + style("Strong", "Strong", kind="character", properties="<w:rPr><w:b/></w:rPr>")
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="none"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)
LINKS = (
    image_link("i1", "media/a.jpg")
    + image_link("i2", "media/b.png")
    + image_link("out", "https://anh.example/x.jpg", "External")
    + image_link("emf", "media/c.emf")
    + address_link("h1", "https://huyen.example/")
    + address_link("bad", "javascript:alert(1)")
)
PARTS = {"word/media/a.jpg": png(shade=1), "word/media/b.png": png(shade=2), "word/media/c.emf": b"EMF"}
TEXT = "Sáng nay, hàng trăm người dân đã có mặt từ rất sớm ở bến sông cũ."


def read(body: str) -> IncomingDocx:
    data = foreign_docx(body, styles=STYLES, numbering=NUMBERING, links=LINKS, parts=PARTS)
    return read_docx(data, "tin.docx")


def article(body: str) -> Article:
    return read(body).article


def texts(body: str) -> list[str]:
    return [text_of(block) for block in article(body).blocks]


def figures(body: str) -> list[Figure]:
    return [block for block in article(body).blocks if isinstance(block, Figure)]


def kinds(body: str) -> list[str]:
    return [type(block).__name__ for block in article(body).blocks]


def notes(body: str) -> dict[str, object]:
    return {note.code: note.params.get("count") for note in read(body).notes}


class TestStyles:
    def test_title_and_subtitle_are_headline_and_standfirst(self) -> None:
        found = article(p("Bến sông", "Title") + p("Sapo của bài.", "Subtitle") + p(TEXT))
        assert (found.headline, found.standfirst) == ("Bến sông", "Sapo của bài.")
        assert texts(p("Bến sông", "Title") + p(TEXT)) == [TEXT]

    def test_a_second_title_is_a_heading(self) -> None:
        body = p("Một", "Title") + p(TEXT) + p("Hai", "Title") + p(TEXT)
        assert article(body).headline == "Một"
        assert kinds(body) == ["Paragraph", "Heading", "Paragraph"]

    def test_headings_have_two_levels_and_no_emphasis(self) -> None:
        blocks = article(
            p(TEXT) + p("Lớn", "Heading1", marks="<w:b/>") + p("Nhỏ", "Heading2") + p("Sâu", "Heading3")
        ).blocks
        assert [(b.level, b.runs) for b in blocks if isinstance(b, Heading)] == [
            (1, (Run("Lớn"),)),
            (2, (Run("Nhỏ"),)),
            (2, (Run("Sâu"),)),
        ]

    def test_the_largest_headings_used_are_the_first_level(self) -> None:
        blocks = article(p("A", "Heading2") + p(TEXT) + p("B", "Heading3") + p("C", "Heading2")).blocks
        assert [block.level for block in blocks if isinstance(block, Heading)] == [1, 2, 1]

    def test_an_opening_heading_above_all_others_is_the_headline(self) -> None:
        found = article(p() + p("Bến sông", "Heading1") + p(TEXT) + p("Mục", "Heading2") + p(TEXT))
        assert found.headline == "Bến sông"
        assert [block.level for block in found.blocks if isinstance(block, Heading)] == [1]

    def test_one_of_several_equal_headings_is_no_headline(self) -> None:
        assert article(p("A", "Heading1") + p(TEXT) + p("B", "Heading1") + p(TEXT)).headline == ""

    def test_vietnamese_names_inheritance_and_outline_levels_make_headings(self) -> None:
        outline = '<w:outlineLvl w:val="0"/>'
        body = p("A", "Con") + p("B", "DM") + p("C", more=outline) + p("D", more='<w:outlineLvl w:val="9"/>')
        assert kinds(body) == ["Heading", "Heading", "Heading", "Paragraph"]

    def test_quotes_rules_and_single_cells(self) -> None:
        cell = f"<w:tbl><w:tr><w:tc>{p('Hộp')}{p('Hai dòng')}</w:tc></w:tr></w:tbl>"
        blocks = article(p("Lời nói.", "Quote") + p("* * *") + cell).blocks
        assert [type(block) for block in blocks] == [Quote, Divider, Box, Box]

    def test_styles_in_a_circle_are_body(self) -> None:
        circle = style("A", "một", based_on="B") + style("B", "hai", based_on="A")
        found = read_docx(foreign_docx(p(TEXT, "A"), styles=circle), "x.docx").article.blocks
        assert [type(block) for block in found] == [Paragraph]


class TestText:
    def test_marks_are_read_directly_and_from_character_styles(self) -> None:
        runs = (
            r("a", "<w:b/>")
            + r("b", '<w:b w:val="0"/><w:i/>')
            + r("c", '<w:rStyle w:val="Strong"/>')
            + r("d", '<w:rStyle w:val="Strong"/><w:b w:val="false"/>')
            + r("e", '<w:vertAlign w:val="superscript"/>')
            + r("f", "<w:vanish/>")
        )
        (block,) = article(f"<w:p>{runs}</w:p>").blocks
        assert isinstance(block, Paragraph)
        assert block.runs == (
            Run("a", frozenset({Mark.BOLD})),
            Run("b", frozenset({Mark.ITALIC})),
            Run("c", frozenset({Mark.BOLD})),
            Run("d"),
            Run("e", frozenset({Mark.SUPERSCRIPT})),
        )

    def test_links_are_kept_when_they_may_be_followed(self) -> None:
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/"'
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{r("hai")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        body = (
            f'<w:p><w:hyperlink r:id="h1">{r("một")}</w:hyperlink>{r(" ")}{field}{r(" ")}'
            f'<w:hyperlink r:id="bad">{r("ba")}</w:hyperlink></w:p>'
        )
        (block,) = article(body).blocks
        assert isinstance(block, Paragraph)
        assert [(run.text, run.href) for run in block.runs] == [
            ("một", "https://huyen.example/"),
            (" ", None),
            ("hai", "https://b.example/"),
            (" ba", None),
        ]

    def test_wrappers_are_entered_once(self) -> None:
        body = (
            f"<w:sdt><w:sdtContent><w:p><w:smartTag>{r('A')}</w:smartTag><w:sdt><w:sdtContent>{r('B')}"
            f'</w:sdtContent></w:sdt><w:fldSimple w:instr=" PAGE ">{r("C")}</w:fldSimple>'
            f"<mc:AlternateContent><mc:Choice>{r('D')}</mc:Choice><mc:Fallback>{r('E')}</mc:Fallback>"
            "</mc:AlternateContent></w:p></w:sdtContent></w:sdt>"
        )
        assert texts(body) == ["ABCD"]

    def test_pending_changes_are_read_as_accepted_and_said(self) -> None:
        body = (
            f"<w:p>{r('Giữ ')}<w:ins>{r('thêm ')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
            f"<w:moveTo>{r('đến')}</w:moveTo><w:moveFrom>{r('đi')}</w:moveFrom></w:p>"
        )
        assert texts(body) == ["Giữ thêm đến"]
        assert notes(body) == {"docx.changes_accepted": 4}

    def test_a_deleted_paragraph_mark_joins_two_paragraphs(self) -> None:
        mark = "<w:rPr><w:del/></w:rPr>"
        assert texts(p("Một ", more=mark) + p("", more=mark) + p("hai.", "Quote")) == ["Một hai."]
        assert kinds(p("Một ", more=mark) + p("hai.", "Quote")) == ["Quote"]
        assert texts(p("Cuối.", more=mark)) == ["Cuối."]

    def test_comments_and_footnotes_are_left_out_and_said(self) -> None:
        marks = '<w:commentReference w:id="1"/><w:footnoteReference w:id="2"/>'
        body = f"<w:p>{r('A')}<w:r>{marks}</w:r></w:p>"
        assert notes(body) == {"docx.comments_left_out": 1, "docx.footnotes_left_out": 1}

    def test_a_drop_cap_joins_its_paragraph(self) -> None:
        assert texts(p("S", more='<w:framePr w:dropCap="drop"/>') + p("áng nay.")) == ["Sáng nay."]

    def test_text_is_composed_trimmed_and_its_breaks_kept(self) -> None:
        body = (
            f"<w:p>{r('  Ngươ')}{r('̀i')}<w:r><w:br/><w:t>hai</w:t><w:tab/><w:br w:type='page'/></w:r></w:p>"
        )
        assert texts(body) == ["Người\u2028hai"]

    def test_empty_paragraphs_are_spacing(self) -> None:
        assert texts(p() + p("   ") + p(TEXT) + p()) == [TEXT]

    def test_strict_files_read_like_others(self) -> None:
        data = foreign_docx(p("Bến", "Title") + p(TEXT), styles=STYLES)
        for old, new in (
            (
                b"schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"purl.oclc.org/ooxml/wordprocessingml/main",
            ),
            (
                b"schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        ):
            data = replaced(data, old, new)
        assert read_docx(data, "x.docx").article.headline == "Bến"


class TestLists:
    def test_numbering_makes_items(self) -> None:
        def item(text: str, level: int, number: int = 7) -> str:
            return p(text, more=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

        blocks = article(
            item("a", 0) + item("b", 1) + item("c", 2) + item("d", 0, 0) + item("e", 0, 99)
        ).blocks
        assert [(b.ordered, b.depth) for b in blocks if isinstance(b, ListItem)] == [(False, 1), (True, 2)]
        assert [type(b) for b in blocks[2:]] == [Paragraph] * 3

    def test_a_style_may_number(self) -> None:
        numbered = style("Muc", "Mục", properties='<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>')
        data = foreign_docx(
            p("a", "Muc") + p("b", "LB"), styles=numbered + style("LB", "List Number 3"), numbering=NUMBERING
        )
        found = read_docx(data, "x.docx").article.blocks
        assert [(b.ordered, b.depth) for b in found if isinstance(b, ListItem)] == [(False, 1), (True, 2)]


class TestTables:
    def test_rows_become_lines_of_text_and_that_is_said(self) -> None:
        def row(*cells: str) -> str:
            return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

        rows = row(p("Xã"), p("Số hộ")) + row(p("Tân Quang"), p("312") + p("hộ")) + row(p(), p())
        body = f"<w:tbl>{rows}</w:tbl>"
        assert texts(body) == ["Xã | Số hộ", "Tân Quang | 312 hộ"]
        assert notes(body) == {"docx.tables_as_text": 1}

    def test_cells_in_content_controls_are_read(self) -> None:
        cell = f"<w:sdt><w:sdtContent><w:tc>{p('Xã')}</w:tc></w:sdtContent></w:sdt>"
        assert texts(f"<w:tbl><w:tr>{cell}<w:tc>{p('Số hộ')}</w:tc></w:tr></w:tbl>") == ["Xã | Số hộ"]

    def test_pictures_side_by_side_in_a_table_keep_their_captions(self) -> None:
        body = (
            f"<w:tbl><w:tr><w:tc><w:p>{drawing('i1')}</w:p></w:tc><w:tc><w:p>{drawing('i2')}</w:p></w:tc></w:tr>"
            f"<w:tr><w:tc>{p('Trái', 'Caption')}</w:tc><w:tc>{p('Phải', 'Caption')}</w:tc></w:tr></w:tbl>"
        )
        assert [figure.caption for figure in figures(body)] == ["Trái", "Phải"]


class TestPictures:
    @pytest.mark.parametrize(
        ("below", "caption", "credit"),
        [
            (p("Bến sông.", "Caption"), "Bến sông.", ""),
            (p("Bến sông.", "ChuThich"), "Bến sông.", ""),
            (p("Bến sông.", marks="<w:i/>"), "Bến sông.", ""),
            (p("Bến sông.", more='<w:jc w:val="center"/>'), "Bến sông.", ""),
            (p("Ảnh 2: Bến sông. Ảnh: Hoàng Gia"), "Bến sông.", "Hoàng Gia"),
            (p("Bến sông. (Nguồn ảnh: Báo Tân Quang)", "Caption"), "Bến sông.", "Báo Tân Quang"),
            (p("Bến sông. |"), "Bến sông.", ""),
            (p("Bến sông.", "Caption") + p("Ảnh: Hoàng Gia"), "Bến sông.", "Hoàng Gia"),
            (p("Ảnh: Hoàng Gia"), "", "Hoàng Gia"),
            (p(TEXT), "", ""),
            (p(TEXT * 6, marks="<w:i/>"), "", ""),
        ],
    )
    def test_what_stands_below_a_picture(self, below: str, caption: str, credit: str) -> None:
        (figure,) = figures(f"<w:p>{drawing('i1', 'Phà')}</w:p>{below}{p(TEXT)}")
        assert (figure.alt, figure.caption, figure.credit) == ("Phà", caption, credit)

    def test_bytes_come_along(self) -> None:
        found = read(f"<w:p>{drawing('i1')}{drawing('i2')}</w:p>")
        assert list(found.pictures.values()) == [("a.jpg", png(shade=1)), ("b.png", png(shade=2))]
        assert list(found.pictures) == [block.id for block in found.article.blocks]
        assert found.recognised["figures"] == 2

    def test_a_floating_picture_stands_after_its_paragraph(self) -> None:
        body = f"<w:p>{drawing('i1', floating=True)}{r(TEXT)}</w:p>{p('Bến sông.', 'Caption')}"
        assert kinds(body) == ["Paragraph", "Figure"]
        assert figures(body)[0].caption == "Bến sông."

    def test_a_caption_may_stand_in_the_paragraph_of_the_picture(self) -> None:
        body = f"<w:p>{drawing('i1')}<w:r><w:br/></w:r>{r('Ảnh 1: Bến sông.', '<w:i/>')}</w:p>{p(TEXT)}"
        assert kinds(body) == ["Figure", "Paragraph"]
        assert figures(body)[0].caption == "Bến sông."

    def test_a_caption_may_float_in_a_text_box(self) -> None:
        box = f"<wps:txbx><w:txbxContent>{p('Bến sông lúc sớm.')}</w:txbxContent></wps:txbx>"
        old = (
            f"<w:pict><v:textbox><w:txbxContent>{p('Bến sông lúc sớm.')}</w:txbxContent></v:textbox></w:pict>"
        )
        both = (
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
        )
        body = f"<w:p>{drawing('i1', floating=True)}{both}</w:p>{p(TEXT)}"
        assert kinds(body) == ["Figure", "Paragraph"]
        assert figures(body)[0].caption == "Bến sông lúc sớm."

    def test_old_pictures_are_read(self) -> None:
        shape = '<w:r><w:pict><v:shape alt="Phà"><v:imagedata r:id="i1"/></v:shape></w:pict></w:r>'
        (figure,) = figures(f"<w:p>{shape}</w:p>")
        assert figure.alt == "Phà"

    @pytest.mark.parametrize(
        ("crop", "expected"),
        [
            ('l="10000" r="20000"', Crop(0.1, 0.0, 0.8, 1.0)),
            ('l="60000" r="60000"', None),
            ('l="x"', None),
            ('t="-5000"', None),
            ("", None),
        ],
    )
    def test_cropping_is_kept(self, crop: str, expected: Crop | None) -> None:
        (figure,) = figures(f"<w:p>{drawing('i1', crop=crop)}</w:p>")
        assert figure.crop == expected

    def test_pictures_that_are_not_there_or_are_drawn_stay_placeholders(self) -> None:
        body = f"<w:p>{drawing('out')}</w:p><w:p>{drawing('emf')}</w:p><w:p>{drawing('none')}</w:p>"
        assert len(figures(body)) == 3
        assert read(body).pictures == {}
        assert notes(body) == {"docx.pictures_missing": 2, "docx.pictures_drawn": 1}


def test_bylines_source_and_plain_headlines_stay_text_for_those_who_read_text() -> None:
    lines = ["Bến sông cũ", TEXT, "Hoàng Gia – Đình Anh", "Nguồn: https://bao.example/x"]
    found = article("".join(map(p, lines)))
    assert [text_of(block) for block in found.blocks] == lines
    assert (found.headline, found.bylines, found.source) == ("", (), None)


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return buffer.getvalue()
