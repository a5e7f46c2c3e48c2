"""What a web page prints around a piece: dates, share buttons, where one is, tags."""

import re
from typing import Final

_LONGEST: Final = 90
"""Characters; what is longer was written by a person."""

_WEEKDAY: Final = (
    r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|cn|mon|tue|wed|thu|fri|sat|sun)(?:day)?"
)
_DATE: Final = (
    r"(?:ngày\s+)?\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:19|20)\d{2}"
    r"|(?:19|20)\d{2}-\d{2}-\d{2}(?:T[\d:.+Z\-]+)?"
    r"|(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:\s*,)?\s+(?:năm\s+)?(?:19|20)\d{2}"
)
_TIME: Final = r"\d{1,2}\s*(?::|h|g|giờ)\s*\d{2}(?:\s*:\d{2})?\s*(?:phút|am|pm|sa|ch)?"
_ZONE: Final = r"\(?\s*(?:gmt|utc)\s*\+?\s*\d{1,2}(?::?\d{2})?\s*\)?"
_DATE_WORDS: Final = (
    r"cập nhật(?:\s+(?:lúc|ngày|lần cuối))?|đăng(?:\s+(?:lúc|ngày))?"
    r"|xuất bản|ngày đăng|ngày xuất bản|thời gian|lúc"
)
_DATE_SHAPE: Final = re.compile(_DATE, re.IGNORECASE)
_DATE_PART: Final = re.compile(f"{_DATE}|{_TIME}|{_ZONE}|{_DATE_WORDS}|{_WEEKDAY}", re.IGNORECASE)
_DATELINE_PLACE: Final = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){0,3},\s*(?=ngày\s)", re.IGNORECASE)

_BUTTONS: Final = re.compile(
    r"chia sẻ|share|facebook|twitter|tweet|zalo|email|gửi email|copy link|sao chép(?: liên kết)?"
    r"|in(?: bài(?: viết)?| trang)?|print|lưu(?: bài(?: viết)?)?|nghe (?:đọc )?bài(?: viết)?|đọc bài"
    r"|cỡ chữ|a[+-]|thích|like|theo dõi(?: .{0,30} trên google news)?|google news|xem thêm"
    r"|quay lại|về trang chủ|(?:viết |gửi )?bình luận|(?:số )?lượt (?:xem|đọc)\s*:?\s*[\d.,]+"
    r"|views?\s*:?\s*[\d.,]+"
    r"|[\d.,]+\s*(?:lượt (?:xem|đọc)|bình luận|views?|comments?)",
    re.IGNORECASE,
)
_NETWORK: Final = (
    r"(?:chia sẻ|share|facebook|messenger|twitter|zalo|pinterest|linkedin|email|print|copy link)"
)
_NETWORKS: Final = re.compile(rf"{_NETWORK}(?:\s+{_NETWORK})+", re.IGNORECASE)
_NOTICE: Final = re.compile(r"©.*|\(c\)\s.*|bản quyền\s.*|copyright\b.*", re.IGNORECASE)
_TEASERS: Final = re.compile(
    r"(?:các )?(?:tin|bài)(?: bài| tức| viết)?(?: có)? (?:liên quan|khác|cùng (?:chuyên mục|chủ đề)"
    r"|mới(?: nhất)?|đã đưa|cũ hơn|nổi bật|đọc nhiều|tiếp theo)|(?:cùng|trong) (?:chuyên mục|chủ đề)"
    r"|có thể bạn quan tâm|đọc (?:thêm|nhiều|tiếp)|xem (?:thêm|nhiều)|related(?: news)?|ý kiến bạn đọc"
    r"|bình luận",
    re.IGNORECASE,
)
_BETWEEN_BUTTONS: Final = re.compile(r"\s*[|·•]\s*|\s{2,}")
_CRUMBS: Final = re.compile(r"(?:trang chủ|home)\s*[>»›/|\\→\-]+\s*(.+)", re.IGNORECASE)
_BETWEEN_CRUMBS: Final = re.compile(r"\s*[>»›/|\\→]+\s*")
_TAGS: Final = re.compile(
    r"(?:từ khóa|từ khoá|tags?|thẻ|keywords?|chủ đề)\s*[:：]\s*(.+)|((?:#[\w]+[\s,]*)+)", re.IGNORECASE
)
_SECTION: Final = (
    r"(?:thời sự|chính trị|kinh tế|xã hội|đời sống|văn hóa|văn hoá|văn nghệ|thể thao|giải trí|pháp luật"
    r"|giáo dục|y tế|sức khỏe|sức khoẻ|du lịch|quốc tế|thế giới|trong nước|trong tỉnh|khoa học|công nghệ"
    r"|chuyển đổi số|môi trường|an ninh|quốc phòng|nông nghiệp|nông thôn mới|xây dựng đảng|tin tức|bạn đọc)"
)
_SECTIONS: Final = re.compile(rf"{_SECTION}(?:\s*(?:[-–,&/]|và)\s*{_SECTION}|\s+{_SECTION})*", re.IGNORECASE)
_GENRE: Final = re.compile(
    r"phóng sự(?: ảnh| ngắn)?|ký sự|kí sự|ghi chép|ghi nhanh|bút ký|phỏng vấn|bình luận|xã luận|tản văn"
    r"|tin vắn|người tốt,? việc tốt",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"[\s*\-–—_=~•·]{3,90}|[*•§◊❖❧]+(?:\s+[*•§◊❖❧]+)*")


