#!/usr/bin/env python3
"""Sets up a development copy and uses it: `dev.py run [ARG...]`, `test [--all] [ARG...]`, `bench`.

Standard library only, so that a bare Python can start it. The environment lives in `.venv`; it is built
again when the lock file, the Python version or the place of the copy changes, and left alone otherwise.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "packaging" / "requirements-dev.txt"


def fingerprint() -> str:
    return hashlib.sha256(LOCK.read_bytes() + f"{sys.version} {ROOT}".encode()).hexdigest()


def build_environment() -> None:
    stamp = VENV / ".stamp"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == fingerprint():
        return
    print("newsdesk: setting up .venv (once; takes a minute or two) …", file=sys.stderr, flush=True)
    venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    locked = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", LOCK]
    subprocess.check_call([*pip, *locked])
    site = sysconfig.get_path("purelib", "venv", {"base": str(VENV)})
    # Python before 3.13 reads a .pth file in the locale's encoding, so the line must be ASCII in any folder.
    line = f"import sys; sys.path.append({str(ROOT / 'src')!a})\n"
    Path(site, "newsdesk-src.pth").write_text(line, encoding="ascii")
    stamp.write_text(fingerprint())


def compile_catalogues() -> None:
    subprocess.check_call([PYTHON, ROOT / "packaging" / "catalogues.py", "compile"])


def run(arguments: list[str]) -> int:
    """Start newsdesk; without arguments this is the demonstration, the project's main job."""
    return subprocess.call([PYTHON, "-m", "newsdesk", *(arguments or ["demo"])])


def test(arguments: list[str]) -> int:
    """Run the quick tests, or with --all also those that need real servers and office programs."""
    environment = dict(os.environ)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    everything = "--all" in arguments
    rest = [argument for argument in arguments if argument != "--all"]
    if not everything:
        rest = ["-m", "not real", *rest]
    command = [PYTHON, "-m", "pytest", "-n", "2", "--dist", "loadgroup", *rest]
    return subprocess.call(command, cwd=ROOT, env=environment)


def bench(arguments: list[str]) -> int:
    """Measure the budgets one after the other and print the table."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    command = [PYTHON, "-m", "pytest", "--bench", "tests/benchmarks", *arguments]
    return subprocess.call(command, cwd=ROOT, env=environment)


COMMANDS = {"run": run, "test": test, "bench": bench}


def main() -> int:
    if sys.version_info < OLDEST_PYTHON:
        print(f"newsdesk needs Python 3.11 or newer; this is {sys.version.split()[0]}", file=sys.stderr)
        return 1
    command, *rest = sys.argv[1:] or ["run"]
    if command not in COMMANDS:
        print("usage: dev.py run [ARG...] | test [--all] [ARG...] | bench", file=sys.stderr)
        return 2
    try:
        build_environment()
        compile_catalogues()
        return COMMANDS[command](rest)
    except subprocess.CalledProcessError as failed:
        print(f"newsdesk: set-up stopped at: {' '.join(map(str, failed.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
