"""The way to a CMS, step by step: name, connection, certificate, contract, sign-in, clock."""

import urllib.parse
from collections.abc import Callable
from datetime import datetime

from newsdesk.cms.connector import Connector, Site
from newsdesk.desk.delivery_values import Diagnosis, DiagnosisStep
from newsdesk.errors import CmsRefused, NewsdeskError
from newsdesk.library.directory import Destination

CLOCK_TOLERANCE = 300
"""Seconds that this machine's clock may differ from that of a CMS."""

FAILED_STEP = {
    "cms.name_not_resolved": "name",
    "cms.certificate": "certificate",
    "cms.tls": "certificate",
    "cms.connection_refused": "connection",
    "cms.connect_timeout": "connection",
    "cms.connection_lost": "connection",
    "cms.no_answer": "connection",
    "cms.no_route": "connection",
    "cms.proxy": "connection",
    "cms.proxy_sign_in": "connection",
    "cms.too_slow": "connection",
}
"""By error code of the first question: the step at which it failed; every other code means the contract."""


def walk(destination: Destination, connector: Connector, now: Callable[[], datetime]) -> Diagnosis:
    """Go the whole way, or up to the first step that fails."""
    trail = _Trail(destination)
    try:
        site = connector.site()
        away = round((now() - site.time).total_seconds())
    except NewsdeskError as problem:
        return trail.lost(problem)
    trail.reached(site)
    try:
        user = connector.identity().user
    except NewsdeskError as problem:
        return trail.failed("sign_in", problem)
    if user != destination.user:
        return trail.failed("sign_in", CmsRefused("cms.other_user", user=destination.user, found=user))
    trail.passed("sign_in")
    if abs(away) > CLOCK_TOLERANCE:
        return trail.failed("clock", CmsRefused("cms.clock", seconds=away), away)
    trail.passed("clock", away)
    return Diagnosis(trail.steps)


class _Trail:
    """The steps gone so far."""

    def __init__(self, destination: Destination) -> None:
        parts = urllib.parse.urlsplit(destination.url)
        self.steps: tuple[DiagnosisStep, ...] = ()
        self._detail = {"host": parts.hostname or "", "user": destination.user, "site": "", "seconds": 0}
        certificate = ("certificate",) if parts.scheme == "https" else ()
        self._way = ("name", "connection", *certificate, "contract")

    def reached(self, site: Site) -> None:
        """The CMS introduced itself."""
        self._detail["site"] = site.name
        for code in self._way:
            self.passed(code)

    def lost(self, problem: NewsdeskError) -> Diagnosis:
        """It did not; say where the way ended."""
        end = FAILED_STEP.get(problem.code, "contract")
        for code in self._way[: self._way.index(end)]:
            self.passed(code)
        return self.failed(end, problem)

    def passed(self, code: str, seconds: int = 0) -> None:
        """A step went well."""
        self._add(code, True, seconds)

    def failed(self, code: str, problem: NewsdeskError, seconds: int = 0) -> Diagnosis:
        """A step did not, and nothing after it can be said."""
        self._add(code, False, seconds)
        return Diagnosis(self.steps, problem)

    def _add(self, code: str, ok: bool, seconds: int) -> None:
        self.steps += (DiagnosisStep(code, ok, self._detail | {"seconds": abs(seconds)}),)
