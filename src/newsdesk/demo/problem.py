"""Refusals as RFC 9457 problem documents."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Response


@dataclass(frozen=True, slots=True)
class FieldError:
    """One wrong field: a JSON Pointer into the request body, or the name of a header or query parameter."""

    pointer: str
    code: str
    detail: str
    parameter: str | None = None

    def document(self) -> dict[str, str]:
        """The entry in `errors`."""
        named = {} if self.parameter is None else {"parameter": self.parameter}
        return {"pointer": self.pointer, **named, "code": self.code, "detail": self.detail}


class Problem(Exception):
    """A request that is refused. `members` are the contract's extra names, `headers` go with the answer."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        errors: Iterable[FieldError] = (),
        retryable: bool = False,
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.errors = tuple(errors)
        self.retryable = retryable
        self.headers = dict(headers or {})
        self.members = members

    def response(self, request_id: str) -> Response:
        """The answer on the wire."""
        document = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": str(self),
            "code": self.code,
            "retryable": self.retryable,
            "requestId": request_id,
            "errors": [error.document() for error in self.errors],
            **self.members,
        }
        body = json.dumps(document, ensure_ascii=False)
        return Response(body, self.status, self.headers, content_type="application/problem+json")


def invalid(errors: Iterable[FieldError]) -> Problem:
    """Fields that break their rules."""
    wrong = tuple(errors)
    return Problem(422, "invalid", f"wrong fields: {len(wrong)}", errors=wrong)


def forbidden(capability: str) -> Problem:
    """The caller lacks a capability."""
    return Problem(403, "forbidden", f"{capability} is needed", missingCapability=capability)


def not_found(what: str) -> Problem:
    """Nothing stands under this id."""
    return Problem(404, "not_found", f"no such {what}")


def bad_parameter(name: str, code: str, detail: str) -> Problem:
    """A query parameter that cannot be read."""
    error = FieldError("", code, detail, name)
    return Problem(400, "bad_parameter", f"{name}: {detail}", errors=(error,))
