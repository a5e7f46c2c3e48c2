"""Every code that delivering can raise or tell has a sentence, and every sentence can be filled."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import newsdesk
from newsdesk.cms.receipt import FIELDS, PLACEMENT
from newsdesk.desk.cms_words import CMS_ERROR_WORDS
from newsdesk.desk.delivery_words import (
    DIAGNOSIS_WORDS,
    DIFFERENCE_WORDS,
    LOSS_WORDS,
    STATE_WORDS,
    STEP_WORDS,
)
from newsdesk.library.outbox import DeliveryState

SOURCE = Path(newsdesk.__file__).parent
ROOMS = ("cms", "desk", "library", "system")


def codes(pattern: str) -> set[str]:
    files = (file for room in ROOMS for file in (SOURCE / room).glob("*.py") if "words" not in file.name)
    return {code for file in files for code in re.findall(pattern, file.read_text(encoding="utf-8"))}


def test_every_error_has_a_sentence() -> None:
    raised = codes(r'"(cms\.[a-z_]+)"') | codes(
        r'(?:Refused|Lost|UsageError|Unreachable|Conflict)\(\s*"((?:cms|delivery|destination)\.[a-z_]+)"'
    )
    assert raised - set(CMS_ERROR_WORDS) == set()
    assert len(raised) > 30


def test_every_step_has_a_sentence() -> None:
    assert codes(r'Step\("(delivery\.[a-z_]+)"') == set(STEP_WORDS)


def test_every_loss_has_a_sentence() -> None:
    assert codes(r'Loss\("([a-z_.]+)"') == set(LOSS_WORDS)


def test_every_difference_has_a_sentence() -> None:
    named = {*FIELDS, *PLACEMENT, *codes(r'_(?:one|difference)\("([a-zA-Z]+)"')}
    assert {f"differs.{name}" for name in named} == set(DIFFERENCE_WORDS)


def test_every_state_has_a_word() -> None:
    assert set(STATE_WORDS) == set(DeliveryState)


def sentences() -> Iterator[tuple[str, set[str]]]:
    for words in DIAGNOSIS_WORDS.values():
        for sentence in words:
            yield sentence, {"host", "site", "user", "seconds"}
    for sentence in DIFFERENCE_WORDS.values():
        yield sentence, {"place", "sent", "found"}
    for sentence in STEP_WORDS.values():
        yield sentence, {"item", "items"}


@pytest.mark.parametrize(("sentence", "parameters"), list(sentences()))
def test_sentences_can_be_filled(sentence: str, parameters: set[str]) -> None:
    assert {name for _, name, _, _ in Formatter().parse(sentence) if name} <= parameters
