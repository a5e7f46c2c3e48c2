"""The request bodies, names and limits of the contract, which is `resources/api/newsdesk-v1.yaml`."""

from typing import Any

from newsdesk.demo.fields import Choice, Flag, Fraction, ListOf, Maybe, Moment, Record, Text, Whole

VERSION = "1.0"
BASE = "/newsdesk/v1"
PROFILE = "newsdesk-html/1"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"

STATUSES = (
    "draft",
    "submitted",
    "in_review",
    "returned",
    "scheduled",
    "published",
    "unpublished",
    "trashed",
)
ROLES = ("reporter", "photographer", "camera", "contributor", "translator", "editor")
FEATURES = ("tus", "preview", "schedule", "workflow", "tags.create")
NEEDED_BEYOND_DRAFT = ("headline", "standfirst", "bylines", "categoryIds")

MAX_PHOTO_BYTES = 50 * 1024 * 1024
MAX_PIXELS = 120_000_000
MAX_ARTICLE_BYTES = 4 * 1024 * 1024
MAX_OTHER_BYTES = 256 * 1024
MEDIA_TYPES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}

_ID = Text(100, 1)
_UUID = Text(36, 36, UUID)

TAG = Record({"name": Text(100, 1)})

MEDIA = Record(
    {
        "filename": Text(150, 1, "[A-Za-z0-9._-]+"),
        "mediaType": Text(100, 1, "[a-z]+/[a-z0-9.+-]+"),
        "size": Whole(1, 2**53 - 1),
        "sha256": Text(64, 64, "[0-9a-f]{64}"),
        "caption": Text(2000),
        "alt": Text(1000),
        "credit": Text(300),
        "copyright": Text(300),
        "takenAt": Maybe(Moment()),
        "focalPoint": Maybe(Record({"x": Fraction(), "y": Fraction()})),
    },
    {"caption": "", "alt": "", "credit": "", "copyright": "", "takenAt": None, "focalPoint": None},
)

PLACEMENT = Record(
    {
        "id": _UUID,
        "caption": Text(2000),
        "alt": Text(1000),
        "credit": Text(300),
        "decorative": Flag(),
        "people": ListOf(Text(200, 1), 50),
        "aiMade": Flag(),
    },
    {"decorative": False, "people": [], "aiMade": False},
)

BYLINE = Record(
    {
        "personId": Maybe(_ID),
        "name": Text(200, 1),
        "role": Choice(ROLES),
        "penName": Text(200),
        "share": Maybe(Whole(0, 100)),
        "contributor": Flag(),
    },
    {"personId": None, "penName": "", "share": None, "contributor": False},
)

ARTICLE_DEFAULTS: dict[str, Any] = {
    "kicker": "",
    "coverMediaId": None,
    "source": None,
    "slug": "",
    "embargoUntil": None,
    "editorialNote": "",
}

ARTICLE = Record(
    {
        "headline": Text(300),
        "kicker": Text(100),
        "standfirst": Text(2000),
        "body": Record({"profile": Choice((PROFILE,), "profile_unknown"), "html": Text(1_000_000)}),
        "coverMediaId": Maybe(_UUID),
        "media": ListOf(PLACEMENT, 500),
        "bylines": ListOf(BYLINE, 50),
        "source": Maybe(Record({"label": Text(300), "url": Text(2000, 0, r"(https?://\S+)?")})),
        "categoryIds": ListOf(_ID, 20),
        "tagIds": ListOf(_ID, 50),
        "slug": Text(200),
        "language": Text(35, 2, "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
        "embargoUntil": Maybe(Moment()),
        "editorialNote": Text(5000),
        "clientRevision": Text(100, 1),
    },
    ARTICLE_DEFAULTS,
)

TRANSITION = Record(
    {"to": Choice(STATUSES), "note": Text(5000), "publishAt": Maybe(Moment())},
    {"note": "", "publishAt": None},
)
