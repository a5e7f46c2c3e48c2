import os
from pathlib import Path

import pytest

from newsdesk.interchange.references import embedded, is_remote, path_within


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "ảnh"
    (inside / "sâu").mkdir(parents=True)
    for name in ("1.jpg", "chợ phiên.png", "sâu/2.jpg"):
        (inside / name).write_bytes(b"x")
    (tmp_path / "mật.txt").write_bytes(b"x")
    return inside


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("1.jpg", "1.jpg"),
        ("./1.jpg?v=3#a", "1.jpg"),
        ("sâu/2.jpg", "sâu/2.jpg"),
        ("s%C3%A2u/2.jpg", "sâu/2.jpg"),
        ("sâu\\2.jpg", "sâu/2.jpg"),
        ("ch%E1%BB%A3%20phi%C3%AAn.png", "chợ phiên.png"),
        (r"C:\Users\an\1.jpg", "1.jpg"),
        ("file:///home/an/1.jpg", "1.jpg"),
        ("https://truyenhinh.example/upload/1.jpg", "1.jpg"),
    ],
)
def test_files_inside_the_folder(folder: Path, reference: str, name: str) -> None:
    assert path_within(folder, reference) == (folder / name).resolve()


@pytest.mark.parametrize(
    "reference",
    [
        "../mật.txt",
        "sâu/../../mật.txt",
        "%2e%2e/mật.txt",
        "..\\mật.txt",
        "/etc/passwd",
        "file:///etc/passwd",
        "//server/share/mật.txt",
        "",
        ".",
        "..",
        "/",
        "sâu",
        "a%00b.jpg",
        "x" * 5000,
        "/".join("x" * 2000),
    ],
)
def test_nothing_outside_is_read(folder: Path, reference: str) -> None:
    assert path_within(folder, reference) is None


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_that_lead_outside_are_not_followed(folder: Path) -> None:
    (folder / "ngoài.jpg").symlink_to(folder.parent / "mật.txt")
    assert path_within(folder, "ngoài.jpg") is None


def test_data_addresses() -> None:
    assert embedded("data:image/png;base64,aGVsbG8=") == ("picture.png", b"hello")
    assert embedded("data:image/png;charset=x;base64,aGVs%62G8=") == ("picture.png", b"hello")
    assert embedded("data:,a%20b") == ("picture.plain", b"a b")
    assert embedded("data:image/png;base64,a") is None
    assert embedded("1.jpg") is None


def test_remote_references() -> None:
    assert is_remote("https://x.example/1.jpg") and is_remote("//x.example/1.jpg")
    assert not is_remote("1.jpg") and not is_remote("/1.jpg")
