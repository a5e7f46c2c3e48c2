"""Pages come in by whitelist; hostile ones give their text and nothing else."""

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
    shape,
)
from newsdesk.article.blocks import Box, Embed, Figure, Heading, ListItem, Paragraph, Quote, text_of
from newsdesk.article.model import Source
from newsdesk.article.text import Mark, Run
from newsdesk.errors import BadInput
from newsdesk.interchange.html import read_html
from newsdesk.interchange.incoming import Incoming


def read(body: str, head: str = "") -> Incoming:
    return read_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", "bai.html")


def read_body(body: str) -> Incoming:
    """A page whose start and end are taken care of, so that `body` stays what it is."""
    opening = f"<h1>{HEADLINE}</h1><p class=sapo>{STANDFIRST}</p>"
    return read(f"{opening}{body}<p>{LONG}</p><p>{BYLINES}</p>")


def test_a_saved_page() -> None:
    incoming = read(
        f"""
        <nav><a href="/">Trang chủ</a></nav><script>alert(1)</script>
        <article><h1>{HEADLINE}</h1><time>18/11/2024 08:30</time>
        <p><strong>{STANDFIRST}</strong></p><p>{LONG}</p>
        <figure><img src="anh/1.jpg" alt="Dãy lanh"><figcaption>Góc chợ. Ảnh: Lò Minh</figcaption></figure>
        <p>{SECOND}</p><p>&nbsp;</p><p>{THIRD}</p>
        <p style="text-align:right"><b>{BYLINES}</b></p>
        <p>Nguồn: <a href="{ADDRESS}">Báo Đá Xám</a></p></article>
        <aside><p>Tin liên quan</p></aside><footer>© 2024</footer>"""
    )
    article = incoming.article
    assert (article.headline, article.standfirst) == (HEADLINE, STANDFIRST)
    assert shape(incoming) == [f"P {LONG}", "F Góc chợ.", f"P {SECOND}", f"P {THIRD}"]
    assert names(incoming) == NAMES
    assert article.source == Source("Báo Đá Xám", ADDRESS)
    figure = article.blocks[1]
    assert isinstance(figure, Figure)
    assert (figure.credit, figure.alt) == ("Lò Minh", "Dãy lanh")
    assert incoming.pictures == ((figure.id, "anh/1.jpg"),)
    assert "import.standfirst_guessed" not in codes(incoming)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>document.write('tấn công')</script>",
        "<style>p { content: 'tấn công' }</style>",
        "<svg><text>tấn công</text></svg>",
        "<template><p>tấn công</p></template>",
        "<noscript>tấn công</noscript>",
        "<form><input value='tấn công'><button>tấn công</button></form>",
        "<p style='display:none'>tấn công</p>",
        "<p hidden>tấn công</p>",
        "<!-- tấn công -->",
        "<?php echo 'tấn công' ?>",
        "<object data=x>tấn công</object>",
    ],
)
def test_what_is_not_on_the_whitelist_stays_out(hostile: str) -> None:
    incoming = read_body(f"<p>Trước.</p>{hostile}<p>Sau.</p>")
    assert shape(incoming)[:2] == ["P Trước.", "P Sau."]
    assert all("tấn công" not in line for line in shape(incoming))


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://truyenhinh.example/a?b=1&amp;c=đ", "https://truyenhinh.example/a?b=1&c=đ"),
        ("mailto:toasoan@truyenhinh.example", "mailto:toasoan@truyenhinh.example"),
        ("HTTP://TRUYENHINH.EXAMPLE/", "HTTP://TRUYENHINH.EXAMPLE/"),
        ("javascript:alert(1)", None),
        ("java&#10;script:alert(1)", None),
        (" javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("/doi-song/bai", None),
        ("file:///etc/passwd", None),
        ("http://[", None),
        ("https:", None),
    ],
)
def test_links_lead_to_the_web_or_to_mail_or_are_dropped(href: str, kept: str | None) -> None:
    incoming = read_body(f'<p>Xem <a href="{href}">trang này</a>.</p>')
    block = incoming.article.blocks[0]
    assert isinstance(block, Paragraph)
    assert text_of(block) == "Xem trang này."
    assert [run.href for run in block.runs if run.href] == ([kept] if kept else [])
    assert ("import.links_dropped" in codes(incoming)) is (kept is None)


def test_marks_and_white_space() -> None:
    block = read_body(
        """<p>  Chợ
        <b>họp <i>rất</i></b> <em></em>sớm, 12&nbsp;km<sup>2</sup>
        <span style="font-weight: 700">xa</span> <u>đấy</u> </p>"""
    ).article.blocks[0]
    assert isinstance(block, Paragraph)
    assert block.runs == (
        Run("Chợ "),
        Run("họp ", frozenset({Mark.BOLD})),
        Run("rất", frozenset({Mark.BOLD, Mark.ITALIC})),
        Run(" sớm, 12 km"),
        Run("2", frozenset({Mark.SUPERSCRIPT})),
        Run(" "),
        Run("xa", frozenset({Mark.BOLD})),
        Run(" đấy"),
    )


def test_headings_lists_quotes_boxes_and_embeds() -> None:
    blocks = read_body(
        """<h2>Một</h2><h4>Hai</h4><blockquote><p>Ba.</p></blockquote>
        <ul><li>Bốn<ol><li>Năm</li></ol></li></ul><aside class="box"><p>Sáu.</p></aside>
        <iframe src="//www.youtube.com/embed/x" title="Bảy"></iframe><hr>"""
    ).article.blocks
    assert [(type(block), text_of(block)) for block in blocks[:7]] == [
        (Heading, "Một"),
        (Heading, "Hai"),
        (Quote, "Ba."),
        (ListItem, "Bốn"),
        (ListItem, "Năm"),
        (Box, "Sáu."),
        (Embed, "Bảy"),
    ]
    inner = blocks[4]
    assert isinstance(inner, ListItem) and inner.ordered and inner.depth == 2
    embed = blocks[6]
    assert isinstance(embed, Embed) and embed.url == "https://www.youtube.com/embed/x"


@pytest.mark.parametrize(
    "picture",
    [
        '<p><img src="1.jpg"></p><p>Góc chợ |</p>',
        '<p><img src="1.jpg"><br><em>Góc chợ</em></p>',
        '<table><tr><td><img src="1.jpg"></td></tr><tr><td>Góc chợ</td></tr></table>',
        '<figure><img data-src="1.jpg" src="data:,x"><figcaption>Góc chợ</figcaption></figure>',
        '<figure><div><a><img src="1.jpg"></a></div><figcaption>Góc <b>chợ</b></figcaption></figure>',
    ],
)
def test_photos_and_captions_of_old_pages(picture: str) -> None:
    incoming = read_body(picture)
    assert shape(incoming)[0] == "F Góc chợ"
    assert [reference for _, reference in incoming.pictures] == ["1.jpg"]


def test_a_caption_belongs_to_the_last_photo_of_a_figure() -> None:
    incoming = read_body(
        "<figure><img src=a.jpg><img src=b.jpg><figcaption>Hai góc chợ</figcaption></figure>"
    )
    assert shape(incoming)[:2] == ["F", "F Hai góc chợ"]


def test_a_table_of_figures_becomes_lines() -> None:
    incoming = read_body(
        "<table><tr><th>Phiên</th><th>Lượt khách</th></tr><tr><td>3/11</td><td>1.200</td></tr></table>"
    )
    assert shape(incoming)[:2] == ["P Phiên – Lượt khách", "P 3/11 – 1.200"]
    assert "import.tables_flattened" in codes(incoming)


def test_a_table_that_lays_out_the_page_is_opened() -> None:
    incoming = read(f"<table><tr><td><h1>{HEADLINE}</h1><p>{LONG}</p><p>{SECOND}</p></td></tr></table>")
    assert incoming.article.headline == HEADLINE
    assert shape(incoming) == [f"P {LONG}", f"P {SECOND}"]


