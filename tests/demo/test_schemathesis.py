"""A machine that reads the contract finds no answer of the CMS that contradicts it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from making.stations import CONTRACT, RESOURCES, Caller, Newsroom, piece
from newsdesk.demo.server import serve

HOOKS = "schemathesis_hooks"
SETTINGS = Path(__file__).with_name("schemathesis.toml")
SEED = "20261122"
ARTICLE = "019ab1c2-7d00-7a11-8f00-0242ac120001"
MEDIA = "019ab1c2-7d00-7a11-8f00-0242ac120003"


def give_examples_something_to_find(editor: Caller) -> None:
    """Put a photo and an article under the ids that the examples of the contract use."""
    editor.announce(MEDIA)
    editor.send_bytes(MEDIA).raise_for_status()
    editor.put(f"/articles/{ARTICLE}", piece(), If_None_Match="*").raise_for_status()


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    with Newsroom(serve(folder / "cms", RESOURCES)) as cms:
        give_examples_something_to_find(cms.editor)
        server = cms.server
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(SETTINGS), "run", str(CONTRACT)),
            *("--url", f"{server.url}/newsdesk/v1", "-H", f"Authorization: Bearer {server.token}"),
            *(
                "--seed",
                SEED,
                "--generation-database",
                "none",
                "--continue-on-failure",
                "--no-color",
                *options,
            ),
        ]
        environment = {**os.environ, "SCHEMATHESIS_HOOKS": HOOKS, "PYTHONPATH": str(SETTINGS.parent)}
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )


def test_examples_keep_to_the_contract(tmp_path: Path) -> None:
    result = run(tmp_path, "--phases", "examples")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.real
def test_generated_requests_find_no_contradiction(tmp_path: Path) -> None:
    result = run(tmp_path, "--phases", "examples,coverage,fuzzing", "-n", "60")
    assert result.returncode == 0, result.stdout + result.stderr
