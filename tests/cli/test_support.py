import json
import zipfile
from pathlib import Path

import pytest

from cli.conftest import Newsdesk


def test_doctor_tells_the_installation_and_no_secret(
    newsdesk: Newsdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSDESK_CMS_TOKEN", "bi-mat-9f3a")
    bundle = tmp_path / "bundle.zip"
    ran = newsdesk("doctor", "--json", "--bundle", bundle)
    assert ran.code == 0
    assert ran.json.keys() >= {"environment", "storage", "network", "settings"}
    with zipfile.ZipFile(bundle) as archive:
        inside = b"".join(archive.read(name) for name in archive.namelist())
    assert json.loads(inside) == ran.json
    assert "bi-mat-9f3a" not in ran.out + ran.err + inside.decode()


def test_doctor_works_on_a_damaged_library(newsdesk: Newsdesk, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "library.sqlite").write_bytes(b"this is no database" * 100)
    ran = newsdesk("doctor", "--json")
    assert ran.code == 0
    assert ran.json["storage"]["library_state"].startswith("library.")
    assert newsdesk("list").code == 6
    assert (folder / "library.sqlite").read_bytes().startswith(b"this is no database")


def test_library_check_counts_and_finds_damage(newsdesk: Newsdesk, piece: Path, tmp_path: Path) -> None:
    newsdesk("import", piece)
    ran = newsdesk("library", "check", "--json")
    assert (ran.code, ran.json["ok"], ran.json["articles"]) == (0, True, 1)
