"""A demonstration CMS over real HTTP, and callers with different rights."""

import base64
import hashlib
import uuid
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import requests

from making.photos import corners, encoded
from newsdesk.demo.server import RunningServer

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CONTRACT = RESOURCES / "api" / "newsdesk-v1.yaml"
JPEG = encoded(corners())
MISSING = "019ab1c2-7d00-7a11-8f00-00000000dead"


def digest_header(data: bytes) -> str:
    """Repr-Digest of some bytes."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(data).digest()).decode()}:"


def fresh_id() -> str:
    return str(uuid.uuid4())


def facts(data: bytes = JPEG, **more: Any) -> dict[str, Any]:
    """What is announced of a photo."""
    digest = hashlib.sha256(data).hexdigest()
    return {"filename": "a.jpg", "mediaType": "image/jpeg", "size": len(data), "sha256": digest, **more}


def piece(html: str = "<p>Sáng nay, hoa nở rộ.</p>", **more: Any) -> dict[str, Any]:
    """The smallest content that may be submitted."""
    return {
        "headline": "Mùa hoa trên cao nguyên",
        "standfirst": "Hoa đang vào độ đẹp nhất.",
        "body": {"profile": "newsdesk-html/1", "html": html},
        "media": [],
        "bylines": [{"personId": "p-minh-an", "name": "Minh An", "role": "reporter"}],
        "categoryIds": ["c-doi-song-xa-hoi"],
        "tagIds": [],
        "language": "vi",
        "clientRevision": "1",
        **more,
    }


class Caller:
    """Somebody who speaks to the CMS."""

    def __init__(self, url: str, token: str) -> None:
        self.api = f"{url}/newsdesk/v1"
        self.url = url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, headers: Mapping[str, str] | None = None, **query: Any) -> requests.Response:
        return self.session.get(self.api + path, headers=headers, params=query, timeout=20)

    def put(self, path: str, json: Any, **headers: str) -> requests.Response:
        return self.session.put(self.api + path, json=json, headers=_dashed(headers), timeout=20)

    def announce(self, media_id: str, data: bytes = JPEG, **more: Any) -> requests.Response:
        return self.put(f"/media/{media_id}", facts(data, **more))

    def send_bytes(self, media_id: str, data: bytes = JPEG, **headers: str) -> requests.Response:
        wanted = {"Content-Type": "image/jpeg", "Repr-Digest": digest_header(data), **_dashed(headers)}
        return self.session.put(f"{self.api}/media/{media_id}/content", data=data, headers=wanted, timeout=20)

    def photo(self, data: bytes = JPEG) -> str:
        """The id of a photo that is ready."""
        media_id = fresh_id()
        self.announce(media_id, data).raise_for_status()
        self.send_bytes(media_id, data).raise_for_status()
        return media_id

    def make(self, content: Mapping[str, Any] | None = None) -> requests.Response:
        """A new article."""
        answer = self.put(f"/articles/{fresh_id()}", dict(content or piece()), If_None_Match="*")
        assert answer.status_code == 201, answer.text
        return answer

    def move(self, article: requests.Response, to: str, **more: Any) -> requests.Response:
        """The article of an answer in another status."""
        key = more.pop("key", None) or fresh_id()
        return self.session.post(
            f"{self.api}/articles/{article.json()['id']}/transitions",
            json={"to": to, **more},
            headers={"If-Match": article.headers["ETag"], "Idempotency-Key": key},
            timeout=20,
        )


class Newsroom:
    """A running CMS with its people: an editor, a reporter, an outside photographer, a guest."""

    def __init__(self, server: RunningServer) -> None:
        self.server = server
        self.url = server.url
        callers = {login.user: Caller(server.url, login.token) for login in server.logins}
        self.editor, self.reporter = callers["thu.ha"], callers["minh.an"]
        self.stringer, self.guest = callers["duc.tho"], callers["khach"]
        self.public = requests.Session()
        self._open = (*callers.values(),)

    def page(self, path: str) -> requests.Response:
        """A page as a reader sees it."""
        return self.public.get(self.url + path if path.startswith("/") else path, timeout=20)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for caller in self._open:
            caller.session.close()
        self.public.close()
        self.server.close()


def _dashed(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
