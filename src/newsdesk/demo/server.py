"""The demonstration CMS as a web application, and as a running server on this machine."""

import hashlib
import os
import socket
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from newsdesk.demo.accounts import Account, Accounts
from newsdesk.demo.article_routes import ArticleRoutes
from newsdesk.demo.articles import Articles
from newsdesk.demo.desk_pages import DeskPages
from newsdesk.demo.gate import Gate, UuidText
from newsdesk.demo.media import MediaShelf
from newsdesk.demo.media_routes import MediaRoutes
from newsdesk.demo.paging import Pages
from newsdesk.demo.preview import Previews
from newsdesk.demo.public_pages import PublicPages
from newsdesk.demo.site import Site, read_site
from newsdesk.demo.site_routes import SiteRoutes
from newsdesk.demo.store import Store
from newsdesk.demo.terms import Terms
from newsdesk.demo.transitions import Transitions
from newsdesk.demo.tus_routes import TusRoutes

HOST = "127.0.0.1"
PORT_FILE = "port"
LINE_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Login:
    """A way to sign in."""

    user: str
    token: str
    name: str
    capabilities: tuple[str, ...]


class RunningServer:
    """A CMS that answers on the loopback address until it is closed.

    `user` and `token` are those of an account that may publish; `logins` has one for every set of rights.
    """

    def __init__(self, server: BaseWSGIServer, logins: tuple[Login, ...]) -> None:
        self._server = server
        self._thread = threading.Thread(
            target=server.serve_forever, args=(0.05,), name="demo-cms", daemon=True
        )
        self._thread.start()
        self.url = f"http://{HOST}:{server.port}"
        self.logins = logins
        self.user = logins[0].user
        self.token = logins[0].token

    def close(self) -> None:
        """Stop answering. What was answered before is kept."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Handler(WSGIRequestHandler):
    """Says nothing, and does not wait for ever for a line that has gone dead."""

    timeout = LINE_PATIENCE

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Write no access log."""


def create_app(folder: Path, resources: Path) -> Flask:
    """The CMS whose data is in `folder` (made when missing), with the shipped files in `resources`."""
    store = Store(folder)
    site = read_site(resources / "demo" / "site.json")
    return _assemble(store, site, _accounts(store, site), resources)


def serve(folder: Path, resources: Path, port: int = 0) -> RunningServer:
    """Start the CMS in a thread. Port 0 takes the last one again when it is free, otherwise any.

    Raises OSError when the port is taken or the folder cannot be written.
    """
    store = Store(folder)
    site = read_site(resources / "demo" / "site.json")
    accounts = _accounts(store, site)
    app = _assemble(store, site, accounts, resources)
    with _bound(folder / PORT_FILE, port) as listener:
        server = make_server(HOST, 0, app, threaded=True, request_handler=_Handler, fd=listener.fileno())
    return RunningServer(server, tuple(_login(account, accounts) for account in site.accounts))


def _assemble(store: Store, site: Site, accounts: Accounts, resources: Path) -> Flask:
    secret = store.secret()
    pages, previews = Pages(secret), Previews(secret)
    terms, shelf = Terms(store, pages, site), MediaShelf(store)
    articles, transitions = Articles(store, pages), Transitions(store)
    app = Flask(__name__, template_folder=str(resources / "demo" / "templates"), static_folder=None)
    app.secret_key = hashlib.sha256(secret + b"session").digest()
    app.config.update(TRUSTED_HOSTS=[HOST, "localhost"], SESSION_COOKIE_SAMESITE="Strict")
    app.url_map.converters["uuid_text"] = UuidText
    Gate(accounts).register(app)
    SiteRoutes(site, terms).register(app)
    MediaRoutes(store, shelf).register(app)
    TusRoutes(store, shelf).register(app)
    ArticleRoutes(articles, transitions, previews).register(app)
    PublicPages(store, site, shelf, previews, resources).register(app)
    DeskPages(site, accounts, articles, transitions, terms, previews).register(app)
    return app


def _accounts(store: Store, site: Site) -> Accounts:
    return Accounts(site.accounts, store.secret())


def _login(account: Account, accounts: Accounts) -> Login:
    return Login(account.user, accounts.token(account.user), account.name, account.capabilities)


def _bound(memory: Path, port: int) -> socket.socket:
    """A listening socket; its port is remembered, so that a client's settings outlive a restart."""
    last = int(memory.read_text()) if port == 0 and memory.exists() else port
    try:
        listener = _listen(last)
    except OSError:
        if port != 0:
            raise
        listener = _listen(0)
    memory.write_text(str(listener.getsockname()[1]))
    return listener


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # on Windows the option would let a second server share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener
