"""What is in order is said, and only that."""

from newsdesk.article.blocks import Figure
from newsdesk.article.model import Article, Byline
from newsdesk.desk.checking import Finding, Level
from newsdesk.gui.panels.passed import passed
from newsdesk.system.locale import Translator
from newsdesk.system.paths import resources

ARTICLE = Article(
    "a",
    headline="Bến sông cũ",
    standfirst="Sau mười tám tháng.",
    section="Đô thị",
    bylines=(Byline("An"), Byline("Hà")),
    blocks=(Figure("f"),),
)


def said(*findings: Finding) -> list[str]:
    return list(passed(ARTICLE, findings, Translator(resources() / "locale", "en")))


def test_everything_in_order() -> None:
    assert said() == [
        "Headline of 3 words",
        "Standfirst of 4 words",
        "Section Đô thị",
        "Signed An – Hà",
        "1 photo with all its words",
    ]


def test_what_a_finding_speaks_of_is_left_out() -> None:
    about = [
        Finding("x", Level.INFO, field=name) for name in ("headline", "standfirst", "section", "bylines")
    ]
    assert said(*about, Finding("x", Level.INFO, block="f", field="alt")) == []
