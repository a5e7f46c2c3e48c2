"""Discovery, sign-in, sections, tags and people."""

from flask import Flask, Response, request

from newsdesk.demo import clock, contract
from newsdesk.demo.fields import Reading
from newsdesk.demo.problem import FieldError, invalid
from newsdesk.demo.site import Site
from newsdesk.demo.terms import KINDS, Terms
from newsdesk.demo.wire import answer, body, caller, fresh, limit, since

DISCOVERY = "discover"


class SiteRoutes:
    """The answers about the site itself."""

    def __init__(self, site: Site, terms: Terms) -> None:
        self._site = site
        self._terms = terms

    def register(self, app: Flask) -> None:
        """Put the paths into the app."""
        base = contract.BASE
        app.add_url_rule(f"{base}/", DISCOVERY, self.discover, methods=["GET"])
        app.add_url_rule(f"{base}/me", "me", self.me, methods=["GET"])
        for kind in KINDS:
            app.add_url_rule(
                f"{base}/{kind}", f"list_{kind}", self.listed, defaults={"kind": kind}, methods=["GET"]
            )
        app.add_url_rule(f"{base}/tags/<uuid_text:tag_id>", "put_tag", self.put_tag, methods=["PUT"])

    def discover(self) -> Response:
        """What this CMS is and what it accepts."""
        return answer(
            {
                "contract": contract.VERSION,
                "siteName": self._site.name,
                "siteUrl": request.host_url,
                "timezone": self._site.timezone,
                "time": clock.now(),
                "auth": [{"scheme": "bearer", "help": "Mã truy cập in ra khi CMS mẫu khởi động"}],
                "features": list(contract.FEATURES),
                "limits": {
                    "maxBytes": contract.MAX_PHOTO_BYTES,
                    "maxPixels": contract.MAX_PIXELS,
                    "mediaTypes": list(contract.MEDIA_TYPES),
                    "maxArticleBytes": contract.MAX_ARTICLE_BYTES,
                },
                "htmlProfile": contract.PROFILE,
                "required": list(contract.NEEDED_BEYOND_DRAFT),
                "statuses": list(contract.STATUSES),
            }
        )

    def me(self) -> Response:
        """Who the token belongs to."""
        account = caller()
        person = {"id": account.person, "name": account.name} if account.person else None
        return answer({"user": account.user, "person": person, "capabilities": list(account.capabilities)})

    def listed(self, kind: str) -> Response:
        """One page of sections, tags or people."""
        document, etag = self._terms.listed(kind, request.args.get("cursor"), since(), limit())
        return fresh(document, etag)

    def put_tag(self, tag_id: str) -> Response:
        """Make a tag, or tell which one has this name."""
        reading = Reading()
        sent = body(contract.TAG, contract.MAX_OTHER_BYTES, reading)
        caller().need("tag.create")
        reading.finish()
        if not sent["name"].strip():
            raise invalid([FieldError("/name", "too_short", "only white space")])
        term, made = self._terms.put_tag(tag_id, sent["name"])
        return answer(term, 201 if made else 200)
