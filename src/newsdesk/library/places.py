"""Places where a library would come to harm: network shares, and folders that a program copies to a cloud.

SQLite needs locks and shared memory that network file systems only pretend to have, and a synchronising
program copies the database and its journal at different moments.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

if sys.platform == "win32":
    import ctypes

SYNCED_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "iclouddrive",
    "icloud drive",
    "mobile documents",
    "cloudstorage",
    "nextcloud",
    "owncloud",
    "box sync",
    "pclouddrive",
    "megasync",
    "yandex.disk",
    "synologydrive",
)
"""Folder names, in lower case, that synchronising programs give to what they copy."""

SYNCED_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
SYNCED_MARKERS = (".stfolder", ".dropbox.cache")

NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "lustre", "gpfs", "davfs"),
        *("vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2"),
        *("fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.smbnetfs"),
    }
)

MOUNTS = Path("/proc/self/mounts")
REMOTE_DRIVE = 4
"""What GetDriveTypeW answers for a network drive."""


@dataclass(frozen=True, slots=True)
class Danger:
    """Why a folder is no place for a library; `name` is the file system or the synchronised folder."""

    reason: Literal["network", "synced"]
    name: str


def danger_of(folder: Path, environment: Mapping[str, str] = os.environ) -> Danger | None:
    """What is wrong with a folder as the place of a library; it need not exist yet."""
    if str(folder).startswith(("\\\\", "//")):
        return Danger("network", str(folder))
    place = folder.resolve()
    return _network(place) or _synced(place, environment)


def _synced(place: Path, environment: Mapping[str, str]) -> Danger | None:
    roots = [Path(environment[name]).resolve() for name in SYNCED_VARIABLES if environment.get(name)]
    for step in (place, *place.parents):
        name = step.name.lower()
        if step in roots or any(_is_called(name, synced) for synced in SYNCED_NAMES):
            return Danger("synced", step.name)
        if any((step / marker).exists() for marker in SYNCED_MARKERS):
            return Danger("synced", step.name)
    return None


def _is_called(name: str, synced: str) -> bool:
    """`OneDrive - Station` and `Dropbox (Personal)` are meant too, `dropbox-notes` is not."""
    return name == synced or name.startswith((f"{synced} -", f"{synced} ("))


def _network(place: Path) -> Danger | None:
    if sys.platform == "win32":
        remote = ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == REMOTE_DRIVE
        return Danger("network", place.anchor) if remote else None
    if not MOUNTS.exists():
        return None
    kind = file_system(place, MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines())
    return Danger("network", kind) if kind in NETWORK_TYPES else None


def file_system(place: Path, mounts: Iterable[str]) -> str:
    """The type of the file system that holds `place`, from lines as in /proc/self/mounts."""
    best, kind = -1, ""
    for line in mounts:
        _, point, found, *_ = line.split(" ")
        depth = len(Path(_unescaped(point)).parts)
        if depth >= best and place.is_relative_to(_unescaped(point)):
            best, kind = depth, found
    return kind


def _unescaped(point: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, letter)
    return point
