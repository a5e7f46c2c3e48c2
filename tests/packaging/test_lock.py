"""The lock file names every dependency, for every platform, by hash, and no place to get it from."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements-dev.txt").read_text(encoding="utf-8")
ENTRIES = [entry for entry in LOCK.replace("\\\n", " ").splitlines() if entry and not entry.startswith("#")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = [
    Requirement(line) for line in (*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["test"])
]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
PLATFORMS = ["linux", "win32", "darwin"]


def environment(python: str, platform: str) -> dict[str, str]:
    there = {"python_version": python, "python_full_version": f"{python}.2", "sys_platform": platform}
    return {**{name: str(value) for name, value in default_environment().items()}, **there}


def pins(where: dict[str, str]) -> dict[str, str]:
    """Name and version of each package that the lock installs there."""
    locked = [Requirement(entry.partition("--hash")[0]) for entry in ENTRIES]
    chosen = [pin for pin in locked if pin.marker is None or pin.marker.evaluate(where)]
    names = [canonicalize_name(pin.name) for pin in chosen]
    assert len(names) == len(set(names)), "two versions of one package"
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in chosen}


def test_lock_names_no_host() -> None:
    assert [entry for entry in ENTRIES if "://" in entry or entry.startswith("-")] == []


def test_every_entry_is_pinned_and_hashed() -> None:
    assert [entry for entry in ENTRIES if "==" not in entry or "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_dependency_is_locked(python: str, platform: str) -> None:
    where = environment(python, platform)
    held = pins(where)
    wanted = [need for need in WANTED if need.marker is None or need.marker.evaluate(where)]
    assert [str(need) for need in wanted if canonicalize_name(need.name) not in held] == []
    assert [str(need) for need in wanted if held[canonicalize_name(need.name)] not in need.specifier] == []


@pytest.mark.parametrize(("python", "good"), [("3.11", True), ("3.12", False), ("3.13", False)])
def test_old_pythons_get_the_toolkit_that_counts_none_right(python: str, good: bool) -> None:
    version = pins(environment(python, "linux"))["pyside6-essentials"]
    assert version.startswith("6.11.") is good
    assert pins(environment(python, "linux"))["shiboken6"] == version


def test_what_the_dependencies_need_is_locked_too() -> None:
    check = [sys.executable, "-m", "pip", "check"]
    result = subprocess.run(check, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout
