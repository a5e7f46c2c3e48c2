"""A process that is killed at any moment loses no save that it called done."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from newsdesk.library.check import check
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts
from newsdesk.library.revisions import Revisions

PIECES = 3

WRITER = """
import itertools, sys
from datetime import UTC, datetime
from pathlib import Path
from newsdesk.article.blocks import Paragraph
from newsdesk.article.model import Article
from newsdesk.article.text import runs_of
from newsdesk.library.database import Database
from newsdesk.library.drafts import Drafts
from newsdesk.library.revisions import Revisions

database = Database.open(Path(sys.argv[1]))
drafts, revisions = Drafts(database), Revisions(database)
for number in itertools.count(int(sys.argv[2])):
    body = tuple(Paragraph(f"p{n}", runs_of(f"Đoạn {n} của lần {number}. " * 20)) for n in range(40))
    article = Article(str(number % int(sys.argv[3])), headline=f"Tin {number}", blocks=body)
    now = datetime.now(UTC)
    drafts.save(article, now).result()
    print("saved", article.id, number, 0, flush=True)
    if number % 4 == 0:
        revision = revisions.record(article, "checkpoint", now).result()
        print("kept", article.id, number, revision, flush=True)
"""


def killed_after(folder: Path, start: int, chance: random.Random) -> Iterator[tuple[str, str, int, int]]:
    """What a writer said it had done before it was killed, now and then while it was still opening."""
    command = [sys.executable, "-c", WRITER, str(folder), str(start), str(PIECES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        heard = [line for line, _ in zip(writer.stdout, range(chance.randrange(40)), strict=False)]
        with suppress(subprocess.TimeoutExpired):
            writer.wait(timeout=chance.random() * (0.01 if heard else 0.4))
        assert writer.poll() is None
        writer.kill()
        heard += writer.stdout.readlines()
    for line in heard:
        if not line.endswith("\n"):  # killed while it was saying so
            continue
        kind, article, number, revision = line.split()
        yield kind, article, int(number), int(revision)


def kill_often(folder: Path, rounds: int, seed: int) -> int:
    """Kill writers of one library and verify it after each; the answer is the number of saves promised."""
    chance = random.Random(seed)
    saved: dict[str, int] = {}
    kept: dict[tuple[str, int], int] = {}
    start = promised = 0
    for _ in range(rounds):
        for kind, article, number, revision in killed_after(folder, start, chance):
            promised += 1
            start = number + 1
            if kind == "saved":
                saved[article] = number
            else:
                kept[article, revision] = number
        verify(folder, saved, kept)
    return promised


def verify(folder: Path, saved: dict[str, int], kept: dict[tuple[str, int], int]) -> None:
    database = Database.open(folder)
    try:
        for article, number in saved.items():
            headline = Drafts(database).load(article).article.headline
            assert int(headline.removeprefix("Tin ")) >= number
        for (article, revision), number in kept.items():
            assert Revisions(database).load(article, revision).headline == f"Tin {number}"
    finally:
        database.close()
    assert check(folder).damage == ()


def test_a_few_kills_lose_nothing(folder: Path) -> None:
    assert kill_often(folder, rounds=4, seed=7) > 0


@pytest.mark.real
@pytest.mark.parametrize("seed", range(2))
def test_many_kills_lose_nothing(folder: Path, seed: int) -> None:
    assert kill_often(folder, rounds=40, seed=seed) > 200
