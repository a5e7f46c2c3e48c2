"""What a check has to say, with the place it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How grave a finding is. An error blocks sending."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `id` names the sentence, `params` fill it.

    `block` is the id of a block, None for the article itself; `field` is the article's or the block's field
    (`headline`, `caption`, `text` …). `start` and `end` are code points of that field's text, None when the
    whole of it is meant. Each of `fixes` may stand in place of that stretch; none is given unless certain.
    """

    id: str
    level: Level
    params: Mapping[str, Any] = field(default_factory=dict)
    block: str | None = None
    field: str | None = None
    start: int | None = None
    end: int | None = None
    fixes: tuple[str, ...] = ()
