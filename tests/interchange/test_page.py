"""Pages that newsdesk writes: safe to open, whole, and read back the same."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from making.articles import articles
from newsdesk.article.blocks import Box, Divider, Figure, Heading, ListItem, Paragraph, Quote
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Role, Source
from newsdesk.article.text import Mark, Run, normalised, runs_of
from newsdesk.interchange.html import read_html, write_html
from newsdesk.interchange.markdown import read_markdown, write_markdown

KNOWN_TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "article",
    "p",
    "h1",
    "h2",
    "h3",
    "blockquote",
} | {
    *(
        "ul",
        "ol",
        "li",
        "aside",
        "figure",
        "div",
        "figcaption",
        "span",
        "strong",
        "em",
        "sup",
        "sub",
        "a",
        "br",
        "hr",
    )
}


def an_article() -> Article:
    return Article(
        new_id(),
        kicker="Phóng sự",
        headline="Chợ phiên <đá> & sương",
        standfirst="Từ sáng sớm chủ nhật, hàng nghìn người dân đã đổ về chợ phiên.",
        blocks=(
            Paragraph(
                new_id(),
                (
                    Run("Chợ họp "),
                    Run("rất sớm", frozenset({Mark.BOLD})),
                    Run(", 5 < 6, *sao* và [ngoặc] "),
                    Run("tại đây", href="https://truyenhinh.example/a_(b)?x=1&y=2"),
                    Run(" rộng 2 km"),
                    Run("2", frozenset({Mark.SUPERSCRIPT})),
                    Run("."),
                ),
            ),
            Heading(new_id(), runs_of("Giữ nghề")),
            Quote(new_id(), runs_of("Chợ sạch thì khách ở lại.")),
            ListItem(new_id(), runs_of("Ngô nếp")),
            ListItem(new_id(), runs_of("Ngô tẻ"), depth=2),
            ListItem(new_id(), runs_of("Mật ong")),
            Figure(new_id(), caption="Góc chợ.", credit="Lò Minh", alt="Dãy váy lanh"),
            Box(new_id(), runs_of("Chợ họp chủ nhật.")),
            Divider(new_id()),
            Paragraph(new_id(), runs_of("1. Không phải danh sách.\u2028- Cũng không.")),
        ),
        bylines=(Byline("Vừ Sính"), Byline("Lò Minh", Role.PHOTOGRAPHER)),
        source=Source("Báo Đá Xám", "https://truyenhinh.example/bai"),
    )


def stripped(article: Article) -> Article:
    """Without ids, so that two articles can be compared."""
    return replace(article, id="", blocks=tuple(replace(block, id="") for block in article.blocks))


def test_a_page_reads_back_the_same() -> None:
    article = an_article()
    page = write_html(article, {article.blocks[6].id: "anh/1.jpg"})
    incoming = read_html(page, "bai.html")
    assert stripped(incoming.article) == stripped(article)
    assert [reference for _, reference in incoming.pictures] == ["anh/1.jpg"]


def test_markdown_reads_back_the_same() -> None:
    article = an_article()
    text = write_markdown(article, {article.blocks[6].id: "anh/1 (2).jpg"})
    incoming = read_markdown(text, "bai.md")
    wanted = replace(
        article,
        source=Source(article.source.label if article.source else "", "https://truyenhinh.example/bai"),
    )
    assert stripped(incoming.article) == stripped(wanted)
    assert [reference for _, reference in incoming.pictures] == ["anh/1%20(2).jpg"]
    assert "**rất sớm**" in text


@given(articles(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)))
@settings(max_examples=60)
def test_no_text_breaks_out_of_a_page(article: Article) -> None:
    page = html.document_fromstring(
        write_html(article, {}).encode(), parser=html.HTMLParser(encoding="utf-8")
    )
    assert not page.xpath("//script | //@onclick | //@onerror")
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert tags <= KNOWN_TAGS


def test_hostile_links_and_texts_are_harmless() -> None:
    article = Article(
        new_id(),
        headline="</title><script>alert(1)</script>",
        blocks=(
            Paragraph(new_id(), (Run("đây", href="javascript:alert(1)"),)),
            Figure(new_id(), caption="<img onerror=x>", alt='"><script>'),
        ),
        source=Source(url="javascript:alert(1)"),
    )
    page = write_html(article, {article.blocks[1].id: '"><script>alert(1)</script>'})
    assert "<script" not in page and "href" not in page and "<img onerror" not in page
    text = write_markdown(article, {})
    assert "](javascript:" not in text and "<script" not in text.replace("\\<script", "")


def test_a_decorative_photo_has_no_alternative_and_one_to_come_a_place() -> None:
    figure = Figure(new_id(), caption="Góc chợ", alt="Dãy lanh", decorative=True)
    assert 'alt=""' in write_html(Article(new_id(), blocks=(figure,)), {figure.id: "1.jpg"})
    assert 'class="to-come"' in write_html(Article(new_id(), blocks=(figure,)), {})


WORDS = st.lists(
    st.sampled_from(
        [
            "chợ",
            "*",
            "_sao_",
            "[a](b)",
            "<b>",
            "&amp;",
            "#",
            "1.",
            "-",
            "`x`",
            "“đá”",
            "\\",
            "|",
            "!",
            "~~",
            "==",
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(
    st.lists(WORDS, min_size=1, max_size=4),
    st.lists(
        st.sampled_from([frozenset(), frozenset({Mark.BOLD}), frozenset({Mark.ITALIC})]),
        min_size=4,
        max_size=4,
    ),
)
@settings(max_examples=150)
def test_any_marked_text_survives_markdown(texts: list[str], marks: list[frozenset[Mark]]) -> None:
    runs = normalised(Run(text, mark) for text, mark in zip(texts, marks, strict=False))
    opening = Paragraph(new_id(), runs_of("Đoạn mở đầu đủ dài để không ai nhầm là tít phụ của bài này."))
    article = Article(
        new_id(),
        headline="Tít",
        standfirst="Sapo.",
        blocks=(opening, Paragraph(new_id(), (Run("Và "), *runs, Run(" rồi.")))),
    )
    incoming = read_markdown(write_markdown(article, {}), "bai.md")
    read = incoming.article.blocks[-1]
    assert isinstance(read, Paragraph)
    assert read.runs == normalised((Run("Và "), *runs, Run(" rồi.")))
