"""What is kept in git is the project alone: no machine's paths, no package hosts, nothing built."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:root|work)/")
PACKAGE_HOST = re.compile(r"https?://\S*/(?:simple|packages)/|(?:extra-)?index[-]url|trusted[-]host")
BUILT = {".mo", ".pyc", ".whl", ".egg-info", ".log", ".sqlite", ".orig", ".rej"}
VAGUE = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "core", "misc"}


def git(*arguments: str) -> str:
    command = ["git", "-c", f"safe.directory={ROOT.as_posix()}", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("this copy is not a git checkout")
    listed = git("ls-files", "-z").split("\0")
    return [path for name in listed if name and (path := ROOT / name).is_file()]


def texts(files: list[Path]) -> dict[Path, str]:
    """Those files that are text; a NUL byte makes a file binary, as for git."""
    contents = {path: path.read_bytes() for path in files}
    return {path: data.decode("utf-8") for path, data in contents.items() if b"\0" not in data}


def lines_with(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number} {line.strip()[:80]}"
        for path, text in texts(files).items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_machine_paths(tracked: list[Path]) -> None:
    assert lines_with(MACHINE_PATH, tracked) == []


def test_no_package_hosts(tracked: list[Path]) -> None:
    assert lines_with(PACKAGE_HOST, tracked) == []


def test_the_patterns_find_what_they_should() -> None:
    assert MACHINE_PATH.search('open("/root' + '/x")')
    assert not MACHINE_PATH.search("https://dai.example/work/1")
    assert PACKAGE_HOST.search("https://pypi.example" + "/simple/")


def test_nothing_built_is_kept(tracked: list[Path]) -> None:
    assert [path.name for path in tracked if path.suffix in BUILT] == []


def test_every_file_says_what_it_is_for(tracked: list[Path]) -> None:
    """No room or file is called after its being useful."""
    python = [path.relative_to(ROOT) for path in tracked if path.suffix == ".py"]
    assert [str(path) for path in python if VAGUE & {*path.parent.parts, path.stem}] == []


def test_nothing_is_left_of_a_merge(tracked: list[Path]) -> None:
    assert lines_with(re.compile("^(<{7}|>{7})( |$)"), tracked) == []


def test_scripts_can_be_started(tracked: list[Path]) -> None:
    scripts = git("ls-files", "--stage", "packaging/dev.sh", "packaging/dev.py", ".ci/run").splitlines()
    assert [line.split()[0] for line in scripts] == ["100755"] * 3
