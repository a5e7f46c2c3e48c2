"""Bodies as HTML: canonical, whole, and kept byte for byte by a CMS that follows the profile."""

import pytest
from hypothesis import given, settings

from making.articles import articles
from newsdesk.article.blocks import Box, Divider, Embed, Figure, Heading, ListItem, Paragraph, Quote
from newsdesk.article.blocks import figures as figures_of
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.article.text import Mark, Run, runs_of
from newsdesk.cms.connector import Loss
from newsdesk.cms.markup import body_html, clean, one_line
from newsdesk.demo.sanitising import sanitise

BOTH = frozenset({Mark.BOLD, Mark.ITALIC})


def html(*blocks: object, media: dict[str, str] | None = None) -> str:
    return body_html(blocks, media or {}, lambda loss: None)  # type: ignore[arg-type]


def losses(*blocks: object) -> list[str]:
    lost: list[Loss] = []
    body_html(blocks, {}, lost.append)  # type: ignore[arg-type]
    return [loss.code for loss in lost]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph("1", runs_of('a & b < c > d "e"')), '<p>a &amp; b &lt; c &gt; d "e"</p>'),
        (Paragraph("1", runs_of("a\u2028b\nc")), "<p>a<br>b<br>c</p>"),
        (Paragraph("1", runs_of("a\x00\x0bb")), "<p>ab</p>"),
        (Paragraph("1", runs_of("Ha\u0300 Giang")), "<p>H\u00e0 Giang</p>"),
        (Heading("1", runs_of("a")), "<h2>a</h2>"),
        (Heading("1", runs_of("a"), 2), "<h3>a</h3>"),
        (Quote("1", runs_of("a")), "<blockquote><p>a</p></blockquote>"),
        (Box("1", runs_of("a")), "<aside><p>a</p></aside>"),
        (Divider("1"), "<hr>"),
        (
            Embed("1", 'https://v.example/?a="1"&b', "Một <đoạn>"),
            '<figure data-embed="https://v.example/?a=&quot;1&quot;&amp;b">'
            "<figcaption>Một &lt;đoạn&gt;</figcaption></figure>",
        ),
        (Embed("1", "https://v.example/1"), '<figure data-embed="https://v.example/1"></figure>'),
        (
            Paragraph("1", (Run("a", frozenset({Mark.BOLD, Mark.ITALIC})),)),
            "<p><strong><em>a</em></strong></p>",
        ),
        (Paragraph("1", (Run("2", frozenset({Mark.SUPERSCRIPT})),)), "<p><sup>2</sup></p>"),
    ],
)
def test_one_block(block: object, expected: str) -> None:
    assert html(block) == expected


def test_a_link_is_one_element_across_marks() -> None:
    href = "https://dai.example/?a=1&b"
    block = Paragraph("1", (Run("x", href=href), Run("y", frozenset({Mark.BOLD}), href), Run("z")))
    assert html(block) == '<p><a href="https://dai.example/?a=1&amp;b">x<strong>y</strong></a>z</p>'


def test_lists() -> None:
    items = [
        ListItem("1", runs_of("a")),
        ListItem("2", runs_of("b"), depth=2),
        ListItem("3", runs_of("c"), ordered=True, depth=2),
        ListItem("4", runs_of("d"), ordered=True),
        ListItem("5", runs_of("e"), ordered=True),
    ]
    assert html(*items) == "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul><ol><li>d</li><li>e</li></ol>"
    assert losses(*items) == ["loss.mixed_list"]
    assert html(ListItem("1", runs_of("a"), depth=2)) == "<ul><li>a</li></ul>"


def test_neighbouring_boxes_are_one_box() -> None:
    blocks = [Box("1", runs_of("a")), Box("2", runs_of("b")), Paragraph("3"), Box("4", runs_of("c"))]
    assert html(*blocks) == "<aside><p>a</p><p>b</p></aside><p></p><aside><p>c</p></aside>"


def test_a_figure_is_the_place_of_its_photo() -> None:
    block, media = Figure(new_id(), "0" * 64, "Chú thích"), new_id()
    assert html(block, media={block.id: media}) == (
        f'<figure data-block="{block.id}" data-media="{media}"></figure>'
    )
    assert (html(block), losses(block)) == ("", ["loss.figure_without_photo"])


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "/a", "https://a b", "tep.docx"])
def test_links_that_may_not_travel_leave_their_text(href: str) -> None:
    block = Paragraph("1", (Run("a", href=href),))
    assert (html(block), losses(block)) == ("<p>a</p>", ["loss.link"])


def test_an_embed_without_a_web_address_leaves_its_title() -> None:
    assert html(Embed("1", "javascript:1", "Tên")) == "<p>Tên</p>"
    assert html(Embed("1", "javascript:1")) == ""
    assert losses(Embed("1", "javascript:1")) == ["loss.embed"]


def test_only_uuids_travel_as_block_ids() -> None:
    own = new_id()
    assert html(Divider(own)) == f'<hr data-block="{own}">'
    assert html(Divider('1" onclick="x')) == "<hr>"


def test_text_of_one_line() -> None:
    assert one_line("a\n\tb\u2028c\x00") == "a b c"
    assert clean("\x07a\tb") == "a\tb"


@settings(max_examples=60)
@given(articles())
def test_the_cms_keeps_every_byte(article: Article) -> None:
    """Read by the other side's sanitiser, which shares no line with this one."""
    media = {figure.id: new_id() for figure in figures_of(article.blocks) if figure.photo}
    sent = body_html(article.blocks, media, lambda loss: None)
    kept, warnings = sanitise(sent)
    assert kept == sent
    assert not warnings
