"""Network shares and synchronised folders are seen for what they are."""

from pathlib import Path

import pytest

from newsdesk.library.places import danger_of, file_system

MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0",
    "server:/home /home/an nfs4 rw 0 0",
    "//nas/tin /mnt/tin\\040bai cifs rw 0 0",
    "tmpfs /home/an/.cache tmpfs rw 0 0",
)


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/srv/newsdesk", "ext4"),
        ("/home/an/newsdesk", "nfs4"),
        ("/home/anh/newsdesk", "ext4"),
        ("/mnt/tin bai/newsdesk", "cifs"),
        ("/home/an/.cache/newsdesk", "tmpfs"),
    ],
)
def test_the_nearest_mount_decides(place: str, kind: str) -> None:
    assert file_system(Path(place), MOUNTS) == kind


def test_a_later_mount_over_the_same_place_wins() -> None:
    assert file_system(Path("/a/b"), ("x /a ext4 rw 0 0", "y /a nfs rw 0 0")) == "nfs"


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "OneDrive - Đài PTTH",
        "Dropbox",
        "Dropbox (Personal)",
        "Google Drive",
        "My Drive",
        "Mobile Documents",
        "CloudStorage",
        "iCloudDrive",
    ],
)
def test_synchronised_folders(tmp_path: Path, name: str) -> None:
    danger = danger_of(tmp_path / name / "tin" / "newsdesk", {})
    assert danger is not None
    assert (danger.reason, danger.name) == ("synced", name)


@pytest.mark.parametrize("name", ["dropbox-notes", "Onedrives", "drive", "Tài liệu"])
def test_folders_that_only_sound_alike(tmp_path: Path, name: str) -> None:
    assert danger_of(tmp_path / name / "newsdesk", {}) is None


def test_a_renamed_onedrive_is_known_by_its_variable(tmp_path: Path) -> None:
    danger = danger_of(tmp_path / "Cua toi" / "newsdesk", {"OneDriveCommercial": str(tmp_path / "Cua toi")})
    assert danger is not None
    assert danger.reason == "synced"


def test_syncthing_is_known_by_its_marker(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert danger_of(tmp_path / "newsdesk", {}) is not None


@pytest.mark.parametrize("share", ["//nas/tin/newsdesk", r"\\nas\tin\newsdesk"])
def test_shares_by_name(share: str) -> None:
    danger = danger_of(Path(share), {})
    assert danger is not None
    assert danger.reason == "network"


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "tin").symlink_to(tmp_path / "Dropbox")
    assert danger_of(tmp_path / "tin" / "newsdesk", {}) is not None
