"""What is copied out and what of a paste gets in."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from making.page_operations import assert_sound
from making.pages import CTRL, Key, a_page, caret_at, press, texts
from newsdesk.article.blocks import Divider, Embed, Figure, Heading, ListItem, Paragraph, Quote
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.gui.editor.clipboard import MIME, lines_from, photo_files, picture_from, plain_lines, to_mime
from newsdesk.gui.editor.html_in import lines_of_html
from newsdesk.gui.editor.html_out import html_of
from newsdesk.gui.editor.lines import Kind, to_blocks, to_lines
from newsdesk.gui.editor.page import Page

pytestmark = pytest.mark.usefixtures("qapp")

BOLD = frozenset({Mark.BOLD})
FIGURE = Figure("f", "a" * 64, "chú thích", "Ảnh: An", alt="cầu", people=("An",))
BODY = (Paragraph("a", runs_of("một")), FIGURE, Paragraph("z", runs_of("hai")))

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p.MsoNormal{margin:0cm;font-family:"Calibri"}</style></head><body lang=VI><!--StartFragment-->
<h1 style='color:red'>Tiêu đề</h1>
<p class=MsoNormal><b><span style='font-size:14.0pt'>Đậm</span></b> và <i>nghiêng</i>
<a href="https://a.b/">liên kết</a><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table><tr><td>ô một</td><td>ô hai</td></tr></table><!--EndFragment--></body></html>"""
DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr"><span style="font-weight:700">Đậm</span><span> thường</span></p>
<ul><li dir="ltr"><p>một</p></li><li><p>hai</p><ul><li><p>sâu</p></li></ul></li></ul>
<ol><li><p>thứ nhất</p></li></ol></b>"""


def mime_of(**forms: str) -> QMimeData:
    mime = QMimeData()
    if "html" in forms:
        mime.setHtml(forms["html"])
    if "text" in forms:
        mime.setText(forms["text"])
    return mime


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = a_page(BODY)
    qtbot.addWidget(page)
    return page


def test_word_keeps_its_structure_and_loses_its_looks() -> None:
    heading, paragraph, *cells = lines_of_html(WORD)
    assert (heading.kind, heading.text) == (Kind.HEADING_1, "Tiêu đề")
    assert paragraph.runs == (
        Run("Đậm", BOLD),
        Run(" và "),
        Run("nghiêng", frozenset({Mark.ITALIC})),
        Run(" "),
        Run("liên kết", frozenset(), "https://a.b/"),
    )
    assert [cell.text for cell in cells] == ["ô một", "ô hai"]


def test_google_docs_keeps_weights_and_lists() -> None:
    lines = lines_of_html(DOCS)
    assert lines[0].runs == (Run("Đậm", BOLD), Run(" thường"))
    assert [(line.kind, line.text) for line in lines[1:]] == [
        (Kind.BULLET_1, "một"),
        (Kind.BULLET_1, "hai"),
        (Kind.BULLET_2, "sâu"),
        (Kind.NUMBER_1, "thứ nhất"),
    ]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"]
)
def test_only_web_and_mail_links_get_in(address: str) -> None:
    (line,) = lines_of_html(f'<p><a href="{address}">chữ</a></p>')
    assert line.runs == (Run("chữ"),)


def test_scripts_pictures_and_noise_do_not_get_in() -> None:
    html = (
        "<p>a<script>alert(1)</script><img src='https://t.example/pixel.gif'>&nbsp;b\u200b</p><p>&nbsp;</p>"
    )
    assert [line.text for line in lines_of_html(html)] == ["a b"]


def test_pasting_loads_nothing(tmp_path: Path) -> None:
    sheet = tmp_path / "tracked.css"
    sheet.write_text("p { font-weight: bold }", encoding="utf-8")
    link = f'<link rel="stylesheet" type="text/css" href="{sheet}">'
    html = f"<html><head>{link}</head><body><p>x</p></body></html>"
    (line,) = lines_of_html(html)
    assert line.runs == (Run("x"),)


def test_superscript_line_breaks_and_nfc() -> None:
    (line,) = lines_of_html("<p>12 m<sup>3</sup><br>to\u0323a</p>")
    assert line.runs == (Run("12 m"), Run("3", frozenset({Mark.SUPERSCRIPT})), Run("\u2028tọa"))


def test_plain_text_is_paragraphs() -> None:
    lines = plain_lines(mime_of(text="một\r\n\n  hai\ufffc \n\n"))
    assert [(line.kind, line.text) for line in lines] == [(Kind.PARAGRAPH, "một"), (Kind.PARAGRAPH, "hai")]


def test_our_own_form_carries_whole_blocks() -> None:
    body = (
        Heading("h", runs_of("Mục"), 2),
        FIGURE,
        ListItem("l", runs_of("một"), True, 2),
        Embed("e", "https://v.example/", "Phim"),
        Divider("d"),
        Quote("q", (Run("lời", BOLD, "https://a.b/"),)),
    )
    assert to_blocks(lines_from(to_mime(to_lines(body)))) == body


@pytest.mark.parametrize("data", [b"\xff", b"{", b"[1]", b'[{"type":"figure","photo":"x"}]', b"null", b"5"])
def test_a_forged_form_of_ours_falls_back_to_the_text(data: bytes) -> None:
    mime = mime_of(text="chữ")
    mime.setData(MIME, QByteArray(data))
    assert [line.text for line in lines_from(mime)] == ["chữ"]


def test_copied_html_is_clean_and_nested() -> None:
    html = html_of(
        to_lines(
            [
                Paragraph("p", (Run("a<b", BOLD), Run("c\u2028d", frozenset(), "https://x.y/?a=1&b=2"))),
                ListItem("1", runs_of("một")),
                ListItem("2", runs_of("sâu"), depth=2),
                ListItem("3", runs_of("thứ tự"), True),
                FIGURE,
            ]
        )
    )
    assert html == (
        "<html><body><p><b>a&lt;b</b>"
        '<a href="https://x.y/?a=1&amp;b=2">c<br>d</a></p>'
        "<ul><li>một<ul><li>sâu</li></ul></li></ul><ol><li>thứ tự</li></ol>"
        "<p>chú thích</p><p>Ảnh: An</p></body></html>"
    )
    assert [line.text for line in lines_of_html(html)][:3] == ["a<bc\u2028d", "một", "sâu"]


def test_cut_and_paste_moves_a_figure_with_its_id(page: Page) -> None:
    page.show_block("f")
    press(page, Key.Key_X, CTRL)
    assert texts(page) == ["một", "hai"]
    caret_at(page, 1, 3)
    press(page, Key.Key_V, CTRL)
    assert page.manuscript.article.blocks == (BODY[0], BODY[2], FIGURE)
    assert_sound(page)


def test_copy_and_paste_makes_a_second_figure(page: Page) -> None:
    page.show_block("f")
    press(page, Key.Key_C, CTRL)
    caret_at(page, 4, 0)
    press(page, Key.Key_V, CTRL)
    figures = [block for block in page.manuscript.article.blocks if isinstance(block, Figure)]
    assert len({figure.id for figure in figures}) == 2
    assert {figure.alt for figure in figures} == {"cầu"}
    assert_sound(page)


def test_words_are_pasted_into_the_line(page: Page) -> None:
    caret_at(page, 0, 1)
    page.insertFromMimeData(mime_of(html="<p>X<b>Y</b></p>"))
    assert page.lines[0].runs == (Run("mX"), Run("Y", BOLD), Run("ột"))


def test_paragraphs_join_the_text_around_the_caret(page: Page) -> None:
    caret_at(page, 0, 1)
    page.insertFromMimeData(mime_of(text="X\nY\nZ"))
    assert texts(page)[:3] == ["mX", "Y", "Zột"]
    assert page.selection().caret.line == 2
    assert page.selection().caret.offset == 1
    page.manuscript.undo()
    assert page.manuscript.article.blocks == BODY


def test_a_caption_takes_one_plain_line(page: Page) -> None:
    caret_at(page, 2, 3)
    page.insertFromMimeData(mime_of(html="<p>X <b>Y</b></p><p>Z</p>"))
    assert texts(page)[2] == "chúX Y Z thích"
    assert_sound(page)


def test_pasting_over_all_keeps_what_was_pasted(page: Page) -> None:
    press(page, Key.Key_A, CTRL)
    page.insertFromMimeData(mime_of(html=DOCS))
    assert texts(page) == ["Đậm thường", "một", "hai", "sâu", "thứ nhất"]
    assert_sound(page)


def test_plain_paste_leaves_formatting_out(page: Page) -> None:
    QGuiApplication.clipboard().setMimeData(mime_of(html="<h1>X <b>Y</b></h1>", text="X Y"))
    caret_at(page, 0, 3)
    page.paste_plain()
    assert page.lines[0].runs == (Run("mộtX Y"),)


def test_part_of_a_caption_is_copied_as_text(page: Page) -> None:
    caret_at(page, 2, 0, (2, 3))
    mime = page.createMimeDataFromSelection()
    assert mime.text() == "chú"
    items = json.loads(bytes(mime.data(MIME).data()))
    assert [item["type"] for item in items] == ["paragraph"]


def test_photo_files_are_offered_not_pasted(page: Page, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls(
        [QUrl.fromLocalFile("/ảnh/một.JPG"), QUrl.fromLocalFile("/a.pdf"), QUrl("https://x.y/z.jpg")]
    )
    assert [path.name for path in photo_files(mime)] == ["một.JPG"]
    with qtbot.waitSignal(page.photos_dropped) as dropped:
        page.insertFromMimeData(mime)
    assert [path.name for path in dropped.args[0]] == ["một.JPG"]
    assert page.manuscript.article.blocks == BODY


def test_a_picture_comes_in_its_own_encoding_else_as_png(page: Page, qtbot: QtBot) -> None:
    mime = QMimeData()
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    mime.setImageData(image)
    with qtbot.waitSignal(page.picture_pasted) as pasted:
        page.insertFromMimeData(mime)
    assert QImage.fromData(pasted.args[0].data).size() == image.size()
    mime.setData("image/jpeg", QByteArray(b"jpeg bytes"))
    picture = picture_from(mime)
    assert picture is not None
    assert (picture.data, picture.name) == (b"jpeg bytes", "clipboard.jpg")


def test_text_wins_over_the_picture_of_it(page: Page) -> None:
    mime = mime_of(html="<p>chữ</p>")
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    caret_at(page, 0, 3)
    page.insertFromMimeData(mime)
    assert texts(page)[0] == "mộtchữ"


def test_an_empty_clipboard_changes_nothing(page: Page) -> None:
    QGuiApplication.clipboard().clear()
    page.paste()
    page.paste_plain()
    page.insertFromMimeData(QMimeData())
    assert page.manuscript.article.blocks == BODY