def is_date_line(line: str) -> bool:
    """Whether a line says only when the piece appeared, and perhaps how often it was read."""
    rest = without_date(line)
    return rest is not None and (not rest or is_button_line(rest))


def without_date(line: str) -> str | None:
    """What a line says besides when the piece appeared (a name, often); None when it names no date."""
    if len(line) > _LONGEST or not _DATE_SHAPE.search(line):
        return None
    rest = _DATE_PART.sub(" ", _DATELINE_PLACE.sub("", line))
    return re.sub(r"^\W+|\W+$", "", rest)


def is_button_line(line: str) -> bool:
    """Whether a line holds only what a page offers to press, counts or owns: `Chia sẻ`, `© 2024`."""
    if len(line) > _LONGEST:
        return False
    if _NOTICE.fullmatch(line.strip()) or _NETWORKS.fullmatch(line.strip()):
        return True
    parts = [part for part in _BETWEEN_BUTTONS.split(line.strip()) if part]
    return bool(parts) and all(_BUTTONS.fullmatch(part) for part in parts)


def opens_teasers(line: str) -> bool:
    """Whether a line stands above a page's links to other pieces: `Tin liên quan`, `Cùng chuyên mục:`."""
    return bool(_TEASERS.fullmatch(line.strip(" :.\u2026»>")))


def section_of_crumbs(line: str) -> str:
    """The last section of `Trang chủ > Đời sống`, empty for any other line."""
    match = _CRUMBS.fullmatch(line.strip())
    return _BETWEEN_CRUMBS.split(match[1].strip(" >»›/|\\→"))[-1].strip() if match else ""


def tags_of(line: str) -> tuple[str, ...]:
    """The tags of a line such as `Từ khóa: chợ phiên, Mèo Vạc`; none for any other line."""
    match = _TAGS.fullmatch(line.strip())
    if match is None:
        return ()
    parts = match[2].split() if match[2] else re.split(r"\s*[,;|#]\s*", match[1])
    return tuple(dict.fromkeys(tag for tag in (part.strip(" #,.") for part in parts) if tag))


def is_rule(line: str) -> bool:
    """Whether a line is drawn and not written: `***`, `-----`."""
    return bool(_RULE.fullmatch(line.strip()))


def is_section_name(line: str) -> bool:
    """Whether a line is one or more section names as Vietnamese sites have them, and nothing else."""
    return bool(_SECTIONS.fullmatch(line.strip()))


def is_menu(line: str) -> bool:
    """Whether a line holds several section names under one another, as the menu of a page does."""
    entries = [entry for entry in line.split("\u2028") if entry.strip()]
    return len(entries) > 1 and all(map(is_section_name, entries))


def is_genre(line: str) -> bool:
    """Whether a line names only the genre of the piece, as kickers do."""
    return bool(_GENRE.fullmatch(line.strip()))


def is_written(line: str) -> bool:
    """Whether a line was written by a person and not put there by the page."""
    return not (is_date_line(line) or is_button_line(line) or is_rule(line) or section_of_crumbs(line))
