"""Requests to one CMS: one at a time, never redirected, no write repeated by itself, each with an end."""

import ssl
import urllib.parse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.exceptions import InvalidHeader, ProxyError, RequestException
from requests.utils import get_environ_proxies

from newsdesk.cms.address import plain_address
from newsdesk.cms.answers import Answer
from newsdesk.cms.connector import Progress
from newsdesk.cms.watch import Watch
from newsdesk.errors import AnswerLost, Cancelled, CmsError, CmsRefused, CmsUnreachable

MAX_ANSWER = 32 * 1024 * 1024
BLOCK = 64 * 1024
"""Bytes handed to the line at a time; each must get out within the connection timeout, on any line."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: for a connection, for the next byte, for a request in all.

    A large body earns more: one second for each `bytes_per_second` of it.
    """

    connect: float = 10
    read: float = 60
    total: float = 120
    bytes_per_second: float = 8 * 1024

    def for_body(self, size: int) -> float:
        """Seconds that a request with a body of `size` bytes may take."""
        return self.total + size / self.bytes_per_second


class Transport:
    """Sends requests under one base address, signed with a token that is asked for each time.

    `wanted` tells whether anybody still waits; a request nobody waits for is broken off (`Cancelled`).
    Proxies are the system's unless given; this machine itself is never reached through one.

    Raises:
        UsageError: `destination.bad_address`, the base address is no plain http or https address.
    """

    def __init__(
        self,
        base_url: str,
        token: Callable[[], str],
        tls: ssl.SSLContext,
        *,
        wanted: Callable[[], bool] = lambda: True,
        patience: Patience = Patience(),
        proxies: Mapping[str, str] | None = None,
        agent: str = "newsdesk",
    ) -> None:
        self._base = plain_address(base_url)
        self._token = token
        self._secret = b""
        self._wanted = wanted
        self._patience = patience
        self._watch = Watch()
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.auth = self._sign
        self._session.headers = {
            "User-Agent": agent,
            "Accept": "application/json",
            "Accept-Encoding": "identity",
        }
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.proxies = dict(_system_proxies(self._base) if proxies is None else proxies)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _Adapter(tls, self._watch))

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def send(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        progress: Progress | None = None,
        signed: bool = True,
    ) -> Answer:
        """Send one request and read its whole answer, whatever its status.

        A question (GET) is asked once more when the line breaks, as kept lines do that nobody used for long.

        Raises:
            CmsUnreachable: nothing was sent, or nothing the server could act on.
            AnswerLost: it was sent, and the answer did not come whole.
            Cancelled: nobody waits any more.
        """
        try:
            return self._once(method, path, headers, body, progress, signed)
        except AnswerLost as lost:
            if method != "GET" or lost.code != "cms.connection_lost":
                raise
        return self._once(method, path, headers, body, progress, signed)

    def _once(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None,
        body: bytes | None,
        progress: Progress | None,
        signed: bool,
    ) -> Answer:
        data = None if body is None else _Reader(body, progress)
        with self._watch.over(self._patience.for_body(len(body or b"")), self._wanted):
            try:
                answer = self._exchange(method, path, dict(headers or {}), data, signed)
            except (RequestException, urllib3.exceptions.HTTPError, OSError) as error:
                raise self._named(error) from None
        if self._watch.late:
            raise AnswerLost("cms.too_slow", host=self._host)
        return answer

    def _exchange(
        self, method: str, path: str, headers: dict[str, str], data: "_Reader | None", signed: bool
    ) -> Answer:
        with self._session.request(
            method,
            self._base + path,
            headers=headers,
            data=data,
            auth=None if signed else _unsigned,
            timeout=(self._patience.connect, self._patience.read),
            allow_redirects=False,
            stream=True,
        ) as response:
            names = {name.lower(): value for name, value in response.headers.items()}
            return Answer(response.status_code, names, self._without_token(_whole(response)))

    def _without_token(self, body: bytes) -> bytes:
        """A server may repeat in its complaint what it was sent; the token stays out of messages and logs."""
        return body.replace(self._secret, b"***") if self._secret else body

    def _sign(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        token = self._token()
        if not (token.isascii() and token.isprintable()) or " " in token:
            raise CmsRefused("cms.token_malformed")
        self._secret = token.encode()
        request.headers["Authorization"] = f"Bearer {token}"
        return request

    def _named(self, error: Exception) -> CmsError | Cancelled:
        if not self._wanted():
            return Cancelled()
        if self._watch.late:
            return AnswerLost("cms.too_slow", host=self._host)
        return named(error, self._host)

    @property
    def _host(self) -> str:
        return urllib.parse.urlsplit(self._base).hostname or ""


def named(error: Exception, host: str) -> CmsError:
    """Give a failure of the network its own name; `host` is who was asked."""
    causes = tuple(_causes(error))

    def among(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in causes)

    if among(ProxyError, urllib3.exceptions.ProxyError):
        return CmsUnreachable("cms.proxy")
    if among(ssl.SSLCertVerificationError):
        return CmsUnreachable("cms.certificate", host=host, reason=_verdict(causes))
    if among(urllib3.exceptions.NameResolutionError):
        return CmsUnreachable("cms.name_not_resolved", host=host)
    if among(urllib3.exceptions.NewConnectionError):
        code = "cms.connection_refused" if among(ConnectionRefusedError) else "cms.no_route"
        return CmsUnreachable(code, host=host)
    if among(urllib3.exceptions.ConnectTimeoutError):
        return CmsUnreachable("cms.connect_timeout", host=host)
    if among(InvalidHeader):
        return CmsRefused("cms.token_malformed")
    if among(urllib3.exceptions.ReadTimeoutError, TimeoutError):
        return AnswerLost("cms.no_answer", host=host)
    if among(ssl.SSLError):
        return AnswerLost("cms.tls", host=host)
    return AnswerLost("cms.connection_lost", host=host)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what libraries wrapped in it."""
    seen: set[int] = set()
    waiting: list[Any] = [error]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]


def _verdict(causes: tuple[BaseException, ...]) -> str:
    verdicts = (cause.verify_message for cause in causes if isinstance(cause, ssl.SSLCertVerificationError))
    return next((verdict for verdict in verdicts if verdict), "")


def _system_proxies(base: str) -> Mapping[str, str]:
    return {} if urllib.parse.urlsplit(base).hostname in LOOPBACK else get_environ_proxies(base)


def _unsigned(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _whole(response: requests.Response) -> bytes:
    body = bytearray()
    for chunk in response.iter_content(BLOCK):
        body += chunk
        if len(body) > MAX_ANSWER:
            raise AnswerLost("cms.answer_invalid", field="", reason="too_large")
    return bytes(body)


class _Reader:
    """A body that tells how much of it was taken. Without `__iter__`, so that it goes out with its length."""

    def __init__(self, data: bytes, progress: Progress | None) -> None:
        self._data = data
        self._progress = progress
        self._position = 0

    def __len__(self) -> int:
        return len(self._data)

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes."""
        end = len(self._data) if size < 0 else self._position + size
        chunk = self._data[self._position : end]
        self._position += len(chunk)
        if chunk and self._progress is not None:
            self._progress(self._position, len(self._data))
        return chunk


class _Adapter(HTTPAdapter):
    """Trusts what the given context trusts, and shows each connection to the watch."""

    def __init__(self, tls: ssl.SSLContext, watch: Watch) -> None:
        self._tls = tls
        self._watch = watch
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **more: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, blocksize=BLOCK, **more)

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
        return super().proxy_manager_for(proxy, blocksize=BLOCK, **more)

    def build_connection_pool_key_attributes(
        self, request: Any, verify: Any, cert: Any = None
    ) -> tuple[Any, Any]:
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {"ssl_context": self._tls} if host["scheme"] == "https" else {}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """The context verifies; requests would add its own list of authorities here."""

    def get_connection_with_tls_context(self, *arguments: Any, **more: Any) -> Any:
        pool = super().get_connection_with_tls_context(*arguments, **more)
        return self._watch.watched(pool)
