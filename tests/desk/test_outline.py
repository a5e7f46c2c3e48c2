"""The places of an article that one can go to."""

from newsdesk.article.blocks import Box, Divider, Figure, Heading, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.desk.outline import Landmark, Stop, outline


def test_crossheads_and_photos_in_reading_order() -> None:
    blocks = (
        Paragraph("p1", runs_of("Sáng 21/11.")),
        Figure("f1", caption="Chợ phiên\u2028trong sương"),
        Heading("h1", runs_of("Mùa ngô")),
        Heading("h2", runs_of("Đổi muối"), level=2),
        Heading("h3", runs_of("  ")),
        Divider("d1"),
        Box("b1", runs_of("Lũng Phìn")),
        Figure("f2"),
    )
    assert outline(Article("a", blocks=blocks)) == (
        Stop("f1", Landmark.PHOTO, "Chợ phiên trong sương", 1),
        Stop("h1", Landmark.HEADING, "Mùa ngô"),
        Stop("h2", Landmark.SUBHEADING, "Đổi muối"),
        Stop("f2", Landmark.PHOTO, "", 2),
    )


def test_an_empty_article_has_none() -> None:
    assert outline(Article("a")) == ()
