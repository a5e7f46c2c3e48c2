"""Every finding: raised where it should be, absent where it should not, at the right place."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings

from making.articles import anything, articles
from newsdesk.article.blocks import Block, Crop, Embed, Figure, Heading, Paragraph
from newsdesk.article.edits import index_of
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Role, Source
from newsdesk.article.photo import Photo
from newsdesk.article.text import Run, plain, runs_of
from newsdesk.checks.fields import block_fields
from newsdesk.checks.finding import Finding, Level
from newsdesk.checks.limits import Limits
from newsdesk.checks.preflight import blocks_sending, preflight

SHA = "ab" * 32
PHOTO = Photo(SHA, "1.jpg", "image/jpeg", 3000, 2000, 1_000_000)
FIGURE = Figure("f1", SHA, caption="Góc chợ.", credit="Lò Minh", alt="Dãy váy lanh nhiều màu")
GOOD = Article(
    "a1",
    headline="Chợ phiên đá xám",
    standfirst="Từ sáng sớm, người dân đã đổ về chợ.",
    blocks=(Paragraph("p1", runs_of("Chợ họp trên sân đá.")), FIGURE),
    bylines=(Byline("Vừ Sính"), Byline("Lò Minh", Role.PHOTOGRAPHER)),
    source=Source("Báo Đá Xám", "https://truyenhinh.example/bai"),
    section="Đời sống",
    slug="cho-phien-da-xam",
)


def check(article: Article) -> tuple[Finding, ...]:
    return preflight(article, {SHA: PHOTO}, Limits())


def found(article: Article) -> list[str]:
    return [finding.id for finding in check(article)]


def with_block(block: Block) -> Article:
    return replace(GOOD, blocks=(*GOOD.blocks, block))


def with_figure(**changes: object) -> Article:
    return replace(GOOD, blocks=(GOOD.blocks[0], replace(FIGURE, **changes)))  # type: ignore[arg-type]


def test_a_good_article_passes() -> None:
    assert check(GOOD) == ()
    assert not blocks_sending(check(GOOD))


@pytest.mark.parametrize(
    ("article", "finding", "level", "field"),
    [
        (replace(GOOD, headline=" "), "headline.missing", "error", "headline"),
        (replace(GOOD, headline="từ " * 23), "headline.too_long", "warning", "headline"),
        (replace(GOOD, headline="Chợ họp sớm."), "headline.full_stop", "warning", "headline"),
        (replace(GOOD, standfirst=""), "standfirst.missing", "warning", "standfirst"),
        (replace(GOOD, standfirst="từ " * 51), "standfirst.too_long", "warning", "standfirst"),
        (replace(GOOD, section=""), "section.missing", "error", "section"),
        (replace(GOOD, slug="Chợ phiên"), "slug.malformed", "error", "slug"),
        (replace(GOOD, bylines=()), "byline.missing", "error", "bylines"),
        (replace(GOOD, bylines=(Byline("An"), Byline("an "))), "byline.duplicate", "warning", "bylines"),
        (replace(GOOD, bylines=(Byline("Hoà"), Byline("Hòa"))), "byline.duplicate", "warning", "bylines"),
        (replace(GOOD, bylines=(Byline(" "),)), "byline.nameless", "error", "bylines"),
        (
            replace(GOOD, bylines=(Byline("An", share=60), Byline("Bình", share=60))),
            "byline.shares_over",
            "warning",
            "bylines",
        ),
        (replace(GOOD, source=Source(url="truyenhinh")), "source.malformed", "error", "source"),
        (replace(GOOD, source=Source(" ")), "source.empty", "warning", "source"),
        (replace(GOOD, blocks=(FIGURE,)), "body.missing", "error", "body"),
        (replace(GOOD, lead="p1"), "lead.gone", "warning", "lead"),
        (with_block(Paragraph("x", runs_of(" \u2028"))), "block.empty", "warning", "text"),
        (with_block(Heading("x")), "block.empty", "warning", "text"),
        (with_block(Embed("x", "youtube")), "embed.malformed", "error", "url"),
        (with_block(Paragraph("x", (Run("đây", href="/a"),))), "link.malformed", "error", "text"),
        (with_figure(photo=None), "figure.photo_missing", "error", "photo"),
        (with_figure(photo="cd" * 32), "figure.photo_unknown", "error", "photo"),
        (with_figure(caption=" "), "figure.caption_missing", "error", "caption"),
        (with_figure(credit=""), "figure.credit_missing", "error", "credit"),
        (with_figure(alt=""), "figure.alt_missing", "warning", "alt"),
        (with_figure(alt="Góc chợ."), "figure.alt_repeats_caption", "info", "alt"),
        (with_figure(crop=Crop(0.4, 0.4, 0.6, 0.6)), "photo.too_small", "warning", "photo"),
        (with_block(replace(FIGURE, id="x")), "figure.repeated", "warning", "photo"),
        (replace(GOOD, kicker="Phóng  sự"), "text.double_space", "warning", "kicker"),
        (with_figure(caption="Góc chợ. "), "text.outer_space", "info", "caption"),
        (with_figure(credit="Lo\u0300 Minh"), "text.not_nfc", "warning", "credit"),
        (replace(GOOD, standfirst="Chợ\u200b họp."), "text.hidden_character", "warning", "standfirst"),
        (replace(GOOD, standfirst="Ðồng Văn."), "text.hidden_character", "warning", "standfirst"),
    ],
)
def test_each_finding_alone(article: Article, finding: str, level: str, field: str) -> None:
    findings = {one.id: one for one in check(article)}
    assert set(findings) <= {finding, "block.empty", "text.outer_space"}
    one = findings[finding]
    assert (one.level, one.field) == (level, field)
    assert blocks_sending(findings.values()) is (level == "error")


@pytest.mark.parametrize(
    "article",
    [
        replace(GOOD, headline="từ " * 22 + "."[:0]),
        replace(GOOD, headline="Chợ họp..."),
        replace(GOOD, slug=""),
        replace(GOOD, source=None),
        replace(GOOD, source=Source("Báo Đá Xám")),
        replace(GOOD, lead="f1"),
        replace(GOOD, bylines=(Byline("An", person="p1"), Byline("An", person="p2"))),
        replace(GOOD, bylines=(Byline("An", share=60), Byline("Bình", share=40))),
        with_figure(alt="", decorative=True),
        with_figure(crop=Crop(0, 0, 0.5, 0.5)),
        with_block(Embed("x", "https://youtu.be/a")),
        with_block(Paragraph("x", (Run("thư", href="mailto:an@truyenhinh.example"),))),
    ],
)
def test_what_is_right_is_let_through(article: Article) -> None:
    assert [one for one in check(article) if one.id != "text.outer_space"] == []


@pytest.mark.parametrize(
    ("url", "fixes"),
    [
        ("www.truyenhinh.example/bai", ("https://www.truyenhinh.example/bai",)),
        (" https://truyenhinh.example/bai ", ("https://truyenhinh.example/bai",)),
        ("htp://truyenhinh.example", ()),
        ("https://truyenhinh", ()),
        ("https://truyen hinh.example/", ()),
        ("https://truyenhinh.example:abc/", ()),
        ("https://[1", ()),
        ("javascript:alert(1)", ()),
    ],
)
def test_source_addresses_are_mended_only_when_certain(url: str, fixes: tuple[str, ...]) -> None:
    (finding,) = check(replace(GOOD, source=Source(url=url)))
    assert finding.fixes == fixes
    assert (finding.start, finding.end) == (0, len(url))


@pytest.mark.parametrize(
    "url",
    [
        "https://đồngvăn.example/bài",
        "http://localhost:8000/a",
        "https://[::1]/a",
        "HTTPS://TRUYENHINH.EXAMPLE",
        "http://127.0.0.1/",
    ],
)
def test_addresses_that_can_be_opened(url: str) -> None:
    assert found(replace(GOOD, source=Source(url=url))) == []


def test_links_are_found_at_their_place() -> None:
    block = Paragraph("x", (Run("Xem "), Run("trang 👍 này", href="javascript:x"), Run(".")))
    (finding,) = check(with_block(block))
    assert plain(block.runs)[finding.start : finding.end] == "trang 👍 này"
    assert finding.block == "x"


def test_fixes_stand_for_their_stretch() -> None:
    text = unicodedata.normalize("NFD", "Chợ  phiên đá") + " họp  sớm"
    findings = check(with_block(Paragraph("x", runs_of(text))))
    for finding in sorted(findings, key=lambda one: one.start or 0, reverse=True):
        assert finding.start is not None and finding.end is not None
        if finding.id == "text.double_space":
            text = text[: finding.start] + finding.fixes[0] + text[finding.end :]
    (finding,) = check(with_block(Paragraph("x", runs_of(text))))
    assert finding.start is not None and finding.end is not None
    assert text[: finding.start] + finding.fixes[0] + text[finding.end :] == "Chợ phiên đá họp sớm"


def test_findings_come_in_reading_order() -> None:
    article = replace(
        GOOD,
        headline="",
        bylines=(),
        blocks=(
            replace(FIGURE, alt=""),
            Paragraph("p", runs_of("Hai  dấu")),
            replace(FIGURE, id="g", photo=None),
        ),
        source=Source(url="x"),
    )
    assert found(article) == [
        "headline.missing",
        "byline.missing",
        "figure.alt_missing",
        "text.double_space",
        "figure.photo_missing",
        "source.malformed",
    ]


def test_figures_are_named_by_their_number() -> None:
    findings = check(with_block(replace(FIGURE, id="g", photo=None)))
    assert findings[0].params["number"] == 2


def test_limits_are_the_destination_s() -> None:
    strict = Limits(headline_words=3, standfirst_words=3, photo_long_edge=4000)
    findings = preflight(GOOD, {SHA: PHOTO}, strict)
    assert [one.id for one in findings] == ["headline.too_long", "standfirst.too_long", "photo.too_small"]
    assert findings[2].params == {"number": 1, "pixels": 3000, "limit": 4000}


@given(articles(anything))
@settings(max_examples=60)
def test_any_article_can_be_checked_and_every_place_exists(article: Article) -> None:
    for finding in check(article):
        assert finding.level in Level
        if finding.block is None or finding.start is None or finding.end is None:
            continue
        block = article.blocks[index_of(article, finding.block)]
        text = next(field.text for field in block_fields(block) if field.name == finding.field)
        assert 0 <= finding.start < finding.end <= len(text)


def test_a_long_article_is_checked_once_over() -> None:
    blocks = tuple(Paragraph(new_id(), runs_of("Chợ  họp trên sân đá. " * 20)) for _ in range(100))
    assert len(check(replace(GOOD, blocks=blocks))) == 100 * 21
