"""What a command does when nobody reads its results to the end, or nothing can take them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Newsdesk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and /dev/full of POSIX")


def run(*words: str, stdout: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newsdesk", *words]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


def test_a_reader_that_leaves_ends_the_command_without_a_word(newsdesk: Newsdesk) -> None:
    newsdesk("list")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = run("list", "--json", stdout=writing)
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_results_that_nothing_can_take_are_a_storage_error(newsdesk: Newsdesk) -> None:
    newsdesk("list")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = run("list", "--json", "--lang", "en", stdout=full.fileno())
    assert ran.returncode == 6
    assert "- cannot be written" in ran.stderr
    assert "Traceback" not in ran.stderr
