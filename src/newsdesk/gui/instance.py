"""One window a library: a second start hands its file to the first window and leaves."""

import json
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1500
"""Milliseconds to wait for the other window."""

LONGEST = 64 * 1024


def name_of(library: Path) -> str:
    """The name under which the window of this library can be reached by the same person."""
    place = str(library.resolve()).encode()
    digest = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256)
    return "newsdesk-" + bytes(digest.data()).hex()[:24]


def hand_over(library: Path, file: Path | None) -> bool:
    """Ask an open window of this library to come forward and open `file`; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(library))
    if not socket.waitForConnected(PATIENCE):
        return False
    wish = json.dumps({"open": str(file.resolve()) if file else ""})
    socket.write(wish.encode() + b"\n")
    socket.flush()
    heard = socket.bytesAvailable() > 0 or socket.waitForReadyRead(PATIENCE)
    socket.disconnectFromServer()
    return heard


class Doorbell(QObject):
    """Hears later starts on the same library. `rung` carries the file to open, or an empty text."""

    rung = Signal(str)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._callers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        name = name_of(library)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()
        for caller in self._callers:
            caller.abort()
            caller.deleteLater()
        self._callers.clear()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.readyRead.connect(self._listen)
            self._callers.append(caller)

    def _listen(self) -> None:
        for caller in tuple(self._callers):
            if caller.canReadLine() or caller.bytesAvailable() >= LONGEST:
                self._callers.remove(caller)
                line = bytes(caller.readLine(LONGEST).data())
                caller.write(b"heard\n")
                caller.flush()
                caller.disconnectFromServer()
                caller.deleteLater()
                self.rung.emit(_file_in(line))


def _file_in(line: bytes) -> str:
    try:
        wish = json.loads(line)
    except ValueError:
        return ""
    file = wish.get("open") if isinstance(wish, dict) else None
    return file if isinstance(file, str) else ""
