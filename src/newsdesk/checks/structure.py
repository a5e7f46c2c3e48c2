"""Checks of what an article must have: headline, standfirst, section, bylines, body, source."""

from collections.abc import Iterator

from newsdesk.article.blocks import Block, Divider, Embed, Figure, figures
from newsdesk.article.model import Article
from newsdesk.article.text import plain
from newsdesk.checks.addresses import is_link_target, is_web_address, mended
from newsdesk.checks.finding import Finding, Level
from newsdesk.checks.limits import Limits
from newsdesk.language.counting import words
from newsdesk.language.folding import exact
from newsdesk.language.slug import is_slug, slug


def check_front(article: Article, limits: Limits) -> Iterator[Finding]:
    """Headline, standfirst, section and slug."""
    if not article.headline.strip():
        yield Finding("headline.missing", Level.ERROR, field="headline")
    yield from _too_long("headline", article.headline, limits.headline_words)
    if article.headline.rstrip().endswith(".") and not article.headline.rstrip().endswith(".."):
        stop = len(article.headline.rstrip()) - 1
        yield Finding(
            "headline.full_stop", Level.WARNING, field="headline", start=stop, end=stop + 1, fixes=("",)
        )
    if not article.standfirst.strip():
        yield Finding("standfirst.missing", Level.WARNING, field="standfirst")
    yield from _too_long("standfirst", article.standfirst, limits.standfirst_words)
    if not article.section.strip():
        yield Finding("section.missing", Level.ERROR, field="section")
    if article.slug and not is_slug(article.slug):
        mended_slug = slug(article.slug)
        fixes = (mended_slug,) if mended_slug else ()
        yield Finding("slug.malformed", Level.ERROR, {"slug": article.slug}, field="slug", fixes=fixes)


def check_bylines(article: Article) -> Iterator[Finding]:
    """Somebody signs, everybody once, and the shares can be paid."""
    if not article.bylines:
        yield Finding("byline.missing", Level.ERROR, field="bylines")
    seen: set[tuple[str, str | None]] = set()
    for byline in article.bylines:
        key = (exact(byline.name).strip(), byline.person)
        if not key[0]:
            yield Finding("byline.nameless", Level.ERROR, field="bylines")
        elif key in seen:
            yield Finding("byline.duplicate", Level.WARNING, {"name": byline.name}, field="bylines")
        seen.add(key)
    total = sum(byline.share or 0 for byline in article.bylines)
    if total > 100:
        yield Finding("byline.shares_over", Level.WARNING, {"total": total}, field="bylines")


def check_body(article: Article) -> Iterator[Finding]:
    """There is text, no paragraph is empty, links and embeds lead somewhere, the lead photo is there."""
    if not any(_holds_text(block) for block in article.blocks):
        yield Finding("body.missing", Level.ERROR, field="body")
    for block in article.blocks:
        yield from _check_block(block)
    if article.lead is not None and all(figure.id != article.lead for figure in figures(article.blocks)):
        yield Finding("lead.gone", Level.WARNING, field="lead")


def check_source(article: Article) -> Iterator[Finding]:
    """The source address can be opened."""
    if article.source is None:
        return
    url, label = article.source.url, article.source.label
    if url and not is_web_address(url):
        yield Finding(
            "source.malformed",
            Level.ERROR,
            {"address": url},
            field="source",
            start=0,
            end=len(url),
            fixes=mended(url),
        )
    elif not url and not label.strip():
        yield Finding("source.empty", Level.WARNING, field="source")


def _too_long(field: str, text: str, limit: int) -> Iterator[Finding]:
    length = words(text)
    if length > limit:
        yield Finding(f"{field}.too_long", Level.WARNING, {"words": length, "limit": limit}, field=field)


def _holds_text(block: Block) -> bool:
    return not isinstance(block, Figure | Embed | Divider) and bool(plain(block.runs).strip())


def _check_block(block: Block) -> Iterator[Finding]:
    if isinstance(block, Figure | Divider):
        return
    if isinstance(block, Embed):
        if not is_web_address(block.url):
            yield Finding(
                "embed.malformed",
                Level.ERROR,
                {"address": block.url},
                block.id,
                "url",
                fixes=mended(block.url),
            )
        return
    if not plain(block.runs).strip():
        yield Finding("block.empty", Level.WARNING, block=block.id, field="text")
    position = 0
    for run in block.runs:
        end = position + len(run.text)
        if run.href is not None and not is_link_target(run.href):
            yield Finding(
                "link.malformed", Level.ERROR, {"address": run.href}, block.id, "text", position, end
            )
        position = end
