"""A server that answers byte by byte what a test tells it, well-mannered or not."""

import socket
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

TLS = Path(__file__).resolve().parents[1] / "golden" / "tls"

Manner = Callable[["Line"], None]


class Line:
    """One connection, from the server's side."""

    def __init__(self, connection: socket.socket, closing: threading.Event) -> None:
        self._connection = connection
        self._closing = closing
        self.request = b""

    def read_head(self) -> bytes:
        """The request line and headers."""
        while b"\r\n\r\n" not in self.request:
            self._read()
        return self.request.partition(b"\r\n\r\n")[0]

    def read_all(self) -> bytes:
        """The whole request; gives its body."""
        head = self.read_head().decode().lower()
        size = next((int(line.split(":")[1]) for line in head.splitlines() if "content-length:" in line), 0)
        while len(self.body) < size:
            self._read()
        return self.body

    @property
    def body(self) -> bytes:
        """What of the body has come."""
        return self.request.partition(b"\r\n\r\n")[2]

    def say(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._connection.sendall(data)

    def answer(self, status: str, body: bytes = b"{}", *headers: str, kind: str = "application/json") -> None:
        """Send a proper answer."""
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
        self.say("\r\n".join([*lines, "Connection: close", "", ""]).encode() + body)

    def trickle(self, data: bytes) -> None:
        """Send one byte after the other, slowly, for as long as somebody listens."""
        for byte in data:
            if self._closing.wait(0.02):
                return
            self.say(bytes([byte]))

    def stay_silent(self) -> None:
        """Say nothing until the test is over."""
        self._closing.wait()

    def _read(self) -> None:
        data = self._connection.recv(65536)
        if not data:
            raise ConnectionResetError
        self.request += data


class RawServer:
    """Listens on the loopback address and handles one connection after the other in the manner given."""

    def __init__(self, manner: Manner, *, tls: bool = False, certificate: str = "server.pem") -> None:
        self._manner = manner
        self._closing = threading.Event()
        self._context = _tls(certificate) if tls else None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self._thread = threading.Thread(target=self._serve)
        self.requests: list[bytes] = []
        scheme = "https" if tls else "http"
        self.url = f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(5)
                self._handle(connection)

    def _handle(self, connection: socket.socket) -> None:
        try:
            wrapped = self._context.wrap_socket(connection, server_side=True) if self._context else connection
            with wrapped:
                line = Line(wrapped, self._closing)
                try:
                    self._manner(line)
                finally:
                    self.requests.append(line.request)
        except OSError:
            return


def _tls(certificate: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / certificate, TLS / "server.key")
    return context
