"""Reading requests and writing answers, the same way for every path of the contract."""

import json
import re
from typing import Any

from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from newsdesk.demo import clock
from newsdesk.demo.accounts import Account
from newsdesk.demo.fields import Reading, Record
from newsdesk.demo.problem import FieldError, Problem, bad_parameter

CALLER = "newsdesk.caller"
REQUEST_ID = "newsdesk.request_id"


def caller() -> Account:
    """Who sent the request."""
    account: Account = request.environ[CALLER]
    return account


def answer(document: Any, status: int = 200, etag: str | None = None) -> Response:
    """A JSON answer."""
    return encoded(json.dumps(document, ensure_ascii=False).encode(), status, etag)


def encoded(body: bytes, status: int = 200, etag: str | None = None) -> Response:
    """An answer whose JSON is written already."""
    headers = {} if etag is None else {"ETag": etag}
    return Response(body, status, headers, content_type="application/json")


def fresh(document: Any, etag: str) -> Response:
    """The answer to a GET: 304 when the caller has it already."""
    known = request.headers.get("If-None-Match", "")
    if etag in {tag.strip().removeprefix("W/") for tag in known.split(",")}:
        return Response(status=304, headers={"ETag": etag})
    return answer(document, 200, etag)


def body(record: Record, most: int, reading: Reading) -> dict[str, Any]:
    """The request's JSON by the record's rules. Raises problems of size, type and syntax, not of fields."""
    return record.read(json_body(most), "", reading)


def json_body(most: int) -> Any:
    """The request's JSON. Raises 413, 415 or 400."""
    request.max_content_length = most
    if (request.content_length or 0) > most:
        raise too_large(most)
    if request.mimetype != "application/json":
        detail = "application/json is needed"
        raise Problem(415, "body_type", detail, mediaTypes=["application/json"])
    try:
        data = request.get_data(cache=False)
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant, object_pairs_hook=_object)
    except RequestEntityTooLarge as error:
        raise too_large(most) from error
    except (ValueError, RecursionError) as error:
        raise Problem(400, "bad_json", "the body is not JSON in UTF-8") from error


def too_large(most: int) -> Problem:
    """A body beyond its limit."""
    return Problem(413, "too_large", f"at most {most} bytes", maxBytes=most)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a name stands twice")
    return result


def since() -> str | None:
    """The `since` parameter in the form of the store. Raises 400."""
    text = request.args.get("since")
    if text is None:
        return None
    try:
        return clock.read(text)
    except ValueError as error:
        raise bad_parameter("since", "bad_time", str(error)) from error


def limit() -> int:
    """The `limit` parameter. Raises 400."""
    text = request.args.get("limit", "100")
    if not re.fullmatch("[1-9][0-9]{0,2}", text) or int(text) > 500:
        raise bad_parameter("limit", "bad_value", "1 to 500")
    return int(text)


def choice(name: str, words: tuple[str, ...]) -> str | None:
    """A parameter that is one of some words, or absent. Raises 400."""
    text = request.args.get(name)
    if text is not None and text not in words:
        raise bad_parameter(name, "bad_value", f"one of {', '.join(words)}")
    return text


def if_match() -> tuple[str, ...] | None:
    """The tags of If-Match; None without, and for `*`, which would overwrite what nobody has seen."""
    tags = tuple(tag.strip() for tag in request.headers.get("If-Match", "").split(",") if tag.strip())
    return tags if tags and "*" not in tags else None


def bad_header(name: str, code: str, detail: str) -> Problem:
    """A header that is missing or cannot be read."""
    error = FieldError("", "bad_value", detail, name)
    return Problem(400, code, f"{name}: {detail}", errors=(error,))
