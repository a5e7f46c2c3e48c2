"""A package carries a piece whole, and a hostile one carries nothing."""

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making.articles import articles
from newsdesk.article.blocks import Figure
from newsdesk.article.model import Article
from newsdesk.article.photo import Photo
from newsdesk.errors import BadInput
from newsdesk.library.handoff import MEDIA_TYPE, Package, read_package, write_package

Members = list[tuple[str, bytes]]
Photos = Mapping[str, tuple[Photo, bytes]]


def known(*originals: bytes) -> dict[str, tuple[Photo, bytes]]:
    photos = {}
    for data in originals:
        sha256 = hashlib.sha256(data).hexdigest()
        photos[sha256] = Photo(sha256, "cầu.jpg", "image/jpeg", 40, 30, len(data), caption="Cầu"), data
    return photos


PHOTOS = known(b"one", b"two")
ARTICLE = Article("a", headline="Cầu mới", blocks=(Figure("f", next(iter(PHOTOS))),))
PACKAGE = write_package(ARTICLE, PHOTOS)


@settings(max_examples=50)
@given(articles(), st.lists(st.binary(max_size=50), max_size=3, unique=True))
def test_there_and_back(article: Article, originals: list[bytes]) -> None:
    photos = known(*originals)
    assert read_package(write_package(article, photos), "bài.newsdesk") == Package(article, photos)


def test_equal_input_gives_equal_bytes_that_tell_what_they_are() -> None:
    assert write_package(ARTICLE, PHOTOS) == PACKAGE
    assert PACKAGE[30:].startswith(b"mimetype" + MEDIA_TYPE)


def test_a_photo_must_be_what_it_is_called() -> None:
    sha256, (photo, _) = next(iter(PHOTOS.items()))
    for wrong in ({sha256: (photo, b"other")}, {"b" * 64: (photo, b"one")}):
        with pytest.raises(ValueError, match="digest"):
            write_package(ARTICLE, wrong)


