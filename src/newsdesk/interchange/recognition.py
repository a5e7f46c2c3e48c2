"""From a row of paragraphs to an article: each pass takes out what it knows, the rest stays body."""

from newsdesk.article.model import Article
from newsdesk.interchange import body
from newsdesk.interchange.head import read_head, say_what_is_missing
from newsdesk.interchange.incoming import Incoming
from newsdesk.interchange.reading import Reading
from newsdesk.interchange.tail import read_tail


def recognise(reading: Reading, *, plain_text: bool) -> Incoming:
    """Find figures, source, bylines, headline and standfirst.

    `plain_text` says that the file had no way to mark headings and lists, so that their look must do.
    """
    reading.remove_empty()
    body.read_captions(reading)
    read_tail(reading)
    read_head(reading)
    body.credit_lines(reading)
    if plain_text:
        body.read_structure(reading)
    body.read_crossheads(reading, bold_only=not plain_text)
    say_what_is_missing(reading)
    return reading.incoming()


def recognise_article(article: Article) -> Incoming:
    """Find in another program's article what stands there as plain paragraphs: bylines, source, captions."""
    reading = Reading(
        blocks=list(article.blocks),
        kicker=article.kicker,
        headline=article.headline,
        standfirst=article.standfirst,
        bylines=list(article.bylines),
        source=article.source,
    )
    return recognise(reading, plain_text=False)
