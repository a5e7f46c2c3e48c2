"""The last lines of a piece: who signs it, who took the photos, where it comes from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newsdesk.article.model import BYLINE_SEPARATOR, Byline, Role, Source
from newsdesk.interchange.addresses import address_in
from newsdesk.language.names import reads_like_name, split_names

_LONGEST_LINE: Final = 1000
"""Characters; a longer line is never one of these."""

_LONGEST_LABEL: Final = 15
"""Words of a source without an address; a longer one is a sentence of the piece."""

_JOBS: Final[tuple[tuple[str, Role], ...]] = (
    (r"ảnh|hình ảnh|photos?|ảnh chụp", Role.PHOTOGRAPHER),
    (r"quay phim|video|clip|hình|camera|quay", Role.CAMERA),
    (r"cộng tác viên|ctv|contributor", Role.CONTRIBUTOR),
    (r"(?:người |biên |lược )?dịch|translator", Role.TRANSLATOR),
    (r"biên tập(?: viên)?|btv|editor", Role.EDITOR),
    (r"đồ họa|đồ hoạ|kỹ thuật|thiết kế|infographics?", Role.CONTRIBUTOR),
    (
        r"bài viết|bài|tin tức|tin|nội dung|tác giả|(?:nhóm )?(?:phóng viên|pv)|nhóm tác giả|người viết"
        r"|(?:người |nhóm )?thực hiện|tổng hợp|ghi|viết|text|story|by",
        Role.REPORTER,
    ),
)
_JOB: Final = "|".join(pattern for pattern, _ in _JOBS)
_LABEL: Final = re.compile(
    rf"(?<!\w)((?:{_JOB})(?:(?:\s*(?:,|&|/|\+|-|–|\bvà\b)\s*|\s+)(?:{_JOB}))*)\s*[:：]\s*", re.IGNORECASE
)
_JOB_WORD: Final = re.compile(rf"\b(?:{_JOB})\b", re.IGNORECASE)
_AFTERTHOUGHT: Final = re.compile(
    rf"\s*(?:\(({_JOB})\)|\b(thực hiện|tổng hợp|ghi|lược dịch|biên dịch))$", re.IGNORECASE
)
_FORENAMED: Final = re.compile(
    r"(cộng tác viên|ctv|phóng viên|pv|btv|biên tập viên)\.?\s+(?=\S)", re.IGNORECASE
)
"""The job that stands before a name without a colon: `CTV Lý Thu`."""
_OUTSIDER: Final = re.compile("cộng tác viên|ctv|contributor", re.IGNORECASE)
_LOOSE_ENDS: Final = re.compile(r"^[\s\-–—*•_(\[]+(?=\w)|[\s.,;:/|*_\-–—]+$")
_BRACKETED: Final = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")

_SOURCE: Final = re.compile(
    r"(?:theo\s+)?(?:nguồn(?:\s+(?:tin|bài(?:\s+viết)?|gốc|tham khảo|dẫn|trích(?:\s+dẫn)?))?|source"
    r"|(?:link|đường dẫn|xem)(?:\s+(?:gốc|bài(?:\s+viết)?(?:\s+gốc)?|nguồn))?|bài\s+gốc)"
    r"(?:\s*[:：]\s*|\s+[-–]\s+|\s+(?=https?://|www\.))(.*)",
    re.IGNORECASE,
)
_ACCORDING_TO: Final = re.compile(r"theo\s+(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """What one signature line says. `photographers` is the credit it gives to the photos of the piece."""

    bylines: tuple[Byline, ...]
    photographers: str = ""
    labelled: bool = False


def signature_in(text: str) -> Signature | None:
    """The signatures of a line that holds nothing else, None for any other line."""
    if len(text) > _LONGEST_LINE:
        return None
    line = _unwrapped(text)
    bylines: list[Byline] = []
    photographers = ""
    labelled = False
    for label, names_text in _labelled_parts(line):
        names = [_LOOSE_ENDS.sub("", name) for name in split_names(names_text)]
        if not names or not all(_signs(name) for name in names):
            return None
        bylines += (_byline(name, label) for name in names)
        labelled = labelled or bool(label)
        if Role.PHOTOGRAPHER in _roles(label):
            photographers = photographers or BYLINE_SEPARATOR.join(names)
    once = {byline.name: byline for byline in reversed(bylines)}
    names_in_order = dict.fromkeys(byline.name for byline in bylines)
    return Signature(tuple(once[name] for name in names_in_order), photographers, labelled) if once else None


def source_in(text: str, href: str = "") -> Source | None:
    """The source that a line names (`Nguồn: …`, `Theo …`), None for any other line.

    `href` is where the line links to, when it comes from a page.
    """
    if len(text) > _LONGEST_LINE:
        return None
    line = _unwrapped(text)
    match = _SOURCE.fullmatch(line)
    if match is not None:
        return _source(match[1], href)
    according = _ACCORDING_TO.fullmatch(line)
    if according is None or not according[1][0].isupper() or line.endswith((".", ",", ":")):
        return None
    label = according[1].strip()
    return Source(label, href) if len(label.split()) <= 8 and not re.search(r"[,.:;]\s", label) else None


def bare_address(text: str) -> str:
    """The address a line consists of, empty for any other line."""
    line = _unwrapped(text) if len(text) <= _LONGEST_LINE else ""
    address = address_in(line)
    return address if address and line.rstrip(".,;/") == address.rstrip("/") else ""


def is_source_label(text: str) -> bool:
    """Whether a line is a source label whose address stands on the next line."""
    if len(text) > _LONGEST_LINE:
        return False
    match = _SOURCE.fullmatch(_unwrapped(text) + ":") or _SOURCE.fullmatch(_unwrapped(text))
    return match is not None and not match[1].strip(": ")


def _source(rest: str, href: str) -> Source | None:
    address = address_in(rest) or (rest if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+/\S+", rest) else "")
    label = rest.replace(address, "") if address else rest
    label = re.sub(r"\(\s*\)|\[\s*\]", "", label).strip(' -–—:;,.()[]*_|"“”')
    if len(label.split()) > _LONGEST_LABEL or not (label or address or href):
        return None
    if address == "" and href == "" and re.search(r"[.!?]\s", label):
        return None
    return Source(label, address or href)


def _labelled_parts(line: str) -> Iterator[tuple[str, str]]:
    """`Bài: A – Ảnh: B` as (`Bài`, `A`) and (`Ảnh`, `B`); names before the first label have none."""
    labels = list(_LABEL.finditer(line))
    before = line[: labels[0].start()] if labels else line
    if before.strip():
        yield "", _LOOSE_ENDS.sub("", before)
    for index, label in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else len(line)
        yield label[1], _LOOSE_ENDS.sub("", line[label.end() : end])


def _roles(label: str) -> list[Role]:
    return [_role(job) for job in _JOB_WORD.findall(label)]


def _role(job: str) -> Role:
    return next((role for pattern, role in _JOBS if re.fullmatch(pattern, job, re.IGNORECASE)), Role.REPORTER)


def _signs(name: str) -> bool:
    bare = _FORENAMED.sub("", name, count=1) if _FORENAMED.match(name) else name
    return reads_like_name(_AFTERTHOUGHT.sub("", bare))


def _byline(printed: str, label: str) -> Byline:
    afterthought = _AFTERTHOUGHT.search(printed)
    if afterthought:
        label = label or afterthought[1] or afterthought[2]
        printed = printed[: afterthought.start()].rstrip()
    forename = _FORENAMED.match(printed)
    if forename:
        label = label or forename[1]
        printed = printed[forename.end() :]
    roles = _roles(label)
    role = Role.REPORTER if Role.REPORTER in roles or not roles else roles[0]
    return Byline(name=printed, role=role, contributor=bool(_OUTSIDER.fullmatch(label)))


def _unwrapped(text: str) -> str:
    """The line without emphasis signs, bullets and brackets around all of it."""
    line = text.strip().strip("*_").strip()
    line = re.sub(r"^[-–—•]\s+", "", line)
    bracketed = _BRACKETED.fullmatch(line)
    if bracketed:
        line = (bracketed[1] or bracketed[2] or "").strip()
    return line
