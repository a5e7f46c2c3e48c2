"""What an article names, found in a destination's own lists: its section, tags and people."""

import unicodedata
from collections.abc import Iterable

from newsdesk.article.identity import new_id
from newsdesk.article.model import Article
from newsdesk.cms.connector import PERSON, SECTION, TAG, Connector, Listed
from newsdesk.cms.markup import one_line
from newsdesk.cms.rendering import Terms
from newsdesk.desk.delivery_journal import Journal
from newsdesk.desk.work import Step, Work
from newsdesk.errors import CmsRefused
from newsdesk.language.slug import slug
from newsdesk.library.directory import Directory, Entry
from newsdesk.library.outbox import StepKey

KINDS = (SECTION, TAG, PERSON)


def fetch(connector: Connector, directory: Directory, destination: str, work: Work) -> None:
    """Replace the local copies of a destination's lists."""
    for number, kind in enumerate(KINDS, 1):
        work.check()
        work.report(Step("delivery.lists", item=number, items=len(KINDS)))
        found = connector.listed(kind)
        directory.replace(destination, kind, map(_entry, found))


def _entry(listed: Listed) -> Entry:
    return Entry(listed.id, listed.name, listed.parent, listed.pen_name, listed.role)


def known_terms(directory: Directory, destination: str, article: Article) -> Terms:
    """The ids of what the article names, as far as the local copies know them."""
    tags = (find(directory.entries(destination, TAG), tag) for tag in article.tags)
    return Terms(
        section=find_section(directory.entries(destination, SECTION), article.section),
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        people=frozenset(entry.id for entry in directory.entries(destination, PERSON)),
    )


def missing_tags(directory: Directory, destination: str, article: Article) -> tuple[str, ...]:
    """The tags that the local copy does not have."""
    entries = directory.entries(destination, TAG)
    return tuple(tag for tag in article.tags if same(tag) and find(entries, tag) is None)


def find(entries: Iterable[Entry], name: str) -> str | None:
    """The id of the first entry of this name."""
    wanted = same(name)
    return next((entry.id for entry in entries if wanted and same(entry.name) == wanted), None)


def find_section(entries: Iterable[Entry], name: str) -> str | None:
    """The id of the section of this name, however its dashes and marks are written."""
    listed = tuple(entries)
    wanted = slug(name)
    exact = find(listed, name)
    return exact or next((entry.id for entry in listed if wanted and slug(entry.name) == wanted), None)


def same(name: str) -> str:
    """A name as a CMS compares it: NFC, white space runs as one space, case folded."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


class Naming:
    """Finds the terms of one delivery, asking the CMS again for what the local copies do not have."""

    def __init__(
        self, connector: Connector, directory: Directory, journal: Journal, destination: str
    ) -> None:
        self._connector = connector
        self._directory = directory
        self._journal = journal
        self._destination = destination

    def terms(self, article: Article, work: Work) -> Terms:
        """All ids; missing tags are made.

        Raises:
            CmsRefused: `cms.section_unknown`, or a tag may not be made.
        """
        if not self._complete(article):
            fetch(self._connector, self._directory, self._destination, work)
        for tag in missing_tags(self._directory, self._destination, article):
            self._make(tag, work)
        terms = known_terms(self._directory, self._destination, article)
        if same(article.section) and terms.section is None:
            raise CmsRefused("cms.section_unknown", section=article.section, destination=self._destination)
        return terms

    def _complete(self, article: Article) -> bool:
        terms = known_terms(self._directory, self._destination, article)
        people = {byline.person for byline in article.bylines if byline.person}
        return (
            (terms.section is not None or not same(article.section))
            and not missing_tags(self._directory, self._destination, article)
            and people <= terms.people
        )

    def _make(self, tag: str, work: Work) -> None:
        name = one_line(tag)
        tag_id = new_id()
        made = self._journal.perform(
            StepKey("tag", same(name), tag_id),
            lambda: self._connector.create_tag(tag_id, name),
            lambda: self._find_tag(name),
            work,
        )
        entries = [*self._directory.entries(self._destination, TAG), Entry(made.id, name)]
        self._directory.replace(self._destination, TAG, entries)

    def _find_tag(self, name: str) -> Listed | None:
        return next((tag for tag in self._connector.listed(TAG) if same(tag.name) == same(name)), None)
