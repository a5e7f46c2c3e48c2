"""What a reader of the public site sees of a piece: values only, for the templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from newsdesk.demo import clock
from newsdesk.demo.content import FIGURE
from newsdesk.demo.contract import MEDIA_TYPES
from newsdesk.demo.media import Media
from newsdesk.demo.piece import Piece

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
EMBED = re.compile(
    r'<figure(?: data-block="[^"]*")? data-embed="([^"]*)">(?:<figcaption>(.*?)</figcaption>)?</figure>',
    re.DOTALL,
)
ROLE_WORDS = {
    "reporter": "phóng viên",
    "photographer": "ảnh",
    "camera": "quay phim",
    "contributor": "cộng tác viên",
    "translator": "biên dịch",
    "editor": "biên tập",
}


@dataclass(frozen=True, slots=True)
class Image:
    """A photo on the page. `width` and `height` are pixels."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A printed byline with what the person did."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Card:
    """A piece in a list."""

    address: str
    kicker: str
    headline: str
    standfirst: str
    section: str
    when: str
    machine_time: str
    cover: Image | None


@dataclass(frozen=True, slots=True)
class Story:
    """A piece on its own page."""

    card: Card
    section_slug: str
    updated: str
    body: Markup
    signatures: tuple[Signature, ...]
    source_label: str
    source_url: str
    tags: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a piece refers to: photos by id, names of terms, and what is put behind addresses of photos."""

    media: Mapping[str, Media]
    section: str
    section_slug: str
    tags: tuple[str, ...]
    photo_suffix: str = ""


def day(moment: str) -> str:
    """The date in words, in Hà Nội."""
    local = clock.moment(moment)
    return f"{WEEKDAYS[local.weekday()]}, {local.day}/{local.month}/{local.year}"


def when(moment: str) -> str:
    """Date and time, in Hà Nội."""
    return f"{day(moment)}, {clock.moment(moment):%H:%M} (giờ Hà Nội)"


def card(piece: Piece, around: Surroundings) -> Card:
    """A piece for a list."""
    content = piece.content
    moment = piece.published_at or piece.updated_at
    return Card(
        address=piece.path or "",
        kicker=content["kicker"],
        headline=content["headline"] or "(Chưa có tiêu đề)",
        standfirst=content["standfirst"],
        section=around.section,
        when=when(moment),
        machine_time=moment,
        cover=_cover(piece, around),
    )


def story(piece: Piece, around: Surroundings) -> Story:
    """A piece for its page."""
    content = piece.content
    source = content["source"] or {"label": "", "url": ""}
    corrected = piece.published_at is not None and piece.updated_at > piece.published_at
    return Story(
        card=card(piece, around),
        section_slug=around.section_slug,
        updated=f"{clock.moment(piece.updated_at):%H:%M, %d/%m/%Y}" if corrected else "",
        body=_body(piece, around),
        signatures=tuple(
            Signature(byline["name"], ROLE_WORDS[byline["role"]]) for byline in content["bylines"]
        ),
        source_label=source["label"],
        source_url=source["url"],
        tags=around.tags,
        language=content["language"],
    )


def _cover(piece: Piece, around: Surroundings) -> Image | None:
    placements = piece.content["media"]
    chosen = piece.content["coverMediaId"] or (placements[0]["id"] if placements else None)
    if chosen is None:
        return None
    media = around.media[chosen]
    alt = next((placement["alt"] for placement in placements if placement["id"] == chosen), None)
    return _image(media, media.facts["alt"] if alt is None else alt, around)


def _image(media: Media, alt: str, around: Surroundings) -> Image:
    address = f"/anh/{media.id}.{MEDIA_TYPES[media.facts['mediaType']]}{around.photo_suffix}"
    return Image(address, *media.pixels, alt)


def _body(piece: Piece, around: Surroundings) -> Markup:
    """The stored HTML, which is clean, with pictures put where the article has its figures."""
    placements = iter(piece.content["media"])
    html = FIGURE.sub(lambda _: _figure(next(placements), around), piece.content["body"]["html"])
    return Markup(EMBED.sub(_embed, html))


def _figure(placement: Mapping[str, object], around: Surroundings) -> str:
    image = _image(around.media[str(placement["id"])], str(placement["alt"]), around)
    credit = f"Ảnh: {placement['credit']}" if placement["credit"] else ""
    made = "Ảnh tạo bằng trí tuệ nhân tạo" if placement["aiMade"] else ""
    notes = " · ".join(note for note in (credit, made) if note)
    caption = Markup("<span class='words'>{}</span>").format(placement["caption"])
    small = Markup("<span class='credit'>{}</span>").format(notes) if notes else Markup("")
    tall = " tall" if image.height > image.width else ""
    return str(
        Markup(
            "<figure class='photo{}'><img src='{}' width='{}' height='{}' alt='{}' loading='lazy'>"
            "<figcaption>{} {}</figcaption></figure>"
        ).format(tall, image.address, image.width, image.height, image.alt, caption, small)
    )


def _embed(found: re.Match[str]) -> str:
    address = Markup(found[1])
    host = escape(re.sub(r"^https?://(www\.)?([^/]*).*", r"\2", address.unescape()))
    title = Markup(found[2]) if found[2] else host
    return str(
        Markup(
            "<a class='embed' href='{}' rel='noopener'><span class='play' aria-hidden='true'></span>"
            "<span><strong>{}</strong><small>{}</small></span></a>"
        ).format(address, title, host)
    )
