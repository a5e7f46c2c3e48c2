import errno
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from making.photos import corners, encoded
from newsdesk.errors import StorageError
from newsdesk.photos.originals import Originals

JPEG = encoded(corners())
SHA = hashlib.sha256(JPEG).hexdigest()


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_an_original_lies_under_its_digest_and_cannot_be_written_to(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    assert originals.add(JPEG) == SHA
    path = originals.path(SHA)
    assert path == tmp_path / "originals" / SHA[:2] / f"{SHA[2:]}.jpg"
    assert (originals.read(SHA), originals.has(SHA)) == (JPEG, True)
    assert path.stat().st_mode & 0o222 == 0


def test_the_same_bytes_are_kept_once_and_left_alone(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    originals.add(JPEG)
    before = originals.path(SHA).stat().st_mtime_ns
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(originals.add, [JPEG] * 8)) == {SHA}
    assert originals.path(SHA).stat().st_mtime_ns == before
    assert len(files(tmp_path)) == 1


def test_many_writers_of_new_bytes_leave_one_whole_file(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(originals.add, [JPEG] * 8)) == {SHA}
    assert len(files(tmp_path)) == 1
    assert originals.read(SHA) == JPEG


@pytest.mark.parametrize("sha", ["0" * 64, "", "..", "../" * 8, SHA.upper(), SHA[:2] + "*" * 62])
def test_a_missing_original_is_named(tmp_path: Path, sha: str) -> None:
    originals = Originals(tmp_path)
    originals.add(JPEG)
    assert not originals.has(sha)
    with pytest.raises(StorageError) as caught:
        originals.read(sha)
    assert (caught.value.code, caught.value.parameters) == ("photo.original_missing", {"photo": sha})


def test_a_changed_original_is_noticed(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    originals.add(JPEG)
    originals.path(SHA).chmod(0o644)
    originals.path(SHA).write_bytes(JPEG[:-1])
    with pytest.raises(StorageError) as caught:
        originals.read(SHA)
    assert caught.value.code == "photo.original_damaged"


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "storage.full"), (errno.EROFS, "storage.readonly"), (errno.EIO, "storage.io")],
)
def test_a_disk_that_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StorageError) as caught:
        Originals(tmp_path).add(JPEG)
    assert (caught.value.code, files(tmp_path)) == (code, [])
