"""Files of every kind in the way of reading and writing; each gives an error that names it."""

import os
from pathlib import Path

import pytest

from newsdesk.desk.files import read_whole, write_whole
from newsdesk.errors import BadInput


def refused(path: Path, limit: int = 10) -> str:
    with pytest.raises(BadInput) as caught:
        read_whole(path, limit, "photo.too_large")
    assert caught.value.parameters["file"] == str(path)
    return caught.value.code


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "bai.txt"
    file.write_bytes(b"0123456789")
    assert read_whole(file, 10) == b"0123456789"
    assert refused(file, 9) == "photo.too_large"


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    assert refused(tmp_path) == "file.not_a_file"
    assert refused(tmp_path / "bai.txt") == "file.missing"
    assert refused(tmp_path / "bai\0.txt") == "file.unreadable"
    assert refused(tmp_path / ("b" * 300)) == "file.unreadable"


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes in a folder")
def test_a_pipe_that_nobody_fills_does_not_hold_the_program(tmp_path: Path) -> None:
    pipe = tmp_path / "anh.jpg"
    os.mkfifo(pipe)
    assert refused(pipe) == "file.not_a_file"


def test_a_written_file_stands_alone_in_its_folder(tmp_path: Path) -> None:
    target = tmp_path / "bai.docx"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["missing/bai.docx", "file/bai.docx", "b" * 300, "folder"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder" / "full").mkdir(parents=True)
    target = tmp_path / name
    with pytest.raises(BadInput) as caught:
        write_whole(target, b"new")
    assert caught.value.code == "file.unwritable"
    assert caught.value.parameters["file"] == str(target)
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder"}
