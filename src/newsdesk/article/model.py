"""The article: one immutable value. Changing it means making another one."""

from dataclasses import dataclass
from enum import StrEnum

from newsdesk.article.blocks import Block


class Role(StrEnum):
    """What a person did for the article."""

    REPORTER = "reporter"
    PHOTOGRAPHER = "photographer"
    CAMERA = "camera"
    CONTRIBUTOR = "contributor"
    TRANSLATOR = "translator"
    EDITOR = "editor"


class Status(StrEnum):
    """Where the article stands; the names are those of the CMS contract."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"


@dataclass(frozen=True, slots=True)
class Byline:
    """One signature. `name` is what is printed; `person` is the CMS directory's id when it is known.

    `share` is a whole percentage of the fee; `contributor` marks an outside contributor (cộng tác viên).
    """

    name: str
    role: Role = Role.REPORTER
    person: str | None = None
    pen_name: str = ""
    share: int | None = None
    contributor: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article that is taken over comes from: a printed label, an address, or both."""

    label: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article. The order of bylines is the reporter's and nothing here changes it.

    `section` and `tags` are names as the newsroom says them; each destination maps them to its own terms.
    `lead` is the block id of the figure that stands for the article, None for the first one.
    `embargo` is an RFC 3339 date-time with offset before which nobody may publish.
    """

    id: str
    kicker: str = ""
    headline: str = ""
    standfirst: str = ""
    blocks: tuple[Block, ...] = ()
    bylines: tuple[Byline, ...] = ()
    source: Source | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    slug: str = ""
    status: Status = Status.DRAFT
    language: str = "vi"
    notes: str = ""
    lead: str | None = None
    embargo: str | None = None


BYLINE_SEPARATOR = " – "


def byline_text(article: Article) -> str:
    """The bylines as the house prints them, in their order."""
    return BYLINE_SEPARATOR.join(byline.name for byline in article.bylines)
