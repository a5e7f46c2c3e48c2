"""What is known of a photo, as JSON values: in the library and in a handoff package."""

from dataclasses import asdict
from typing import Any

from newsdesk.article.fields import FieldError, Fields
from newsdesk.article.photo import Photo

LARGEST = 2**53
"""Above this, JSON numbers are no longer exact everywhere."""


def to_dict(photo: Photo) -> dict[str, Any]:
    """The facts of a photo as plain JSON values."""
    return asdict(photo) | {"people": list(photo.people), "notes": list(photo.notes)}


def from_dict(document: Any, place: str = "") -> Photo:
    """Read the facts of a photo.

    Raises:
        FieldError: a field is missing, has the wrong type or a value that is not allowed.
    """
    fields = Fields.of(document, place)
    sha256 = fields.sha256("sha256")
    if sha256 is None:
        raise FieldError(fields.path("sha256"), "missing")
    return Photo(
        sha256=sha256,
        filename=fields.text("filename"),
        media_type=fields.required_text("media_type"),
        width=whole(fields, "width"),
        height=whole(fields, "height"),
        byte_size=whole(fields, "byte_size"),
        people=fields.texts("people"),
        ai_made=fields.flag("ai_made"),
        has_gps=fields.flag("has_gps"),
        notes=fields.texts("notes"),
        **{name: fields.text(name) for name in _TEXTS},
    )


def merged(known: Photo, new: Photo) -> Photo:
    """`known` with its gaps filled from `new`; what is known is never replaced."""
    return Photo(**{name: getattr(known, name) or getattr(new, name) for name in Photo.__slots__})


_TEXTS = ("caption", "credit", "creator", "copyright", "alt", "taken_at")


def whole(fields: Fields, name: str) -> int:
    """A whole number that JSON keeps exactly.

    Raises:
        FieldError: it is missing, negative, too large or something else.
    """
    value = fields.values.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST:
        raise FieldError(fields.path(name), "not_a_number")
    return value
