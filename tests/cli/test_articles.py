"""Articles on the command line: the JSON keys that scripts rely on, and what bad input gets."""

import json
from pathlib import Path

import pytest

from cli.conftest import Newsdesk
from newsdesk.library.database import Database


@pytest.fixture
def article(newsdesk: Newsdesk, piece: Path) -> str:
    return str(newsdesk("import", piece, "--json").json["id"])


def test_import_prints_the_id_and_tells_what_it_recognised(newsdesk: Newsdesk, piece: Path) -> None:
    ran = newsdesk("import", piece, "--json")
    assert ran.code == 0
    assert ran.json.keys() >= {"id", "headline", "recognised", "notes"}
    assert ran.json["headline"] == "Chợ phiên Lũng Phìn họp trong sương"
    recognised = ran.json["recognised"]
    assert (recognised["bylines"], recognised["figures"], recognised["source"]) == (2, 1, True)
    again = newsdesk("import", piece)
    assert again.out.strip() in {row["id"] for row in newsdesk("list", "--json").json["articles"]}


def test_show_and_put_are_inverse(newsdesk: Newsdesk, article: str, tmp_path: Path) -> None:
    shown = newsdesk("show", article).json
    assert [byline["name"] for byline in shown["bylines"]] == ["Sùng Mí Lử", "Anh Tú"]
    shown["section"] = "Văn hóa"
    file = tmp_path / "bai.json"
    file.write_text(json.dumps(shown), encoding="utf-8")
    put = newsdesk("put", file, "--json")
    assert (put.code, put.json["id"]) == (0, article)
    after = newsdesk("show", article).json
    assert after == shown | {"revision": shown["revision"] + 1}


def test_put_of_an_old_copy_is_refused(newsdesk: Newsdesk, article: str, tmp_path: Path) -> None:
    shown = newsdesk("show", article).json
    file = tmp_path / "bai.json"
    file.write_text(json.dumps(shown | {"kicker": "Vùng cao"}), encoding="utf-8")
    assert newsdesk("put", file).code == 0
    ran = newsdesk("put", file)
    assert ran.code == 1
    assert "newsdesk show" in ran.err
    assert newsdesk("show", article).json["kicker"] == "Vùng cao"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('{"blocks": [{"type": "marquee"}]}', "blocks[0].type"),
        ("{", "JSON"),
        ("[" * 100_000, "JSON"),
        ('{"headline": 7}', "headline"),
        ('{"id": "../../etc"}', "“id”"),
        ('{"id": "01A20581-777A-713C-BDD2-FFE5248754AA"}', "“id”"),
    ],
)
def test_put_names_the_bad_field(newsdesk: Newsdesk, tmp_path: Path, content: str, named: str) -> None:
    file = tmp_path / "hong.json"
    file.write_text(content, encoding="utf-8")
    ran = newsdesk("put", file)
    assert ran.code == 3
    assert named in ran.err
    assert "hong.json" in ran.err
    assert newsdesk("list", "--json").json["articles"] == []


def test_list_finds_without_marks(newsdesk: Newsdesk, article: str) -> None:
    assert [row["id"] for row in newsdesk("list", "cho", "phien", "--json").json["articles"]] == [article]
    assert newsdesk("list", "không có đâu", "--json").json["articles"] == []
    assert "Chợ phiên" in newsdesk("list").out


def test_check_finds_what_blocks_sending(newsdesk: Newsdesk, article: str) -> None:
    ran = newsdesk("check", article, "--json")
    assert ran.code == 1
    findings = ran.json["findings"]
    assert {"id", "level", "message", "block", "field", "start", "end", "fixes"} <= findings[0].keys()
    assert {"section.missing", "figure.photo_missing"} <= {finding["id"] for finding in findings}
    english = newsdesk("check", article, "--json", "--lang", "en").json["findings"]
    assert [one["id"] for one in english] == [one["id"] for one in findings]
    assert english[0]["message"] != findings[0]["message"]


@pytest.mark.parametrize("ending", ["docx", "html", "md", "txt", "newsdesk"])
def test_export_writes_by_ending(newsdesk: Newsdesk, article: str, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"bai.{ending}"
    ran = newsdesk("export", article, "-o", target, "--json")
    assert (ran.code, ran.json) == (0, {"file": str(target)})
    assert target.stat().st_size > 100
    assert not list(tmp_path.glob(".bai*"))


def test_a_package_comes_back_as_the_same_article(newsdesk: Newsdesk, article: str, tmp_path: Path) -> None:
    package = tmp_path / "bai.newsdesk"
    newsdesk("export", article, "-o", package)
    before = newsdesk("show", article).json
    other = tmp_path / "other"
    ran = newsdesk("import", package, "--json", "--library", other)
    assert ran.code == 0
    after = newsdesk("show", ran.json["id"], "--library", other).json
    assert after | {"revision": 0} == before | {"revision": 0}


def test_bad_input_is_named_and_changes_nothing(newsdesk: Newsdesk, article: str, tmp_path: Path) -> None:
    empty = tmp_path / "rỗng.txt"
    empty.write_bytes(b"")
    binary = tmp_path / "may.txt"
    binary.write_bytes(bytes(range(256)))
    for words, name in (
        (("import", tmp_path / "không có.txt"), "không có.txt"),
        (("import", empty), "rỗng.txt"),
        (("import", binary), "may.txt"),
        (("export", article, "-o", tmp_path / "bai.xyz"), "bai.xyz"),
        (("export", article, "-o", tmp_path / "no" / "bai.docx"), "bai.docx"),
    ):
        ran = newsdesk(*words)
        assert (ran.code, ran.out) == (3, "")
        assert name in ran.err
    assert len(newsdesk("list", "--json").json["articles"]) == 1


def test_unknown_ids_are_named(newsdesk: Newsdesk) -> None:
    ran = newsdesk("show", "khong-co")
    assert ran.code == 1
    assert "khong-co" in ran.err


def test_put_of_what_is_no_article_says_so(newsdesk: Newsdesk, tmp_path: Path) -> None:
    file = tmp_path / "bai.json"
    file.write_text("[" * 100_000, encoding="utf-8")
    put = newsdesk("put", file, "--lang", "en")
    assert put.code == 3
    assert put.err.strip() == f"{file} is no article: this is not JSON. Nothing was changed."


def test_reading_works_beside_a_writer(newsdesk: Newsdesk, article: str, tmp_path: Path) -> None:
    database = Database.open(tmp_path / "library")
    try:
        for words in (("list",), ("show", article), ("check", article), ("outbox",), ("library", "check")):
            assert newsdesk(*words, "--json").code in (0, 1), words
    finally:
        database.close()
