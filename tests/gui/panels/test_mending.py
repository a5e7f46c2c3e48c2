"""A fix changes just the stretch that a finding points at."""

from hypothesis import given, settings

from making.articles import articles
from newsdesk.article.blocks import Embed, Figure, Paragraph
from newsdesk.article.model import Article, Source
from newsdesk.article.photo import Photos
from newsdesk.article.text import Mark, Run
from newsdesk.checks.limits import Limits
from newsdesk.checks.preflight import preflight
from newsdesk.desk.checking import Finding, Level
from newsdesk.gui.panels.mending import mended

BOLD = frozenset({Mark.BOLD})
NO_PHOTOS: Photos = {}


def found(block: str | None, field: str, start: int | None = None, end: int | None = None) -> Finding:
    return Finding("text.double_space", Level.WARNING, {}, block, field, start, end)


def test_marks_and_links_around_a_fix_stay() -> None:
    runs = (Run("ab"), Run("c  d", BOLD), Run("e", href="https://a.example"))
    article = Article("a", blocks=(Paragraph("p", runs),))
    after = mended(article, found("p", "text", 3, 5), " ")
    assert after.blocks == (Paragraph("p", (runs[0], Run("c d", BOLD), runs[2])),)


def test_an_empty_fix_takes_the_stretch_away() -> None:
    article = Article("a", headline="Bến sông.")
    assert mended(article, found(None, "headline", 8, 9), "").headline == "Bến sông"


def test_without_a_stretch_the_whole_is_replaced() -> None:
    article = Article("a", slug="Bến Sông", blocks=(Embed("e", "a.example"),))
    assert mended(article, found(None, "slug"), "ben-song").slug == "ben-song"
    assert mended(article, found("e", "url"), "https://a.example").blocks == (
        Embed("e", "https://a.example"),
    )


def test_a_source_is_mended_in_its_address() -> None:
    article = Article("a", source=Source("Báo Núi", "nui.example"))
    after = mended(article, found(None, "source", 0, 11), "https://nui.example")
    assert after.source == Source("Báo Núi", "https://nui.example")


def test_a_figure_is_mended_in_its_field() -> None:
    article = Article("a", blocks=(Figure("f", caption="Bến  sông", alt="Bến  sông"),))
    after = mended(article, found("f", "alt", 3, 5), " ")
    assert after.blocks == (Figure("f", caption="Bến  sông", alt="Bến sông"),)


@settings(max_examples=60)
@given(articles())
def test_every_fix_of_every_finding_can_be_made(article: Article) -> None:
    for finding in preflight(article, NO_PHOTOS, Limits()):
        for fix in finding.fixes:
            after = mended(article, finding, fix)
            assert finding not in preflight(after, NO_PHOTOS, Limits())
