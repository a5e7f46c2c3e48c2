"""Hypothesis strategies for articles: every block, every mark, Vietnamese text."""

from hypothesis import strategies as st

from newsdesk.article.blocks import (
    Block,
    Box,
    Crop,
    Divider,
    Embed,
    Figure,
    FocalPoint,
    Heading,
    ListItem,
    Paragraph,
    Quote,
)
from newsdesk.article.identity import new_id
from newsdesk.article.model import Article, Byline, Role, Source, Status
from newsdesk.article.text import Mark, Run, Runs, normalised

SYLLABLES = [
    "Hà",
    "Giang",
    "đường",
    "người",
    "Nguyễn",
    "thuở",
    "quyển",
    "2026",
    "–",
    "“",
    "”",
    "ặ",
    "và",
    ".",
    " ",
]

plain_texts = st.lists(st.sampled_from(SYLLABLES), max_size=8).map(" ".join)
anything = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
addresses = st.sampled_from(
    ["https://truyenhinh.example/a", "mailto:an@truyenhinh.example", "https://vi.example/đ?q=1&x=2"]
)
mark_sets = st.frozensets(st.sampled_from(Mark), max_size=2).filter(
    lambda marks: not {Mark.SUPERSCRIPT, Mark.SUBSCRIPT} <= marks
)


def runs(texts: st.SearchStrategy[str] = plain_texts) -> st.SearchStrategy[Runs]:
    """Normalised runs."""
    one = st.builds(Run, texts, mark_sets, st.none() | addresses)
    return st.lists(one, max_size=4).map(normalised)


fractions = st.floats(0, 1, allow_nan=False)
ids = st.builds(new_id)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)
figures = st.builds(
    Figure,
    id=ids,
    photo=st.none() | digests,
    caption=plain_texts,
    credit=plain_texts,
    alt=plain_texts,
    decorative=st.booleans(),
    crop=st.none() | st.builds(Crop, fractions, fractions, fractions, fractions),
    focal_point=st.none() | st.builds(FocalPoint, fractions, fractions),
    people=st.lists(plain_texts, max_size=2).map(tuple),
    ai_made=st.booleans(),
)


def blocks(texts: st.SearchStrategy[str] = plain_texts) -> st.SearchStrategy[Block]:
    """Any one block."""
    content = runs(texts)
    return st.one_of(
        st.builds(Paragraph, ids, content),
        st.builds(Heading, ids, content, st.sampled_from([1, 2])),
        st.builds(Quote, ids, content),
        st.builds(ListItem, ids, content, st.booleans(), st.sampled_from([1, 2])),
        st.builds(Box, ids, content),
        figures,
        st.builds(Embed, ids, addresses, plain_texts),
        st.builds(Divider, ids),
    )


bylines = st.builds(
    Byline,
    name=plain_texts,
    role=st.sampled_from(Role),
    person=st.none() | st.just("p-12"),
    pen_name=plain_texts,
    share=st.none() | st.integers(0, 100),
    contributor=st.booleans(),
)


def articles(texts: st.SearchStrategy[str] = plain_texts) -> st.SearchStrategy[Article]:
    """Any article."""
    return st.builds(
        Article,
        id=ids,
        kicker=texts,
        headline=texts,
        standfirst=texts,
        blocks=st.lists(blocks(texts), max_size=6).map(tuple),
        bylines=st.lists(bylines, max_size=3).map(tuple),
        source=st.none() | st.builds(Source, texts, addresses),
        section=texts,
        tags=st.lists(texts, max_size=3).map(tuple),
        slug=st.just("ben-song-cu"),
        status=st.sampled_from(Status),
        language=st.sampled_from(["vi", "en"]),
        notes=texts,
        lead=st.none() | ids,
        embargo=st.none() | st.just("2026-11-23T06:00:00+07:00"),
    )