def members() -> Members:
    with zipfile.ZipFile(io.BytesIO(PACKAGE)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def zipped(content: Members, method: int = zipfile.ZIP_STORED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in content:
            archive.writestr(name, data)
    return target.getvalue()


def having(name: str, data: bytes) -> bytes:
    """The package with one member replaced or added."""
    return zipped([*((known, kept) for known, kept in members() if known != name), (name, data)])


def without(name: str) -> bytes:
    return zipped([(known, data) for known, data in members() if known != name])


def manifest(change: Callable[[dict[str, Any]], object]) -> bytes:
    document = json.loads(dict(members())["manifest.json"])
    change(document)
    return having("manifest.json", json.dumps(document).encode())


def with_article(document: object) -> bytes:
    """A package whose article is something else, all digests right."""
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    digest = hashlib.sha256(text).hexdigest()
    document = json.loads(dict(members())["manifest.json"])
    document["article"]["sha256"] = digest
    content = dict(members()) | {"article.json": text, "manifest.json": json.dumps(document).encode()}
    return zipped(list(content.items()))


def encrypted() -> bytes:
    data = bytearray(PACKAGE)
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def declared_size(name: bytes, size: int) -> bytes:
    """The package with a lie about the unpacked size in the central directory."""
    data = bytearray(PACKAGE)
    header = data.rindex(b"PK\x01\x02", 0, data.rindex(name))
    struct.pack_into("<I", data, header + 24, size)
    return bytes(data)


FIRST = f"photos/{next(iter(PHOTOS))}"
DEEP = b"[" * 100_000

HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "handoff.not_a_package"),
    "text": ("Không phải gói.".encode(), "handoff.not_a_package"),
    "truncated": (PACKAGE[: len(PACKAGE) * 2 // 3], "handoff.not_a_package"),
    "tail only": (PACKAGE[-60:], "handoff.not_a_package"),
    "empty archive": (zipped([]), "handoff.incomplete"),
    "another kind of archive": (having("mimetype", b"application/epub+zip"), "handoff.not_a_package"),
    "docx": (zipped([("[Content_Types].xml", b"<x/>")]), "handoff.unexpected"),
    "traversal": (having("../../.bashrc", b"x"), "handoff.unexpected"),
    "traversal in photos": (having("photos/../../x", b"x"), "handoff.unexpected"),
    "absolute name": (having("/etc/passwd", b"x"), "handoff.unexpected"),
    "windows name": (having("C:\\x.dll", b"x"), "handoff.unexpected"),
    "control letters": (having("photos/\x1b[31m" + "x" * 500, b"x"), "handoff.unexpected"),
    "line end": (having("article.json\n", b"x"), "handoff.unexpected"),
    "a photo nobody lists": (having(f"photos/{'c' * 64}", b"x"), "handoff.unexpected"),
    "missing manifest": (without("manifest.json"), "handoff.incomplete"),
    "missing article": (without("article.json"), "handoff.incomplete"),
    "missing photo": (without(FIRST), "handoff.incomplete"),
    "changed photo": (having(FIRST, b"0ne"), "handoff.digest"),
    "changed article": (having("article.json", b"{}"), "handoff.digest"),
    "manifest is no JSON": (having("manifest.json", b"{"), "handoff.not_a_package"),
    "manifest is not UTF-8": (having("manifest.json", b'{"a": "\xff"}'), "handoff.not_a_package"),
    "manifest is a list": (having("manifest.json", b"[]"), "handoff.field"),
    "manifest nests deeply": (having("manifest.json", DEEP), "handoff.not_a_package"),
    "no version": (manifest(lambda m: m.pop("version")), "handoff.field"),
    "newer version": (manifest(lambda m: m.update(version=2)), "handoff.newer"),
    "version in words": (manifest(lambda m: m.update(version="1")), "handoff.field"),
    "no article facts": (manifest(lambda m: m.pop("article")), "handoff.field"),
    "no article digest": (manifest(lambda m: m["article"].pop("sha256")), "handoff.digest"),
    "photo listed twice": (manifest(lambda m: m["photos"].append(m["photos"][0])), "handoff.duplicate"),
    "photo without digest": (manifest(lambda m: m["photos"][0].pop("sha256")), "handoff.field"),
    "photo with a path": (manifest(lambda m: m["photos"][0].update(sha256="../x")), "handoff.field"),
    "photos in words": (manifest(lambda m: m.update(photos="none")), "handoff.field"),
    "newer article": (with_article({"schema": 99}), "handoff.newer"),
    "article with a bad field": (with_article({"headline": 7}), "handoff.field"),
    "article is no JSON": (with_article(b"\xff\xfe"), "handoff.not_a_package"),
    "article nests deeply": (with_article(DEEP), "handoff.not_a_package"),
    "encrypted": (encrypted(), "handoff.packed_otherwise"),
    "compressed otherwise": (zipped(members(), zipfile.ZIP_LZMA), "handoff.packed_otherwise"),
    "declares a giant": (declared_size(b"article.json", 0x7FFFFFFF), "handoff.too_large"),
    "declares too much text": (declared_size(b"article.json", 100_000_000), "handoff.too_large"),
    "declares too little": (declared_size(b"article.json", 5), "handoff.not_a_package"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_packages_are_refused(case: str) -> None:
    data, code = HOSTILE[case]
    with pytest.raises(BadInput) as refused:
        read_package(data, "lạ.newsdesk")
    assert refused.value.code == code
    assert refused.value.parameters["file"] == "lạ.newsdesk"
    name = refused.value.parameters.get("name", "")
    assert name.isprintable()
    assert len(name) <= 80


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_comes_twice() -> None:
    for name in ("article.json", "manifest.json", FIRST):
        twice = zipped([*members(), (name, b"{}")])
        with pytest.raises(BadInput) as refused:
            read_package(twice, "x")
        assert (refused.value.code, refused.value.parameters["name"]) == ("handoff.duplicate", name)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped([*members(), (f"photos/{'d' * 64}", bytes(201 * 1024 * 1024))], zipfile.ZIP_DEFLATED)
    assert len(bomb) < 1_000_000
    document = json.loads(dict(members())["manifest.json"])
    document["photos"].append(document["photos"][0] | {"sha256": "d" * 64})
    listed = [(n, d) for n, d in members() if n != "manifest.json"]
    listed += [
        ("manifest.json", json.dumps(document).encode()),
        (f"photos/{'d' * 64}", bytes(201 * 1024 * 1024)),
    ]
    for data, code in (
        (bomb, "handoff.unexpected"),
        (zipped(listed, zipfile.ZIP_DEFLATED), "handoff.too_large"),
    ):
        with pytest.raises(BadInput) as refused:
            read_package(data, "x")
        assert refused.value.code == code


def test_a_crowd_of_members_is_refused() -> None:
    crowd = zipped([(f"photos/{number:064x}", b"") for number in range(2_001)])
    with pytest.raises(BadInput) as refused:
        read_package(crowd, "x")
    assert refused.value.code == "handoff.too_large"


def test_the_size_of_a_photo_is_counted_not_believed() -> None:
    wrong = {sha256: (replace(photo, byte_size=7_000), data) for sha256, (photo, data) in PHOTOS.items()}
    assert read_package(write_package(ARTICLE, wrong), "x").photos == PHOTOS


@settings(max_examples=300)
@given(st.integers(0, len(PACKAGE) - 1), st.binary(min_size=1, max_size=8), st.booleans())
def test_no_damage_passes_or_crashes(place: int, noise: bytes, cut: bool) -> None:
    damaged = PACKAGE[:place] + noise + (b"" if cut else PACKAGE[place + len(noise) :])
    try:
        package = read_package(damaged, "x")
    except BadInput as error:
        assert error.code.startswith("handoff.")
    else:
        assert package == Package(ARTICLE, PHOTOS)
