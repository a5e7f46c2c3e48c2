"""A piece as the CMS keeps it: one immutable value, one JSON document."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from newsdesk.demo import clock


@dataclass(frozen=True, slots=True)
class Piece:
    """An article. `content` holds the contract's fields, cleaned; `path` is its public address, for life.

    `history` has every change of status, oldest first; `suffix` are the 7 hex digits of the address.
    """

    id: str
    owner: str
    owner_name: str
    suffix: str
    content: Mapping[str, Any]
    warnings: tuple[Mapping[str, Any], ...]
    created_at: str
    updated_at: str
    version: int = 1
    status: str = "draft"
    history: tuple[Mapping[str, str], ...] = ()
    publish_at: str | None = None
    published_at: str | None = None
    path: str | None = None

    @property
    def etag(self) -> str:
        """The strong tag of this version."""
        told = json.dumps([self.id, self.version, self.status, self.updated_at]).encode()
        return f'"{self.version}-{hashlib.sha256(told).hexdigest()[:12]}"'

    @property
    def note(self) -> Mapping[str, str] | None:
        """The last note that an editor or reporter left with a change of status."""
        for change in reversed(self.history):
            if change["note"]:
                return {"text": change["note"], "by": change["by"], "at": change["at"]}
        return None

    def document(self) -> str:
        """The piece as text for the store."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_piece(document: str) -> Piece:
    """The piece that `document` wrote."""
    data = json.loads(document)
    return Piece(**{**data, "warnings": tuple(data["warnings"]), "history": tuple(data["history"])})


def public_path(piece: Piece, section_slug: str, moment: str) -> str:
    """Where a piece stands once published: section, year and month in Hà Nội, slug, seven digits."""
    month = clock.moment(moment).strftime("%Y%m")
    return f"/{section_slug}/{month}/{piece.content['slug']}-{piece.suffix}/"
