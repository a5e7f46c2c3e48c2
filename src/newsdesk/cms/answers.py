"""Reading what a server answered, trusting none of it, and naming each way it can say no."""

import email.utils
import json
import math
import re
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from newsdesk.article.fields import FieldError, Fields
from newsdesk.errors import AnswerLost, CmsConflict, CmsError, CmsRefused, CmsUnreachable

QUOTED_LENGTH = 300
MAX_POINTERS = 20
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, headers with lower-case names, and the body as it was."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_json(self) -> bool:
        """Whether the server calls its body JSON."""
        return self.media_type == "application/json" or self.media_type.endswith("+json")


def expect(answer: Answer, *statuses: int) -> Fields:
    """The object in an answer that must have one of `statuses`.

    Raises:
        CmsError: any other answer; see `problem_of`.
        AnswerLost: `cms.answer_invalid`, the status is right and the body is not.
    """
    if answer.status in statuses and answer.is_json:
        return document(answer)
    raise problem_of(answer)


def document(answer: Answer) -> Fields:
    """The JSON object an answer holds.

    Raises:
        AnswerLost: `cms.answer_invalid`.
    """
    try:
        return Fields.of(json.loads(answer.body), "")
    except (ValueError, RecursionError) as error:
        reason = error.reason if isinstance(error, FieldError) else "not_json"
        raise AnswerLost("cms.answer_invalid", field="", reason=reason) from None


def problem_of(answer: Answer) -> CmsError:
    """The error that an answer stands for, whoever on the way gave it."""
    if 300 <= answer.status < 400:
        return CmsUnreachable("cms.redirected", location=_place(answer.headers.get("location", "")))
    if answer.status in _BY_SAME_WORDS:
        return _BY_SAME_WORDS[answer.status](answer)
    if not answer.is_json:
        return _not_from_the_cms(answer)
    known = _details(answer)
    if answer.status >= 500:
        return AnswerLost("cms.server_error", **known)
    if answer.status in _REFUSALS:
        return _REFUSALS[answer.status](answer, known)
    if 200 <= answer.status < 300:
        return AnswerLost("cms.answer_invalid", field="status", reason=str(answer.status))
    return CmsRefused("cms.refused", **known)


def retry_after(answer: Answer, now: datetime) -> int:
    """The seconds a server asks to wait (RFC 9110, section 10.2.3), 0 when it does not say."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(int(value[:9]), 86_400)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return 0
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0, min(math.ceil((zoned - now).total_seconds()), 86_400))


def _busy(answer: Answer) -> CmsError:
    return CmsUnreachable("cms.busy", status=answer.status, after=retry_after(answer, datetime.now(UTC)))


def _too_large(answer: Answer) -> CmsError:
    return CmsRefused("cms.too_large", limit=_extra(answer, "maxBytes"))


def _proxy_sign_in(answer: Answer) -> CmsError:
    return CmsUnreachable("cms.proxy_sign_in")


def _network_sign_in(answer: Answer) -> CmsError:
    return CmsUnreachable("cms.firewall_or_portal", status=answer.status)


def _sign_in(answer: Answer) -> CmsError:
    return CmsRefused("cms.sign_in")


_BY_SAME_WORDS = {
    401: _sign_in,
    407: _proxy_sign_in,
    413: _too_large,
    423: _busy,
    429: _busy,
    503: _busy,
    511: _network_sign_in,
}
"""Statuses that mean the same whether the CMS or something in front of it says them."""


def _not_from_the_cms(answer: Answer) -> CmsError:
    if answer.status >= 500:
        return AnswerLost("cms.server_error", status=answer.status, detail="", request="")
    if answer.status in (404, 405, 410):
        return CmsRefused("cms.wrong_site", status=answer.status)
    if answer.status >= 400:
        return CmsRefused("cms.firewall_or_portal", status=answer.status)
    return AnswerLost("cms.firewall_or_portal", status=answer.status)


def _forbidden(answer: Answer, known: dict[str, Any]) -> CmsError:
    return CmsRefused("cms.forbidden", capability=_extra(answer, "missingCapability"), **known)


def _media_type(answer: Answer, known: dict[str, Any]) -> CmsError:
    return CmsRefused("cms.media_type", **known)


def _not_found(answer: Answer, known: dict[str, Any]) -> CmsError:
    return CmsRefused("cms.not_found", **known)


def _conflict(answer: Answer, known: dict[str, Any]) -> CmsError:
    """412 always means another version; 409 has many reasons, and the CMS names them."""
    match document(answer).values.get("code"):
        case "in_progress":
            return _busy(answer)
        case (
            "trashed"
            | "transition_not_allowed"
            | "media_differs"
            | "media_rejected"
            | "media_not_ready" as code
        ):
            return CmsRefused(f"cms.{code}", **known)
    return CmsConflict("cms.conflict", **known)


def _unprocessable(answer: Answer, known: dict[str, Any]) -> CmsError:
    fields = pointers(answer)
    if not fields:
        return CmsRefused("cms.refused", **known)
    names = ", ".join(field["pointer"].lstrip("/") or field["code"] for field in fields)
    return CmsRefused("cms.invalid", fields=fields, names=names, **known)


_REFUSALS = {
    400: _unprocessable,
    403: _forbidden,
    404: _not_found,
    409: _conflict,
    410: _not_found,
    412: _conflict,
    415: _media_type,
    422: _unprocessable,
}


def pointers(answer: Answer) -> list[dict[str, str]]:
    """What a refusal says of single fields: `pointer` (RFC 6901), `code`, `detail`."""
    errors = document(answer).values.get("errors")
    items = errors if isinstance(errors, list) else []
    return [
        {name: quoted(item.get(name)) for name in ("pointer", "code", "detail")}
        for item in items[:MAX_POINTERS]
        if isinstance(item, dict)
    ]


def _details(answer: Answer) -> dict[str, Any]:
    fields = document(answer)
    detail = quoted(fields.values.get("detail")) or quoted(fields.values.get("title"))
    request = quoted(answer.headers.get("x-request-id"))
    return {"status": answer.status, "detail": detail, "request": request}


def _extra(answer: Answer, name: str) -> str:
    return quoted(document(answer).values.get(name)) if answer.is_json else ""


def quoted(value: Any) -> str:
    """A server's word fit for one line of a message: no control characters, not long."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = CONTROL.sub(" ", value) if isinstance(value, str) else ""
    return text if len(text) <= QUOTED_LENGTH else text[: QUOTED_LENGTH - 1] + "…"


def web_address(value: Any) -> str:
    """`value` when it is an address that may be opened in a browser, else empty."""
    text = value if isinstance(value, str) and not CONTROL.search(value) else ""
    try:
        parts = urllib.parse.urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.hostname else ""


def _place(location: str) -> str:
    """Where a redirect leads, without its query, which may hold tickets."""
    address = web_address(location)
    parts = urllib.parse.urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}" if address else ""
