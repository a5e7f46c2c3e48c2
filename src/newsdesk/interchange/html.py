"""Reading pages: a saved article, an export of another program, or what `newsdesk export` wrote."""

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from newsdesk.article.blocks import text_of as block_text
from newsdesk.errors import BadInput
from newsdesk.interchange.collecting import Collected, Collector
from newsdesk.interchange.decoration import is_written
from newsdesk.interchange.head import MOST_KICKER_WORDS
from newsdesk.interchange.incoming import Incoming
from newsdesk.interchange.page import write_html
from newsdesk.interchange.reading import Reading
from newsdesk.interchange.recognition import recognise
from newsdesk.interchange.whitelist import text_of
from newsdesk.interchange.whitespace import BREAK
from newsdesk.language.counting import words
from newsdesk.language.unicode import clean

__all__ = ["read_html", "write_html"]


def read_html(text: str, file: str) -> Incoming:
    """Read the article of a page. Nothing is fetched, and no script, style or foreign markup comes in.

    Raises:
        BadInput: `html.unreadable`, or `html.nothing_in_it` when the page holds no text and no picture.
    """
    root = _parsed(text, file)
    collected = Collector().walk(_content(root))
    if not collected.blocks and not collected.headline:
        raise BadInput("html.nothing_in_it", file=file)
    return recognise(_reading(collected, root), plain_text=False)


def _parsed(text: str, file: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise BadInput("html.unreadable", file=file) from error


def _content(root: HtmlElement) -> HtmlElement:
    """The part of the page that is the article: its one `article`, that with the headline, `main` or all."""
    articles = list(root.iter("article"))
    with_headline = [article for article in articles if article.find(".//h1") is not None]
    for candidates in (with_headline, articles, list(root.iter("main"))):
        if len(candidates) == 1:
            return candidates[0]
    body = root.find("body")
    return root if body is None else body


def _reading(collected: Collected, root: HtmlElement) -> Reading:
    reading = Reading(
        blocks=collected.blocks,
        kicker=collected.kicker,
        standfirst=collected.standfirst,
        bylines=collected.bylines,
        pictures=collected.pictures,
    )
    if collected.headline:
        _take_main_heading(reading, collected.headline)
    else:
        _take_title(reading, root)
    if collected.links_dropped:
        reading.note("import.links_dropped", count=collected.links_dropped)
    if collected.tables_flattened:
        reading.note("import.tables_flattened", count=collected.tables_flattened)
    return reading


def _take_main_heading(reading: Reading, block_id: str) -> None:
    """The page's main heading is the headline, one short line above it the kicker."""
    index = next(place for place, block in enumerate(reading.blocks) if block.id == block_id)
    reading.headline = block_text(reading.blocks.pop(index)).replace(BREAK, " ")
    line = reading.paragraph(0) or ""
    if index == 1 and not reading.kicker and 0 < words(line) <= MOST_KICKER_WORDS and is_written(line):
        reading.kicker = line
        del reading.blocks[0]


def _take_title(reading: Reading, root: HtmlElement) -> None:
    """A headline outside the article, or else the title of the page."""
    headline = next(filter(None, map(text_of, root.iter("h1"))), "")
    if headline:
        reading.headline = headline
        return
    titles = [*root.xpath("//meta[@property='og:title']/@content"), *map(text_of, root.iter("title"))]
    title = next((clean(" ".join(text.split())) for text in titles if text.strip()), "")
    if title:
        reading.headline = title
        reading.note("import.headline_from_title", headline=title)
