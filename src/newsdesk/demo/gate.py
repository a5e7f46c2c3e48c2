"""What happens to every request of the contract, before and after its own answer."""

import logging
import re
import secrets
import sqlite3

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import BaseConverter

from newsdesk.demo import contract
from newsdesk.demo.accounts import Accounts
from newsdesk.demo.problem import Problem
from newsdesk.demo.site_routes import DISCOVERY
from newsdesk.demo.wire import CALLER, REQUEST_ID

REQUEST_ID_FORM = re.compile("[A-Za-z0-9._-]{1,64}")
CODES = {404: "not_found", 405: "method_not_allowed", 400: "bad_request", 413: "too_large"}

log = logging.getLogger(__name__)


class UuidText(BaseConverter):
    """A UUID as the contract writes it; anything else is 404."""

    regex = contract.UUID


class Gate:
    """Sign-in, request ids, and problems as documents, for the paths below the contract's base."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def register(self, app: Flask) -> None:
        """Stand before every path of the app."""
        app.before_request(self.enter)
        app.after_request(self.leave)
        app.register_error_handler(Problem, self.refuse)
        app.register_error_handler(HTTPException, self.refuse_http)
        app.register_error_handler(OSError, self.fail)
        app.register_error_handler(sqlite3.Error, self.fail)

    def enter(self) -> None:
        """Name the request and know its sender."""
        if _of_contract():
            wished = request.headers.get("X-Request-Id", "")
            own = secrets.token_hex(8)
            request.environ[REQUEST_ID] = wished if REQUEST_ID_FORM.fullmatch(wished) else own
            if request.endpoint != DISCOVERY:
                account = self._accounts.signed_in(request.headers.get("Authorization"))
                request.environ[CALLER] = account

    def leave(self, response: Response) -> Response:
        """Put the request's name on its answer."""
        if _of_contract():
            response.headers["X-Request-Id"] = _request_id()
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def refuse(self, problem: Problem) -> Response:
        """A refusal of ours."""
        return problem.response(_request_id())

    def refuse_http(self, error: HTTPException) -> Response | HTTPException:
        """A refusal of the web framework, as a document for the contract's callers."""
        status = error.code or 500
        if not _of_contract() or status < 400:
            return error
        problem = Problem(status, CODES.get(status, "bad_request"), error.name)
        response = problem.response(_request_id())
        if "Allow" in dict(error.get_headers()):
            response.headers["Allow"] = dict(error.get_headers())["Allow"]
        return response

    def fail(self, error: Exception) -> Response:
        """The disk or the database does not do its work: nothing was changed, and later it may go well."""
        log.error("request %s failed: %s", _request_id(), error)
        problem = Problem(503, "unavailable", "try again later", retryable=True, headers={"Retry-After": "5"})
        return problem.response(_request_id())


def _of_contract() -> bool:
    return request.path.startswith(f"{contract.BASE}/")


def _request_id() -> str:
    return str(request.environ.get(REQUEST_ID, "none"))
