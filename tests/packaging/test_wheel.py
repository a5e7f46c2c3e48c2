"""The wheel holds all that newsdesk needs, installs with plain pip, and does the whole line from anywhere."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
RESOURCES = {
    "app/newsdesk.svg",
    "api/newsdesk-v1.yaml",
    "demo/templates/page.html",
    "fonts/NotoSerif-Regular.ttf",
    "fonts/OFL.txt",
    "locale/en/LC_MESSAGES/newsdesk.mo",
    "locale/vi/LC_MESSAGES/newsdesk.mo",
    "sample/piece.txt",
    "theme/newsdesk.qss",
    "word/house.docx",
}


def pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-index", "--no-build-isolation", "--no-deps", "--wheel-dir", folder, ROOT)
    (made,) = folder.glob("newsdesk-*.whl")
    return made


@pytest.fixture(scope="module")
def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as package:
        return set(package.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean environment with the wheel in it; the one that runs the tests lends it the dependencies."""
    home = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    python = home / SCRIPTS / "python"
    pip("--python", python, "install", "--no-index", "--no-deps", wheel)
    (site,) = home.rglob("site-packages")
    lent = f"import sys; sys.path.append({sysconfig.get_path('purelib')!a})\n"
    (site / "lent.pth").write_text(lent, encoding="ascii")
    return home / SCRIPTS


def run(installed: Path, cwd: Path, *words: str | Path) -> str:
    """What a command line prints, started in a folder that has nothing to do with the source."""
    environment = {**os.environ, "HOME": str(cwd), "XDG_DATA_HOME": str(cwd), "NEWSDESK_LANG": "en"}
    result = subprocess.run(
        [installed / words[0], *words[1:]],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_all_resources_are_in(contents: set[str]) -> None:
    kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {f"newsdesk/{name}" for name in kept} - contents == set()
    assert {f"newsdesk/resources/{name}" for name in RESOURCES} - contents == set()


def test_all_modules_are_in_and_nothing_else(contents: set[str]) -> None:
    source = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    assert {name for name in contents if name.endswith(".py")} == source
    assert [name for name in contents if not name.startswith(("newsdesk/", "newsdesk-"))] == []


def test_the_installed_copy_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    where = "import newsdesk, pathlib; print(pathlib.Path(newsdesk.__file__).resolve())"
    assert Path(run(installed, tmp_path, "python", "-c", where).strip()).is_relative_to(installed.parent)


def test_help(installed: Path, tmp_path: Path) -> None:
    assert "newsdesk" in run(installed, tmp_path, "newsdesk", "--help")


def test_the_whole_line(installed: Path, tmp_path: Path) -> None:
    said = run(installed, tmp_path, "newsdesk", "demo", "--no-window", "--library", tmp_path / "library")
    assert "http://127.0.0.1:" in said
    assert zipfile.is_zipfile(tmp_path / "library" / "newsdesk-demo.docx")
