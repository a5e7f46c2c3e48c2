"""Places of findings in words, numbered as a reader counts."""

import pytest

from newsdesk.article.blocks import Divider, Figure, Heading, Paragraph
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.desk.checking import Finding, Level
from newsdesk.gui.panels.places import Places
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources

ARTICLE = Article(
    "a",
    blocks=(
        Figure("f1"),
        Paragraph("p", runs_of("Sáng 21/11, hàng trăm người dân đi bộ.")),
        Heading("h", runs_of("Từ bãi rác")),
        Paragraph("empty"),
        Divider("d"),
        Figure("f2"),
    ),
)


@pytest.mark.parametrize(
    ("block", "field", "words"),
    [
        (None, "headline", "Headline"),
        (None, "unheard", ""),
        ("f2", "caption", "Photo 2 · caption"),
        ("f1", "photo", "Photo 1 · photo"),
        ("p", "text", "Paragraph “Sáng 21/11, hàng trăm…”"),
        ("h", "text", "Heading “Từ bãi rác…”"),
        ("empty", "text", "Paragraph"),
        ("gone", "text", "Paragraph"),
    ],
)
def test_places(block: str | None, field: str, words: str) -> None:
    places = Places(ARTICLE, Translator(resources() / "locale", "en"))
    assert places.of(Finding("x", Level.INFO, block=block, field=field)) == words
