"""What is known of a photo is never known less."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.blocks import Figure
from newsdesk.article.fields import FieldError
from newsdesk.article.model import Article
from newsdesk.article.photo import Photo
from newsdesk.errors import LibraryDamaged
from newsdesk.library.database import Database
from newsdesk.library.facts import from_dict, merged, to_dict
from newsdesk.library.photos import PhotoRows

BARE = Photo("a" * 64, "DSC_1.jpg", "image/jpeg", 4000, 3000, 123)

facts = st.builds(
    Photo,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    filename=st.text(st.characters(exclude_categories=("Cs",)), max_size=9),
    media_type=st.sampled_from(["image/jpeg", "image/heic"]),
    width=st.integers(0, 2**40),
    height=st.integers(0, 2**40),
    byte_size=st.integers(0, 2**40),
    caption=st.sampled_from(["", "Cầu treo"]),
    people=st.lists(st.just("Ông Sáu"), max_size=2).map(tuple),
    ai_made=st.booleans(),
    notes=st.just(("multi_frame",)),
)


@given(facts)
def test_facts_survive_json(photo: Photo) -> None:
    assert from_dict(to_dict(photo)) == photo


def test_what_is_known_stays_and_gaps_are_filled(database: Database) -> None:
    rows = PhotoRows(database)
    rows.add(replace(BARE, caption="Của tôi")).result()
    rows.add(replace(BARE, filename="copy.jpg", caption="Khác", credit="Bích", has_gps=True)).result()
    assert rows.get(BARE.sha256) == replace(BARE, caption="Của tôi", credit="Bích", has_gps=True)


@given(facts, facts)
def test_merging_twice_is_merging_once(known: Photo, new: Photo) -> None:
    once = merged(known, new)
    assert merged(once, new) == once
    assert merged(known, known) == known


def test_the_photos_of_an_article_in_reading_order(database: Database) -> None:
    rows = PhotoRows(database)
    many = [replace(BARE, sha256=f"{number:064x}") for number in range(700)]
    for photo in many:
        rows.add(photo)
    shown = (*reversed(many), many[3], BARE)
    article = Article("a", blocks=(Figure("none"), *(Figure(str(n), p.sha256) for n, p in enumerate(shown))))
    rows.add(many[0]).result()
    assert list(rows.of(article).values()) == many[::-1]
    assert rows.of(Article("b")) == {}
    assert rows.get(BARE.sha256) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sha256", None),
        ("sha256", "A" * 64),
        ("width", -1),
        ("width", True),
        ("height", 1.5),
        ("byte_size", "9"),
        ("media_type", None),
        ("people", "Ông Sáu"),
        ("has_gps", 1),
        ("caption", ["x"]),
    ],
)
def test_bad_facts_are_named(field: str, value: object) -> None:
    with pytest.raises(FieldError) as refused:
        from_dict(to_dict(BARE) | {field: value}, "photos[0]")
    assert refused.value.path == f"photos[0].{field}"


def test_spoilt_rows_are_named(database: Database) -> None:
    rows = PhotoRows(database)
    rows.add(BARE).result()
    spoil = "UPDATE photos SET facts = 'x'"
    database.write(lambda connection: connection.execute(spoil).rowcount).result()
    with pytest.raises(LibraryDamaged) as refused:
        rows.get(BARE.sha256)
    assert (refused.value.code, refused.value.parameters) == ("photo.facts_damaged", {"photo": BARE.sha256})