def test_paragraphs_made_with_line_breaks() -> None:
    incoming = read_body(f"<div>{LONG}<br><br>{SECOND}<br>{THIRD}</div>")
    assert shape(incoming)[:3] == [f"P {LONG}", f"P {SECOND}", f"P {THIRD}"]
    captioned = read_body(f"<div>{SECOND}<br>Góc chợ |<br>{THIRD}</div>")
    assert shape(captioned)[:3] == [f"P {SECOND}", "F Góc chợ", f"P {THIRD}"]


def test_verse_keeps_its_lines() -> None:
    assert (
        shape(read_body("<p>Đường lên dốc đá<br>\n nửa trời sương</p>"))[0]
        == "P Đường lên dốc đá\u2028nửa trời sương"
    )


def test_bold_short_lines_are_crossheads() -> None:
    incoming = read_body(
        f"<p><strong>Chợ của ba dân tộc</strong></p><p>{LONG}</p><p>Chợ nhỏ</p><p>{SECOND}</p>"
    )
    assert shape(incoming)[0] == "H Chợ của ba dân tộc"
    assert "P Chợ nhỏ" in shape(incoming)


def test_the_title_stands_in_for_a_headline_and_is_told() -> None:
    incoming = read(f"<p>{LONG}</p><p>{SECOND}</p>", f"<title>{HEADLINE}</title>")
    assert incoming.article.headline == HEADLINE
    assert "import.headline_from_title" in codes(incoming)


def test_a_headline_outside_the_article_and_a_kicker_above_one() -> None:
    incoming = read(f"<h1>{HEADLINE}</h1><article><p>{LONG}</p></article>")
    assert incoming.article.headline == HEADLINE
    incoming = read(f"<p>Phóng sự</p><h1>{HEADLINE}</h1><p>{LONG}</p>")
    assert (incoming.article.kicker, incoming.article.headline) == ("Phóng sự", HEADLINE)


def test_an_xml_declaration_and_entities() -> None:
    page = f"<html><body><h1>{HEADLINE}</h1><p>A &amp; B &#7899;</p></body></html>"
    declared = f'<?xml version="1.0" encoding="utf-8"?>{page}'
    assert shape(read_html(declared, "bai.xhtml")) == ["P A & B ớ"]


@pytest.mark.parametrize("text", ["<html></html>", "<!-- -->", "<script>x</script>", "<p> </p>"])
def test_a_page_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_html(text, "bai.html")
    assert caught.value.code in {"html.nothing_in_it", "html.unreadable"}
    assert caught.value.parameters["file"] == "bai.html"


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "blockquote", "span"])
def test_deep_nesting_does_not_break_the_reader(tag: str) -> None:
    deep = f"<{tag}>" * 20_000 + "đáy" + f"</{tag}>" * 20_000
    assert read(f"<h1>{HEADLINE}</h1><p>{LONG}</p>{deep}").article.headline == HEADLINE


def test_entities_do_not_grow() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><body><p>&b;</p></body></html>'
    assert "aaaa" not in "".join(shape(read_html(bomb, "bai.html")))


def test_nothing_of_the_machine_comes_in_through_a_page() -> None:
    page = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><html><body><p>Một &f; hai.</p></body>'
    assert shape(read_html(page, "bai.html"))[-1] == "P Một &f; hai."


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<br>",
                "<img src=a>",
                "chợ",
                " ",
                "<b>",
                "</b>",
                "<td>",
                "<ul>",
                "<li>",
                "<h1>",
                "<figure>",
                "<figcaption>",
                "</figure>",
                "<table>",
                "<a href=x>",
            ]
        ),
        min_size=1,
    )
)
@settings(max_examples=200)
def test_any_tag_soup_is_read(tags: list[str]) -> None:
    article = read(f"<p>{LONG}</p>" + "".join(tags)).article
    assert len({block.id for block in article.blocks}) == len(article.blocks)
